import type { ParagraphSetting } from '../../engine/text/style'
import type { Cell } from './cell'
import { checkBreak, type BrokenText } from './check-breaks'
import { readGaps } from './gap'
import { partHanging } from './hanging'
import type { ReadLine } from './read-lines'
import type { Violation } from './violation'

/** The most that a line may be opened at each of its gaps to give its last character away. */
const OPEN_EM = 0.25

/** Whether a line would still be full, if loose, with its first `count` cells alone. */
function isFullWith(
  { cells }: ReadLine,
  count: number,
  setting: ParagraphSetting,
  measureMpt: number,
): boolean {
  const { cells: given } = partHanging(cells.slice(0, count), setting)
  // An ideographic space at a line end is blank.
  const rest = given.at(-1)?.text === '\u3000' ? given.slice(0, -1) : given
  const end = rest.at(-1)
  if (end === undefined) return false
  const gaps = readGaps(rest, setting)
  const grown = gaps.reduce((sum, gap) => sum + gap.observedMpt - gap.naturalMpt, 0)
  const blankMpt = measureMpt - (end.rightMpt - grown)
  return gaps.length > 0 && blankMpt <= gaps.length * OPEN_EM * end.emMpt
}

/**
 * 孤字: a last line has as many Han as the setting asks, letters and digits counted too, unless
 * the line before it has none to give: it may be parted nowhere, or would be left too loose (R10).
 */
export function checkLastLine(
  lines: readonly ReadLine[],
  broken: BrokenText,
  setting: ParagraphSetting,
  measureMpt: number,
): readonly Violation[] {
  const [before, last] = lines.slice(-2)
  if (before === undefined || last === undefined) return []
  const countOf = (cells: readonly Cell[]): number =>
    cells.filter(({ kind }) => kind === 'han' || kind === 'latin').length
  const has = countOf(last.cells)
  if (has >= setting.lastLineMinHan) return []
  const mayGive = before.cells.some(
    (cell, index) =>
      has + countOf(before.cells.slice(index)) >= setting.lastLineMinHan &&
      checkBreak(broken, cell.offset, setting).length === 0 &&
      isFullWith(before, index, setting, measureMpt),
  )
  const shown = last.cells.map((cell) => cell.text).join('')
  return mayGive
    ? [{ rule: 'R10', lineIndex: last.lineIndex, what: `the last line is ${shown}` }]
    : []
}
