import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { issueOfOneStory } from '../../tests/issue/one-story'
import { openBundledFace } from '../../tests/readers/bundled-faces'
import type { Asset } from '../document/asset'
import type { FigurePin } from '../document/figure-pin'
import type { BodyNode } from '../document/story'
import { parseTemplate } from '../document/template'
import { createFontBook } from '../fonts/font-book'
import { composeIssue } from './compose-issue'
import type { Composition } from './composition'
import type { GlyphItem, ImageItem } from './page'
import { createTypesetter } from './typesetter'

const json: unknown = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../templates/weekly/template.json'), 'utf8'),
)
const template = parseTemplate(json)
const faces = (['song', 'hei', 'kai', 'latin'] as const).map(openBundledFace)
const typesetter = createTypesetter(template, createFontBook(template.fonts, faces))
const { leading, lines: areaLines } = template.page.typeArea
const { top: topMpt, inside } = template.page.margins

const photo: Asset = {
  id: 'a'.repeat(64),
  mediaType: 'image/jpeg',
  width: 3_000,
  height: 2_000,
  name: 'ferry.jpg',
}
const COLUMNS = 3
const GUTTER_MPT = 21_000
const AREA_MPT = template.page.typeArea.characters * template.page.typeArea.character
const COLUMN_MPT = Math.floor((AREA_MPT - GUTTER_MPT * (COLUMNS - 1)) / COLUMNS)

const TEXT =
  '江水绕城而过，渡船每隔二十分钟开一班。船上的人多半带着菜篮子，篮子里有秤，也有昨天的报纸。'
const paragraph = (id: string, sentences: number): BodyNode => ({
  type: 'paragraph',
  attrs: { id },
  content: [{ type: 'text', text: TEXT.repeat(sentences) }],
})
const paragraphs = (count: number, sentences = 4): readonly BodyNode[] =>
  Array.from({ length: count }, (_, at) => paragraph(`p${String(at)}`, sentences))
const figure = (id: string, pin: FigurePin | null, caption = '渡口的早晨'): BodyNode => ({
  type: 'figure',
  attrs: { id, asset: photo.id, alt: '渡口', pin },
  ...(caption === '' ? {} : { content: [{ type: 'text', text: caption }] }),
})
const compose = (body: readonly BodyNode[]): Composition =>
  composeIssue(issueOfOneStory(body, { columns: COLUMNS }, [photo]), typesetter)

const imageOf = ({ pages }: Composition, id: string) => {
  for (const page of pages) {
    const image = page.items.find(
      (item): item is ImageItem =>
        item.kind === 'image' && item.source.kind === 'story' && item.source.blockId === id,
    )
    if (image !== undefined) return { image, page }
  }
  throw new Error(`There is no picture ${id}`)
}
const codesOf = ({ findings }: Composition): readonly string[] =>
  findings.map(({ code }) => code).filter((code) => code.startsWith('pin-'))
const textItems = ({ items }: Composition['pages'][number]): readonly GlyphItem[] =>
  items.filter((item): item is GlyphItem => item.kind === 'glyphs' && item.source.kind === 'story')
const textOf = ({ pages, oversetPages }: Composition, blockId: string): string =>
  [...pages, ...oversetPages]
    .flatMap(textItems)
    .flatMap(({ source, text }) =>
      source.kind === 'story' && source.blockId === blockId ? [text] : [],
    )
    .join('')

const leftOfColumn = (pageIndex: number, column: number): number =>
  (pageIndex % 2 === 0 ? inside : template.page.width - inside - AREA_MPT) +
  (column - 1) * (COLUMN_MPT + GUTTER_MPT)

/** Whether any text but the caption's own stands in the place that a pin asks for. */
function meetsText(composition: Composition, { page: folio, ...pin }: FigurePin, id: string) {
  const page = composition.pages[folio - 1]
  const { line } = pin
  if (page === undefined || typeof line !== 'number') throw new Error('A pin at a line of a page')
  const left = leftOfColumn(folio - 1, pin.column)
  const right = left + pin.columns * (COLUMN_MPT + GUTTER_MPT) - GUTTER_MPT
  const top = topMpt + (line - 1) * leading
  const end = top + pin.lines * leading
  return textItems(page).some((item) => {
    const isOwn = item.source.kind === 'story' && item.source.blockId === id
    const isAcross = item.xMpt.some((x) => x >= left && x < right)
    return (
      !isOwn && isAcross && item.baselineMpt > top && item.baselineMpt - item.sizeMpt < end - 4_000
    )
  })
}

