import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { issueOfOneStory } from '../../tests/issue/one-story'
import { openBundledFace } from '../../tests/readers/bundled-faces'
import type { Asset } from '../document/asset'
import type { Issue } from '../document/issue'
import type { BodyNode } from '../document/story'
import { parseTemplate } from '../document/template'
import { createFontBook } from '../fonts/font-book'
import { composeIssue } from './compose-issue'
import type { ComposedPage, GlyphItem, ImageItem } from './page'
import { createTypesetter } from './typesetter'

const json: unknown = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../templates/weekly/template.json'), 'utf8'),
)
const template = parseTemplate(json)
const faces = (['song', 'hei', 'kai', 'latin'] as const).map(openBundledFace)
const book = createFontBook(template.fonts, faces)
const typesetter = createTypesetter(template, book)

const PICTURE = 'a'.repeat(64)
const photo: Asset = {
  id: PICTURE,
  mediaType: 'image/png',
  width: 1_000,
  height: 1_200,
  name: 'boat.png',
}
const SIZE_MPT = 10_500
const LINE_MPT = 17_000
const COLUMN_MPT = 22 * SIZE_MPT
const STANDOFF_MPT = SIZE_MPT

const SENTENCES = [
  '江水绕城而过，渡船每隔二十分钟开一班。',
  '“早上好！”她说，3.5公里的路走了40分钟——刚刚好。',
  '船上的人多半带着菜篮子；篮子里有 Banxin 牌的秤，也有昨天的报纸（第12期）。',
]
const textOf = (sentences: readonly number[]): string =>
  sentences.map((at) => SENTENCES[at] ?? '').join('')

const block = (type: string, id: string, text = '', attrs: BodyNode['attrs'] = {}): BodyNode => ({
  type,
  attrs: { id, ...attrs },
  ...(text === '' ? {} : { content: [{ type: 'text', text }] }),
})
const figure = (attrs: BodyNode['attrs'], caption = ''): BodyNode =>
  block('figure', 'f', caption, { asset: PICTURE, place: 'left', ...attrs })

const issueOf = (body: readonly BodyNode[], columns = 2, asset = photo): Issue =>
  issueOfOneStory(body, { columns }, [asset])

const compose = (body: readonly BodyNode[], columns = 2, asset = photo): readonly ComposedPage[] =>
  composeIssue(issueOf(body, columns, asset), typesetter).pages

/** Glyphs of the running text of a page. */
const running = ({ items }: ComposedPage): readonly GlyphItem[] =>
  items.flatMap((item) =>
    item.kind === 'glyphs' && item.source.kind === 'story' && item.sizeMpt === SIZE_MPT
      ? [item]
      : [],
  )
const imageOf = (pages: readonly ComposedPage[]) => {
  for (const page of pages) {
    const image = page.items.find((item): item is ImageItem => item.kind === 'image')
    if (image !== undefined) return { image, page }
  }
  throw new Error('There is no picture')
}
const textIn = (pages: readonly ComposedPage[], blockId: string): string =>
  pages
    .flatMap(({ items }) => items)
    .flatMap((item) =>
      item.kind === 'glyphs' && item.source.kind === 'story' && item.source.blockId === blockId
        ? [item.text]
        : [],
    )
    .join('')

/** The column of a recto that a place lies in. */
const columnAt = (xMpt: number): number =>
  Math.floor((xMpt + SIZE_MPT - template.page.margins.inside) / (COLUMN_MPT + 2 * SIZE_MPT))
const columnOf = ({ xMpt, widthMpt }: ImageItem): number => columnAt(xMpt + widthMpt / 2)

/** Where the ink of a run of glyphs can be: its em boxes, each as wide as a character at most. */
const boxOf = ({ xMpt, baselineMpt, text }: GlyphItem) => ({
  left: Math.min(...xMpt),
  right: Math.max(...xMpt) + (/[\p{Script=Han}]$/u.test(text) ? SIZE_MPT : 0),
  top: baselineMpt - 0.88 * SIZE_MPT,
  bottom: baselineMpt + 0.12 * SIZE_MPT,
})

