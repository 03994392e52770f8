import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openBundledFace } from '../../tests/readers/bundled-faces'
import { ISSUE_VERSION, type Issue } from '../document/issue'
import type { BodyNode, Story } from '../document/story'
import { parseTemplate } from '../document/template'
import { createFontBook } from '../fonts/font-book'
import { composeIssue } from './compose-issue'
import type { ComposedPage, PageItem } from './page'
import { createTypesetter } from './typesetter'

const json: unknown = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../templates/weekly/template.json'), 'utf8'),
)
const template = parseTemplate(json)
const faces = (['song', 'hei', 'kai', 'latin'] as const).map(openBundledFace)
const typesetter = createTypesetter(template, createFontBook(template.fonts, faces))

const PICTURE = 'a'.repeat(64)
let blocks = 0
const block = (type: string, text: string, attrs: BodyNode['attrs'] = {}): BodyNode => {
  blocks += 1
  const content = text === '' ? {} : { content: [{ type: 'text', text }] }
  return { type, attrs: { id: `b${String(blocks)}`, ...attrs }, ...content }
}
const paragraph = (text: string): BodyNode => block('paragraph', text)
const figure = (caption: string, attrs: BodyNode['attrs'] = {}): BodyNode =>
  block('figure', caption, { asset: PICTURE, ...attrs })

function issueOf(bodies: readonly (readonly BodyNode[])[], style = 'news'): Issue {
  const stories = bodies.map((content, index): Story => ({
    id: `s${String(index)}`,
    headline: `第${String(index + 1)}篇稿件的标题`,
    body: { type: 'doc', content },
    status: 'draft',
  }))
  return {
    format: 'banxin',
    version: ISSUE_VERSION,
    id: 'i1',
    publication: { name: '试排周报', publisher: '试排编辑部', fields: {} },
    number: 1,
    date: '2026-01-02',
    template: { id: 'weekly', version: 1 },
    sections: ['c1', 'c2'],
    records: {
      sections: {
        c1: { id: 'c1', style, title: '要闻', stories: stories.map((story) => story.id) },
        c2: { id: 'c2', style, title: '空栏目', stories: [] },
      },
      stories: Object.fromEntries(stories.map((story) => [story.id, story])),
    },
    assets: {
      [PICTURE]: { id: PICTURE, mediaType: 'image/jpeg', width: 3000, height: 2000, name: 'p.jpg' },
    },
  }
}

const sentence = '江水绕城而过，渡船每隔二十分钟开一班。'
const long = (times: number): string => sentence.repeat(times)

function textOf(pages: readonly ComposedPage[], storyId: string): string {
  const isOfStory = (item: PageItem): boolean =>
    item.source.kind === 'story' && item.source.storyId === storyId
  return pages
    .flatMap((page) => page.items.filter(isOfStory))
    .map((item) => (item.kind === 'glyphs' ? item.text : ''))
    .join('')
}