describe('a pinned figure', () => {
  const pin: FigurePin = { page: 1, column: 1, columns: 2, line: 24, lines: 13 }

  it('stands exactly at its place, to its height with the caption', () => {
    const composition = compose([...paragraphs(16), figure('f', pin)])
    const { image, page } = imageOf(composition, 'f')
    expect(page.index).toBe(0)
    expect(image.xMpt).toBe(leftOfColumn(0, 1))
    expect(image.widthMpt).toBe(2 * COLUMN_MPT + GUTTER_MPT)
    const top = topMpt + 23 * leading
    expect(image.yMpt).toBeGreaterThanOrEqual(top)
    expect(image.yMpt).toBeLessThan(top + leading / 2)
    expect(image.yMpt + image.heightMpt).toBeLessThan(top + 13 * leading)
    expect(image.yMpt + image.heightMpt).toBeGreaterThan(top + 9 * leading)
    expect(codesOf(composition)).toEqual([])
  })

  it('stays there whatever is written before it', () => {
    const { image } = imageOf(compose([...paragraphs(16), figure('f', pin)]), 'f')
    for (const count of [3, 9, 30]) {
      const other = imageOf(compose([figure('f', pin), ...paragraphs(count, 3)]), 'f')
      expect(other.page.index).toBe(0)
      expect(other.image).toEqual(image)
    }
  })

  it('has the text go around it: whole, in order, off it and on the grid', () => {
    const pins = fc.record({
      page: fc.integer({ min: 1, max: 2 }),
      column: fc.integer({ min: 1, max: 3 }),
      columns: fc.integer({ min: 1, max: 3 }),
      line: fc.integer({ min: 18, max: areaLines - 22 }),
      lines: fc.integer({ min: 5, max: 17 }),
    })
    fc.assert(
      fc.property(pins, fc.integer({ min: 20, max: 30 }), (any, count) => {
        const wanted = { ...any, columns: Math.min(any.columns, 4 - any.column) }
        const composition = compose([figure('f', wanted), ...paragraphs(count)])
        expect(codesOf(composition)).toEqual([])
        expect(imageOf(composition, 'f').page.folio).toBe(wanted.page)
        expect(meetsText(composition, wanted, 'f')).toBe(false)
        for (let at = 0; at < count; at += 1) {
          expect(textOf(composition, `p${String(at)}`)).toBe(TEXT.repeat(4))
        }
        const first = textItems(composition.pages[0] ?? never()).find(isRunning)?.baselineMpt ?? 0
        for (const page of composition.pages) {
          for (const { baselineMpt } of textItems(page).filter(isRunning)) {
            expect(Math.abs(baselineMpt - first) % leading).toBe(0)
          }
        }
      }),
      { numRuns: 25 },
    )
  })

  it('at the top or the foot stands at the ends of the text of its page', () => {
    const top = compose([figure('f', { ...pin, page: 2, line: 'top' }), ...paragraphs(40)])
    expect(imageOf(top, 'f').image.yMpt).toBeLessThan(topMpt + leading)
    const foot = compose([figure('f', { ...pin, page: 2, line: 'bottom' }, ''), ...paragraphs(40)])
    const { image } = imageOf(foot, 'f')
    const end = topMpt + areaLines * leading
    expect(image.yMpt + image.heightMpt).toBeLessThan(end)
    expect(image.yMpt + image.heightMpt).toBeGreaterThan(end - leading)
  })

  it('is in none of the columns that its page tells of', () => {
    const { image } = imageOf(compose([figure('f', pin), ...paragraphs(20)]), 'f')
    const [frame] = compose([figure('f', pin), ...paragraphs(20)]).frames
    const columns = frame?.columns ?? []
    expect(columns).toHaveLength(5)
    for (const area of columns) {
      const isAside = area.leftMpt >= image.xMpt + image.widthMpt
      const isAbove = area.topMpt + area.heightMpt <= image.yMpt
      const isBelow = area.topMpt >= image.yMpt + image.heightMpt
      expect(isAside || isAbove || isBelow).toBe(true)
    }
  })

  it('is made up anew wherever it is moved, whatever is remembered of the place before', () => {
    for (let line = 19; line <= 27; line += 1) {
      for (const lines of [6, 9, 12]) {
        const body = [
          figure('f', { ...pin, line, lines }),
          ...paragraphs(8),
          figure('g', null),
          ...paragraphs(7).map(({ attrs, ...node }) => ({
            ...node,
            attrs: { id: `q${String(attrs?.['id'])}` },
          })),
          figure('h', null),
        ]
        const issue = issueOfOneStory(body, { columns: COLUMNS }, [photo])
        const remembered = composeIssue(issue, typesetter)
        expect(remembered).toEqual(composeIssue(issue, { ...typesetter }))
      }
    }
  })

  it('never parts the banner of a section from the head below it', () => {
    const issue = issueOfOneStory([figure('f', { ...pin, line: 13 }), ...paragraphs(20)], {}, [
      photo,
    ])
    const [page] = composeIssue(issue, typesetter).pages
    const tops = (page ?? never()).items.flatMap((item) =>
      item.kind === 'glyphs' &&
      (item.source.kind === 'section' ||
        (item.source.kind === 'story' && item.source.blockId === 'headline'))
        ? [item.baselineMpt]
        : [],
    )
    const end = topMpt + (12 + pin.lines) * leading
    expect(tops.length).toBeGreaterThan(1)
    expect(Math.min(...tops)).toBeGreaterThan(end)
  })

  it('may take a whole page, which the text passes', () => {
    const whole = { page: 2, column: 1, columns: 3, line: 1, lines: areaLines }
    const composition = compose([figure('f', whole), ...paragraphs(40)])
    expect(codesOf(composition)).toEqual(['pin-astray'])
    const texts = textItems(composition.pages[1] ?? never())
    expect(texts.every(({ source }) => source.kind === 'story' && source.blockId === 'f')).toBe(
      true,
    )
    expect(textOf(composition, 'p39')).toBe(TEXT.repeat(4))
  })

  it.each([
    ['a page that the issue does not reach', { page: 9 }, 'pin-page-missing'],
    ['columns beyond those of its story', { column: 3 }, 'pin-outside'],
    ['lines below the foot', { line: areaLines - 5 }, 'pin-outside'],
    ['lines above the text of the first page', { line: 1 }, 'pin-outside'],
  ])('flows with the text, and says so, where it is pinned to %s', (_, wrong, code) => {
    const composition = compose([...paragraphs(12), figure('f', { ...pin, ...wrong })])
    expect(codesOf(composition)).toEqual([code])
    const [finding] = composition.findings.filter((each) => each.code === code)
    expect(finding?.explanation.where).toContain('“渡口的早晨”')
    const plain = compose([...paragraphs(12), figure('f', null)])
    expect(composition.pages).toEqual(plain.pages)
  })

  it('flows with the text where another pinned before it stands in its way', () => {
    const other = { ...pin, column: 2, line: 30, lines: 8 }
    const body = [...paragraphs(14), figure('f', pin), figure('g', other)]
    const composition = compose(body)
    expect(codesOf(composition)).toEqual(['pin-collides'])
    const plain = compose([...paragraphs(14), figure('f', pin), figure('g', null)])
    expect(composition.pages).toEqual(plain.pages)
    expect(imageOf(composition, 'g').image.widthMpt).toBeGreaterThan(0)
  })
})

