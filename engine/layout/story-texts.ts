import type { Node } from 'prosemirror-model'
import { blockKey } from './block-key'
import type { BlockPlace } from './set-blocks'
import { setTexts } from './set-texts'
import type { Slice } from './slice'
import type { NoteText, SetText } from './typesetter'

interface SetBlock {
  readonly slices: readonly Slice[]
  readonly noted: readonly (readonly [set: SetText, blockId: string])[]
}

/**
 * The blocks of text of one story in one place, each set once for each choice about it: where the
 * make-up tries one block otherwise, the others are looked up.
 */
export class StoryTexts {
  readonly #blocks = new WeakMap<Node, Map<string, SetBlock>>()

  /** A block whose lines nothing stands beside. */
  slicesOf(node: Node, place: BlockPlace, note: NoteText): readonly Slice[] {
    const name = nameOfChoice(node, place)
    const known = this.#blocks.get(node) ?? new Map<string, SetBlock>()
    this.#blocks.set(node, known)
    const block = known.get(name) ?? setBlock(node, place)
    known.set(name, block)
    for (const [set, blockId] of block.noted) note(set, blockId)
    return block.slices
  }
}

function setBlock(node: Node, place: BlockPlace): SetBlock {
  const noted: [SetText, string][] = []
  const slices = setTexts(node, place, (set, blockId) => noted.push([set, blockId]))
  return { slices, noted }
}

/** Which texts of a block run over: its own, or those of its items. */
function nameOfChoice(node: Node, { loosened, storyId }: BlockPlace): string {
  if (loosened.size === 0) return ''
  const texts = node.isTextblock ? [node] : node.children
  const ids = texts.map(({ attrs }) => String(attrs['id']))
  return ids.filter((id) => loosened.has(blockKey(storyId, id))).join(' ')
}
