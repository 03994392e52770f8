import { balanceLines } from './balance-lines'
import { fillLines } from './fill-lines'
import { fitLines, type LineWish } from './fit-lines'
import type { Measures } from './measure-line'
import { mendLastLine } from './mend-last-line'
import { runOver } from './run-over'
import type { ShapedParagraph } from './shaped-paragraph'
import type { ParagraphSetting } from './style'
import { lastStoppedTab } from './tab-stops'

/** How far the gaps of a line may grow where there is a choice, in ems. */
const LOOSEST_EM = 0.5

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
  if (lastStoppedTab(shaped, setting) >= 0) {
    return mendLastLine(shaped, setting, measures, fillLines(shaped, setting, measures))
  }
  const ends = chooseEnds(shaped, setting, measures)
  const longer = setting.runsOver === true ? runOver(shaped, setting, measures, ends) : undefined
  return longer ?? ends
}

function chooseEnds(
  shaped: ShapedParagraph,
  setting: ParagraphSetting,
  measures: Measures,
): readonly number[] {
  const isJustified = setting.alignment === 'justify'
  if (setting.lines === 'total-fit' && isJustified) {
    const fitted = fitLines(shaped, setting, measures)
    if (fitted !== undefined) return fitted.ends
  }
  const filled = fillLines(shaped, setting, measures)
  const ends = mendLastLine(shaped, setting, measures, filled)
  if (setting.lines !== 'fewest' || !isJustified) return ends
  return fitLines(shaped, setting, measures, noMoreThan(ends.length))?.ends ?? ends
}

/** No more lines than filling one after the other takes, all of them within the rules. */
function noMoreThan(most: number): LineWish {
  const lines = { least: 1, most }
  return { kept: [], lines, loosestEm: LOOSEST_EM, isStrict: true }
}
