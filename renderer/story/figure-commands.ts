import { Fragment, type Node } from 'prosemirror-model'
import { type Command, NodeSelection, TextSelection, type Transaction } from 'prosemirror-state'
import { newId } from '../desk/new-id'
import { findBlock } from './block-place'
import { nodeType } from './editor-schema'

/** As many as `figure_group` may hold. */
const MOST_IN_GROUP = 6

/** A figure of an asset, or of none yet. */
export function makeFigure(asset: string): Node {
  return nodeType('figure').create({ id: newId('p'), asset })
}

/** Whether the figure at a position stands in a row with others. */
export function isInGroup(doc: Node, position: number): boolean {
  return doc.resolve(position).parent.type.name === 'figure_group'
}

/**
 * Puts the figure at a position side by side with the picture or the row of pictures after it,
 * else with that before it.
 */
export function putSideBySide(position: number): Command {
  return (state, dispatch) => {
    const $figure = state.doc.resolve(position)
    const figure = $figure.nodeAfter
    if (figure?.type.name !== 'figure' || $figure.depth > 0) return false
    const after = state.doc.resolve(position + figure.nodeSize).nodeAfter
    const before = $figure.nodeBefore
    const room = (node: Node | null): readonly Node[] | undefined => {
      if (node?.type.name === 'figure') return [node]
      const isGroup = node?.type.name === 'figure_group' && node.childCount < MOST_IN_GROUP
      return isGroup ? node.children : undefined
    }
    const later = room(after)
    const earlier = room(before)
    if (later === undefined && earlier === undefined) return false
    if (dispatch === undefined) return true
    const isLater = later !== undefined
    const from = isLater ? position : position - (before?.nodeSize ?? 0)
    const to = position + figure.nodeSize + (isLater ? (after?.nodeSize ?? 0) : 0)
    const figures = isLater ? [figure, ...later] : [...(earlier ?? []), figure]
    const kept = isLater ? after : before
    const id: unknown = kept?.type.name === 'figure_group' ? kept.attrs['id'] : newId('p')
    const tr = state.tr.replaceWith(from, to, nodeType('figure_group').create({ id }, figures))
    dispatch(selectFigure(tr, figure).scrollIntoView())
    return true
  }
}

/** Takes the figure at a position out of its row, to stand after it; a row of one is no row. */
export function takeOutOfGroup(position: number): Command {
  return (state, dispatch) => {
    const $figure = state.doc.resolve(position)
    const figure = $figure.nodeAfter
    if (figure === null || $figure.parent.type.name !== 'figure_group') return false
    if (dispatch === undefined) return true
    const group = $figure.parent
    const rest = group.children.filter((each) => each !== figure)
    const left = rest.length > 1 ? [group.copy(Fragment.from(rest))] : rest
    const tr = state.tr.replaceWith($figure.before(), $figure.after(), [...left, figure])
    dispatch(selectFigure(tr, figure).scrollIntoView())
    return true
  }
}

/**
 * Moves the block that the selection lies in by one place; a selected picture of a row within its
 * row.
 */
export function moveBlock(by: -1 | 1): Command {
  return ({ selection, tr }, dispatch) => {
    const { $from, $to } = selection
    const depth = selection instanceof NodeSelection ? $from.depth : 0
    const parent = $from.node(depth)
    const index = $from.index(depth)
    const block = parent.maybeChild(index)
    const other = parent.maybeChild(index + by)
    const start = $from.posAtIndex(index, depth)
    if (!block || !other || $to.pos > start + block.nodeSize) return false
    if (dispatch === undefined) return true
    const shift = by < 0 ? -other.nodeSize : other.nodeSize
    tr.delete(start, start + block.nodeSize).insert(start + shift, block)
    tr.setSelection(
      selection instanceof NodeSelection
        ? NodeSelection.create(tr.doc, selection.from + shift)
        : TextSelection.create(tr.doc, selection.anchor + shift, selection.head + shift),
    )
    dispatch(tr.scrollIntoView())
    return true
  }
}

function selectFigure(tr: Transaction, { attrs }: Node): Transaction {
  const found = findBlock(tr.doc, String(attrs['id']))
  return found === undefined ? tr : tr.setSelection(NodeSelection.create(tr.doc, found.position))
}
