import type { Node, ResolvedPos } from 'prosemirror-model'
import { type Command, type EditorState, TextSelection, type Transaction } from 'prosemirror-state'
import { newId } from '../desk/new-id'
import { nodeType } from './editor-schema'

/** A kind of list: briefs (简讯), or items by their mark. */
export type ListKind = 'briefs' | 'bullet' | 'number' | 'circle'

/** The list that the cursor stands in. */
interface ListPlace {
  readonly list: Node
  readonly kind: ListKind
  /** Where the list begins. */
  readonly start: number
  readonly depth: number
}

/** The kind of the list that the cursor stands in; `undefined` outside of lists. */
export function listKind({ selection }: EditorState): ListKind | undefined {
  return listAt(selection.$from)?.kind
}

/**
 * Turns the text blocks of the selection into a list of a kind; the list of the cursor into one of
 * another kind, or back into paragraphs where it is of this kind already.
 */
export function toggleList(kind: ListKind): Command {
  return (state, dispatch) => {
    const place = listAt(state.selection.$from)
    if (place !== undefined) {
      dispatch?.(
        place.kind === kind
          ? replaceList(state, place, 'paragraph')
          : changeList(state, place, kind),
      )
      return true
    }
    const { $from, $to } = state.selection
    const range = $from.blockRange($to)
    if (range === null || range.depth !== 0) return false
    const blocks = state.doc.children.slice(range.startIndex, range.endIndex)
    if (!blocks.every(({ isTextblock, type }) => isTextblock && type.name !== 'figure'))
      return false
    if (dispatch === undefined) return true
    const tr = state.tr.replaceWith(range.start, range.end, makeList(kind, newId('p'), blocks))
    // The list adds one position before the text.
    tr.setSelection(TextSelection.create(tr.doc, state.selection.from + 1))
    dispatch(tr.scrollIntoView())
    return true
  }
}

/** The items of the list around the cursor as text blocks of a type; no command outside of lists. */
export function leaveListAs(type: string): Command {
  return (state, dispatch) => {
    const place = listAt(state.selection.$from)
    if (place === undefined) return false
    dispatch?.(replaceList(state, place, type))
    return true
  }
}

/** Out of an empty last item into a paragraph after the list. */
export const leaveList: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  const place = listAt($from)
  if (place === undefined || !empty || $from.parent.content.size > 0) return false
  const { list, depth } = place
  if ($from.index(depth) !== list.childCount - 1) return false
  const isOnly = list.childCount === 1
  const from = isOnly ? $from.before(depth) : $from.before()
  const to = isOnly ? $from.after(depth) : $from.after()
  const tr = state.tr.delete(from, to)
  const at = isOnly ? from : tr.mapping.map($from.after(depth))
  tr.insert(at, nodeType('paragraph').create({ id: newId('p') }))
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, at + 1)).scrollIntoView())
  return true
}

function listAt($place: ResolvedPos): ListPlace | undefined {
  const depth = $place.depth - 1
  if (depth < 1) return undefined
  const list = $place.node(depth)
  const start = $place.before(depth)
  if (list.type.name === 'brief_list') return { list, kind: 'briefs', start, depth }
  if (list.type.name !== 'list') return undefined
  return { list, kind: list.attrs['mark'] as ListKind, start, depth }
}

function makeList(kind: ListKind, id: unknown, texts: readonly Node[]): Node {
  const item = nodeType(kind === 'briefs' ? 'brief' : 'list_item')
  const items = texts.map(({ attrs, content }) => item.create({ id: attrs['id'] }, content))
  if (kind === 'briefs') return nodeType('brief_list').create({ id }, items)
  return nodeType('list').create({ id, mark: kind }, items)
}

/** The list in another kind: what it holds stays where it is. */
function changeList({ tr, selection }: EditorState, place: ListPlace, kind: ListKind): Transaction {
  const { list, start } = place
  const changed = makeList(kind, list.attrs['id'], list.children)
  tr.replaceWith(start, start + list.nodeSize, changed)
  const { anchor, head } = selection
  return tr.setSelection(TextSelection.create(tr.doc, anchor, head)).scrollIntoView()
}

function replaceList({ tr, selection }: EditorState, place: ListPlace, type: string): Transaction {
  const { list, start } = place
  const blocks = list.children.map(({ attrs, content }) =>
    nodeType(type).create({ id: attrs['id'] }, content),
  )
  tr.replaceWith(start, start + list.nodeSize, blocks)
  return tr.setSelection(TextSelection.create(tr.doc, selection.from - 1)).scrollIntoView()
}
