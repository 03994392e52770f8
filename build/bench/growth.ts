import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { createFontBook } from '../../engine/fonts/font-book'
import { composeIssue } from '../../engine/layout/compose-issue'
import { createTypesetter } from '../../engine/layout/typesetter'
import { composeFile } from '../../host/compose-file'
import { productRoot } from '../../host/product-root'
import { makeBenchIssue } from './bench-issue'
import { timeOften } from './timing'

/** How long an issue of some length takes to compose, and the memory of the process that does it. */
export interface Growth {
  readonly characters: number
  readonly pages: number
  readonly composeMs: number
  readonly rssMb: number
}

/** About 20, 50, 100 and 200 pages. */
const LENGTHS = [25_000, 62_500, 125_000, 250_000]
const RUNS = 3
const BAR_WIDTH = 40

/** Composes issues of several lengths, each in a process of its own. */
export async function measureGrowth(folder: string): Promise<readonly Growth[]> {
  const grown: Growth[] = []
  for (const characters of LENGTHS) {
    const issue = await makeBenchIssue(folder, characters)
    const bench = join(productRoot, 'dist/bench.mjs')
    const said = execFileSync(process.execPath, [bench, '--grown', issue])
    const measured = JSON.parse(String(said)) as Omit<Growth, 'characters'>
    grown.push({ characters, ...measured })
  }
  return grown
}

/** Composes an issue in this process and prints, as JSON, what it took. */
export async function printGrowth(path: string): Promise<void> {
  const { issue, template, faces, composition } = await composeFile(path, () => undefined)
  const composeMs = await timeOften(RUNS, () =>
    composeIssue(issue, createTypesetter(template, createFontBook(template.fonts, faces))),
  )
  // What the process ever held, in kilobytes.
  const rssMb = process.resourceUsage().maxRSS / 1024
  const { length: pages } = composition.pages
  process.stdout.write(JSON.stringify({ pages, composeMs, rssMb }))
}

/** The growth as a table with a bar for each row: time a page, which is to stay what it is. */
export function drawGrowth(grown: readonly Growth[]): readonly string[] {
  const [first] = grown
  if (first === undefined) return []
  const perPage = grown.map(({ composeMs, pages }) => composeMs / pages)
  const most = Math.max(...perPage)
  return [
    'pages   characters    compose   times   a page      RSS',
    ...grown.map(({ pages, characters, composeMs, rssMb }, index) => {
      const own = perPage[index] ?? 0
      return [
        String(pages).padStart(5),
        String(characters).padStart(13),
        `${composeMs.toFixed(0)} ms`.padStart(11),
        (composeMs / first.composeMs).toFixed(1).padStart(8),
        `${own.toFixed(1)} ms`.padStart(9),
        `${rssMb.toFixed(0)} MB`.padStart(9),
        `  ${'█'.repeat(Math.round((BAR_WIDTH * own) / most))}`,
      ].join('')
    }),
  ]
}
