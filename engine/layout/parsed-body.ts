import type { Node } from 'prosemirror-model'
import type { Issue } from '../document/issue'
import { parseBody } from '../document/story-body'
import type { Story } from '../document/story'
import { nameStory } from '../document/story-name'

/** A story's body, and what is asked of it again and again. */
export interface ParsedBody {
  readonly body: Node
  /** Ids of all blocks, those inside lists and groups included. */
  readonly blockIds: readonly string[]
  /** The texts of its paragraphs, headings, captions and cells. */
  readonly texts: readonly string[]
}

/** Bodies are immutable, so each is parsed once for as long as it is held. */
const parsedBodies = new WeakMap<object, ParsedBody>()

/** The body of a story, read by its schema. */
export function readBody(story: Story): ParsedBody {
  const known = parsedBodies.get(story.body)
  if (known !== undefined) return known
  const body = parseBody(story.body, nameStory(story))
  const blockIds: string[] = []
  const texts: string[] = []
  body.descendants((node) => {
    if (!node.isText) blockIds.push(String(node.attrs['id']))
    if (node.isTextblock) texts.push(node.textContent)
  })
  const parsed = { body, blockIds, texts }
  parsedBodies.set(story.body, parsed)
  return parsed
}

/** Stories are immutable too. */
const storyTexts = new WeakMap<Story, readonly string[]>()

/** The texts of each story, for learning which of their characters belong together. */
export function textsOf(issue: Issue): readonly (readonly string[])[] {
  return Object.values(issue.records.stories).map((story) => {
    const known = storyTexts.get(story)
    if (known !== undefined) return known
    const texts = [story.headline, ...readBody(story).texts]
    storyTexts.set(story, texts)
    return texts
  })
}
