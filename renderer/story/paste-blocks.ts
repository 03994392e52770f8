import { Fragment, type Node, Slice } from 'prosemirror-model'
import type { Transaction } from 'prosemirror-state'
import { isClosed, nodeType } from './editor-schema'
import { inlineOf } from './pasted-blocks'
import { fillCells } from './table-commands'

/**
 * Puts pasted blocks in place of the selection: a table pasted into a table fills its cells; what
 * is pasted into a caption or a cell is one line there; a single paragraph joins the text; text
 * pasted among briefs is briefs.
 */
export function pasteBlocks(tr: Transaction, blocks: readonly Node[]): Transaction {
  const { parent } = tr.selection.$from
  const [first] = blocks
  if (first === undefined) return tr
  if (blocks.length === 1 && first.type.name === 'table') {
    const filled = fillCells(tr, first)
    if (filled !== undefined) return filled.scrollIntoView()
  }
  const slice = isClosed(parent) ? new Slice(inlineOf(blocks), 0, 0) : sliceFor(parent, blocks)
  return tr.replaceSelection(slice).scrollIntoView()
}

function sliceFor(parent: Node, blocks: readonly Node[]): Slice {
  const isText = (block: Node | undefined): boolean => block?.type.name === 'paragraph'
  const isBriefs = blocks.every((block) => isText(block) || block.type.name === 'brief_list')
  if (parent.type.name === 'brief' && isBriefs) {
    const briefs = blocks.flatMap((block) =>
      isText(block) ? [nodeType('brief').create(null, block.content)] : block.children,
    )
    return new Slice(Fragment.from(nodeType('brief_list').create(null, briefs)), 2, 2)
  }
  const open = (block: Node | undefined): number => (isText(block) ? 1 : 0)
  return new Slice(Fragment.from([...blocks]), open(blocks[0]), open(blocks.at(-1)))
}