describe('composeIssue', () => {
  it('reads every story through, captions between paragraphs and never inside one', () => {
    const body = [
      paragraph(long(9)),
      figure('渡口的早晨', { credit: '某某 摄' }),
      paragraph(long(40)),
      figure('船上的人', { span: 'all' }),
      paragraph(long(60)),
    ]
    const { pages, findings } = composeIssue(issueOf([body]), typesetter)
    expect(findings).toEqual([])
    const text = textOf(pages, 's0')
    for (const times of [9, 40, 60]) expect(text).toContain(long(times))
    expect(text).toContain('渡口的早晨某某 摄')
    expect(text.length).toBe(
      '第1篇稿件的标题渡口的早晨某某 摄船上的人'.length + sentence.length * 109,
    )
  })

  it('gives the same pages for the same issue, whatever was composed before', () => {
    const issue = issueOf([[paragraph(long(30)), figure('一')], [paragraph(long(50))]])
    const first = composeIssue(issue, typesetter)
    composeIssue(issueOf([[paragraph(long(7))]]), typesetter)
    expect(composeIssue(issue, typesetter)).toEqual(first)
    const fresh = createTypesetter(template, createFontBook(template.fonts, faces))
    expect(composeIssue(issue, fresh)).toEqual(first)
  })

  it('sets every kind of block', () => {
    const cell = (text: string, header: boolean): BodyNode => block('table_cell', text, { header })
    const row = (header: boolean, ...texts: string[]): BodyNode => ({
      ...block('table_row', ''),
      content: texts.map((text) => cell(text, header)),
    })
    const body = [
      block('subheading', '小标题'),
      paragraph(long(4)),
      { ...block('brief_list', ''), content: [block('brief', '简讯一'), block('brief', '简讯二')] },
      block('pull_quote', '引文一句'),
      block('column_break', ''),
      { ...block('table', ''), content: [row(true, '班次', '时刻'), row(false, '首班', '6:30')] },
      { ...block('figure_group', ''), content: [figure('左图'), figure('右图')] },
      block('qr_code', '扫一扫', { data: 'https://example.org/' }),
    ]
    const { pages } = composeIssue(issueOf([body]), typesetter)
    const text = textOf(pages, 's0')
    for (const part of [
      '小标题',
      '◆简讯一',
      '◆简讯二',
      '引文一句',
      '班次',
      '6:30',
      '左图',
      '扫一扫',
    ]) {
      expect(text).toContain(part)
    }
    const items = pages.flatMap((page) => page.items)
    expect(items.filter((item) => item.kind === 'image')).toHaveLength(2)
    expect(
      items.filter((item) => item.kind === 'path' && item.source.kind === 'story'),
    ).toHaveLength(1)
  })

  it.each(['', ' \t'])(
    'draws no code of the address %j, and keeps its line and its room',
    (data) => {
      const body = [paragraph(long(4)), block('qr_code', '扫一扫', { data }), paragraph(long(9))]
      const items = composeIssue(issueOf([body]), typesetter).pages.flatMap((page) => page.items)
      const ofStory = items.filter(({ source }) => source.kind === 'story')
      expect(ofStory.filter(({ kind }) => kind === 'path')).toEqual([])
      expect(ofStory).toContainEqual(expect.objectContaining({ kind: 'glyphs', text: '扫一扫' }))
      const withCode = composeIssue(
        issueOf([body.map((node) => addressed(node, 'https://a.org'))]),
        typesetter,
      )
      const drawn = withCode.pages.flatMap((page) => page.items)
      expect(drawn.filter(({ kind }) => kind !== 'path')).toEqual(
        items.filter(({ kind }) => kind !== 'path'),
      )
    },
  )

  it('leaves sections without stories off the paper', () => {
    const { bookmarks } = composeIssue(issueOf([[paragraph(sentence)]]), typesetter)
    expect(bookmarks.map(({ title }) => title)).toEqual(['要闻', '第1篇稿件的标题'])
  })

  it('names the story that no longer fits, and by how many lines', () => {
    const few = { ...template, sequence: { ...template.sequence, maximumPages: 2 } }
    const setter = createTypesetter(few, createFontBook(few.fonts, faces))
    const { findings, fits, pages } = composeIssue(
      issueOf([[paragraph(long(20))], [paragraph(long(400))]]),
      setter,
    )
    expect(pages).toHaveLength(2)
    expect(fits.map(({ oversetLines }) => oversetLines > 0)).toEqual([false, true])
    expect(findings.map(({ code, storyId }) => [code, storyId])).toEqual([['overset', 's1']])
    expect(findings[0]?.explanation.where).toBe('第2篇稿件的标题')
  })

  it('reports a character that no face has', () => {
    const { findings } = composeIssue(issueOf([[paragraph('有一个字𒀀没有字形。')]]), typesetter)
    expect(findings.map(({ code, storyId }) => [code, storyId])).toEqual([
      ['character-missing', 's0'],
    ])
  })

  it('names all characters that one face lacks of a story at once, at the first of them', () => {
    const rare = Array.from({ length: 20 }, (_, index) => String.fromCodePoint(0x12000 + index))
    const [first, second] = [
      paragraph(`有字${rare.slice(0, 3).join('')}`),
      paragraph(rare.join('')),
    ]
    const { findings } = composeIssue(
      issueOf([[paragraph(sentence), first, second], [paragraph('另一篇𒀀，\ue123。')]]),
      typesetter,
    )
    expect(findings).toMatchObject([
      { code: 'character-missing', storyId: 's0', blockId: first.attrs?.['id'], offset: 2 },
      { code: 'character-missing', storyId: 's1', offset: 3 },
    ])
    const family = faces[0]?.family ?? ''
    expect(findings.map(({ explanation }) => explanation.what.zh)).toEqual([
      `字体“${family}”没有这 20 个字：${rare.slice(0, 12).join('、')}…`,
      `字体“${family}”没有这 2 个字：𒀀、U+E123`,
    ])
  })

  it('tells what each face lacks apart', () => {
    const { findings } = composeIssue(
      issueOf([[paragraph('一个𒀀字'), block('subheading', '𒀀和𒀁')]]),
      typesetter,
    )
    expect(findings.map(({ explanation }) => explanation.what.en)).toEqual([
      expect.stringMatching(/^Noto Serif SC has no glyph for “𒀀” \(U\+12000\)$/),
      expect.stringMatching(/^Noto Sans SC has no glyphs for these 2 characters: 𒀀, 𒀁$/),
    ])
  })

  it('reports pictures and heads that fall past the last page, not only text', () => {
    const one = { ...template, sequence: { ...template.sequence, maximumPages: 1 } }
    const setter = createTypesetter(one, createFontBook(one.fonts, faces))
    const tall = [figure('一', { span: 'all' }), figure('二', { span: 'all' })]
    const { pages, fits, findings } = composeIssue(issueOf([tall, tall, []]), setter)
    expect(pages).toHaveLength(1)
    expect(fits.map(({ oversetLines }) => oversetLines > 0)).toEqual([true, true, true])
    expect(findings.map(({ code }) => code)).toEqual(['overset', 'overset', 'overset'])
  })

  it('shows a drawing whole and a tall photograph narrower, both within the page', () => {
    const issue = issueOf([[paragraph(long(4)), figure('塔', { span: 'all' }), paragraph(long(9))]])
    const tall = { id: PICTURE, width: 1000, height: 3000, name: 'tower' }
    for (const mediaType of ['image/png', 'image/jpeg'] as const) {
      const assets = { [PICTURE]: { ...tall, mediaType } }
      const { pages, findings } = composeIssue({ ...issue, assets }, typesetter)
      expect(findings).toEqual([])
      const images = pages.flatMap((page) => page.items.filter((item) => item.kind === 'image'))
      expect(images).toHaveLength(1)
      for (const { widthMpt, heightMpt, crop } of images) {
        expect(heightMpt / widthMpt).toBeCloseTo(3, 1)
        expect(crop).toMatchObject({ width: 1000, height: expect.closeTo(1000, -1) as number })
      }
    }
  })

  it('says when a head is taller than a page', () => {
    const issue = issueOf([[paragraph(sentence)]])
    const [story] = Object.values(issue.records.stories)
    if (story === undefined) throw new Error('no story')
    const stories = { [story.id]: { ...story, headline: '长'.repeat(500), deck: '长'.repeat(500) } }
    const { findings } = composeIssue(
      { ...issue, records: { ...issue.records, stories } },
      typesetter,
    )
    expect(findings.map(({ code }) => code)).toEqual(['too-tall'])
  })

  it('says when furniture is longer than its place', () => {
    const issue = issueOf([[paragraph(sentence)]])
    const publication = { ...issue.publication, name: '一份名字很长的周报'.repeat(4) }
    const { findings } = composeIssue({ ...issue, publication }, typesetter)
    expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(['furniture-overset']))
  })

  it('keeps whatever an editor does on the sheet, in whole numbers, and loses no text', () => {
    const text = fc.integer({ min: 1, max: 60 }).map((times) => paragraph(long(times)))
    const picture = fc
      .record({
        span: fc.constantFrom('auto', 'column', 'all'),
        place: fc.constantFrom('here', 'top', 'bottom'),
      })
      .map((attrs) => figure('说明', attrs))
    const other = fc.constantFrom('pull_quote', 'subheading', 'column_break').map((type) => ({
      ...block(type, type === 'column_break' ? '' : '短句一行'),
    }))
    const bodies = fc.array(fc.array(fc.oneof(text, picture, other), { maxLength: 9 }), {
      minLength: 1,
      maxLength: 4,
    })
    fc.assert(
      fc.property(
        bodies,
        fc.constantFrom('news', 'briefs', 'lead'),
        fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined }),
        (made, style, columns) => {
          const issue = issueOf(made.map(renumber), style)
          const stories = Object.fromEntries(
            Object.entries(issue.records.stories).map(([id, story]) => [
              id,
              columns === undefined ? story : { ...story, columns },
            ]),
          )
          const { pages, findings } = composeIssue(
            { ...issue, records: { ...issue.records, stories } },
            typesetter,
          )
          expect(findings.filter(({ code }) => code !== 'overset')).toEqual([])
          for (const page of pages) for (const item of page.items) checkItem(item, page)
          if (findings.length > 0) return
          for (const [index, body] of made.entries()) {
            const typed = body.map((node) => node.content?.[0]?.text ?? '').join('')
            expect(textOf(pages, `s${String(index)}`).length).toBeGreaterThanOrEqual(typed.length)
          }
        },
      ),
      { numRuns: 60, seed: 7 },
    )
  })
})

