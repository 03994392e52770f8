import type { Node } from 'prosemirror-model'
import { Plugin, type Transaction } from 'prosemirror-state'
import { newId } from '../desk/new-id'

/** Gives every block an id of its own: splitting and pasting leave none, or one that is taken. */
export const blockIds = new Plugin({
  appendTransaction: (transactions, _before, { doc, tr }) =>
    transactions.some((transaction) => transaction.docChanged) ? nameBlocks(doc, tr) : null,
})

function nameBlocks(doc: Node, tr: Transaction): Transaction | null {
  const taken = new Set<string>()
  doc.descendants((node, position) => {
    if (node.isText) return
    const id = String(node.attrs['id'])
    if (id !== '' && !taken.has(id)) taken.add(id)
    else tr.setNodeAttribute(position, 'id', newId('p'))
  })
  return tr.docChanged ? tr : null
}
