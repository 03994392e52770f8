import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const scratch = mkdtempSync(join(tmpdir(), 'banxin-arrows-'))
afterAll(() => {
  rmSync(scratch, { recursive: true })
})

/** Runs the guard over a small tree of files; gives its exit code and what it printed. */
function cruise(files: Record<string, string>): { code: number | null; said: string } {
  const folder = mkdtempSync(join(scratch, 'tree-'))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  cpSync(join(root, 'build/dependency-cruiser.cjs'), join(folder, 'dependency-cruiser.cjs'))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  const run = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      '--config',
      'dependency-cruiser.cjs',
      '--output-type',
      'err',
      'engine',
    ],
    { cwd: folder, encoding: 'utf8' },
  )
  return { code: run.status, said: run.stdout + run.stderr }
}

const page = { 'engine/layout/page.ts': 'export interface Page {\n  readonly index: number\n}\n' }
const ink = { 'engine/document/ink.ts': 'export const BLACK = 1000\n' }

describe('the guard of the arrows between rooms', () => {
  it('lets the arrows of the map pass', () => {
    const { code, said } = cruise({
      ...page,
      ...ink,
      'engine/pdf/write.ts':
        "import type { Page } from '../layout/page'\nimport { BLACK } from '../document/ink'\nexport const black = (page: Page) => page.index + BLACK\n",
      'engine/document/schema.ts': "export { z } from 'zod'\n",
    })
    expect(said).toContain('no dependency violations')
    expect(code).toBe(0)
  })

  it('stops each arrow that is not on the map, and names it', () => {
    const { code, said } = cruise({
      ...page,
      ...ink,
      'engine/document/page.ts': "export type { Page } from '../layout/page'\n",
      'engine/layout/columns.ts': 'export const columns = 2\n',
      'engine/pdf/columns.ts': "export { columns } from '../layout/columns'\n",
      'engine/text/pdf.ts': "export { PDFDocument } from 'pdf-lib'\n",
      'engine/text/picture.ts': "export { default } from 'sharp'\n",
      'engine/document/window.ts': "export { ref } from 'vue'\n",
      'engine/manuscript/schema.ts': "export { z } from 'zod'\n",
      'engine/text/shaper.ts': "export { Blob } from 'harfbuzzjs'\n",
      'engine/text/file.ts': "export { readFileSync } from 'node:fs'\n",
      'engine/text/a.ts': "import { b } from './b'\nexport const a = () => b\n",
      'engine/text/b.ts': "import { a } from './a'\nexport const b = () => a\n",
      'engine/attic/ink.ts': "export { BLACK } from '../document/ink'\n",
    })
    expect(code).not.toBe(0)
    for (const violation of [
      'not-in-allowed: engine/document/page.ts → engine/layout/page.ts',
      'not-in-allowed: engine/pdf/columns.ts → engine/layout/columns.ts',
      'not-in-allowed: engine/attic/ink.ts → engine/document/ink.ts',
      'not-in-allowed: engine/text/picture.ts → ',
      'not-in-allowed: engine/document/window.ts → ',
      'not-in-allowed: engine/manuscript/schema.ts → ',
      'only-engine-pdf-imports-pdf-lib: engine/text/pdf.ts → ',
      'only-engine-fonts-imports-harfbuzzjs: engine/text/shaper.ts → ',
      'runs-anywhere: engine/text/file.ts → fs',
      'no-cycles: engine/text/a.ts → ',
    ])
      expect(said).toContain(violation)
  })
})
