import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The command itself, which runs what is built. */
export const program = fileURLToPath(new URL('../../cli/banxin.mjs', import.meta.url))

/** How a run of the command line ended, and what it said. */
export interface Run {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs the built command line in a folder, as a person would, in no language's environment. */
export function spawnBanxin(words: readonly string[], folder: string): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
    maxBuffer: 100_000_000,
  })
  return { code: status, stdout, stderr }
}
