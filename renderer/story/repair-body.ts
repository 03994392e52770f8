import type { Node } from 'prosemirror-model'
import { Plugin } from 'prosemirror-state'
import type { Transform } from 'prosemirror-transform'
import { newId } from '../desk/new-id'
import { nodeType } from './editor-schema'
import { squareTable } from './table-shape'

/** Meta of a transaction that repeats what the document has already: nothing is added to it. */
export const FOLLOWED = 'followed'

/**
 * Keeps a body as its blocks want to be after whatever was deleted, dropped or pasted: tables
 * rectangular, no rows of one picture, no lists of nothing, a paragraph to write in, and an id of
 * its own for every block, which splitting and pasting leave without, or with one that is taken.
 */
export const repairBody = new Plugin({
  appendTransaction: (transactions, _before, { tr }) => {
    const isOwn = transactions.some(({ docChanged }) => docChanged)
    if (!isOwn || transactions.some((each) => each.getMeta(FOLLOWED) === true)) return null
    repair(tr)
    return tr.docChanged ? tr : null
  },
})

/** Adds to a change of a body what makes it as its blocks want to be; see `repairBody`. */
export function repair<Change extends Transform>(tr: Change): Change {
  const before = tr.steps.length
  tr.doc.forEach((block, position) => {
    const mended = mendBlock(block)
    if (mended === block) return
    const from = tr.mapping.slice(before).map(position, -1)
    tr.replaceWith(from, from + block.nodeSize, mended ?? [])
  })
  if (tr.doc.childCount === 0) tr.insert(0, nodeType('paragraph').create())
  nameBlocks(tr)
  return tr
}

/** The block as it should be; `undefined` for none. */
function mendBlock(block: Node): Node | undefined {
  switch (block.type.name) {
    case 'table':
      return squareTable(block)
    case 'figure_group':
      return block.childCount > 1 ? block : (block.firstChild ?? undefined)
    case 'brief_list':
    case 'list':
      return block.childCount > 0 ? block : undefined
    default:
      return block
  }
}

function nameBlocks(tr: Transform): void {
  const taken = new Set<string>()
  tr.doc.descendants((node, position) => {
    if (node.isText) return
    const id = String(node.attrs['id'])
    if (id !== '' && !taken.has(id)) taken.add(id)
    else tr.setNodeAttribute(position, 'id', newId('p'))
  })
}
