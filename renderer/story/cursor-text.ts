import type { EditorState } from 'prosemirror-state'
import { blockKind, hasMark, MARKS, subheadingLevel } from './block-commands'
import { listKind, type ListKind } from './list-commands'

/** What the text at the cursor is: the kind of its block, and the marks that it bears. */
export interface CursorText {
  readonly kind: string
  /** The kind of its list, where it stands in one. */
  readonly list: ListKind | undefined
  /** The level of a subheading; 0 for all else. */
  readonly level: number
  readonly marks: ReadonlySet<string>
}

/** Marks that say more than that they are there. */
const SAYING = ['link', 'ruby']

/** What the text at the cursor is; the very same object as before where it is the same. */
export function cursorText(state: EditorState | null, before?: CursorText): CursorText {
  const kind = state === null ? '' : blockKind(state)
  const list = state === null ? undefined : listKind(state)
  const level = state === null ? 0 : subheadingLevel(state)
  const marks = state === null ? [] : [...MARKS, ...SAYING].filter((mark) => hasMark(state, mark))
  const isSame =
    before?.kind === kind &&
    before.list === list &&
    before.level === level &&
    before.marks.size === marks.length &&
    marks.every((mark) => before.marks.has(mark))
  return isSame ? before : { kind, list, level, marks: new Set(marks) }
}
