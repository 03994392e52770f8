import type { BlockKey } from './block-key'
import type { SetFigure } from './figure'
import type { Slice } from './slice'

/** A figure that floats to the top of a column. */
export interface FloatingFigure {
  readonly figure: SetFigure
  /** Names the figure when a page plan says how tall its picture is. */
  readonly key: BlockKey
  /** Index of the body block that it is: the text before it is set first where it can be. */
  readonly block: number
  /** Whether the make-up may let it span all columns. */
  readonly mayWiden: boolean
}

/** What flows through the columns of a band, floats in the order of their blocks. */
export interface ColumnContent {
  readonly slices: readonly Slice[]
  readonly floats: readonly FloatingFigure[]
}

/** How far a content has been laid into columns. */
export interface Cursor {
  readonly slice: number
  readonly float: number
}

/**
 * What one column holds, or a stretch of one that a pinned figure parts: floats at its top, then
 * slices. Ends are exclusive.
 */
export interface ColumnFill {
  readonly column: number
  /** Units from the top of its band to where it begins. */
  readonly top: number
  readonly from: Cursor
  readonly to: Cursor
  /** Units filled, pictures and blanks included. */
  readonly units: number
  /** Units that it can hold down to the figure which ends it; `undefined` at the column's foot. */
  readonly most: number | undefined
}
