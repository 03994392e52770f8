import type { BodyNode, Story } from '../../engine/document/story'

/** A block that holds text of its own: a part of a story's head, or a block of its body. */
export interface StoryBlock {
  /** Its id, or the name of the head part. */
  readonly id: string
  /** The name of the head part, or the type of the block in the schema of bodies. */
  readonly type: string
  readonly text: string
  /** Of a subheading: its level. */
  readonly level?: number
  /** Of a cell: whether it heads its column, and the ids of its table and its row. */
  readonly cell?: { readonly isHeader: boolean; readonly table: string; readonly row: string }
}

const PARTS = ['kicker', 'headline', 'deck', 'byline'] as const
const TEXT_BLOCKS: ReadonlySet<string> = new Set([
  'paragraph',
  'subheading',
  'brief',
  'list_item',
  'figure',
  'pull_quote',
  'table_cell',
  'qr_code',
])

const known = new WeakMap<Story, readonly StoryBlock[]>()

/** The blocks of a story that hold text, in the order in which they are written. */
export function textBlocks(story: Story): readonly StoryBlock[] {
  const before = known.get(story)
  if (before !== undefined) return before
  const heads = PARTS.flatMap((part): StoryBlock[] => {
    const text = story[part]
    return text === undefined ? [] : [{ id: part, type: part, text }]
  })
  const blocks = [...heads, ...blocksIn(story.body, [])]
  known.set(story, blocks)
  return blocks
}

function blocksIn(node: BodyNode, within: readonly string[]): readonly StoryBlock[] {
  const id = String(node.attrs?.['id'])
  const content = node.content ?? []
  if (!TEXT_BLOCKS.has(node.type)) return content.flatMap((each) => blocksIn(each, [...within, id]))
  const text = content.map((each) => each.text ?? '').join('')
  if (node.type === 'subheading') {
    return [{ id, type: node.type, text, level: Number(node.attrs?.['level'] ?? 1) }]
  }
  if (node.type !== 'table_cell') return [{ id, type: node.type, text }]
  const [table = '', row = ''] = within.slice(-2)
  return [
    { id, type: node.type, text, cell: { isHeader: node.attrs?.['header'] === true, table, row } },
  ]
}