describe('a page with a pinned figure alone', () => {
  it('has the title of its section', () => {
    const whole = { page: 2, column: 1, columns: 3, line: 1, lines: areaLines }
    const { pages } = compose([figure('f', whole), ...paragraphs(40)])
    const furniture = (pages[1] ?? never()).items.flatMap((item) =>
      item.kind === 'glyphs' && item.source.kind !== 'story' ? [item.text] : [],
    )
    expect(furniture.join('')).toContain('要闻')
  })
})

describe('pins on a page that the issue reaches with one figure in its text', () => {
  it('hold as far as they can, and what is said of the others is so', () => {
    const wide = { column: 1, columns: 3, lines: 30 }
    const at = (line: FigurePin['line']): FigurePin => ({ ...wide, page: 2, line })
    let taken = 0
    for (let count = 4; count <= 11; count += 1) {
      const body = [...paragraphs(count), figure('f', at('top')), figure('g', at('bottom'))]
      const composition = compose(body)
      const { findings, pages } = composition
      const codes = codesOf(composition)
      for (const { code, explanation } of findings) {
        if (code !== 'pin-page-missing' || pages.length < 2) continue
        expect(explanation.what.zh).toMatch(/^图片若固定在第 2 版/)
      }
      if (pages.length === 2 && codes.length < 2) taken += codes.length
      expect(compose(body).pages).toEqual(pages)
    }
    expect(taken).toBeGreaterThan(0)
  })
})

