import type { Issue } from '../document/issue'
import type { Section } from '../document/section'
import type { Template } from '../document/template'
import { areaWidthMpt } from '../document/template-page'
import type { SectionStyle } from '../document/template-sections'
import type { BlockBand } from './band'
import { type BlockKey, storyOfKey } from './block-key'
import type { CharacterBonds } from './character-bonds'
import type { FieldValues } from './fields'
import { drawFurniture } from './furniture'
import { createGenerations } from './generations'
import { type Part, type TextNote, createPart } from './part'
import type { ShapeMaker } from './shape'
import { type StoryChoice, type StoryPlace, StoryParts } from './story-parts'
import type { Typesetter } from './typesetter'

/** An issue as it is to be set. */
export interface IssueText {
  readonly issue: Issue
  readonly fields: FieldValues
  readonly bonds: CharacterBonds
}

/** The parts of an issue, set as the make-up chooses. */
export interface IssueParts {
  /** All parts, in reading order. */
  parts(choice: StoryChoice): readonly Part[]
  /** The part of one story; nothing where the issue has no such story. */
  story(storyId: string, choice: StoryChoice): Part | undefined
}

/** Sets the parts of issues; what is set again as it was is remembered. */
export type PartSetter = (text: IssueText) => IssueParts

/** A part that no choice changes, or the story that makes one for each choice. */
type Slot = Part | StorySlot

interface StorySlot {
  readonly storyId: string
  readonly parts: StoryParts
}

const MOST_BANNERS = 200

/**
 * A setter of the parts of an issue: the banner of each section, then its stories. Sections
 * without stories leave no trace on paper.
 */
export function createPartSetter(typesetter: Typesetter, maker: ShapeMaker): PartSetter {
  let stories = new Map<string, StoryParts>()
  const banners = createGenerations<string, Part>(MOST_BANNERS)
  const pageBreak = createPart([{ kind: 'page-break' }], [], maker)
  const banner = (section: Section, style: SectionStyle, fields: FieldValues): Part => {
    const key = JSON.stringify([section.id, section.title, section.style, ...fields])
    const known = banners.get(key)
    if (known !== undefined) return known
    const part = setBanner(section, style, fields, typesetter, maker)
    banners.set(key, part)
    return part
  }
  return ({ issue, fields, bonds }) => {
    const before = stories
    stories = new Map()
    const slots = issue.sections.flatMap((sectionId, place): readonly Slot[] => {
      const section = issue.records.sections[sectionId]
      const style =
        section === undefined ? undefined : sectionStyleOf(typesetter.template, section.style)
      if (section === undefined || style === undefined || section.stories.length === 0) return []
      const opening = style.start === 'page' && place > 0 ? [pageBreak] : []
      const title = section.title === '' ? [] : [banner(section, style, fields)]
      const own = section.stories.flatMap((storyId, index): readonly Slot[] => {
        const story = issue.records.stories[storyId]
        if (story === undefined) return []
        const isLead = place === 0 && index === 0
        const where: StoryPlace = { section: style, isFirst: index === 0, isLead }
        const known = before.get(storyId)
        const parts =
          known?.isOf(story, where, issue.assets) === true
            ? known
            : new StoryParts(story, where, issue.assets, typesetter, maker)
        parts.setHead(bonds)
        stories.set(storyId, parts)
        return [{ storyId, parts }]
      })
      return [...opening, ...title, ...own]
    })
    banners.turn()
    const untouched = slots.map((slot) =>
      'parts' in slot ? slot.parts.part(NOTHING_CHOSEN, UNTOUCHED) : slot,
    )
    const placeOf = new Map(
      slots.flatMap((slot, place) => ('parts' in slot ? [[slot.storyId, place] as const] : [])),
    )
    return {
      parts: (choice) => {
        const parts = [...untouched]
        for (const [storyId, name] of chosenStories(choice)) {
          const place = placeOf.get(storyId)
          const own = stories.get(storyId)
          if (place !== undefined && own !== undefined) parts[place] = own.part(name, choice)
        }
        return parts
      },
      story: (storyId, choice) =>
        stories.get(storyId)?.part(chosenStories(choice).get(storyId) ?? NOTHING_CHOSEN, choice),
    }
  }
}

const NOTHING_CHOSEN = ''
const UNTOUCHED: StoryChoice = { widened: new Set(), loosened: new Set() }

/** Choices are immutable, so each is told apart by story once for as long as it is held. */
const chosen = new WeakMap<StoryChoice, ReadonlyMap<string, string>>()

/** What is chosen of each story, as a name: the keys of its blocks that are not as they come. */
export function chosenStories(choice: StoryChoice): ReadonlyMap<string, string> {
  const known = chosen.get(choice) ?? tellApart(choice)
  chosen.set(choice, known)
  return known
}

function tellApart({ widened, loosened }: StoryChoice): ReadonlyMap<string, string> {
  const keys = new Map<string, BlockKey[]>()
  for (const key of [...widened, ...loosened]) {
    const storyId = storyOfKey(key)
    const ofStory = keys.get(storyId)
    if (ofStory === undefined) keys.set(storyId, [key])
    else ofStory.push(key)
  }
  return new Map([...keys].map(([storyId, ofStory]) => [storyId, ofStory.sort().join(' ')]))
}

function setBanner(
  section: Section,
  { banner }: SectionStyle,
  fields: FieldValues,
  typesetter: Typesetter,
  maker: ShapeMaker,
): Part {
  const notes: TextNote[] = []
  const items = drawFurniture(banner.furniture, {
    typesetter,
    fields: new Map(fields).set('section.title', section.title),
    contents: [],
    mirrored: false,
    widthMpt: areaWidthMpt(typesetter.template.page),
    source: { kind: 'section', sectionId: section.id },
    note: (set) => {
      notes.push({ set, where: section.title })
    },
  })
  const band: BlockBand = {
    kind: 'block',
    lines: banner.lines + banner.linesAfter,
    blankBefore: banner.linesBefore,
    items,
    title: section.title,
    of: { kind: 'section', id: section.id },
  }
  return createPart([band], notes, maker)
}

/** A section style by name; names such as `constructor` are no styles. */
function sectionStyleOf(template: Template, name: string): SectionStyle | undefined {
  return Object.hasOwn(template.sections, name) ? template.sections[name] : undefined
}
