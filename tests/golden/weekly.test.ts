import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { composePackage, runBanxin, type PrintedComposition } from '../issue/run-banxin'
import { checkPages } from '../pages/check-pages'
import { WEEKLY_STYLES } from '../pages/weekly-styles'
import { summarisePage, type PageSummary } from './summarise-page'

const samples = fileURLToPath(new URL('../../samples/', import.meta.url))
const sample = join(samples, 'weekly.banxin')
const golden = new URL('weekly.json', import.meta.url)

describe('samples/weekly.banxin', () => {
  it('is what its manuscript and pictures make', () => {
    const folder = mkdtempSync(join(tmpdir(), 'banxin-sample-'))
    const made = join(folder, 'weekly.banxin')
    const manuscript = join(samples, 'weekly/manuscript.md')
    const photos = join(samples, 'weekly/photos')
    try {
      runBanxin([
        ...['new', '--template', 'weekly', '--manuscript', manuscript, '--photos', photos],
        ...['-o', made],
      ])
      expect(Buffer.compare(readFileSync(made), readFileSync(sample))).toBe(0)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

describe('the pages of samples/weekly.banxin', () => {
  let composition: PrintedComposition

  beforeAll(() => {
    composition = composePackage(sample)
  })

  it('are those of tests/golden/weekly.json (UPDATE_GOLDEN=1 records them)', () => {
    const summaries = composition.pages.map(summarisePage)
    if (process.env['UPDATE_GOLDEN'] === '1') {
      writeFileSync(golden, `${JSON.stringify(summaries, null, 2)}\n`)
    }
    expect(existsSync(golden), 'tests/golden/weekly.json is not recorded').toBe(true)
    const recorded = JSON.parse(readFileSync(golden, 'utf8')) as readonly PageSummary[]
    expect(summaries).toEqual(recorded)
  })

  it('break no rule of pages', () => {
    expect(checkPages(composition.pages, WEEKLY_STYLES)).toEqual([])
  })
})
