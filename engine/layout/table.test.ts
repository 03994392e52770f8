import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { issueOfOneStory } from '../../tests/issue/one-story'
import { openBundledFace } from '../../tests/readers/bundled-faces'
import type { Issue } from '../document/issue'
import type { BodyNode } from '../document/story'
import { parseTemplate } from '../document/template'
import { createFontBook } from '../fonts/font-book'
import { composeIssue } from './compose-issue'
import type { ComposedPage, GlyphItem } from './page'
import { requiredFaces } from './required-faces'
import { createTypesetter } from './typesetter'

const json: unknown = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../templates/weekly/template.json'), 'utf8'),
)
const template = parseTemplate(json)
const faces = (['song', 'hei', 'kai', 'latin'] as const).map(openBundledFace)
const typesetter = createTypesetter(template, createFontBook(template.fonts, faces))

let blocks = 0
const block = (type: string, attrs: BodyNode['attrs'] = {}, content?: BodyNode[]): BodyNode => {
  blocks += 1
  return { type, attrs: { id: `b${String(blocks)}`, ...attrs }, ...(content && { content }) }
}
const textIn = (text: string): BodyNode[] => (text === '' ? [] : [{ type: 'text', text }])
const paragraph = (times: number): BodyNode =>
  block('paragraph', {}, textIn('江水绕城而过，渡船每隔二十分钟开一班。'.repeat(times)))

/** A table of rows, as many of them headers as said. */
const table = (
  rows: readonly (readonly string[])[],
  headers = 1,
  attrs: BodyNode['attrs'] = {},
): BodyNode =>
  block(
    'table',
    attrs,
    rows.map((row, index) =>
      block(
        'table_row',
        {},
        row.map((text) => block('table_cell', { header: index < headers }, textIn(text))),
      ),
    ),
  )

const issueOf = (body: BodyNode[], columns?: number): Issue =>
  issueOfOneStory(body, columns === undefined ? {} : { columns })

const compose = (...body: BodyNode[]): readonly ComposedPage[] =>
  composeIssue(issueOf(body), typesetter).pages

/** Glyphs in the size of cells, by columns of their pages, top to bottom. */
function cellsOf(pages: readonly ComposedPage[]): readonly (readonly GlyphItem[])[] {
  const middleMpt = template.page.width / 2
  return pages.flatMap(({ items }) => {
    const cells = items.filter((item) => item.kind === 'glyphs' && item.sizeMpt === 8_500)
    const glyphs = cells.filter((item): item is GlyphItem => item.kind === 'glyphs')
    const isLeft = ({ xMpt }: GlyphItem): boolean => (xMpt[0] ?? 0) < middleMpt
    return [glyphs.filter(isLeft), glyphs.filter((item) => !isLeft(item))]
  })
}

const isFurniture = (item: GlyphItem): boolean => item.source.kind === 'furniture'
const timetable = (rows: number): string[][] => [
  ['班次', '时刻'],
  ...Array.from({ length: rows }, (_, index) => [`船${String(index + 1)}`, `${String(index)}:30`]),
]
/** The table's columns that hold some of its rows, each with what it says, by source. */
const partsOf = (pages: readonly ComposedPage[]) =>
  cellsOf(pages)
    .map((items) => items.filter(({ text }) => /^[班时船]|:30$/.test(text)))
    .filter((items) => items.length > 0)
    .map((items) => ({
      repeated: items.filter(isFurniture).map(({ text }) => text),
      own: items.filter((item) => !isFurniture(item)).map(({ text }) => text),
      first: items.toSorted((a, b) => a.baselineMpt - b.baselineMpt)[0]?.text,
    }))

