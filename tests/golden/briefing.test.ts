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
const sample = join(samples, 'briefing.banxin')
const golden = new URL('briefing.json', import.meta.url)

describe('samples/briefing.banxin', () => {
  it('is what its manuscript makes', () => {
    const folder = mkdtempSync(join(tmpdir(), 'banxin-briefing-'))
    const made = join(folder, 'briefing.banxin')
    const manuscript = join(samples, 'briefing/manuscript.md')
    try {
      runBanxin(['new', '--template', 'briefing', '--manuscript', manuscript, '-o', made])
      expect(Buffer.compare(readFileSync(made), readFileSync(sample))).toBe(0)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('has nothing for a preflight to find', () => {
    expect(runBanxin(['check', sample])).toBe('没有发现问题，共 4 页\n')
  })
})

describe('the pages of samples/briefing.banxin', () => {
  let composition: PrintedComposition

  beforeAll(() => {
    composition = composePackage(sample)
  })

  it('are those of tests/golden/briefing.json (UPDATE_GOLDEN=1 records them)', () => {
    const summaries = composition.pages.map(summarisePage)
    if (process.env['UPDATE_GOLDEN'] === '1') {
      writeFileSync(golden, `${JSON.stringify(summaries, null, 2)}\n`)
    }
    expect(existsSync(golden), 'tests/golden/briefing.json is not recorded').toBe(true)
    const recorded = JSON.parse(readFileSync(golden, 'utf8')) as readonly PageSummary[]
    expect(summaries).toEqual(recorded)
  })

  it('break no rule of pages', () => {
    expect(checkPages(composition.pages, RUNNING_STYLES.briefing)).toEqual([])
  })
})
