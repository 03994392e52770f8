import { setBlockType, toggleMark } from 'prosemirror-commands'
import type { Node, ResolvedPos } from 'prosemirror-model'
import { type Command, type EditorState, TextSelection } from 'prosemirror-state'
import { DEEPEST_SUBHEADING } from '../../engine/document/subheading-level'
import { newId } from '../desk/new-id'
import { editorSchema, markType, nodeType } from './editor-schema'
import { leaveListAs } from './list-commands'

/** The kinds of text block that a person can turn one into another. */
export const TEXT_BLOCKS = ['paragraph', 'subheading', 'pull_quote'] as const

/** The marks of the toolbar. */
export const MARKS = [
  'strong',
  'emphasis_dots',
  'underline',
  'proper_name',
  'book_title',
  'superscript',
  'subscript',
  'no_break',
] as const

/** Types a tab: the Tab key itself goes to the next control, and in a table to the next cell. */
export const insertTab: Command = ({ selection, tr }, dispatch) => {
  if (!selection.$from.parent.isTextblock) return false
  dispatch?.(tr.insertText('\t').scrollIntoView())
  return true
}

/** The kind of the block that the cursor stands in. */
export function blockKind(state: EditorState): string {
  const { $from } = state.selection
  return $from.depth === 0 ? '' : $from.node($from.depth).type.name
}

/** Whether the selection, or what is typed next, bears a mark. */
export function hasMark(state: EditorState, name: string): boolean {
  const type = markType(name)
  const { from, to, empty, $from } = state.selection
  if (empty) return type.isInSet(state.storedMarks ?? $from.marks()) !== undefined
  return state.doc.rangeHasMark(from, to, type)
}

/** Sets or lifts a mark. A name or a title has an id, which tells it from the one beside it. */
export function markCommand(name: (typeof MARKS)[number]): Command {
  const type = markType(name)
  const isStretch = name === 'proper_name' || name === 'book_title'
  return (state, dispatch) =>
    toggleMark(type, isStretch ? { id: newId('m') } : null)(state, dispatch)
}

/**
 * Turns the text blocks of the selection into another kind; out of their list first. What
 * is more than text (a figure with its caption, a table) stays what it is.
 */
export function blockCommand(name: (typeof TEXT_BLOCKS)[number]): Command {
  const type = nodeType(name)
  return (state, dispatch) => {
    if (leaveListAs(name)(state, dispatch)) return true
    return isTextAlone(state) && setBlockType(type)(state, dispatch)
  }
}

/** The level of the subheading that the cursor stands in; 0 in any other block. */
export function subheadingLevel(state: EditorState): number {
  if (blockKind(state) !== 'subheading') return 0
  return Number(state.selection.$from.parent.attrs['level'])
}

/**
 * Turns text blocks into subheadings; subheadings take the next level, and after the lowest the
 * first again.
 */
export const subheadingCommand: Command = (state, dispatch) => {
  const level = subheadingLevel(state)
  if (level === 0) return blockCommand('subheading')(state, dispatch)
  const { tr } = state
  const next = level === DEEPEST_SUBHEADING ? 1 : level + 1
  const { from, to } = state.selection
  state.doc.nodesBetween(from, to, ({ type }, position) => {
    if (type.name === 'subheading') tr.setNodeAttribute(position, 'level', next)
  })
  dispatch?.(tr.scrollIntoView())
  return true
}

function isTextAlone({ doc, selection: { from, to } }: EditorState): boolean {
  const known: readonly string[] = TEXT_BLOCKS
  let isAlone = true
  doc.nodesBetween(from, to, ({ isTextblock, type }) => {
    if (isTextblock && !known.includes(type.name)) isAlone = false
    return isAlone
  })
  return isAlone
}

/**
 * Puts a block after the one that the cursor stands in, and the cursor into it. On an empty line
 * it comes before, so that the line is there to go on writing.
 */
export function insertBlock(make: () => Node): Command {
  return (state, dispatch) => {
    const at = placeForBlock(state.selection.$from)
    const tr = state.tr.insert(at, make())
    const inner = TextSelection.findFrom(tr.doc.resolve(at), 1, true)
    if (inner !== null) tr.setSelection(inner)
    dispatch?.(tr.scrollIntoView())
    return true
  }
}

/** Where a block goes that is put in at a place in the text. */
export function placeForBlock($place: ResolvedPos): number {
  if ($place.depth === 0) return $place.pos
  const { parent, depth } = $place
  const isBlank = depth === 1 && parent.type.name === 'paragraph' && parent.content.size === 0
  return isBlank ? $place.before(1) : $place.after(1)
}

/** An empty QR code with its line. */
export function makeQrCode(): Node {
  return nodeType('qr_code').create({ id: newId('p') }, editorSchema.text('扫描查看详情'))
}

/** A place where the column ends. */
export function makeColumnBreak(): Node {
  return nodeType('column_break').create({ id: newId('p') })
}

/** A new line in a caption, a quote or a heading is a paragraph after it. */
export const leaveBlock: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  const kind = blockKind(state)
  if (!['figure', 'qr_code', 'subheading', 'pull_quote'].includes(kind)) return false
  const isAtEnd = empty && $from.parentOffset === $from.parent.content.size
  if (!isAtEnd && kind !== 'figure' && kind !== 'qr_code') return false
  return addParagraphAfter(state, dispatch)
}

/** Out of whatever block the cursor stands in, into a paragraph after it. */
export const addParagraphAfter: Command = ({ selection: { $from }, tr }, dispatch) => {
  const at = $from.depth === 0 ? $from.pos : $from.after(1)
  tr.insert(at, nodeType('paragraph').create({ id: newId('p') }))
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, at + 1)).scrollIntoView())
  return true
}
