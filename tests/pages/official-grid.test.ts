import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ComposedPage, GlyphItem, PageItem } from '../../engine/layout/page'
import { composePackage, runBanxin } from '../issue/run-banxin'
import { spawnBanxin } from '../issue/spawn-banxin'

/** GB/T 9704-2012 in millimetres: the type area, its place on A4, and what stands about it. */
const GB = {
  topMm: 37,
  bindingMm: 28,
  toleranceMm: 1,
  widthMm: 156,
  heightMm: 225,
  lines: 22,
  characters: 28,
  outerRuleMm: 0.35,
  innerRuleMm: 0.25,
  folioBelowMm: 7,
} as const

const folder = mkdtempSync(join(tmpdir(), 'banxin-official-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const mm = (mpt: number): number => (mpt / 72_000) * 25.4
const isGlyphs = (item: PageItem): item is GlyphItem => item.kind === 'glyphs'
const isStory = ({ source }: PageItem): boolean => source.kind === 'story'

/** The composed pages of a manuscript in the template. */
function compose(name: string, manuscript: string): readonly ComposedPage[] {
  const [text, made] = [join(folder, `${name}.md`), join(folder, `${name}.banxin`)]
  writeFileSync(text, manuscript)
  runBanxin(['new', '--template', 'briefing', '--manuscript', text, '-o', made])
  return composePackage(made).pages
}

const front = (...lines: string[]): string =>
  ['---', '刊名: 工作简报', '日期: 2026-09-01', ...lines, '---', ''].join('\n')
const glyphsOf = (page: ComposedPage | undefined): readonly GlyphItem[] =>
  (page?.items ?? []).filter(isGlyphs)
/** What furniture says, line by line from the top. */
function furnitureLines(page: ComposedPage | undefined): readonly string[] {
  const lines = new Map<number, GlyphItem[]>()
  for (const item of glyphsOf(page)) {
    if (isStory(item)) continue
    lines.set(item.baselineMpt, [...(lines.get(item.baselineMpt) ?? []), item])
  }
  return [...lines]
    .sort(([a], [b]) => a - b)
    .map(([, items]) =>
      items
        .toSorted((a, b) => (a.xMpt[0] ?? 0) - (b.xMpt[0] ?? 0))
        .map(({ text }) => text)
        .join(' '),
    )
}
const rulesOf = (page: ComposedPage | undefined) =>
  (page?.items ?? []).flatMap((item) => (item.kind === 'rect' ? [item] : []))

describe('the type area of the briefing', () => {
  let pages: readonly ComposedPage[]

  beforeAll(() => {
    pages = compose('grid', `${front()}\n## 题\n\n${'国'.repeat(28 * 80)}\n`)
  })

  it('has 22 lines of 28 characters that fill 156 × 225 mm at their place on A4', () => {
    for (const page of pages.slice(1, 3)) {
      expect([mm(page.widthMpt), mm(page.heightMpt)].map(Math.round)).toEqual([210, 297])
      const lines = glyphsOf(page).filter(isStory)
      expect(lines).toHaveLength(GB.lines)
      const [first] = lines
      const [x = 0] = first?.xMpt ?? []
      const step = (lines[1]?.baselineMpt ?? 0) - (first?.baselineMpt ?? 0)
      expect(Math.abs(mm(step * GB.lines) - GB.heightMm)).toBeLessThan(0.1)
      const { sizeMpt = 0, baselineMpt = 0 } = first ?? {}
      // The em box, 0.88 em of it above the baseline, stands in the middle of its line.
      const topMpt = baselineMpt - 0.88 * sizeMpt - (step - sizeMpt) / 2
      expect(Math.abs(mm(topMpt) - GB.topMm)).toBeLessThan(GB.toleranceMm / 10)
      const binding = page.side === 'recto' ? mm(x) : 210 - mm(x) - GB.widthMm
      expect(Math.abs(binding - GB.bindingMm)).toBeLessThan(GB.toleranceMm / 10)
      for (const line of lines) {
        expect([...line.text]).toHaveLength(GB.characters)
        const width = (line.xMpt.at(-1) ?? 0) + line.sizeMpt - x
        expect(Math.abs(mm(width) - GB.widthMm)).toBeLessThan(0.1)
        for (const [index, at] of line.xMpt.entries()) expect(at).toBe(x + index * sizeMpt)
      }
    }
  })

  it('is set in 三号, between the 15.75 pt of Founder and the 16 pt of Word', () => {
    const sizes = new Set(
      pages
        .slice(1)
        .flatMap((p) => glyphsOf(p).filter(isStory))
        .map(({ sizeMpt }) => sizeMpt),
    )
    expect(sizes.size).toBe(1)
    for (const size of sizes) {
      expect(size).toBeGreaterThanOrEqual(15_750)
      expect(size).toBeLessThanOrEqual(16_000)
    }
  })
})

describe('the pages of samples/briefing.banxin', () => {
  const { pages } = composePackage(
    fileURLToPath(new URL('../../samples/briefing.banxin', import.meta.url)),
  )
  const [first, , , last] = pages
  const leftMm = (page: ComposedPage | undefined): number =>
    page?.side === 'verso' ? 210 - GB.bindingMm - GB.widthMm : GB.bindingMm

  it('are black on K alone, but for the red of the name and its rules', () => {
    const inks = new Set(
      pages.flatMap(({ items }) =>
        items.flatMap((item) => ('ink' in item ? [Object.values(item.ink).join(' ')] : [])),
      ),
    )
    expect([...inks].sort()).toEqual(['0 0 0 1000', '0 1000 1000 0'])
    const isRed = (item: PageItem): boolean => 'ink' in item && item.ink.magenta > 0
    const red = pages.flatMap(({ items }) => items.filter(isRed))
    expect(red.map((item) => (isGlyphs(item) ? item.text : item.kind))).toEqual([
      '柑林区民生工作简报',
      'rect',
      'rect',
    ])
  })

  it('have the name, and the red rule, across the type area', () => {
    const name = glyphsOf(first).find(({ text }) => text === '柑林区民生工作简报')
    const [x = 0, right = 0] = [name?.xMpt[0], name?.xMpt.at(-1)]
    expect(Math.abs(mm(x) - GB.bindingMm)).toBeLessThan(0.1)
    expect(Math.abs(mm(right + (name?.sizeMpt ?? 0) - x) - GB.widthMm)).toBeLessThan(0.1)
    expect(mm(name?.sizeMpt ?? 0)).toBeLessThanOrEqual(22)
    const [rule] = rulesOf(first)
    expect(Math.abs(mm(rule?.widthMpt ?? 0) - GB.widthMm)).toBeLessThan(0.1)
    expect(mm(rule?.heightMpt ?? 0)).toBeGreaterThan(0.5)
  })

  it('have the number in the middle, the issuer at left and the day at right over that rule', () => {
    const lines = furnitureLines(first)
    expect(lines.slice(0, 4)).toEqual([
      '内部资料　注意保存',
      '柑林区民生工作简报',
      '第 18 期',
      '柑林区民生服务办公室 2026年10月30日',
    ])
  })

  it('have the headline in 二号 on two lines like in length', () => {
    const lines = glyphsOf(first).filter(({ sizeMpt }) => sizeMpt === 22_000)
    const baselines = [...new Set(lines.map(({ baselineMpt }) => baselineMpt))]
    expect(baselines).toHaveLength(2)
    const [upper = 0, lower = 0] = baselines.map((at) =>
      lines
        .filter(({ baselineMpt }) => baselineMpt === at)
        .reduce((sum, { glyphs }) => sum + glyphs.length, 0),
    )
    expect(Math.abs(upper - lower)).toBeLessThanOrEqual(3)
  })

  it('have levels in Hei, Kai and heavy FangSong (here Song) of the size of the text, 2 em in', () => {
    const indentOf = (start: string): [string | undefined, number | undefined, number] => {
      for (const page of pages) {
        const item = glyphsOf(page).find(({ text }) => text.startsWith(start))
        if (item === undefined) continue
        return [item.face, item.sizeMpt, mm(item.xMpt[0] ?? 0) - leftMm(page)]
      }
      return [undefined, undefined, 0]
    }
    for (const [start, face] of [
      ['一、先问', 'Noto Sans SC/500'],
      ['（一）入户', 'LXGW WenKai/400'],
      ['1.', 'Noto Serif SC/700'],
    ] as const) {
      const [found, size, indent] = indentOf(start)
      expect([found, size]).toEqual([face, 15_793])
      expect(Math.abs(indent - mm(2 * 15_793))).toBeLessThan(0.1)
    }
  })

  it('have folios in 四号 between dashes, 7 mm below, a character in from the outer edge', () => {
    for (const page of pages) {
      const items = glyphsOf(page).filter(
        ({ text }) => text.includes('—') || /^\s*\d\s*$/.test(text),
      )
      const folio = items.filter(({ baselineMpt }) => mm(baselineMpt) > GB.topMm + GB.heightMm)
      const said = folio
        .map(({ text }) => text)
        .join('')
        .replaceAll(' ', '')
      expect(said).toBe(`—${String(page.folio)}—`)
      const [item] = folio
      expect(item?.sizeMpt).toBe(14_000)
      const below = mm((item?.baselineMpt ?? 0) - 0.88 * 14_000) - GB.topMm - GB.heightMm
      expect(Math.abs(below - GB.folioBelowMm)).toBeLessThan(0.1)
      const edges = folio.flatMap(({ xMpt }) => [...xMpt])
      const [from, to] = [Math.min(...edges), Math.max(...edges) + 14_000].map(mm)
      const gap =
        page.side === 'recto' ? leftMm(page) + GB.widthMm - (to ?? 0) : (from ?? 0) - leftMm(page)
      expect(Math.abs(gap - mm(14_000))).toBeLessThan(0.2)
    }
  })

  it('have the colophon between rules at the very foot of the last page alone', () => {
    expect(pages.map((page) => rulesOf(page).filter(({ ink }) => ink.black > 0).length)).toEqual([
      0, 0, 0, 3,
    ])
    const rules = rulesOf(last)
    const heights = rules.map(({ heightMpt }) => Math.round(mm(heightMpt) * 100) / 100)
    expect(heights).toEqual([GB.outerRuleMm, GB.innerRuleMm, GB.outerRuleMm])
    const lowest = rules.at(-1)
    const foot = mm((lowest?.yMpt ?? 0) + (lowest?.heightMpt ?? 0))
    expect(Math.abs(foot - GB.topMm - GB.heightMm)).toBeLessThan(0.1)
    for (const { xMpt, widthMpt } of rules) {
      expect(Math.abs(mm(xMpt) - leftMm(last))).toBeLessThan(0.1)
      expect(Math.abs(mm(widthMpt) - GB.widthMm)).toBeLessThan(0.1)
    }
    const top = rules[0]?.yMpt ?? 0
    const said = furnitureLines(last)
    expect(said.map((line) => line.slice(0, 2))).toEqual([
      '报：',
      '送：',
      '发：',
      '民服',
      '柑林',
      '编辑',
      '— ',
    ])
    for (const item of glyphsOf(last)) {
      if (isStory(item)) expect(item.baselineMpt).toBeLessThan(top)
      else expect(item.sizeMpt).toBe(14_000)
    }
  })
})

describe('the colophon', () => {
  const story = (lines: number): string => `\n## 题\n\n${'国'.repeat(28 * lines - 2)}\n`

  it('leaves out rows of which nothing is known, and stands on its foot all the same', () => {
    const [page] = compose('short', `${front('报: 区政府')}${story(3)}`)
    const lines = furnitureLines(page)
    expect(lines.filter((line) => /^[送发编]/.test(line))).toEqual([])
    expect(lines).toContain('报： 区政府')
    const lowest = rulesOf(page).at(-1)
    const foot = mm((lowest?.yMpt ?? 0) + (lowest?.heightMpt ?? 0))
    expect(Math.abs(foot - GB.topMm - GB.heightMm)).toBeLessThan(0.1)
  })

  it('goes on to a page more where the text would run into it', () => {
    const pages = compose('full', `${front('报: 区政府')}${story(30)}`)
    expect(pages).toHaveLength(3)
    expect(glyphsOf(pages[2]).some(isStory)).toBe(false)
    expect(rulesOf(pages[1])).toEqual([])
    expect(furnitureLines(pages[2])).toContain('报： 区政府')
  })

  it('is found to be overset where a list takes more lines than it has', () => {
    const list = Array.from({ length: 40 }, (_, at) => `第${String(at)}街道`).join('、')
    compose('overset', `${front(`发: ${list}`)}${story(3)}`)
    const { stdout } = spawnBanxin(['check', 'overset.banxin'], folder)
    expect(stdout).toMatch(/“第0街道.*太长，母版上放不下/)
  })
})
