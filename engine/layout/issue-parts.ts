import type { Issue } from '../document/issue'
import type { Section } from '../document/section'
import type { Story } from '../document/story'
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
import { type SlotArea, type StoryFrame, mainFrameOf, slotAreasOf } from './story-frame'
import { type StoryChoice, type StoryPlace, StoryParts } from './story-parts'
import {
  type FilledSection,
  type Rest,
  filledSections,
  placeInMain,
  placeInSlot,
} from './story-places'
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

/** The stories of a slot. */
export interface SlotParts {
  readonly area: SlotArea
  readonly parts: IssueParts
}

/** An issue set for its frames. */
export interface SetIssue {
  /** The slots that stories ask for. */
  readonly slots: readonly SlotParts[]
  /**
   * What flows through the main frame: all other stories, and what slots leave of theirs; with it
   * those pinned figures that cannot stand where they are pinned.
   */
  main(rests: ReadonlyMap<string, Rest>, unpinned: readonly BlockKey[]): IssueParts
}

/** Sets the parts of issues; what is set again as it was is remembered. */
export type PartSetter = (text: IssueText) => SetIssue

/** A part that no choice changes, or the story that makes one for each choice. */
type Piece = Part | StoryPiece

interface StoryPiece {
  readonly storyId: string
  readonly parts: StoryParts
}

const MOST_BANNERS = 200

/**
 * A setter of the parts of an issue: for the main frame the banner of each section, then its
 * stories; for a slot the stories that name it. Sections without stories leave no trace on paper,
 * and one whose stories all stand in slots has no banner.
 */
export function createPartSetter(typesetter: Typesetter, maker: ShapeMaker): PartSetter {
  const { template } = typesetter
  const areas = slotAreasOf(template)
  const mainFrames = new Map<SectionStyle, StoryFrame>()
  let stories = new Map<string, StoryParts>()
  let banners = createGenerations<string, Part>(MOST_BANNERS)
  let bannerFields = ''
  const pageBreak = createPart([{ kind: 'page-break' }], [], maker)
  const banner = (section: Section, style: SectionStyle, fields: FieldValues): Part => {
    const key = `${section.id} ${section.style} ${section.title}`
    const known = banners.get(key)
    if (known !== undefined) return known
    const part = setBanner(section, style, fields, typesetter, maker)
    banners.set(key, part)
    return part
  }
  const mainFrame = (style: SectionStyle): StoryFrame => {
    const known = mainFrames.get(style) ?? mainFrameOf(style, template.page)
    mainFrames.set(style, known)
    return known
  }
  return ({ issue, fields, bonds }) => {
    const fieldsNow = JSON.stringify([...fields])
    if (fieldsNow === bannerFields) banners.turn()
    else banners = createGenerations(MOST_BANNERS)
    bannerFields = fieldsNow
    const before = stories
    stories = new Map()
    const setStory = (story: Story, role: string, place: StoryPlace): StoryPiece => {
      const key = `${role} ${story.id}`
      const known = stories.get(key) ?? before.get(key)
      const parts =
        known?.isOf(story, place, issue.assets) === true
          ? known
          : new StoryParts(story, place, issue.assets, typesetter, maker)
      parts.setHead(bonds)
      stories.set(key, parts)
      return { storyId: story.id, parts }
    }
    const sections = filledSections(issue, template)
    const slots = [...areas.values()].flatMap((area): readonly SlotParts[] => {
      const own = sections
        .flatMap((each) => each.stories)
        .filter(({ story }) => story.slot === area.name)
        .map((each, at) => setStory(each.story, 'slot', placeInSlot(each, area, at === 0)))
      return own.length === 0 ? [] : [{ area, parts: partsOf(own) }]
    })
    const setSection = (
      { section, style, at, stories: own }: FilledSection,
      rests: ReadonlyMap<string, Rest>,
      unpinned: readonly BlockKey[],
    ): readonly Piece[] => {
      const flowing = own.flatMap((each) => {
        const rest = areas.has(each.story.slot ?? '') ? rests.get(each.story.id) : 'whole'
        return rest === undefined ? [] : [{ ...each, rest }]
      })
      const opener = flowing.find(({ rest }) => rest === 'whole')
      const pieces = flowing.flatMap((each): readonly Piece[] => {
        const { story, rest } = each
        const keys = unpinned.filter((key) => storyOfKey(key) === story.id)
        const place = placeInMain(each, mainFrame(style), rest, each === opener, keys)
        const role = rest === 'whole' ? `main ${keys.join(' ')}` : 'rest'
        const piece = setStory(story, role, place)
        const isBannered = each === opener && section.title !== ''
        return isBannered ? [banner(section, style, fields), piece] : [piece]
      })
      const beginsPage = opener !== undefined && style.start === 'page' && at > 0
      return beginsPage ? [pageBreak, ...pieces] : pieces
    }
    const main: SetIssue['main'] = (rests, unpinned) =>
      partsOf(sections.flatMap((section) => setSection(section, rests, unpinned)))
    return { slots, main }
  }
}

/** The parts that pieces make by a choice. */
function partsOf(pieces: readonly Piece[]): IssueParts {
  const stories = new Map<string, { readonly place: number; readonly parts: StoryParts }>()
  const untouched = pieces.map((piece, place) => {
    if (!('parts' in piece)) return piece
    stories.set(piece.storyId, { place, parts: piece.parts })
    return piece.parts.part(NOTHING_CHOSEN, UNTOUCHED)
  })
  return {
    parts: (choice) => {
      const parts = [...untouched]
      for (const [storyId, name] of chosenStories(choice)) {
        const story = stories.get(storyId)
        if (story !== undefined) parts[story.place] = story.parts.part(name, choice)
      }
      return parts
    },
    story: (storyId, choice) => {
      const name = chosenStories(choice).get(storyId) ?? NOTHING_CHOSEN
      return stories.get(storyId)?.parts.part(name, choice)
    },
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
