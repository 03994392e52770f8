import { resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { createRandom } from '../../tests/desk/random'
import { editAtRandom } from '../../tests/recompose/random-edit'
import { loadFaces } from '../../host/load-faces'
import { openPackage } from '../../host/package-file'
import type { Issue } from '../document/issue'
import type { BodyNode, Story } from '../document/story'
import { parseTemplate, type Template } from '../document/template'
import { createFontBook, type FontBook } from '../fonts/font-book'
import { composeIssue } from './compose-issue'
import type { Composition } from './composition'
import type { ComposedPage, GlyphItem, RectItem } from './page'
import { requiredFaces } from './required-faces'
import { createTypesetter } from './typesetter'

const sample = resolve(import.meta.dirname, '../../samples/newspaper.banxin')
const LEAD = '天亮前，二百零六条船出港'

let issue: Issue
let template: Template
let book: FontBook
let whole: Composition

beforeAll(async () => {
  const { document } = await openPackage(sample)
  issue = document.issue
  template = parseTemplate(document.template)
  book = createFontBook(template.fonts, await loadFaces(requiredFaces(issue, template)))
  whole = composeIssue(issue, createTypesetter(template, book))
})

const compose = (edited: Issue, other = template): Composition =>
  composeIssue(edited, createTypesetter(other, book))

const storyOf = (headline: string): Story => {
  const found = Object.values(issue.records.stories).find((story) => story.headline === headline)
  if (found === undefined) throw new Error(`The sample has no story ${headline}`)
  return found
}

const withStory = (story: Story): Issue => ({
  ...issue,
  records: { ...issue.records, stories: { ...issue.records.stories, [story.id]: story } },
})

const glyphsOf = (page: ComposedPage): readonly GlyphItem[] =>
  page.items.flatMap((item) => (item.kind === 'glyphs' ? [item] : []))

/** What the furniture of pages says that tells of a jump, with the page that says it. */
const jumpLines = ({ pages }: Composition): readonly string[] =>
  pages.flatMap((page) =>
    glyphsOf(page).flatMap(({ text, source }) =>
      source.kind === 'furniture' && /上接|下转/.test(text) ? [`${page.folio} ${text}`] : [],
    ),
  )

const textOf = ({ pages, oversetPages }: Composition, storyId: string): string =>
  [...pages, ...oversetPages]
    .flatMap(glyphsOf)
    .map(({ source, text }) => (source.kind === 'story' && source.storyId === storyId ? text : ''))
    .join('')

const textsIn = (node: BodyNode): string =>
  (node.text ?? '') + (node.content ?? []).map(textsIn).join('')

const paragraph = (id: string, text: string): BodyNode => ({
  type: 'paragraph',
  attrs: { id },
  content: [{ type: 'text', text }],
})
const SENTENCE = '江水绕城而过，渡船每隔二十分钟开一班。'

describe('a story in a slot', () => {
  it('stands on the page of its slot, each where it was put, and leaves none empty', () => {
    expect(whole.pages.map(({ parent }) => parent)).toEqual(['front', 'city', 'general', 'back'])
    expect(whole.findings).toEqual([])
    expect(whole.fits.every(({ oversetLines }) => oversetLines === 0)).toBe(true)
    const folios = new Map(whole.fits.map(({ storyId, folios: own }) => [storyId, own]))
    expect(folios.get(storyOf(LEAD).id)).toEqual([1, 3])
    expect(folios.get(storyOf('海边小词典').id)).toEqual([4])
  })

  it('keeps to the columns of its slot, mirrored on a verso', () => {
    const { id } = storyOf('海边小词典')
    const [page] = whole.pages.filter(({ folio }) => folio === 4)
    const own = (page === undefined ? [] : glyphsOf(page)).filter(
      ({ source }) => source.kind === 'story' && source.storyId === id,
    )
    const left = Math.min(...own.flatMap(({ xMpt }) => xMpt))
    const right = Math.max(...own.flatMap(({ xMpt }) => xMpt))
    const { width, margins } = template.page
    const insideEdge = width - margins.inside
    const { left: fromInside, width: slotWidth } = template.parents['back']?.slots?.['词典'] ?? {
      left: 0,
      width: 0,
    }
    expect(left).toBeGreaterThanOrEqual(insideEdge - fromInside - slotWidth - 5_000)
    expect(right).toBeLessThan(insideEdge - fromInside)
  })

  it('flows with its section when its slot is gone, which is said; a slot without a story too', () => {
    const { findings, fits } = compose(withStory({ ...storyOf('海边小词典'), slot: '天窗' }))
    expect(findings.map(({ code }) => code)).toContain('slot-missing')
    const empty = findings.find(({ code }) => code === 'slot-empty')
    expect(empty).toMatchObject({ severity: 'warning', pageIndex: 3 })
    expect(empty?.explanation.what.zh).toContain('词典')
    const { id } = storyOf('海边小词典')
    expect(fits.find(({ storyId }) => storyId === id)?.oversetLines).toBeGreaterThan(0)
  })

  it('has its pictures flow with it there, wherever they are pinned, which is said', () => {
    const story = storyOf(LEAD)
    const pin = { page: 1, column: 1, columns: 2, line: 20, lines: 12 }
    const content = (story.body.content ?? []).map((block): BodyNode => {
      return block.type === 'figure' ? { ...block, attrs: { ...block.attrs, pin } } : block
    })
    const { pages, findings } = compose(withStory({ ...story, body: { type: 'doc', content } }))
    expect(pages).toEqual(whole.pages)
    const said = findings.filter(({ code }) => code === 'pin-in-slot')
    expect(said.map(({ storyId }) => storyId)).toEqual([story.id])
  })

  it('shares it with others, one below the other in reading order', () => {
    const { slot = '', ...essay } = storyOf('灯亮着，就有人看得见')
    const body = { type: 'doc', content: [paragraph('b1', SENTENCE.repeat(3))] }
    const short = { ...essay, slot, body }
    const brief = { ...storyOf('老字号开到夜里，守夜的人有了热饭'), slot, body }
    const stories = { ...issue.records.stories, [short.id]: short, [brief.id]: brief }
    const { pages } = compose({ ...issue, records: { ...issue.records, stories } })
    const topOf = (id: string): number =>
      Math.min(
        ...(pages[0] === undefined ? [] : glyphsOf(pages[0])).flatMap(({ source, baselineMpt }) =>
          source.kind === 'story' && source.storyId === id ? [baselineMpt] : [],
        ),
      )
    expect(topOf(brief.id)).toBeLessThan(topOf(short.id))
  })
})

describe('a story that jumps', () => {
  it('says where it goes on and where it comes from, in no text of its own', () => {
    expect(jumpLines(whole)).toEqual(['1 （下转第3版）', '3 （上接第1版）'])
    const { id, kicker = '', headline, deck = '', byline = '', body } = storyOf(LEAD)
    const text = textOf(whole, id)
    const figures = (body.content ?? []).filter(({ type }) => type === 'figure')
    const credits = figures.map(({ attrs }) => String(attrs?.['credit'])).join('')
    expect(text).toHaveLength((kicker + headline + deck + byline + credits + textsIn(body)).length)
    for (const block of body.content ?? []) {
      if (block.type === 'paragraph') expect(text).toContain(textsIn(block))
    }
  })

  it('says nothing of it when all of it fits again', () => {
    const { body, ...lead } = storyOf(LEAD)
    const content = (body.content ?? []).slice(0, 3)
    const fitting = compose(withStory({ ...lead, body: { ...body, content } }))
    expect(jumpLines(fitting)).toEqual([])
  })

  it('names the page that it really comes to, also its own', () => {
    const long = { ...storyOf('修了四十年灯塔的人') }
    const content = [...(long.body.content ?? []), paragraph('long', SENTENCE.repeat(6))]
    const cut = { ...storyOf('柚子熟了，山路上来了“流动秤”') }
    const stories = {
      ...issue.records.stories,
      [long.id]: { ...long, body: { ...long.body, content } },
      [cut.id]: { ...cut, body: { ...cut.body, content: (cut.body.content ?? []).slice(0, 2) } },
    }
    const composed = compose({ ...issue, records: { ...issue.records, stories } })
    expect(jumpLines(composed)).toEqual([
      '1 （下转第3版）',
      '3 （上接第1版）',
      '3 （上接本版）',
      '3 （下转本版）',
    ])
  })

  it('keeps six lines in its slot and four for the rest, whatever its length', () => {
    const { body, ...story } = storyOf('老字号开到夜里，守夜的人有了热饭')
    let jumps = 0
    for (let times = 8; times < 22; times += 1) {
      const content = [paragraph('p1', SENTENCE.repeat(9)), paragraph('p2', SENTENCE.repeat(times))]
      const wide = { ...template, sequence: { ...template.sequence, maximumPages: 6 } }
      const composed = compose(withStory({ ...story, body: { ...body, content } }), wide)
      const lines = composed.pages.map((page) => {
        const own = glyphsOf(page).filter(
          ({ source }) =>
            source.kind === 'story' &&
            source.storyId === story.id &&
            source.blockId.startsWith('p'),
        )
        return new Set(own.map(({ baselineMpt, xMpt }) => `${baselineMpt} ${xMpt[0] ?? 0}`)).size
      })
      const parts = lines.filter((count) => count > 0)
      if (parts.length > 1) {
        jumps += 1
        expect(parts[0], `${times} before`).toBeGreaterThanOrEqual(6)
        expect(parts[1], `${times} after`).toBeGreaterThanOrEqual(4)
      }
      const text = textOf(composed, story.id)
      expect(text).toContain(SENTENCE.repeat(9 + times))
    }
    expect(jumps).toBeGreaterThan(4)
  })

  it('loses and doubles no character and no picture, whatever is edited and put into which slot', () => {
    const random = createRandom(7)
    const slots = Object.values(template.parents).flatMap((parent) =>
      Object.keys(parent.slots ?? {}),
    )
    const typesetter = createTypesetter(template, book)
    let edited = issue
    let jumps = 0
    for (let count = 0; count < 120; count += 1) {
      edited = editAtRandom(edited, random, count, slots)
      const composed = composeIssue(edited, typesetter)
      jumps += jumpLines(composed).length
      const printed = new Map<string, string>()
      for (const { source, text } of [...composed.pages, ...composed.oversetPages].flatMap(
        glyphsOf,
      )) {
        if (source.kind !== 'story' || source.offset < 0) continue
        const key = `${source.storyId} ${source.blockId}`
        printed.set(key, (printed.get(key) ?? '') + text)
      }
      const pictures = [...composed.pages, ...composed.oversetPages].flatMap(({ items }) =>
        items.filter(({ kind }) => kind === 'image'),
      )
      for (const story of Object.values(edited.records.stories)) {
        const figures = (story.body.content ?? []).filter(({ type }) => type === 'figure')
        const own = pictures.filter(
          ({ source }) => source.kind === 'story' && source.storyId === story.id,
        )
        expect(own, `edit ${count}: ${story.headline}`).toHaveLength(figures.length)
        for (const { type, attrs, content } of story.body.content ?? []) {
          if (type !== 'paragraph' && type !== 'subheading') continue
          const text = (content ?? []).map(textsIn).join('')
          const shown = printed.get(`${story.id} ${String(attrs?.['id'])}`) ?? ''
          // What jumps may come to stand on a page before its slot.
          const same = [...shown].sort().join('') === [...text].sort().join('')
          expect(same, `edit ${count}: ${story.headline}: ${text} | ${shown}`).toBe(true)
        }
      }
    }
    expect(jumps).toBeGreaterThan(50)
  }, 120_000)

  it('is overset when no page takes the rest, and then names no page', () => {
    const { body, ...story } = storyOf('把一条街写成一个人')
    const content = [...(body.content ?? []), paragraph('long', SENTENCE.repeat(60))]
    const composed = compose(withStory({ ...story, body: { ...body, content } }))
    const fit = composed.fits.find(({ storyId }) => storyId === story.id)
    expect(fit?.folios).toEqual([4])
    expect(fit?.oversetLines).toBeGreaterThan(20)
    expect(composed.findings).toContainEqual(
      expect.objectContaining({ code: 'overset', storyId: story.id }),
    )
    expect(jumpLines(composed).filter((line) => line.startsWith('4'))).toEqual([])
    expect(composed.pages).toHaveLength(4)
  })
})

const rectsOf = (page: ComposedPage | undefined): readonly RectItem[] =>
  (page?.items ?? []).flatMap((item) => (item.kind === 'rect' ? [item] : []))

describe('a box', () => {
  it('lies behind the text of its slot, which stands off it on the grid of the page', () => {
    const { id } = storyOf('灯亮着，就有人看得见')
    const [page] = whole.pages
    const tint = template.inks.get('tint')
    const ground = rectsOf(page).find(({ ink }) => ink === tint)
    const own = (page === undefined ? [] : glyphsOf(page)).filter(
      ({ source }) => source.kind === 'story' && source.storyId === id,
    )
    if (ground === undefined || page === undefined) throw new Error('The box is not painted')
    const inset = 9_500
    const xs = own.flatMap(({ xMpt }) => xMpt)
    expect(Math.min(...xs)).toBeGreaterThanOrEqual(ground.xMpt + inset - 5_000)
    expect(Math.max(...xs)).toBeLessThan(ground.xMpt + ground.widthMpt - inset)
    expect(page.items.indexOf(ground)).toBeLessThan(
      page.items.findIndex(({ source }) => source.kind === 'story'),
    )
    const phases = new Set(
      glyphsOf(page).flatMap(({ source, sizeMpt, baselineMpt }) =>
        source.kind === 'story' && source.blockId.startsWith('b') && sizeMpt === 9_500
          ? [baselineMpt % 14_000]
          : [],
      ),
    )
    expect(phases.size).toBe(1)
  })

  it('of a section stands behind its stories in the main frame, a blank line above and below', () => {
    const { news } = template.sections
    if (news === undefined) throw new Error('The newspaper has news')
    const boxed = { ...news, box: { fill: 'tint', inset: 9_500 } }
    const other = { ...template, sections: { ...template.sections, news: boxed } }
    const { id } = storyOf('柚子熟了，山路上来了“流动秤”')
    const tint = template.inks.get('tint')
    const story = storyOf('柚子熟了，山路上来了“流动秤”')
    const content = (story.body.content ?? []).slice(0, 2)
    const short = withStory({ ...story, body: { ...story.body, content } })
    const { pages } = compose(short, other)
    const [, , page] = pages
    const grounds = rectsOf(page).filter(
      ({ ink, widthMpt }) => ink === tint && widthMpt === 627_000,
    )
    const own = (page === undefined ? [] : glyphsOf(page)).filter(
      ({ source }) => source.kind === 'story' && source.storyId === id,
    )
    const baselines = own.map(({ baselineMpt }) => baselineMpt)
    const ground = grounds.find(
      ({ yMpt, heightMpt }) =>
        yMpt < Math.min(...baselines) && yMpt + heightMpt > Math.max(...baselines),
    )
    if (ground === undefined) throw new Error('The box is not painted')
    expect(ground.yMpt + ground.heightMpt - Math.max(...baselines)).toBe(14_000)
    const xs = own.flatMap(({ xMpt }) => xMpt)
    expect(Math.min(...xs) - ground.xMpt).toBeGreaterThanOrEqual(9_500 - 5_000)
  })
})
