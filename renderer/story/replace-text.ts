import { Fragment, Slice } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import type { Command } from '../../engine/document/command'
import type { Issue } from '../../engine/document/issue'
import { jsonSchema } from '../../engine/document/json'
import type { Story } from '../../engine/document/story'
import { findBlock } from './block-place'
import { editorSchema } from './editor-schema'
import { type FoundPlace, HEAD_PARTS, isHeadPart } from './find-places'

/**
 * The commands that put another text in places that were found in an issue, in one change. The
 * text takes the marks of the place's first character.
 */
export function replacePlaces(
  issue: Issue,
  places: readonly FoundPlace[],
  replacement: string,
): readonly Command[] {
  const stories = new Set(places.map(({ storyId }) => storyId))
  return [...stories].flatMap((storyId) => {
    const story = issue.records.stories[storyId]
    if (story === undefined) return []
    const own = places.filter((place) => place.storyId === storyId)
    return [
      ...replaceInHead(
        story,
        own.filter(({ blockId }) => isHeadPart(blockId)),
        replacement,
      ),
      ...replaceInBody(
        story,
        own.filter(({ blockId }) => !isHeadPart(blockId)),
        replacement,
      ),
    ]
  })
}

function replaceInHead(
  story: Story,
  places: readonly FoundPlace[],
  replacement: string,
): readonly Command[] {
  const changes = HEAD_PARTS.flatMap((part) => {
    const text = story[part] ?? ''
    const changed = places
      .filter(({ blockId }) => blockId === part)
      .reduceRight(
        (after, { from, to }) => after.slice(0, from) + replacement + after.slice(to),
        text,
      )
    if (changed === text) return []
    return [[part, changed === '' && part !== 'headline' ? null : changed]]
  })
  if (changes.length === 0) return []
  return [{ type: 'setStory', id: story.id, changes: Object.fromEntries(changes) }]
}

function replaceInBody(
  story: Story,
  places: readonly FoundPlace[],
  replacement: string,
): readonly Command[] {
  const doc = editorSchema.nodeFromJSON(story.body)
  const transform = new Transform(doc)
  for (const { blockId, from, to } of [...places].reverse()) {
    const block = findBlock(doc, blockId)
    if (block === undefined || to > block.node.content.size) continue
    const start = block.position + 1
    if (block.node.textBetween(from, to) === replacement) continue
    const marks = doc.resolve(start + from + 1).marks()
    const text = replacement === '' ? [] : [editorSchema.text(replacement, marks)]
    transform.replace(start + from, start + to, new Slice(Fragment.from(text), 0, 0))
  }
  if (!transform.docChanged) return []
  const steps = transform.steps.map((step) => jsonSchema.parse(step.toJSON()))
  return [{ type: 'editStory', id: story.id, steps }]
}
