import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import type { Asset } from '../../engine/document/asset'
import { type Command, parseCommand } from '../../engine/document/command'
import type { Document } from '../../engine/document/document'
import { parseBody } from '../../engine/document/story-body'
import { bodySchema } from '../../engine/document/story-schema'
import { createRandom } from './random'

/**
 * What an editor does as the `count`-th batch of a day: mostly types, sometimes moves things, drops
 * in or removes one of the pictures. Depends on nothing but its arguments; the document says in its
 * total number how far the day has come.
 */
export function typeBatch(
  document: Document,
  count: number,
  seed: number,
  pictures: readonly Asset[],
): Command[] {
  const random = createRandom(seed * 1_000_003 + count)
  const counted: Command = { type: 'setIssueDetails', changes: { totalNumber: count } }
  return [...act(document, count, random, pictures), counted]
}

function act(
  { issue }: Document,
  count: number,
  random: () => number,
  pictures: readonly Asset[],
): Command[] {
  const pick = <Item>(items: readonly Item[]): Item | undefined =>
    items[Math.floor(random() * items.length)]
  const stories = Object.keys(issue.records.stories)
  const section = pick(issue.sections)
  const story = pick(stories)
  if (section === undefined) {
    return [
      {
        type: 'addSection',
        section: { id: `s${String(count)}`, style: 'lead', title: '要闻', stories: [] },
        index: 0,
      },
    ]
  }
  const chance = random()
  if (story === undefined || (chance < 0.05 && stories.length < 30)) {
    const body = { type: 'doc', content: [{ type: 'paragraph', attrs: { id: 'p1' } }] }
    const added = { id: `t${String(count)}`, headline: '新稿', status: 'draft', body } as const
    return [{ type: 'addStory', story: added, sectionId: section, index: 0 }]
  }
  if (chance < 0.08) return [{ type: 'removeStory', id: story }]
  if (chance < 0.14) return [{ type: 'moveStory', id: story, sectionId: section, index: 0 }]
  if (chance < 0.18) {
    return [{ type: 'setStory', id: story, changes: { headline: `标题${String(count)}` } }]
  }
  const body = parseBody(issue.records.stories[story]?.body, story)
  const picture = pick(pictures)
  if (chance < 0.24 && picture !== undefined) {
    const known = issue.assets[picture.id] !== undefined
    const figure = { id: `f${String(count)}`, asset: picture.id }
    const edit = editOf(story, new Transform(body).insert(0, bodySchema.node('figure', figure)))
    return known ? [edit] : [{ type: 'addAsset', asset: picture }, edit]
  }
  return [editOf(story, edit(body, count, random))]
}

function edit(body: Node, count: number, random: () => number): Transform {
  const transform = new Transform(body)
  const blocks: { from: number; to: number }[] = []
  body.descendants((node, position) => {
    if (node.isTextblock) blocks.push({ from: position + 1, to: position + 1 + node.content.size })
  })
  const block = blocks[Math.floor(random() * blocks.length)]
  if (block === undefined || random() < 0.05) {
    return transform.insert(0, bodySchema.node('paragraph', { id: `p${String(count)}` }))
  }
  const at = block.from + Math.floor(random() * (block.to - block.from + 1))
  if (random() < 0.1) return transform.delete(at, block.to)
  return transform.insert(at, bodySchema.text(`江风又起，第${String(count)}笔。`))
}

function editOf(id: string, { steps }: Transform): Command {
  return parseCommand({
    type: 'editStory',
    id,
    steps: steps.map((step) => step.toJSON() as object),
  })
}
