import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { issueOfOneStory } from '../../tests/issue/one-story'
import { openBundledFace } from '../../tests/readers/bundled-faces'
import { readWithPdfjs } from '../../tests/readers/read-with-pdfjs'
import { writeTestPdf } from '../../tests/readers/write-test-pdf'
import type { BodyMark, BodyNode } from '../document/story'
import { parseTemplate } from '../document/template'
import { createFontBook } from '../fonts/font-book'
import { composeIssue } from './compose-issue'
import type { ComposedPage, PageItem, PathStep } from './page'
import { createTypesetter } from './typesetter'

const json: unknown = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../templates/weekly/template.json'), 'utf8'),
)
const template = parseTemplate(json)
const faces = (['song', 'hei', 'kai', 'latin'] as const).map(openBundledFace)
const typesetter = createTypesetter(template, createFontBook(template.fonts, faces))
const SIZE_MPT = 10_500
const REST = '江水绕城而过，渡船每隔二十分钟开一班，船上的人多半带着菜篮子。'

type Part = string | readonly [text: string, ...marks: readonly BodyMark[]]

const paragraph = (...parts: readonly Part[]): BodyNode => ({
  type: 'paragraph',
  attrs: { id: 'p' },
  content: parts.map((part) => {
    const [text, ...marks] = typeof part === 'string' ? [part] : part
    return { type: 'text', text, ...(marks.length === 0 ? {} : { marks }) }
  }),
})
const name = (id: string): BodyMark => ({ type: 'proper_name', attrs: { id } })
const title = (id: string): BodyMark => ({ type: 'book_title', attrs: { id } })
const ruby = (id: string, text: string): BodyMark => ({ type: 'ruby', attrs: { id, text } })

const compose = (body: BodyNode): readonly ComposedPage[] =>
  composeIssue(issueOfOneStory([body], { columns: 1 }), typesetter).pages

const itemsOf = (pages: readonly ComposedPage[], kind: 'story' | 'ruby'): readonly PageItem[] =>
  pages.flatMap(({ items }) =>
    items.filter(
      ({ source }) => source.kind === kind && 'blockId' in source && source.blockId === 'p',
    ),
  )

const saidBy = (items: readonly PageItem[]): readonly string[] =>
  items.flatMap((item) => (item.kind === 'glyphs' ? item.text : []))

const xOf = (step: PathStep): number => (step.op === 'Z' ? NaN : step.xMpt)

describe('lines below names and titles', () => {
  it('of neighbours stand apart; that of a title is a wave', () => {
    const pages = compose(
      paragraph('有', ['程望', name('a')], ['顾小满', name('b')], '写', ['灯下笔记', title('c')]),
    )
    const items = itemsOf(pages, 'story')
    const lines = items.filter((item) => item.kind === 'rect')
    expect(lines.map(({ widthMpt }) => widthMpt)).toEqual([
      2 * SIZE_MPT - 2 * 735,
      3 * SIZE_MPT - 2 * 735,
    ])
    const [one, other] = lines
    const gapMpt = (other?.xMpt ?? 0) - (one?.xMpt ?? 0) - (one?.widthMpt ?? 0)
    expect(gapMpt).toBe(1_470)
    const [wave] = items.filter((item) => item.kind === 'path')
    const xs = wave?.steps.filter(({ op }) => op !== 'Z').map(xOf) ?? []
    const afterOther = (other?.xMpt ?? 0) + (other?.widthMpt ?? 0)
    // The characters 满 and 写 end and begin between them.
    expect(Math.min(...xs)).toBe(afterOther + 735 + SIZE_MPT + 735)
    expect(Math.max(...xs) - Math.min(...xs)).toBe(4 * SIZE_MPT - 2 * 735)
  })

  it('go on where a name goes on in bold, or in the next line', () => {
    const strong: BodyMark = { type: 'strong' }
    const bold = itemsOf(compose(paragraph(['程', strong, name('a')], ['望', name('a')])), 'story')
    const [one, other] = bold.filter((item) => item.kind === 'rect')
    expect((one?.xMpt ?? 0) + (one?.widthMpt ?? 0)).toBe(other?.xMpt)
    const long = itemsOf(compose(paragraph([REST.repeat(4), name('a')])), 'story')
    const rows = long.filter((item) => item.kind === 'rect')
    expect(rows.length).toBeGreaterThan(2)
    const middle = rows.slice(1, -1).map(({ widthMpt }) => widthMpt)
    const text = long.filter((item) => item.kind === 'glyphs').slice(1, -1)
    for (const [index, widthMpt] of middle.entries()) {
      const xs = text[index]?.xMpt ?? []
      expect(widthMpt).toBeGreaterThanOrEqual((xs.at(-1) ?? 0) - (xs[0] ?? 0))
    }
  })
})

describe('rubies on a page', () => {
  it('stand character by character where they have a word for each', () => {
    const said = (base: string, text: string): readonly string[] =>
      saidBy(itemsOf(compose(paragraph('在', [base, ruby('a', text)], '边')), 'ruby'))
    expect(said('岚江', 'lán jiāng')).toEqual(['lán', 'jiāng'])
    expect(said('岚江', 'lánjiāng')).toEqual(['lánjiāng'])
    expect(said('氤氲的', 'yīn yūn')).toEqual(['yīn yūn'])
    expect(said('GDP', '国 内 生')).toEqual(['国 内 生'])
  })

  it('leave the lines where they are', () => {
    const baselines = (pages: readonly ComposedPage[]): readonly number[] =>
      itemsOf(pages, 'story').flatMap((item) => (item.kind === 'glyphs' ? item.baselineMpt : []))
    const plain = new Set(baselines(compose(paragraph(REST.repeat(3)))))
    const marked = compose(paragraph(['江', ruby('a', 'jiāng')], REST.slice(1) + REST.repeat(2)))
    expect(new Set(baselines(marked))).toEqual(plain)
  })

  it('are read after their paragraph, which is read as it was typed', async () => {
    const body = paragraph(
      ['岚江', ruby('a', 'lán jiāng')],
      REST.repeat(3),
      ['渡口杂记', title('b'), ruby('c', 'dùkǒu')],
      '。',
    )
    const pages = compose(body)
    const typed = `岚江${REST.repeat(3)}渡口杂记。`
    const items = pages.flatMap((page) => page.items)
    expect(saidBy(itemsOf(pages, 'story')).join('')).toBe(typed)
    const last = items.findLastIndex(
      ({ source }) => source.kind === 'story' && source.blockId === 'p',
    )
    const first = items.findIndex(({ source }) => source.kind === 'ruby')
    expect(first).toBe(last + 1)
    const read = await readWithPdfjs(await writeTestPdf(pages, faces))
    const text = read.pages.map((page) => page.lines.replaceAll('\n', '')).join('')
    expect(text).toContain(`${typed}lánjiāngdùkǒu`)
  })
})

describe('a shift of the baseline', () => {
  it('lifts text by parts of its em, and leaves its size', () => {
    const shift: BodyMark = { type: 'baseline_shift', attrs: { milliEm: -200 } }
    const [, shifted] = itemsOf(compose(paragraph('水', ['二', shift], '氧')), 'story')
    expect(shifted).toMatchObject({ sizeMpt: SIZE_MPT, riseMpt: [-2_100], text: '二' })
  })
})
