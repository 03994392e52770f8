import { Slice, Fragment } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import type { Command } from '../../engine/document/command'
import type { Issue } from '../../engine/document/issue'
import { jsonSchema } from '../../engine/document/json'
import type { Story } from '../../engine/document/story'
import { editorSchema } from './editor-schema'
import { findIn, fold } from './find-hits'

const PARTS = ['kicker', 'headline', 'deck', 'byline'] as const

/** How often a text stands in the stories of an issue, or in one of them, heads included. */
export function countInIssue(issue: Issue, wanted: string, storyId?: string): number {
  if (wanted === '') return 0
  return storiesOf(issue, storyId).reduce((sum, story) => {
    const heads = PARTS.map((part) => fold(story[part] ?? '').split(fold(wanted)).length - 1)
    const inHeads = heads.reduce((a, b) => a + b, 0)
    return sum + inHeads + findIn(editorSchema.nodeFromJSON(story.body), wanted).length
  }, 0)
}

/** The commands that replace a text everywhere in the stories of an issue, or in one of them. */
export function replaceInIssue(
  issue: Issue,
  wanted: string,
  replacement: string,
  storyId?: string,
): readonly Command[] {
  return storiesOf(issue, storyId).flatMap((story) => [
    ...replaceInHead(story, wanted, replacement),
    ...replaceInBody(story, wanted, replacement),
  ])
}

function storiesOf(issue: Issue, storyId: string | undefined): readonly Story[] {
  const stories = Object.values(issue.records.stories)
  return storyId === undefined ? stories : stories.filter(({ id }) => id === storyId)
}

function replaceInHead(story: Story, wanted: string, replacement: string): readonly Command[] {
  const changes = PARTS.flatMap((part) => {
    const text = story[part]
    if (text === undefined) return []
    const changed = replaceAll(text, wanted, replacement)
    if (changed === text) return []
    return [[part, changed === '' && part !== 'headline' ? null : changed]]
  })
  if (changes.length === 0) return []
  return [{ type: 'setStory', id: story.id, changes: Object.fromEntries(changes) }]
}

function replaceInBody(story: Story, wanted: string, replacement: string): readonly Command[] {
  const doc = editorSchema.nodeFromJSON(story.body)
  const transform = new Transform(doc)
  for (const { from, to } of [...findIn(doc, wanted)].reverse()) {
    const marks = doc.resolve(from + 1).marks()
    const text = replacement === '' ? [] : [editorSchema.text(replacement, marks)]
    transform.replace(from, to, new Slice(Fragment.from(text), 0, 0))
  }
  if (!transform.docChanged) return []
  const steps = transform.steps.map((step) => jsonSchema.parse(step.toJSON()))
  return [{ type: 'editStory', id: story.id, steps }]
}

function replaceAll(text: string, wanted: string, replacement: string): string {
  const folded = fold(text)
  const needle = fold(wanted)
  let changed = ''
  let from = 0
  for (let at = folded.indexOf(needle); at >= 0; at = folded.indexOf(needle, from)) {
    changed += text.slice(from, at) + replacement
    from = at + needle.length
  }
  return changed + text.slice(from)
}
