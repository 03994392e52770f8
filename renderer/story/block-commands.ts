import { setBlockType, toggleMark } from 'prosemirror-commands'
import type { Node, NodeType } from 'prosemirror-model'
import { type Command, type EditorState, TextSelection } from 'prosemirror-state'
import { newId } from '../desk/new-id'
import { editorSchema } from './editor-schema'

const { nodes, marks } = editorSchema

/** The kinds of text block that a person can turn one into another. */
export const TEXT_BLOCKS = ['paragraph', 'subheading', 'pull_quote'] as const

/** The marks of the toolbar. */
export const MARKS = [
  'strong',
  'emphasis_dots',
  'underline',
  'superscript',
  'subscript',
  'no_break',
] as const

/** The kind of the block that the cursor stands in. */
export function blockKind(state: EditorState): string {
  const { $from } = state.selection
  return $from.depth === 0 ? '' : $from.node($from.depth).type.name
}

/** Whether the selection, or what is typed next, bears a mark. */
export function hasMark(state: EditorState, name: string): boolean {
  const type = marks[name]
  if (type === undefined) return false
  const { from, to, empty, $from } = state.selection
  if (empty) return type.isInSet(state.storedMarks ?? $from.marks()) !== undefined
  return state.doc.rangeHasMark(from, to, type)
}

/** Sets or lifts a mark. */
export function markCommand(name: (typeof MARKS)[number]): Command {
  return toggleMark(typeOfMark(name))
}

/** Turns the blocks of the selection into another kind; out of a list of briefs first. */
export function blockCommand(name: (typeof TEXT_BLOCKS)[number]): Command {
  const type = typeOf(name)
  return (state, dispatch) => {
    if (blockKind(state) !== 'brief') return setBlockType(type)(state, dispatch)
    return replaceListItems(state, dispatch, type)
  }
}

/** Turns the paragraphs of the selection into a list of briefs, or a brief back into text. */
export const toggleBriefs: Command = (state, dispatch) => {
  if (blockKind(state) === 'brief') return replaceListItems(state, dispatch, typeOf('paragraph'))
  const { $from, $to } = state.selection
  const range = $from.blockRange($to)
  if (range === null || range.depth !== 0) return false
  const blocks: Node[] = []
  for (let index = range.startIndex; index < range.endIndex; index += 1) {
    blocks.push(state.doc.child(index))
  }
  if (!blocks.every(({ isTextblock, type }) => isTextblock && type.name !== 'figure')) return false
  const briefs = blocks.map(({ attrs, content }) =>
    typeOf('brief').create({ id: attrs['id'] }, content),
  )
  const list = typeOf('brief_list').create({ id: newId('p') }, briefs)
  if (dispatch === undefined) return true
  const tr = state.tr.replaceWith(range.start, range.end, list)
  // The list adds one position before the text.
  tr.setSelection(TextSelection.create(tr.doc, state.selection.from + 1))
  dispatch(tr.scrollIntoView())
  return true
}

/** The list around the cursor as text blocks. */
function replaceListItems(
  state: EditorState,
  dispatch: Parameters<Command>[1],
  type: NodeType,
): boolean {
  const { $from } = state.selection
  const depth = $from.depth - 1
  const list = $from.node(depth)
  if (list.type.name !== 'brief_list') return false
  const blocks = list.content.content.map(({ attrs, content }) =>
    type.create({ id: attrs['id'] }, content),
  )
  const before = $from.before(depth)
  const tr = state.tr.replaceWith(before, before + list.nodeSize, blocks)
  tr.setSelection(TextSelection.create(tr.doc, state.selection.from - 1))
  dispatch?.(tr.scrollIntoView())
  return true
}

/** Puts a block after the one that the cursor stands in, and the cursor into it. */
export function insertBlock(make: () => Node): Command {
  return (state, dispatch) => {
    const { $from } = state.selection
    const at = $from.depth === 0 ? $from.pos : $from.after(1)
    const tr = state.tr.insert(at, make())
    const inner = TextSelection.findFrom(tr.doc.resolve(at), 1, true)
    if (inner !== null) tr.setSelection(inner)
    dispatch?.(tr.scrollIntoView())
    return true
  }
}

/** A figure of an asset, or of none yet. */
export function makeFigure(asset: string): Node {
  return typeOf('figure').create({ id: newId('p'), asset })
}

/** An empty QR code with its line. */
export function makeQrCode(): Node {
  return typeOf('qr_code').create({ id: newId('p') }, editorSchema.text('扫描查看详情'))
}

/** A place where the column ends. */
export function makeColumnBreak(): Node {
  return typeOf('column_break').create({ id: newId('p') })
}

/** A table of empty cells, the first row its head. */
export function makeTable(rows: number, columns: number): Node {
  const row = (header: boolean): Node => {
    const cells = Array.from({ length: columns }, () =>
      typeOf('table_cell').create({ id: newId('p'), header }),
    )
    return typeOf('table_row').create({ id: newId('p') }, cells)
  }
  const all = Array.from({ length: rows }, (_, index) => row(index === 0))
  return typeOf('table').create({ id: newId('p') }, all)
}

/** A new line in a caption, a quote or a heading is a paragraph after it. */
export const leaveBlock: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  const kind = blockKind(state)
  if (kind === 'table_cell') return true
  if (!['figure', 'qr_code', 'subheading', 'pull_quote'].includes(kind)) return false
  const isAtEnd = empty && $from.parentOffset === $from.parent.content.size
  if (!isAtEnd && kind !== 'figure' && kind !== 'qr_code') return false
  const at = $from.after(1)
  const tr = state.tr.insert(at, typeOf('paragraph').create({ id: newId('p') }))
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, at + 1)).scrollIntoView())
  return true
}

/** Out of an empty brief into a paragraph after the list. */
export const leaveBriefs: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  if (!empty || blockKind(state) !== 'brief' || $from.parent.content.size > 0) return false
  const list = $from.node($from.depth - 1)
  const isLast = $from.index($from.depth - 1) === list.childCount - 1
  if (!isLast) return false
  const isOnly = list.childCount === 1
  const from = isOnly ? $from.before($from.depth - 1) : $from.before()
  const to = isOnly ? $from.after($from.depth - 1) : $from.after()
  const tr = state.tr.delete(from, to)
  const at = isOnly ? from : tr.mapping.map($from.after($from.depth - 1))
  tr.insert(at, typeOf('paragraph').create({ id: newId('p') }))
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, at + 1)).scrollIntoView())
  return true
}

function typeOf(name: string): NodeType {
  const type = nodes[name]
  if (type === undefined) throw new RangeError(`There is no block ${name}`)
  return type
}

function typeOfMark(name: string) {
  const type = marks[name]
  if (type === undefined) throw new RangeError(`There is no mark ${name}`)
  return type
}
