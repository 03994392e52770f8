import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { describe, expect, it } from 'vitest'
import { openPackage } from '../../host/package-file'
import { openBundledFace } from '../../tests/readers/bundled-faces'
import { apply } from '../document/command'
import type { Document } from '../document/document'
import { ISSUE_VERSION, type Issue } from '../document/issue'
import { jsonSchema } from '../document/json'
import type { BodyNode } from '../document/story'
import { bodySchema } from '../document/story-schema'
import { parseTemplate } from '../document/template'
import { createFontBook } from '../fonts/font-book'
import { composeIssue } from './compose-issue'
import type { StoryFit } from './composition'
import { createTypesetter, type Typesetter } from './typesetter'

const root = resolve(import.meta.dirname, '../..')
const json = JSON.parse(readFileSync(resolve(root, 'templates/weekly/template.json'), 'utf8')) as {
  readonly sections: Readonly<Record<string, object>>
}
const faces = (['song', 'hei', 'kai', 'latin'] as const).map(openBundledFace)

function typesetterFor(maximumPages: number, newsStart: 'flow' | 'page' = 'flow'): Typesetter {
  const news = { ...json.sections['news'], start: newsStart }
  const template = parseTemplate({ ...json, sections: { ...json.sections, news } })
  const few = { ...template, sequence: { ...template.sequence, maximumPages } }
  return createTypesetter(few, createFontBook(few.fonts, faces))
}

/** Characters that a line of two columns holds, and those that the first of them is indented by. */
const MEASURE = 22
const INDENT = 2

/** A paragraph of so many full lines. */
const lines = (count: number, id = 'p'): BodyNode => ({
  type: 'paragraph',
  attrs: { id },
  content: [{ type: 'text', text: '江'.repeat(count * MEASURE - INDENT) }],
})

/** Sections of news, each with stories of such bodies, named `s0`, `s1`… through the issue. */
function issueOf(sections: readonly (readonly (readonly BodyNode[])[])[]): Issue {
  let count = 0
  const stories: Issue['records']['stories'][string][] = []
  const made = sections.map((bodies, index) => ({
    id: `c${String(index)}`,
    style: 'news',
    title: '要闻',
    stories: bodies.map((content) => {
      const id = `s${String(count++)}`
      stories.push({ id, headline: '标题', body: { type: 'doc', content }, status: 'draft' })
      return id
    }),
  }))
  return {
    format: 'banxin',
    version: ISSUE_VERSION,
    id: 'i1',
    publication: { name: '周报', publisher: '编辑部', fields: {} },
    number: 1,
    date: '2026-01-02',
    template: { id: 'weekly', version: 1 },
    sections: made.map(({ id }) => id),
    records: {
      sections: Object.fromEntries(made.map((section) => [section.id, section])),
      stories: Object.fromEntries(stories.map((story) => [story.id, story])),
    },
    assets: {},
  }
}

const fitsOf = (
  sections: readonly (readonly (readonly BodyNode[])[])[],
  typesetter: Typesetter,
): readonly StoryFit[] => composeIssue(issueOf(sections), typesetter).fits

const lastOf = (fits: readonly StoryFit[]): StoryFit => {
  const fit = fits.at(-1)
  if (fit === undefined) throw new Error('no story')
  return fit
}

