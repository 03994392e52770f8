import type { Measures } from './measure-line'
import { type CostLimit, type FittedLines, type LineWish, searchLines } from './search-lines'
import type { ShapedParagraph } from './shaped-paragraph'
import type { ParagraphSetting } from './style'

/** How far the gaps of a line grow where nothing else is wished, in ems. */
export const LOOSEST_EM = 0.5

/** All lines of a paragraph, however many. */
const ANY_LINES: LineWish = { kept: [], loosestEm: LOOSEST_EM, isStrict: false }

const ANY_COST: CostLimit = { ofLine: Infinity, inAll: Infinity }

/** About what a line of twenty characters costs whose gaps all grow by 0.06 em. */
const COST_OF_A_DEAR_LINE = 2

/**
 * Total fit: the line ends of a paragraph whose lines together cost least (`searchLines`).
 * `undefined` where no lines are as wished, which strict wishes and counts can come to.
 *
 * Most lines that could be drawn are so loose that none of the best is among them: they are left
 * out at first, and tried only where what they cost at least does not rule them out. Where gaps
 * may grow by little, that leaves out enough.
 */
export function fitLines(
  shaped: ShapedParagraph,
  setting: ParagraphSetting,
  measures: Measures,
  wish: LineWish = ANY_LINES,
): FittedLines | undefined {
  const search = (limit: CostLimit) => searchLines(shaped, setting, measures, wish, limit)
  if (wish.loosestEm < LOOSEST_EM) return search(ANY_COST).fitted
  const { fitted, leastLeftOut } = search({ ...ANY_COST, ofLine: COST_OF_A_DEAR_LINE })
  const least = fitted?.cost ?? Infinity
  return least <= leastLeftOut ? fitted : search({ ...ANY_COST, inAll: least }).fitted
}
