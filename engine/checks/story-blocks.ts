import type { Issue } from '../document/issue'
import type { BodyNode, Story } from '../document/story'

/** A story, and all blocks of its body, those inside groups included, in reading order. */
export interface StoryBlocks {
  readonly story: Story
  readonly blocks: readonly BodyNode[]
}

/** The stories of an issue in the order in which they are printed, each with its blocks. */
export function storyBlocksOf(issue: Issue): readonly StoryBlocks[] {
  const { sections, stories } = issue.records
  return issue.sections
    .flatMap((id) => sections[id]?.stories ?? [])
    .flatMap((id) => {
      const story = stories[id]
      return story === undefined ? [] : [{ story, blocks: blocksIn(story.body) }]
    })
}

/** What an attribute of a block says; nothing where it is not written out. */
export function wordsOf({ attrs }: BodyNode, name: string): string {
  const value = attrs?.[name]
  return typeof value === 'string' ? value : ''
}

function blocksIn({ content = [] }: BodyNode): readonly BodyNode[] {
  return content.flatMap((node) => (node.type === 'text' ? [] : [node, ...blocksIn(node)]))
}