describe('a table', () => {
  it('has its header again above every part, as furniture, and each word once', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 4, max: 150 }),
        fc.integer({ min: 0, max: 40 }),
        (rows, before) => {
          const parts = partsOf(compose(paragraph(before), table(timetable(rows))))
          const own = parts.flatMap((part) => part.own)
          expect(own.filter((text) => text.startsWith('船'))).toEqual(
            Array.from({ length: rows }, (_, index) => `船${String(index + 1)}`),
          )
          expect(own.filter((text) => text === '班次')).toHaveLength(1)
          for (const [index, part] of parts.entries()) {
            expect(part.first).toBe('班次')
            expect(part.repeated).toEqual(index === 0 ? [] : ['班次', '时刻'])
            const inPart = part.own.filter((text) => text.startsWith('船')).length
            expect(inPart).toBeGreaterThanOrEqual(2)
          }
        },
      ),
      { numRuns: 40 },
    )
  })

  it('stays within the foot of the page with what is repeated', () => {
    const pages = compose(paragraph(3), table(timetable(150)))
    const bottom = template.page.margins.top + 42 * 17_000
    for (const column of cellsOf(pages)) {
      for (const { baselineMpt, text } of column) {
        if (/^船|:30$/.test(text)) expect(baselineMpt).toBeLessThan(bottom)
      }
    }
    expect(partsOf(pages).length).toBeGreaterThan(3)
  })

  it('is not parted when it has three rows or fewer, but after the first of three', () => {
    for (let before = 0; before < 24; before += 1) {
      for (const rows of [1, 2]) {
        expect(partsOf(compose(paragraph(before), table(timetable(rows))))).toHaveLength(1)
      }
      const [, second] = partsOf(compose(paragraph(before), table(timetable(3))))
      if (second !== undefined) expect(second.own).toHaveLength(4)
    }
  })

  it('is laid whole when its rows are taller than half a page, and has no header of its own', () => {
    const tall = '船'.repeat(900)
    const rows = [
      ['甲', tall],
      ['乙', tall],
      ['丙', tall],
      ['丁', tall],
    ]
    const pages = compose(table(rows, 0))
    const text = cellsOf(pages)
      .flat()
      .filter((item) => !isFurniture(item))
    expect(
      text
        .map((item) => item.text)
        .join('')
        .match(/船/g),
    ).toHaveLength(3_600)
  })

  const edges = (texts: readonly string[]): readonly number[] => {
    const rows = [['项目', '数目'], ...texts.map((text, index) => [`第${String(index)}项`, text])]
    const glyphs = cellsOf(compose(paragraph(2), table(rows))).flat()
    return texts.map((text) => {
      const found = glyphs.find((item) => item.text === text)
      if (found === undefined) throw new Error(`${text} is not on the page`)
      const stop = text.search(/[.%]|$/)
      const end = found.xMpt[stop]
      const digit = found.xMpt[stop - 1] ?? 0
      return end ?? digit + (digit - (found.xMpt[stop - 2] ?? 0))
    })
  }

  it('sets numbers so that their whole parts end under one another', () => {
    const ends = edges(['186.5', '1,171', '68.25', '91%', '1007'])
    // The table may be parted; its parts are alike.
    const columnMpt = 231_000 + 21_000
    for (const end of ends) {
      expect(Math.abs((end % columnMpt) - ((ends[0] ?? 0) % columnMpt))).toBeLessThan(3)
    }
  })

  it('leaves a column at its left where one cell is no number', () => {
    const rows = [
      ['项目', '数目'],
      ['甲', '12'],
      ['乙', '约1000'],
    ]
    const glyphs = cellsOf(compose(paragraph(2), table(rows))).flat()
    const lefts = ['数目', '12', '约'].map(
      (text) => glyphs.find((item) => item.text.startsWith(text))?.xMpt[0],
    )
    expect(new Set(lefts).size).toBe(1)
  })

  it('gives a column the width that its cells ask for', () => {
    const rows = [
      ['序', '说明'],
      ['1', '船只检修期间改由北岸码头上下，持月票的乘客不另收费。'],
    ]
    const [first, second] = ['序', '说明'].map(
      (text) =>
        cellsOf(compose(paragraph(2), table(rows)))
          .flat()
          .find((item) => item.text === text)?.xMpt[0] ?? 0,
    )
    expect((second ?? 0) - (first ?? 0)).toBeLessThan(40_000)
  })

  const widthOf = (attrs: BodyNode['attrs'], columns: number): number => {
    const row = Array.from({ length: columns }, (_, index) => `第${String(index)}栏要写四个字以上`)
    const pages = compose(paragraph(6), table([row, row], 1, attrs), paragraph(6))
    const rules = pages.flatMap(({ items }) =>
      items.flatMap((item) =>
        item.kind === 'rect' && item.heightMpt === 850 ? [item.widthMpt] : [],
      ),
    )
    return rules[0] ?? 0
  }

  it('spans all columns when told to, or when a column would cramp its cells', () => {
    const [columnMpt, areaMpt] = [22 * 10_500, 46 * 10_500]
    expect(widthOf({}, 3)).toBe(columnMpt)
    expect(widthOf({}, 6)).toBe(areaMpt)
    expect(widthOf({ span: 'all' }, 3)).toBe(areaMpt)
    expect(widthOf({ span: 'column' }, 6)).toBe(columnMpt)
  })

  it('goes on over pages across all columns, with its header', () => {
    const body = [paragraph(20), table(timetable(90), 1, { span: 'all' }), paragraph(20)]
    const pages = compose(...body)
    const parts = pages.filter(({ items }) =>
      items.some((item) => item.kind === 'glyphs' && item.text.startsWith('船')),
    )
    expect(parts.length).toBeGreaterThan(1)
    const text = pages.flatMap(({ items }) =>
      items.flatMap((item) => (item.kind === 'glyphs' && item.text === '班次' ? [item] : [])),
    )
    expect(text.filter((item) => !isFurniture(item))).toHaveLength(1)
    expect(text.filter(isFurniture)).toHaveLength(parts.length - 1)
  })

  it('asks for the heavier faces that its title is set in', () => {
    const weightsOf = (caption: string): readonly number[] =>
      requiredFaces(issueOf([table(timetable(2), 0, { caption })]), template)
        .filter(({ family }) => family === 'LXGW WenKai')
        .map(({ weight }) => weight)
    expect(weightsOf('渡船时刻')).toContain(700)
    expect(weightsOf('')).not.toContain(700)
  })

  it('has its title above it, in the middle, once', () => {
    const pages = compose(paragraph(1), table(timetable(3), 1, { caption: '渡船时刻' }))
    const glyphs = cellsOf(pages).flat()
    const title = glyphs.filter(({ text }) => text === '渡船时刻')
    const header = glyphs.find(({ text }) => text === '班次')
    expect(title).toHaveLength(1)
    expect(title[0]?.baselineMpt).toBeLessThan(header?.baselineMpt ?? 0)
    expect(title[0]?.source).toMatchObject({ kind: 'story', offset: 0 })
  })
})
