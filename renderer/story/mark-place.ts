import type { Mark } from 'prosemirror-model'
import type { EditorState } from 'prosemirror-state'
import { markType } from './editor-schema'

/** A stretch of text that bears one mark, other marks on parts of it or not. */
export interface MarkPlace {
  readonly from: number
  readonly to: number
  readonly mark: Mark
}

/** The stretch of a mark that the cursor or the beginning of the selection stands in. */
export function markPlaceAt(
  { selection: { $from, empty } }: EditorState,
  name: string,
): MarkPlace | undefined {
  const type = markType(name)
  const marks = empty ? $from.marks() : ($from.nodeAfter?.marks ?? [])
  const mark = type.isInSet(marks) ?? type.isInSet($from.nodeBefore?.marks ?? [])
  if (mark === undefined || !$from.parent.isTextblock) return undefined
  const { parent } = $from
  const start = $from.start()
  let from = -1
  let to = -1
  let found: MarkPlace | undefined
  parent.forEach((child, offset) => {
    const isSame = mark.isInSet(child.marks)
    if (isSame && to === offset) to = offset + child.nodeSize
    else if (isSame) [from, to] = [offset, offset + child.nodeSize]
    const isHere = isSame && from <= $from.parentOffset && $from.parentOffset <= to
    if (isHere) found = { from: start + from, to: start + to, mark }
  })
  return found
}
