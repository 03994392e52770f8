import { balanceLines } from './balance-lines'
import { fillLines } from './fill-lines'
import { fitLines, LOOSEST_EM } from './fit-lines'
import type { Measures } from './measure-line'
import { mendLastLine } from './mend-last-line'
import { runOver } from './run-over'
import type { ShapedParagraph } from './shaped-paragraph'
import type { ParagraphSetting } from './style'
import { lastStoppedTab } from './tab-stops'

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
  if (lastStoppedTab(shaped, setting) >= 0) return chooseInTurn(shaped, setting, measures)
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
  const ends = chooseInTurn(shaped, setting, measures)
  if (setting.lines !== 'fewest' || !isJustified) return ends
  const lines = { least: 1, most: ends.length }
  const wish = { kept: [], lines, loosestEm: LOOSEST_EM, isStrict: true }
  return fitLines(shaped, setting, measures, wish)?.ends ?? ends
}

/** One line after the other, and the last ones anew where the last is too short. */
function chooseInTurn(
  shaped: ShapedParagraph,
  setting: ParagraphSetting,
  measures: Measures,
): readonly number[] {
  return mendLastLine(shaped, setting, measures, fillLines(shaped, setting, measures))
}
