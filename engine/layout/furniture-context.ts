import type { FieldValues } from './fields'
import type { Source } from './page'
import type { SetText, Typesetter } from './typesetter'

/** A line of the contents (导读): what begins on which page. */
export interface ContentsEntry {
  readonly folio: number
  readonly title: string
}

/** What furniture is drawn with: the values of its fields and the side of the page. */
export interface FurnitureContext {
  readonly typesetter: Typesetter
  readonly fields: FieldValues
  readonly contents: readonly ContentsEntry[]
  /** Whether left and right change places, as on a verso. */
  readonly mirrored: boolean
  /** Width about whose middle things are mirrored. */
  readonly widthMpt: number
  readonly source: Source
  /** Called with each set text, so that what could not be shown is reported. */
  readonly note: (set: SetText) => void
}
