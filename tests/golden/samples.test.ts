import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { composePackage, runBanxin, type PrintedComposition } from '../issue/run-banxin'
import { checkPages } from '../pages/check-pages'
import { RUNNING_STYLES } from '../pages/running-styles'
import { summarisePage, type PageSummary } from './summarise-page'

const samples = fileURLToPath(new URL('../../samples/', import.meta.url))

describe.each(['weekly', 'newspaper'] as const)('samples/%s.banxin', (name) => {
  const sample = join(samples, `${name}.banxin`)
  const golden = new URL(`${name}.json`, import.meta.url)
  let composition: PrintedComposition

  beforeAll(() => {
    composition = composePackage(sample)
  })

  it('is what its manuscript and pictures make', () => {
    const folder = mkdtempSync(join(tmpdir(), 'banxin-sample-'))
    const made = join(folder, `${name}.banxin`)
    const manuscript = join(samples, `${name}/manuscript.md`)
    const photos = join(samples, `${name}/photos`)
    try {
      runBanxin([
        ...['new', '--template', name, '--manuscript', manuscript, '--photos', photos],
        ...['-o', made],
      ])
      expect(Buffer.compare(readFileSync(made), readFileSync(sample))).toBe(0)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('has the pages that are recorded (UPDATE_GOLDEN=1 records them)', () => {
    const summaries = composition.pages.map(summarisePage)
    if (process.env['UPDATE_GOLDEN'] === '1') {
      writeFileSync(golden, `${JSON.stringify(summaries, null, 2)}\n`)
    }
    expect(existsSync(golden), `tests/golden/${name}.json is not recorded`).toBe(true)
    const recorded = JSON.parse(readFileSync(golden, 'utf8')) as readonly PageSummary[]
    expect(summaries).toEqual(recorded)
  })

  it('breaks no rule of pages', () => {
    expect(checkPages(composition.pages, RUNNING_STYLES[name])).toEqual([])
  })
})
