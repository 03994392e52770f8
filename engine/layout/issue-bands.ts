import type { Issue } from '../document/issue'
import type { Section } from '../document/section'
import type { Story } from '../document/story'
import { LEAST_CHARACTERS, type Template } from '../document/template'
import { areaHeightMpt, areaWidthMpt } from '../document/template-page'
import type { SectionStyle } from '../document/template-sections'
import type { Band } from './band'
import { type BlockKey, blockKey } from './block-key'
import type { CharacterBonds } from './character-bonds'
import { type BodyPlace, type SpanningFigure, setBody } from './body'
import type { FieldValues } from './fields'
import { drawFurniture } from './furniture'
import { columnWidthMpt } from './grid'
import { setHead } from './head'
import { readBody } from './parsed-body'
import type { NoteText, SetText, Typesetter } from './typesetter'

/** Called with each set text and the story it stands in, if it stands in one. */
export type NoteIssueText = (set: SetText, storyId: string | undefined, blockId: string) => void

/** What the bands of an issue are made with. */
export interface BandSource {
  readonly issue: Issue
  readonly typesetter: Typesetter
  readonly fields: FieldValues
  readonly bonds: CharacterBonds
  readonly note: NoteIssueText
  readonly noteFurniture: (set: SetText, where: string) => void
}

/** What the make-up chooses about stories, by the keys of their blocks. */
export interface StoryChoice {
  /** Figures that span all columns although nobody chose their span. */
  readonly widened: ReadonlySet<BlockKey>
  /** Texts that take a line more than they need (放行). */
  readonly loosened: ReadonlySet<BlockKey>
}

export type BandMaker = (choice: StoryChoice) => readonly Band[]

/**
 * Makes the bands of an issue, in reading order: the banner of each section, then head, pictures
 * and text of each of its stories. A story for which nothing new is chosen is not set again. Sections
 * without stories leave no trace on paper.
 */
export function createBandMaker(source: BandSource): BandMaker {
  const { issue, typesetter } = source
  const made = new Map<string, readonly Band[]>()
  const remember = (key: string, make: () => readonly Band[]): readonly Band[] => {
    const bands = made.get(key) ?? make()
    made.set(key, bands)
    return bands
  }
  return (choice) => {
    const chosen = chosenByStory(issue, choice)
    return issue.sections.flatMap((sectionId, place): readonly Band[] => {
      const section = issue.records.sections[sectionId]
      const style =
        section === undefined ? undefined : sectionStyleOf(typesetter.template, section.style)
      if (section === undefined || style === undefined || section.stories.length === 0) return []
      const breaks: readonly Band[] =
        style.start === 'page' && place > 0 ? [{ kind: 'page-break' }] : []
      const banner =
        section.title === ''
          ? []
          : remember(`${sectionId} banner`, () => [bannerBand(section, style, source)])
      const stories = section.stories.flatMap((storyId, index): readonly Band[] => {
        const story = issue.records.stories[storyId]
        if (story === undefined) return []
        const rank = { index, isLead: place === 0 && index === 0 }
        return remember(`${storyId} ${chosen.get(storyId) ?? ''}`, () =>
          storyBands(story, style, source, rank, choice),
        )
      })
      return [...breaks, ...banner, ...stories]
    })
  }
}

/** The chosen blocks of each story, in the order of its body. */
function chosenByStory(
  issue: Issue,
  { widened, loosened }: StoryChoice,
): ReadonlyMap<string, string> {
  const chosen = new Map<string, string>()
  if (widened.size === 0 && loosened.size === 0) return chosen
  for (const story of Object.values(issue.records.stories)) {
    const own = blockKeysOf(story).filter((key) => widened.has(key) || loosened.has(key))
    if (own.length > 0) chosen.set(story.id, own.join(' '))
  }
  return chosen
}

function bannerBand(
  section: Section,
  style: SectionStyle,
  { typesetter, fields, noteFurniture }: BandSource,
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
      noteFurniture(set, section.title)
    },
  })
  return {
    kind: 'block',
    lines: banner.lines + banner.linesAfter,
    blankBefore: banner.linesBefore,
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
  { issue, typesetter, bonds, note }: BandSource,
  rank: StoryRank,
  choice: StoryChoice,
): readonly Band[] {
  const { page } = typesetter.template
  const widthMpt = areaWidthMpt(page)
  const gridLineMpt = page.typeArea.leading
  const columns = columnsOf(story, section, widthMpt, page.typeArea.character)
  const noteStory: NoteText = (set, blockId) => {
    note(set, story.id, blockId)
  }
  const styles = rank.index === 0 ? section.firstHead : section.head
  const head = setHead(story, styles, typesetter, widthMpt, gridLineMpt, bonds, noteStory)
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
    ...choice,
  }
  const body = setBody(readBody(story).body, place, noteStory)
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

/** A section style by name; names such as `constructor` are no styles. */
function sectionStyleOf(template: Template, name: string): SectionStyle | undefined {
  return Object.hasOwn(template.sections, name) ? template.sections[name] : undefined
}

/** The columns of a story: its own number, unless that would leave next to no measure. */
function columnsOf(
  story: Story,
  section: SectionStyle,
  widthMpt: number,
  characterMpt: number,
): number {
  const wanted = story.columns ?? section.columns
  const measureMpt = columnWidthMpt(widthMpt, wanted, section.gutter)
  return measureMpt >= LEAST_CHARACTERS * characterMpt ? wanted : section.columns
}

/** The keys of the blocks of a story, those inside lists and groups included. */
function blockKeysOf(story: Story): readonly BlockKey[] {
  return readBody(story).blockIds.map((id) => blockKey(story.id, id))
}
