import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { composePackage } from '../issue/run-banxin'
import { summarisePage, type PageSummary } from './summarise-page'

const sample = fileURLToPath(new URL('../../samples/weekly.banxin', import.meta.url))
const golden = new URL('weekly.json', import.meta.url)

describe('the pages of samples/weekly.banxin', () => {
  it('are those of tests/golden/weekly.json (UPDATE_GOLDEN=1 records them)', () => {
    const summaries = composePackage(sample).pages.map(summarisePage)
    if (process.env['UPDATE_GOLDEN'] === '1') {
      writeFileSync(golden, `${JSON.stringify(summaries, null, 2)}\n`)
    }
    expect(existsSync(golden), 'tests/golden/weekly.json is not recorded').toBe(true)
    const recorded = JSON.parse(readFileSync(golden, 'utf8')) as readonly PageSummary[]
    expect(summaries).toEqual(recorded)
  })
})
