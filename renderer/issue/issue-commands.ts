import type { Command } from '../../engine/document/command'
import type { Issue } from '../../engine/document/issue'
import type { Section } from '../../engine/document/section'
import type { BodyNode, Story } from '../../engine/document/story'
import { newId } from '../desk/new-id'

/** A place for a story: before the item that stands there, counted with the story still in place. */
export interface StoryPlace {
  readonly sectionId: string
  readonly index: number
}

/** An empty story at the end of a section. */
export function addStory(section: Section): { readonly command: Command; readonly id: string } {
  const id = newId('s')
  const body = { type: 'doc', content: [{ type: 'paragraph', attrs: { id: newId('p') } }] }
  const story: Story = { id, headline: '', body, status: 'draft' }
  const index = section.stories.length
  return { id, command: { type: 'addStory', story, sectionId: section.id, index } }
}

/** An empty section at a place among the others, at the end of the issue without one. */
export function addSection(
  issue: Issue,
  style: string,
  title: string,
  index: number = issue.sections.length,
): { readonly command: Command; readonly section: Section } {
  const section = { id: newId('c'), style, title, stories: [] }
  return { section, command: { type: 'addSection', section, index } }
}

/** A copy of a section right after it, with copies of its stories. */
export function duplicateSection(
  issue: Issue,
  section: Section,
  title: string,
): { readonly commands: readonly Command[]; readonly id: string } {
  const at = issue.sections.indexOf(section.id)
  const { section: copy, command } = addSection(issue, section.style, title, at + 1)
  const stories = section.stories.flatMap((storyId) => issue.records.stories[storyId] ?? [])
  const copies = stories.map((story, index): Command => {
    return { type: 'addStory', story: copyOf(story, story.headline), sectionId: copy.id, index }
  })
  return { id: copy.id, commands: [command, ...copies] }
}

/** A copy of a story right after it, its blocks under names of their own. */
export function duplicateStory(
  issue: Issue,
  story: Story,
  headline: string,
): { readonly command: Command; readonly id: string } | undefined {
  const at = placeOf(issue, story.id)
  if (at === undefined) return undefined
  const copy = copyOf(story, headline)
  return {
    id: copy.id,
    command: { type: 'addStory', story: copy, sectionId: at.sectionId, index: at.index + 1 },
  }
}

/** Takes a section away with all its stories. */
export function removeSection(section: Section): readonly Command[] {
  const stories = section.stories.map((id): Command => ({ type: 'removeStory', id }))
  return [...stories, { type: 'removeSection', id: section.id }]
}

/** Moves a story to a place; `undefined` where it stands there already. */
export function moveStory(issue: Issue, id: string, to: StoryPlace): Command | undefined {
  const from = placeOf(issue, id)
  if (from === undefined) return undefined
  const isSame = from.sectionId === to.sectionId
  const index = isSame && from.index < to.index ? to.index - 1 : to.index
  if (isSame && index === from.index) return undefined
  return { type: 'moveStory', id, sectionId: to.sectionId, index }
}

/** Moves a story by one place, into the next section at the end of its own. */
export function nudgeStory(issue: Issue, id: string, by: -1 | 1): Command | undefined {
  const from = placeOf(issue, id)
  const section = from === undefined ? undefined : issue.records.sections[from.sectionId]
  if (from === undefined || section === undefined) return undefined
  const index = from.index + by
  if (index >= 0 && index < section.stories.length) {
    return { type: 'moveStory', id, sectionId: section.id, index }
  }
  const next = issue.records.sections[issue.sections[issue.sections.indexOf(section.id) + by] ?? '']
  if (next === undefined) return undefined
  return { type: 'moveStory', id, sectionId: next.id, index: by < 0 ? next.stories.length : 0 }
}

/** Moves a section into a gap, counted with the section still in place; see `moveStory`. */
export function moveSection(issue: Issue, id: string, gap: number): Command | undefined {
  const from = issue.sections.indexOf(id)
  const index = from < gap ? gap - 1 : gap
  return from < 0 || index === from ? undefined : { type: 'moveSection', id, index }
}

/** Moves a section by one place; `undefined` at the end of the issue. */
export function nudgeSection(issue: Issue, id: string, by: -1 | 1): Command | undefined {
  const index = issue.sections.indexOf(id) + by
  if (index < 0 || index >= issue.sections.length) return undefined
  return { type: 'moveSection', id, index }
}

/** Where a story stands. */
export function placeOf(issue: Issue, id: string): StoryPlace | undefined {
  const section = Object.values(issue.records.sections).find(({ stories }) => stories.includes(id))
  return section && { sectionId: section.id, index: section.stories.indexOf(id) }
}

function copyOf(story: Story, headline: string): Story {
  return { ...story, id: newId('s'), headline, body: renameBlocks(story.body), status: 'draft' }
}

function renameBlocks(node: BodyNode): BodyNode {
  const content = node.content?.map(renameBlocks)
  const attrs = node.attrs?.['id'] === undefined ? node.attrs : { ...node.attrs, id: newId('p') }
  return {
    ...node,
    ...(attrs === undefined ? {} : { attrs }),
    ...(content === undefined ? {} : { content }),
  }
}
