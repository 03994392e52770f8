import type { ParagraphSetting } from '../../engine/text/style'
import type { Cell } from './cell'
import { mayHang } from './mark-classes'

/** A line's cells within the measure, and the mark that may stand beyond it. */
export interface HangingLine {
  readonly cells: readonly Cell[]
  readonly hanging: Cell | undefined
}

/** Where the house lets marks hang, the one of `、，。` that a line ends with does (R6). */
export function partHanging(cells: readonly Cell[], { hangs }: ParagraphSetting): HangingLine {
  const [before, last] = [cells.at(-2), cells.at(-1)]
  const isHung = hangs && before?.spacesAfter === 0 && last !== undefined && mayHang(last.text)
  return isHung ? { cells: cells.slice(0, -1), hanging: last } : { cells, hanging: undefined }
}