describe('how a story fits', () => {
  const onePage = typesetterFor(1)
  const alone = (count: number): StoryFit => lastOf(fitsOf([[[lines(count)]]], onePage))
  const capacity = 10 + alone(10).shortLines

  it('counts the lines down to the foot of its page, for each line that is written', () => {
    expect(capacity).toBeGreaterThan(40)
    for (let count = 10; count < capacity - 2; count += 5) {
      expect(alone(count)).toMatchObject({ oversetLines: 0, shortLines: capacity - count })
    }
    expect(alone(10).lineCharacters).toBe(MEASURE)
  })

  it('is full within a line of each column, and then over, line by line', () => {
    for (const count of [capacity - 2, capacity - 1, capacity]) {
      expect(alone(count)).toMatchObject({ oversetLines: 0, shortLines: 0 })
    }
    for (const over of [4, 7, 20]) {
      expect(alone(capacity + over)).toMatchObject({ oversetLines: over, shortLines: 0 })
    }
  })

  it('counts a head and a picture that are over as the text that their room would hold', () => {
    const [first, second] = fitsOf([[[lines(capacity)], [lines(6)]]], onePage)
    expect(first).toMatchObject({ oversetLines: 0, shortLines: 0, folios: [1] })
    expect(second?.folios).toEqual([])
    // A head of two lines over two columns, and six lines of text.
    expect(second?.oversetLines).toBe(6 + 2 * 2)
  })

  it('calls a story full that another follows in level columns, and one short in ragged ones', () => {
    const [level] = fitsOf([[[lines(12)], [lines(12)]]], onePage)
    expect(level).toMatchObject({ shortLines: 0, oversetLines: 0 })
    const whole = (count: number, id: string): BodyNode => ({
      ...lines(count, id),
      type: 'pull_quote',
    })
    const [ragged] = fitsOf([[[whole(9, 'q'), lines(3)], [lines(12)]]], onePage)
    expect(ragged?.shortLines).toBeGreaterThan(1)
  })

  it('takes a column that is broken on purpose for as short as it is meant to be', () => {
    const broken: BodyNode = { type: 'column_break', attrs: { id: 'b' } }
    const [story] = fitsOf([[[lines(5), broken, lines(9, 'q')], [lines(8)]]], onePage)
    expect(story?.shortLines).toBe(0)
  })

  it('counts down to the foot where the next section begins a page', () => {
    const pages = typesetterFor(9, 'page')
    const [before, after] = [12, 20].map(
      (count) => fitsOf([[[lines(count)]], [[lines(30)]]], pages)[0],
    )
    expect(before?.shortLines).toBeGreaterThan(20)
    expect((before?.shortLines ?? 0) - (after?.shortLines ?? 0)).toBe(8)
  })

  it('says how much an empty story could hold', () => {
    const [story] = fitsOf([[[]]], onePage)
    expect(story?.shortLines).toBe(capacity)
  })
})

describe('how the stories of samples/weekly.banxin fit', async () => {
  const { document } = await openPackage(resolve(root, 'samples/weekly.banxin'))
  const typesetter = typesetterFor(8)
  const last = 's6-1'
  const fitOf = ({ issue }: Document): StoryFit => {
    const fit = composeIssue(issue, typesetter).fits.find(({ storyId }) => storyId === last)
    if (fit === undefined) throw new Error('no such story')
    return fit
  }
  /** The issue with its last story cut by so many paragraphs, and then so many lines longer. */
  const edited = (paragraphs: number, written: number): Document => {
    const body = Node.fromJSON(bodySchema, document.issue.records.stories[last]?.body)
    const transform = new Transform(body)
    for (let cut = 0; cut < paragraphs; cut += 1) {
      const end = transform.doc.content.size
      transform.delete(end - (transform.doc.lastChild?.nodeSize ?? 0), end)
    }
    if (written > 0) {
      const more = Node.fromJSON(bodySchema, lines(written, 'more'))
      transform.insert(transform.doc.content.size, more)
    }
    const steps = transform.steps.map((step) => jsonSchema.parse(step.toJSON()))
    return apply(document, { type: 'editStory', id: last, steps }).document
  }

  it('is as it was made: every page full', () => {
    for (const fit of composeIssue(document.issue, typesetter).fits) {
      expect(fit).toMatchObject({ oversetLines: 0, shortLines: 0 })
    }
  })

  it('shows what was cut as lines to write, and what was written too much as lines to cut', () => {
    const { shortLines, oversetLines } = fitOf(edited(3, 0))
    expect(shortLines).toBeGreaterThan(6)
    expect(oversetLines).toBe(0)
    expect(fitOf(edited(3, shortLines))).toMatchObject({ shortLines: 0, oversetLines: 0 })
    const over = fitOf(edited(3, shortLines + 12))
    expect(over.shortLines).toBe(0)
    // Pictures give way for some lines, and columns end level.
    expect(Math.abs(over.oversetLines - 12)).toBeLessThanOrEqual(4)
  })
})
