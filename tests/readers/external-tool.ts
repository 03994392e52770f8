import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { it } from 'vitest'

/** A program that people have from their system and not from npm. */
export type ExternalTool =
  'qpdf' | 'pdffonts' | 'pdfimages' | 'pdfinfo' | 'pdftotext' | 'mutool' | 'gs'

/** What a program said and how it ended. */
export interface ToolRun {
  readonly code: number | null
  readonly output: string
  readonly complaints: string
}

const known = new Map<ExternalTool, boolean>()

/** Whether the program is installed. */
export function hasTool(tool: ExternalTool): boolean {
  const has = known.get(tool) ?? spawnSync(tool, ['-v']).error === undefined
  known.set(tool, has)
  return has
}

/** A folder with one PDF in it, while tools look at it. */
export interface ToolBench {
  readonly pdf: string
  run(tool: ExternalTool, ...args: readonly string[]): ToolRun
  /** Files that a tool has left in the folder: name and bytes, sorted by name. */
  files(): readonly (readonly [name: string, bytes: Uint8Array])[]
}

/** Lays a PDF in a folder of its own, lets tools work there, and clears the folder. */
export async function withBench<T>(
  pdf: Uint8Array,
  work: (bench: ToolBench) => T | Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'banxin-pdf-'))
  const path = join(folder, 'document.pdf')
  writeFileSync(path, pdf)
  try {
    return await work({
      pdf: path,
      run(tool, ...args) {
        const done = spawnSync(tool, args, {
          cwd: folder,
          encoding: 'utf8',
          maxBuffer: 64 * 1024 * 1024,
        })
        return { code: done.status, output: done.stdout, complaints: done.stderr }
      },
      files: () =>
        readdirSync(folder)
          .filter((name) => name !== 'document.pdf')
          .sort()
          .map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))]),
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** A test that needs a program; where that is not installed the test is skipped by name. */
export function itWithTool(tool: ExternalTool, title: string, test: () => Promise<void>): void {
  it.skipIf(!hasTool(tool))(`${title} (needs ${tool})`, test)
}
