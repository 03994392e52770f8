import type { FigurePin } from '../../engine/document/figure-pin'
import type { Issue } from '../../engine/document/issue'
import type { BodyMark, BodyNode, Story } from '../../engine/document/story'
type Random = () => number

const TEXT = '江水绕城而过，渡船每隔二十分钟开一班；“早上好！”她说，3.5公里的路走了40分钟——刚刚好。'

/** Whole numbers below a limit. */
const below = (random: Random, limit: number): number => Math.floor(random() * limit)

const pick = <Item>(random: Random, items: readonly Item[]): Item | undefined =>
  items[below(random, items.length)]

/**
 * An issue after a change such as an editor makes: some characters typed or deleted, a paragraph
 * split off, joined, taken out, marked or made a subheading of some level, a table or a list, a
 * headline changed, a picture across other columns, beside the text or pinned to a page, a story
 * moved within its issue or to another of the template's slots. What is not touched stays the very
 * same object.
 */
export function editAtRandom(
  issue: Issue,
  random: Random,
  count: number,
  slots: readonly string[],
): Issue {
  const story = pick(random, Object.values(issue.records.stories))
  if (story === undefined) return issue
  const kind = random()
  if (kind < 0.1) return withStory(issue, { ...story, headline: change(story.headline, random) })
  if (kind < 0.15) return moveStory(issue, story.id, random)
  if (kind < 0.19 && slots.length > 0) return withStory(issue, reslot(story, slots, random))
  const content = [...(story.body.content ?? [])]
  const at = below(random, content.length)
  const block = content[at]
  if (block === undefined) return issue
  const figure = content.findIndex(({ type }) => type === 'figure')
  if (kind < 0.22) content.splice(at, 1)
  else if (kind < 0.25 && figure >= 0) {
    const shown = content[figure] ?? block
    content[figure] = { ...shown, attrs: { ...shown.attrs, pin: randomPin(random) } }
  } else if (block.type === 'figure') {
    const span = pick(random, ['auto', 'column', 'all']) ?? 'auto'
    const place = pick(random, ['top', 'top', 'here', 'left', 'right']) ?? 'top'
    const share = pick(random, [350, 450, 550]) ?? 450
    const pin = random() < 0.5 ? null : randomPin(random)
    content[at] = { ...block, attrs: { ...block.attrs, span, place, share, pin } }
  } else if (kind < 0.3) {
    const id = `n${String(count)}`
    const text = TEXT.repeat(1 + below(random, 4))
    content.splice(at, 0, { type: 'paragraph', attrs: { id }, content: [{ type: 'text', text }] })
  } else if (kind < 0.31 && (block.type === 'paragraph' || block.type === 'subheading')) {
    content[at] = turn(block, below(random, 4))
  } else if (kind < 0.34 && block.type === 'paragraph') {
    content[at] = mark(block, random, count)
  } else if (kind < 0.37 && block.type === 'paragraph') {
    content[at] = random() < 0.5 ? asTable(block, random, count) : asList(block, count)
  } else content[at] = retype(block, random)
  return withStory(issue, { ...story, body: { ...story.body, content } })
}

/** A place on one of the first pages, or on one that there may not be. */
function randomPin(random: Random): FigurePin {
  const column = 1 + below(random, 3)
  return {
    page: 1 + below(random, 9),
    column,
    columns: 1 + below(random, 4 - column),
    line: pick(random, ['top', 'bottom'] as const) ?? 'top',
    ...(random() < 0.6 ? { line: 1 + below(random, 50) } : {}),
    lines: 4 + below(random, 20),
  }
}

