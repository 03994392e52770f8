import * as z from 'zod'
import { checkFigures } from './figures'
import { idSchema } from './id'
import type { Immutable } from './immutable'
import type { Issue } from './issue'
import { change, insertAt, lookUp, put, putAnother, takeOut, without } from './records'
import { MAXIMUM_STORIES, type Section } from './section'
import { indexSchema } from './section-command'
import { type Story, storySchema } from './story'
import { bodyToJson, parseBody } from './story-body'

const { kicker, headline, deck, byline, slot, columns, status } = storySchema.shape

const setStorySchema = z.strictObject({
  type: z.literal('setStory'),
  id: idSchema,
  /** A `null` takes the entry away. */
  changes: z.strictObject({
    kicker: kicker.unwrap().nullable().exactOptional(),
    headline: headline.exactOptional(),
    deck: deck.unwrap().nullable().exactOptional(),
    byline: byline.unwrap().nullable().exactOptional(),
    slot: slot.unwrap().nullable().exactOptional(),
    columns: columns.unwrap().nullable().exactOptional(),
    status: status.exactOptional(),
  }),
})

/** `addStory`, `removeStory`, `moveStory` and `setStory`. */
export const storyCommandSchemas = [
  z.strictObject({
    type: z.literal('addStory'),
    story: storySchema,
    sectionId: idSchema,
    index: indexSchema,
  }),
  z.strictObject({ type: z.literal('removeStory'), id: idSchema }),
  z.strictObject({
    type: z.literal('moveStory'),
    id: idSchema,
    sectionId: idSchema,
    index: indexSchema,
  }),
  setStorySchema,
] as const

/** Adds a story, takes one away, moves one within or between sections, or changes all but its text. */
export type StoryCommand = Immutable<z.infer<(typeof storyCommandSchemas)[number]>>

interface StoryChange {
  readonly issue: Issue
  readonly inverse: StoryCommand
}

const STORIES = 'records.stories'

/**
 * Makes the change.
 * @throws {BanxinError} `id-taken`, `list-full`, `position-not-found`, `record-not-found`,
 * `story-body-invalid` or `figure-without-asset`.
 */
export function applyStoryCommand(issue: Issue, command: StoryCommand): StoryChange {
  switch (command.type) {
    case 'addStory': {
      const { sectionId, index } = command
      const story = checkStory(issue, command.story)
      const records = putAnother(issue.records.stories, story, STORIES)
      const section = withStoryAt(lookUpSection(issue, sectionId), story.id, index)
      return {
        issue: withRecords(issue, records, section),
        inverse: { type: 'removeStory', id: story.id },
      }
    }
    case 'removeStory': {
      const story = lookUp(issue.records.stories, command.id, STORIES)
      const { section, index } = takeFromSection(issue, story.id)
      return {
        issue: withRecords(issue, without(issue.records.stories, story.id), section),
        inverse: { type: 'addStory', story, sectionId: section.id, index },
      }
    }
    case 'moveStory': {
      const story = lookUp(issue.records.stories, command.id, STORIES)
      const from = takeFromSection(issue, story.id)
      const taken = withRecords(issue, issue.records.stories, from.section)
      const section = lookUpSection(taken, command.sectionId)
      const to = withStoryAt(section, story.id, command.index)
      return {
        issue: withRecords(taken, issue.records.stories, to),
        inverse: { ...command, sectionId: from.section.id, index: from.index },
      }
    }
    case 'setStory': {
      const story = lookUp(issue.records.stories, command.id, STORIES)
      const { changed, back } = change(story, command.changes)
      return {
        issue: withStory(issue, storySchema.parse(changed)),
        inverse: setStorySchema.parse({ ...command, changes: back }),
      }
    }
  }
}

/** The issue with one of its stories changed. */
export function withStory(issue: Issue, story: Story): Issue {
  const stories = put(issue.records.stories, story)
  return { ...issue, records: { ...issue.records, stories } }
}

function checkStory(issue: Issue, story: Story): Story {
  const path = `${STORIES}.${story.id}.body`
  const body = bodyToJson(parseBody(story.body, path))
  checkFigures(issue.assets, body, path)
  return { ...story, body }
}

function lookUpSection(issue: Issue, id: string): Section {
  return lookUp(issue.records.sections, id, 'records.sections')
}

function withStoryAt(section: Section, storyId: string, index: number): Section {
  return { ...section, stories: insertAt(section.stories, index, storyId, MAXIMUM_STORIES) }
}

/** The section that lists a story, without it, and where it stood. */
function takeFromSection(
  issue: Issue,
  storyId: string,
): { readonly section: Section; readonly index: number } {
  const sections = Object.values(issue.records.sections)
  const section = sections.find(({ stories }) => stories.includes(storyId))
  if (section === undefined) throw new RangeError(`No section lists the story ${storyId}`)
  const { list, index } = takeOut(section.stories, storyId)
  return { section: { ...section, stories: list }, index }
}

function withRecords(issue: Issue, stories: Issue['records']['stories'], section: Section): Issue {
  const sections = put(issue.records.sections, section)
  return { ...issue, records: { ...issue.records, stories, sections } }
}