describe('a figure that another story pins below a head', () => {
  const headEndOf = ({ pages }: Composition): number =>
    Math.max(
      ...textItems(pages[0] ?? never()).flatMap(({ source, baselineMpt }) =>
        source.kind === 'story' && source.storyId === 's' && source.blockId === 'headline'
          ? [baselineMpt]
          : [],
      ),
    )
  const composeTwo = (pinOfOther: FigurePin): Composition => {
    const issue = issueOfOneStory(paragraphs(14), { columns: COLUMNS }, [photo])
    const { records } = issue
    const [section] = Object.values(records.sections)
    const [story] = Object.values(records.stories)
    if (section === undefined || story === undefined) return never()
    const body = [figure('f', pinOfOther, ''), paragraph('q', 30)]
    const other = {
      ...story,
      id: 't',
      headline: '对岸',
      body: { type: 'doc' as const, content: body },
    }
    return composeIssue(
      {
        ...issue,
        records: {
          ...records,
          sections: { c: { ...section, stories: ['s', 't'] } },
          stories: { s: story, t: other },
        },
      },
      typesetter,
    )
  }

  it.each([3, 1])('parts it from no text, across %s columns', (columns) => {
    let above = 0
    for (let line = 14; line <= 28; line += 1) {
      const composition = composeTwo({ page: 1, column: 1, columns, line, lines: 6 })
      const { image } = imageOf(composition, 'f')
      const head = headEndOf(composition)
      if (head > image.yMpt) continue
      above += 1
      const right = leftOfColumn(0, 1) + COLUMN_MPT
      const between = textItems(composition.pages[0] ?? never()).filter(
        (item) => isRunning(item) && (item.xMpt[0] ?? 0) < right && item.baselineMpt < image.yMpt,
      )
      expect(new Set(between.map(({ baselineMpt }) => baselineMpt)).size).toBeGreaterThanOrEqual(4)
    }
    expect(above).toBeGreaterThan(2)
  })

  it('in its last columns stands a line off the head', () => {
    let above = 0
    for (let line = 14; line <= 28; line += 1) {
      const composition = composeTwo({ page: 1, column: 3, columns: 1, line, lines: 6 })
      const { image } = imageOf(composition, 'f')
      const plain = headEndOf(composeTwo({ page: 1, column: 3, columns: 1, line: 30, lines: 6 }))
      const head = headEndOf(composition)
      if (head > image.yMpt) continue
      above += 1
      expect(head).toBe(plain)
      const firstLine = Math.min(
        ...textItems(composition.pages[0] ?? never())
          .filter(isRunning)
          .map((item) => item.baselineMpt),
      )
      // The first line of text is level with the line that is kept off.
      expect(image.yMpt).toBeGreaterThan(firstLine)
    }
    expect(above).toBeGreaterThan(2)
  })

  it('does not push it below a figure of its own', () => {
    const own = compose([
      ...paragraphs(12),
      figure('f', { page: 1, column: 1, columns: 3, line: 30, lines: 6 }),
    ])
    const head = headEndOf(own)
    const line = Math.ceil((head - topMpt) / leading) + 2
    const below = compose([
      ...paragraphs(12),
      figure('f', { page: 1, column: 1, columns: 3, line, lines: 6 }),
    ])
    expect(headEndOf(below)).toBe(head)
  })
})

const isRunning = ({ sizeMpt, source }: GlyphItem): boolean =>
  sizeMpt === template.page.typeArea.character &&
  source.kind === 'story' &&
  source.blockId.startsWith('p')

function never(): never {
  throw new Error('There is such a page')
}
