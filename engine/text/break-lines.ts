import { balanceLines } from './balance-lines'
import { fillLines } from './fill-lines'
import { hasTabs } from './fill-tabbed-line'
import { fitLines } from './fit-lines'
import type { Measures } from './measure-line'
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
  measures: Measures,
): readonly number[] {
  if (setting.shape === 'balance') {
    return balanceLines(shaped, setting, measures, fillLines(shaped, setting, measures))
  }
  if (hasTabs(shaped, setting)) return fillLines(shaped, setting, measures)
  const ends = chooseEnds(shaped, setting, measures)
  const longer = setting.runsOver === true ? runOver(shaped, setting, measures, ends) : undefined
  return longer ?? ends
}

function chooseEnds(
  shaped: ShapedParagraph,
  setting: ParagraphSetting,
  measures: Measures,
): readonly number[] {
  const isFitted = setting.lines === 'total-fit' && setting.alignment === 'justify'
  const fitted = isFitted ? fitLines(shaped, setting, measures) : undefined
  if (fitted !== undefined) return fitted.ends
  return mendLastLine(shaped, setting, measures, fillLines(shaped, setting, measures))
}
