import { Fragment, type Node, Slice } from 'prosemirror-model'
import type { Transaction } from 'prosemirror-state'
import { isClosed, nodeType } from './editor-schema'
import { inlineOf } from './pasted-blocks'
import { fillCells } from './table-commands'

/**
 * Puts pasted blocks in place of the selection: a table pasted into a table fills its cells; what
 * is pasted into a caption or a cell is one line there; a single paragraph joins the text; text
 * pasted among the items of a list is items.
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

/** The lists that items stand in, by the type of the items. */
const LIST_OF: ReadonlyMap<string, string> = new Map([
  ['brief', 'brief_list'],
  ['list_item', 'list'],
])

const isList = ({ type }: Node): boolean => [...LIST_OF.values()].includes(type.name)

function sliceFor(parent: Node, blocks: readonly Node[]): Slice {
  const isText = (block: Node | undefined): boolean => block?.type.name === 'paragraph'
  const list = LIST_OF.get(parent.type.name)
  if (list !== undefined && blocks.every((block) => isText(block) || isList(block))) {
    const texts = blocks.flatMap((block) => (isText(block) ? [block] : block.children))
    const items = texts.map(({ content }) => parent.type.create(null, content))
    return new Slice(Fragment.from(nodeType(list).create(null, items)), 2, 2)
  }
  const open = (block: Node | undefined): number => (isText(block) ? 1 : 0)
  return new Slice(Fragment.from([...blocks]), open(blocks[0]), open(blocks.at(-1)))
}