/** A table of some rows that begins with what a paragraph says. */
function asTable(block: BodyNode, random: Random, count: number): BodyNode {
  const cell = (id: string, header: boolean, content?: BodyNode['content']): BodyNode => ({
    type: 'table_cell',
    attrs: { id, header },
    ...(content && { content }),
  })
  const rows = Array.from({ length: 2 + below(random, 14) }, (_, row): BodyNode => {
    const id = `t${String(count)}-${String(row)}`
    const number = [{ type: 'text', text: String(below(random, 5_000) / 10) }]
    const first = row === 1 ? block.content : undefined
    const content = [cell(`${id}a`, row === 0, first), cell(`${id}b`, row === 0, number)]
    return { type: 'table_row', attrs: { id }, content }
  })
  const attrs = { id: `t${String(count)}`, caption: '', span: 'auto' }
  return { type: 'table', attrs, content: rows }
}

function asList(block: BodyNode, count: number): BodyNode {
  const item: BodyNode = { ...block, type: 'list_item' }
  return { type: 'list', attrs: { id: `l${String(count)}`, mark: 'number' }, content: [item] }
}

/** A paragraph with a mark on two characters of its first text. */
function mark(block: BodyNode, random: Random, count: number): BodyNode {
  const [first, ...rest] = block.content ?? []
  if (first?.text === undefined || first.text.length < 8) return block
  const { text, marks = [] } = first
  const at = below(random, text.length - 6)
  const id = `m${String(count)}`
  const bears: BodyMark = pick(random, [
    { type: 'proper_name', attrs: { id } },
    { type: 'book_title', attrs: { id } },
    { type: 'ruby', attrs: { id, text: 'lán jiāng' } },
    { type: 'ruby', attrs: { id, text: '江水' } },
    { type: 'baseline_shift', attrs: { milliEm: 150 } },
  ]) ?? { type: 'strong' }
  const others = marks.filter(({ type }) => type === 'strong')
  const part = (from: number, to: number | undefined, own: readonly BodyMark[]): BodyNode => ({
    type: 'text',
    text: text.slice(from, to),
    ...(own.length === 0 ? {} : { marks: own }),
  })
  const parts = [
    part(0, at, marks),
    part(at, at + 2, [...others, bears]),
    part(at + 2, undefined, marks),
  ]
  return { ...block, content: [...parts.filter((each) => each.text !== ''), ...rest] }
}

/** A paragraph (level 0), or a subheading of a level. */
function turn({ attrs, ...block }: BodyNode, level: number): BodyNode {
  const id = attrs?.['id'] ?? ''
  if (level === 0) return { ...block, type: 'paragraph', attrs: { id } }
  return { ...block, type: 'subheading', attrs: { id, level } }
}

/** The story in one of the slots, or, now and then, in none. */
function reslot({ slot: _, ...story }: Story, slots: readonly string[], random: Random): Story {
  const slot = pick(random, slots)
  return random() < 0.3 || slot === undefined ? story : { ...story, slot }
}

function retype(block: BodyNode, random: Random): BodyNode {
  const [first, ...rest] = block.content ?? []
  if (first?.type !== 'text') return block
  const text = change(first.text ?? '', random)
  return { ...block, content: [{ ...first, text }, ...rest] }
}

function change(text: string, random: Random): string {
  const at = below(random, text.length + 1)
  const before = text.slice(0, at)
  // Most keystrokes leave the number of lines as it was.
  if (random() < 0.6) return before + (pick(random, [...TEXT]) ?? '') + text.slice(at + 1)
  const typed = TEXT.slice(0, 1 + below(random, 40))
  const after = random() < 0.6 ? text.slice(at) : text.slice(at + 1 + below(random, 30))
  return before + typed + after
}

function withStory(issue: Issue, story: Story): Issue {
  const stories = { ...issue.records.stories, [story.id]: story }
  return { ...issue, records: { ...issue.records, stories } }
}

function moveStory(issue: Issue, storyId: string, random: Random): Issue {
  const target = pick(random, issue.sections)
  const sections = Object.entries(issue.records.sections).map(([id, section]) => {
    const stories = section.stories.filter((each) => each !== storyId)
    if (id === target) stories.splice(below(random, stories.length + 1), 0, storyId)
    return [id, { ...section, stories }] as const
  })
  return { ...issue, records: { ...issue.records, sections: Object.fromEntries(sections) } }
}
