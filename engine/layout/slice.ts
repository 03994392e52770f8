import type { BlockKey } from './block-key'
import type { PageItem } from './page'

/**
 * The smallest piece of a column: a line of text, or a thing that is never parted (a QR code, a
 * picture set in place). Heights are whole units, the unit being the line of the column's grid.
 */
export interface Slice {
  readonly units: number
  /** Blank units above; they vanish at the top of a column. */
  readonly blankBefore: number
  /** Whether a column may end after this slice (widows, orphans, headings). */
  readonly mayBreakAfter: boolean
  /** Whether a column must end after this slice. */
  readonly mustBreakAfter: boolean
  /** Index of the body block that the slice belongs to, and the key of its text. */
  readonly block: number
  readonly key: BlockKey
  readonly endsBlock: boolean
  /** Units of a header that stands again above it where a column begins with it; see `repeated`. */
  readonly repeatedUnits?: number
  /** That header, from its top left corner. */
  readonly repeated?: readonly PageItem[]
  /** Drawn from the slice's top left corner, below its blank units. */
  readonly items: readonly PageItem[]
}
