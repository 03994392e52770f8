import type { Issue } from '../document/issue'
import type { Section } from '../document/section'
import type { Story } from '../document/story'
import type { Template } from '../document/template'
import type { SectionStyle } from '../document/template-sections'
import type { BlockKey } from './block-key'
import type { JumpedFrom } from './jump-lines'
import type { SlotArea, StoryFrame } from './story-frame'
import type { StoryPlace } from './story-parts'

/** What of a story its slot leaves to the main frame: where it goes on, or all of it. */
export type Rest = JumpedFrom | 'whole'

/** A story in its section. */
export interface SectionStory {
  readonly story: Story
  readonly style: SectionStyle
  /** Whether it is the first of its section, and that the first of the issue. */
  readonly isFirst: boolean
  readonly isLead: boolean
}

/** A section that has stories, with its place among all sections. */
export interface FilledSection {
  readonly section: Section
  readonly style: SectionStyle
  readonly at: number
  readonly stories: readonly SectionStory[]
}

/** The sections of an issue that have stories and a style of the template. */
export function filledSections(issue: Issue, template: Template): readonly FilledSection[] {
  return issue.sections.flatMap((sectionId, at): readonly FilledSection[] => {
    const section = issue.records.sections[sectionId]
    const style = section && sectionStyleOf(template, section.style)
    if (section === undefined || style === undefined) return []
    const stories = section.stories.flatMap((storyId, index): readonly SectionStory[] => {
      const story = issue.records.stories[storyId]
      const isFirst = index === 0
      return story === undefined ? [] : [{ story, style, isFirst, isLead: isFirst && at === 0 }]
    })
    return stories.length === 0 ? [] : [{ section, style, at, stories }]
  })
}

/** A section style by name; names such as `constructor` are no styles. */
function sectionStyleOf(template: Template, name: string): SectionStyle | undefined {
  return Object.hasOwn(template.sections, name) ? template.sections[name] : undefined
}

/** The place of a story in a slot; the first there has the head that the slot asks for. */
export function placeInSlot(
  { style, isFirst, isLead }: SectionStory,
  { slot, frame }: SlotArea,
  opensSlot: boolean,
): StoryPlace {
  const own = isFirst ? style.firstHead : style.head
  return {
    section: style,
    frame,
    head: opensSlot ? (slot.head ?? own) : own,
    blankBefore: style.linesBetweenStories,
    isLead,
    isInSlot: true,
    unpinned: 'all',
    jumped: undefined,
  }
}

/**
 * The place of a story, or of its rest, in the main frame; `opens` that it follows a banner. Of
 * its pinned figures those in `unpinned` flow with the text.
 */
export function placeInMain(
  { style, isFirst, isLead }: SectionStory,
  frame: StoryFrame,
  rest: Rest,
  opens: boolean,
  unpinned: readonly BlockKey[],
): StoryPlace {
  return {
    section: style,
    frame,
    head: isFirst ? style.firstHead : style.head,
    blankBefore: opens ? 0 : style.linesBetweenStories,
    isLead: isLead && rest === 'whole',
    isInSlot: false,
    unpinned: rest === 'whole' ? unpinned : 'all',
    jumped: rest === 'whole' ? undefined : rest,
  }
}