/** A block with an address where it has room for one. */
function addressed(node: BodyNode, data: string): BodyNode {
  return node.type === 'qr_code' ? { ...node, attrs: { ...node.attrs, data } } : node
}

/** Blocks with ids of their own, for a generator may give one block twice. */
function renumber(body: readonly BodyNode[]): readonly BodyNode[] {
  return body.map((node, index) => ({ ...node, attrs: { ...node.attrs, id: `n${String(index)}` } }))
}

function checkItem(item: PageItem, page: ComposedPage): void {
  const numbers =
    item.kind === 'glyphs'
      ? [item.baselineMpt, ...item.xMpt, ...item.glyphs]
      : item.kind === 'path'
        ? item.steps.flatMap((step) => ('xMpt' in step ? [step.xMpt, step.yMpt] : []))
        : [item.xMpt, item.yMpt, item.widthMpt, item.heightMpt]
  expect(numbers.every(Number.isInteger)).toBe(true)
  if (item.kind === 'glyphs') {
    expect(item.baselineMpt).toBeLessThanOrEqual(page.heightMpt)
    for (const x of item.xMpt) expect(x >= 0 && x <= page.widthMpt).toBe(true)
  } else if (item.kind === 'image') {
    expect(
      Math.min(item.widthMpt, item.heightMpt, item.crop.width, item.crop.height),
    ).toBeGreaterThan(0)
    expect(item.xMpt + item.widthMpt).toBeLessThanOrEqual(page.widthMpt)
    expect(item.yMpt + item.heightMpt).toBeLessThanOrEqual(page.heightMpt)
  }
}
