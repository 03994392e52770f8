import type { Issue } from '../document/issue'
import type { Section } from '../document/section'
import { parseBody } from '../document/story-body'
import type { Story } from '../document/story'
import { areaHeightMpt, areaWidthMpt } from '../document/template-page'
import type { SectionStyle } from '../document/template-sections'
import type { Band } from './band'
import { type BodyPlace, type SpanningFigure, setBody } from './body'
import type { FieldValues } from './fields'
import { drawFurniture } from './furniture'
import { columnWidthMpt } from './grid'
import { setHead } from './head'
import type { NoteText } from './set-blocks'
import type { SetText, Typesetter } from './typesetter'

/** Called with each set text and the story it stands in, if it stands in one. */
export type NoteIssueText = (set: SetText, storyId: string | undefined, blockId: string) => void

/**
 * The bands of an issue in reading order: the banner of each section, then head, pictures and
 * text of each of its stories. Sections without stories leave no trace on paper.
 */
export function issueBands(
  issue: Issue,
  typesetter: Typesetter,
  fields: FieldValues,
  note: NoteIssueText,
): readonly Band[] {
  const bands: Band[] = []
  for (const sectionId of issue.sections) {
    const section = issue.records.sections[sectionId]
    const style = section === undefined ? undefined : typesetter.template.sections[section.style]
    if (section === undefined || style === undefined || section.stories.length === 0) continue
    if (style.start === 'page' && bands.length > 0) bands.push({ kind: 'page-break' })
    bands.push(bannerBand(section, style, typesetter, fields, note))
    for (const [index, storyId] of section.stories.entries()) {
      const story = issue.records.stories[storyId]
      if (story === undefined) continue
      const isLead = sectionId === issue.sections[0] && index === 0
      bands.push(...storyBands(story, style, issue, typesetter, { index, isLead }, note))
    }
  }
  return bands
}

function bannerBand(
  section: Section,
  style: SectionStyle,
  typesetter: Typesetter,
  fields: FieldValues,
  note: NoteIssueText,
): Band {
  const { banner } = style
  const items = drawFurniture(banner.furniture, {
    typesetter,
    fields: new Map(fields).set('section.title', section.title),
    contents: [],
    mirrored: false,
    widthMpt: areaWidthMpt(typesetter.template.page),
    source: { kind: 'section', sectionId: section.id },
    note: (set) => {
      note(set, undefined, section.title)
    },
  })
  return {
    kind: 'block',
    lines: banner.lines + banner.linesAfter,
    blankBefore: banner.linesBefore,
    keepWithNext: true,
    items,
    title: section.title,
    of: { kind: 'section', id: section.id },
  }
}

interface StoryRank {
  /** Place of the story in its section. */
  readonly index: number
  /** Whether it opens the issue. */
  readonly isLead: boolean
}

function storyBands(
  story: Story,
  section: SectionStyle,
  issue: Issue,
  typesetter: Typesetter,
  rank: StoryRank,
  note: NoteIssueText,
): readonly Band[] {
  const { page } = typesetter.template
  const widthMpt = areaWidthMpt(page)
  const gridLineMpt = page.typeArea.leading
  const columns = story.columns ?? section.columns
  const noteStory: NoteText = (set, blockId) => {
    note(set, story.id, blockId)
  }
  const styles = rank.index === 0 ? section.firstHead : section.head
  const head = setHead(story, styles, typesetter, widthMpt, gridLineMpt, noteStory)
  const place: BodyPlace = {
    typesetter,
    section,
    storyId: story.id,
    assets: issue.assets,
    columnWidthMpt: columnWidthMpt(widthMpt, columns, section.gutter),
    areaWidthMpt: widthMpt,
    areaHeightMpt: areaHeightMpt(page),
    unitMpt: typesetter.styles.get(section.body).style.leadingMpt,
    isLead: rank.isLead,
  }
  const body = setBody(readBody(story), place, noteStory)
  const figureBand = (figure: SpanningFigure, opens: boolean): Band => ({
    kind: 'figure',
    ...figure,
    storyId: story.id,
    opens,
  })
  const between = rank.index === 0 ? 0 : section.linesBetweenStories
  return [
    {
      kind: 'block',
      lines: head.lines,
      blankBefore: between,
      keepWithNext: true,
      items: head.items,
      title: story.headline,
      of: { kind: 'story', id: story.id },
    },
    ...body.opening.map((figure) => figureBand(figure, true)),
    ...body.stretches.flatMap(({ content, closing }): Band[] => [
      {
        kind: 'columns',
        storyId: story.id,
        content,
        columns,
        columnWidthMpt: place.columnWidthMpt,
        gutterMpt: section.gutter,
        unitMpt: place.unitMpt,
      },
      ...closing.map((figure) => figureBand(figure, false)),
    ]),
  ]
}

type ParsedBody = ReturnType<typeof parseBody>

/** Bodies are immutable, so each is parsed once for as long as it is held. */
const parsedBodies = new WeakMap<object, ParsedBody>()

function readBody(story: Story): ParsedBody {
  const known = parsedBodies.get(story.body)
  if (known !== undefined) return known
  const parsed = parseBody(story.body, story.headline === '' ? story.id : story.headline)
  parsedBodies.set(story.body, parsed)
  return parsed
}
