import { type Command, NodeSelection, TextSelection } from 'prosemirror-state'
import { isClosed } from './editor-schema'
import { cellAt, clearCells } from './table-commands'

/**
 * Makes the selection one that text can be typed over without loss: of a whole figure the end of
 * its caption, of several cells the first of them, emptied.
 */
export const prepareForText: Command = (state, dispatch) => {
  const { selection } = state
  if (!(selection instanceof NodeSelection)) return clearCells(state, dispatch)
  if (!selection.node.isTextblock) return false
  const end = selection.to - 1
  dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, end)))
  return true
}

/**
 * Deleting backwards from the beginning of a caption selects its figure, so that it is deleted
 * next; of a cell it does nothing.
 */
export const stopAtStart: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  if (!empty || !isClosed($from.parent) || $from.parentOffset > 0) return false
  if (cellAt($from) !== undefined) return true
  dispatch?.(state.tr.setSelection(NodeSelection.create(state.doc, $from.before())))
  return true
}

/** Deleting forwards from the end of a caption or a cell does nothing. */
export const stopAtEnd: Command = ({ selection: { $from, empty } }) =>
  empty && isClosed($from.parent) && $from.parentOffset === $from.parent.content.size
