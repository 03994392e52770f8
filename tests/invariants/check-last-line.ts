import type { ParagraphSetting } from '../../engine/text/style'
import { readGaps } from './gap'
import type { ReadLine } from './read-lines'
import type { Violation } from './violation'

/** The most that a line may be opened at each of its gaps to give its last character away. */
const OPEN_EM = 0.25

/** Whether a line would still be full, if loose, without its last character. */
function canGive({ cells }: ReadLine, setting: ParagraphSetting, measureMpt: number): boolean {
  const last = cells.at(-1)
  const rest = cells.slice(0, -1)
  const end = rest.at(-1)
  if (last === undefined || end === undefined) return false
  const gaps = readGaps(rest, setting)
  const grown = gaps.reduce((sum, gap) => sum + gap.observedMpt - gap.naturalMpt, 0)
  const blankMpt = measureMpt - (end.rightMpt - grown)
  return gaps.length > 0 && blankMpt <= gaps.length * OPEN_EM * last.emMpt
}

/**
 * 孤字: a last line has as many Han as the setting asks, letters and digits counted too, unless
 * the line before it has none to give (R10).
 */
export function checkLastLine(
  lines: readonly ReadLine[],
  setting: ParagraphSetting,
  measureMpt: number,
): readonly Violation[] {
  const [before, last] = lines.slice(-2)
  if (before === undefined || last === undefined) return []
  const count = last.cells.filter(({ kind }) => kind === 'han' || kind === 'latin').length
  if (count >= setting.lastLineMinHan || !canGive(before, setting, measureMpt)) return []
  const shown = last.cells.map((cell) => cell.text).join('')
  return [{ rule: 'R10', lineIndex: last.lineIndex, what: `the last line is ${shown}` }]
}
