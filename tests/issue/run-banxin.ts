import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import type { Bookmark, ComposedPage } from '../../engine/layout/page'

const program = resolve(import.meta.dirname, '../../cli/banxin.mjs')
const LARGEST_OUTPUT_BYTES = 256 * 1024 * 1024

/** What `banxin compose --json` prints. */
export interface PrintedComposition {
  readonly sha256: string
  readonly pages: readonly ComposedPage[]
  readonly bookmarks: readonly Bookmark[]
}

/** Runs the command line as a person would; what it prints. Throws what it complains of. */
export function runBanxin(words: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
    encoding: 'utf8',
    maxBuffer: LARGEST_OUTPUT_BYTES,
  })
  if (status !== 0) throw new Error(`banxin ${words.join(' ')} ended in ${status}: ${stderr}`)
  return stdout
}

/** The composed pages of an issue, by the command line. */
export function composePackage(path: string): PrintedComposition {
  return JSON.parse(runBanxin(['compose', path, '--json'])) as PrintedComposition
}