const sentences = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 12 })
const bodies = fc.record({
  before: sentences,
  beside: fc.array(sentences, { minLength: 1, maxLength: 4 }),
  place: fc.constantFrom('left', 'right'),
  share: fc.integer({ min: 200, max: 640 }),
  caption: fc.constantFrom(
    '',
    '渡口的早晨，第一班船',
    '渡口的早晨，第一班船还没有开，人已经站满了石阶',
  ),
})

describe('a picture beside the text', () => {
  it('leaves the text whole and in order, on the grid, off the picture and in its column', () => {
    fc.assert(
      fc.property(bodies, ({ before, beside, place, share, caption }) => {
        const paragraphs = beside.map((each, at) =>
          block('paragraph', `p${String(at)}`, textOf(each)),
        )
        const pages = compose([
          block('paragraph', 'o', textOf(before)),
          figure({ place, share }, caption),
          ...paragraphs,
          block('paragraph', 'z', textOf([0, 1, 2, 0, 1, 2])),
        ])
        expect(textIn(pages, 'o')).toBe(textOf(before))
        for (const [at, each] of beside.entries()) {
          expect(textIn(pages, `p${String(at)}`)).toBe(textOf(each))
        }
        const first = running(pages[0] as ComposedPage)[0]?.baselineMpt ?? 0
        for (const item of pages.flatMap(running)) {
          expect(Math.abs(item.baselineMpt - first) % LINE_MPT).toBe(0)
        }
        const { image, page } = imageOf(pages)
        const column = columnOf(image)
        const lines = running(page)
          .map(boxOf)
          .filter(({ left }) => column === columnAt(left))
        const columnLeft = template.page.margins.inside + column * (COLUMN_MPT + 2 * SIZE_MPT)
        for (const { left, right, top, bottom } of lines) {
          // An opening mark may lose the blank before it, a closing one that after it.
          expect(left).toBeGreaterThanOrEqual(columnLeft - SIZE_MPT / 2)
          expect(right).toBeLessThanOrEqual(columnLeft + COLUMN_MPT + SIZE_MPT / 2)
          if (bottom <= image.yMpt || top >= image.yMpt + image.heightMpt) continue
          const room = place === 'left' ? left - (image.xMpt + image.widthMpt) : image.xMpt - right
          expect(room).toBeGreaterThanOrEqual(STANDOFF_MPT / 2)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('is not parted from the lines beside it, which pass its foot in its own column', () => {
    for (let before = 1; before < 40; before += 1) {
      const beside = block('paragraph', 'p', textOf([0, 1, 2, 0, 1, 2, 0, 1, 2]))
      const pages = compose([
        block('paragraph', 'o', SENTENCES[0]?.repeat(before)),
        figure({ share: 500 }, '渡口'),
        beside,
        block('paragraph', 'z', textOf([0, 1, 2, 0, 1, 2])),
      ])
      const { image, page } = imageOf(pages)
      const foot = image.yMpt + image.heightMpt
      const inColumn = running(page)
        .map(boxOf)
        .filter(({ left }) => columnAt(left) === columnOf(image))
      for (let top = image.yMpt; top < foot - LINE_MPT; top += LINE_MPT) {
        const isMet = inColumn.some((box) => box.top < top + LINE_MPT && box.bottom > top)
        expect(isMet, `line at ${String(top)} after ${String(before)} sentences`).toBe(true)
      }
    }
  })

  it('leaves blank what text does not reach, so that nothing else stands beside it', () => {
    const pages = compose([
      figure({ share: 500 }),
      block('paragraph', 'p', '只有一句。'),
      block('pull_quote', 'q', '引文一句'),
    ])
    const { image, page } = imageOf(pages)
    const quote = page.items.find((item) => item.kind === 'glyphs' && item.text.startsWith('引文'))
    if (quote?.kind !== 'glyphs') throw new Error('There is no quote')
    const isLower = quote.baselineMpt > image.yMpt + image.heightMpt
    expect(isLower || columnAt(quote.xMpt[0] ?? 0) !== columnOf(image)).toBe(true)
  })

  it('stands in the text without any beside it where the column is too narrow', () => {
    const { image } = imageOf(
      compose([figure({ share: 700 }), block('paragraph', 'p', textOf([0, 1]))], 3),
    )
    const columnMpt = (46 * SIZE_MPT - 2 * 21_000) / 3
    expect(image.widthMpt).toBeGreaterThan(columnMpt * 0.7)
  })

  const corner = fc.record({
    x: fc.integer({ min: 0, max: 1_000 }),
    y: fc.integer({ min: 0, max: 1_000 }),
  })

  it.each(['left', 'right'] as const)('keeps the text off an outline at the %s', (place) => {
    fc.assert(
      fc.property(fc.array(corner, { minLength: 3, maxLength: 40 }), (outline) => {
        const paragraph = block('paragraph', 'p', '江水绕城渡船每隔一刻开行'.repeat(40))
        const pages = compose([figure({ place, share: 600, outline }), paragraph])
        const { image, page } = imageOf(pages)
        const edge = outline.flatMap((from, at) => {
          const to = outline[(at + 1) % outline.length] ?? from
          return Array.from({ length: 50 }, (_, step) => ({
            x: image.xMpt + (image.widthMpt * (from.x + ((to.x - from.x) * step) / 50)) / 1_000,
            y: image.yMpt + (image.heightMpt * (from.y + ((to.y - from.y) * step) / 50)) / 1_000,
          }))
        })
        for (const item of running(page)) {
          const { left, right, top, bottom } = boxOf(item)
          if (columnAt(left) !== columnOf(image)) continue
          const near = edge.filter(
            ({ y }) => y > top - STANDOFF_MPT / 2 + 200 && y < bottom + STANDOFF_MPT / 2 - 200,
          )
          for (const { x } of near) {
            const room = place === 'left' ? left - x : x - right
            expect(room).toBeGreaterThanOrEqual(STANDOFF_MPT - 500)
          }
        }
      }),
      { numRuns: 40 },
    )
  })

  it('lets the text run up to an outline that leaves room', () => {
    const outline = [
      { x: 0, y: 0 },
      { x: 1_000, y: 1_000 },
      { x: 0, y: 1_000 },
    ]
    const paragraph = block('paragraph', 'p', '江水绕城渡船每隔一刻开行'.repeat(40))
    const pages = compose([figure({ share: 600, outline }), paragraph])
    const { image, page } = imageOf(pages)
    const lefts = running(page)
      .filter((item) => columnAt(item.xMpt[0] ?? 0) === columnOf(image))
      .filter(({ baselineMpt }) => baselineMpt < image.yMpt + image.heightMpt)
      .map(({ xMpt }) => xMpt[0] ?? 0)
    const [, second = 0] = lefts
    expect(second).toBeLessThan(image.xMpt + image.widthMpt / 2)
    expect(lefts.at(-1)).toBeGreaterThan(image.xMpt + image.widthMpt)
    for (const [at, left] of lefts.entries()) {
      if (at > 1) expect(left).toBeGreaterThanOrEqual(lefts[at - 1] ?? 0)
    }
  })

  it('is composed the same whatever is remembered', () => {
    const bodyOf = (attrs: BodyNode['attrs'], text: string): readonly BodyNode[] => [
      figure(attrs),
      block('subheading', 'h', '小标题'),
      block('paragraph', 'p', text),
    ]
    const long = textOf([0, 1, 2, 0, 1, 2])
    const tries = [
      { place: 'left' },
      { place: 'right' },
      { place: 'here' },
      { place: 'right', share: 500 },
      {
        place: 'left',
        outline: [
          { x: 0, y: 0 },
          { x: 500, y: 0 },
          { x: 0, y: 1_000 },
        ],
      },
    ]
    for (const attrs of [...tries, ...tries]) {
      const issue = issueOf(bodyOf(attrs, long))
      const fresh = createTypesetter(template, book)
      expect(composeIssue(issue, typesetter).pages).toEqual(composeIssue(issue, fresh).pages)
    }
  })
})
