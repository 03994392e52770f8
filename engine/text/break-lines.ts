import { balanceLines } from './balance-lines'
import { fillLines } from './fill-lines'
import { mendLastLine } from './mend-last-line'
import { runOver } from './run-over'
import type { ShapedParagraph } from './shaped-paragraph'
import type { ParagraphSetting } from './style'

/**
 * Chooses where the lines of a paragraph end: for each line, the index of the cluster after it,
 * rising, the last being the count of clusters. A forced break always ends its line.
 */
export function breakLines(
  shaped: ShapedParagraph,
  setting: ParagraphSetting,
  measureMpt: (lineIndex: number) => number,
): readonly number[] {
  const ends = fillLines(shaped, setting, measureMpt)
  if (setting.shape === 'balance') return balanceLines(shaped, setting, measureMpt, ends)
  const mended = mendLastLine(shaped, setting, measureMpt, ends)
  const longer =
    setting.runsOver === true ? runOver(shaped, setting, measureMpt, mended) : undefined
  return longer ?? mended
}
