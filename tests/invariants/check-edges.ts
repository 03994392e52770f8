import type { SetLine } from '../../engine/text/set-line'
import type { ParagraphSetting } from '../../engine/text/style'
import type { Cell } from './cell'
import { canStretch, changeOf, ROUNDING_MPT } from './check-fill'
import type { Gap } from './gap'
import { isWideMark } from './mark-classes'
import type { Violation } from './violation'

type Fault = Omit<Violation, 'lineIndex'>

/** How far ink may pass the measure: the overhang of letters such as `f` and `j`, in em. */
const OVERHANG_EM = 0.05

/** Where the body of a line's first cell may stand (R5, R10). */
function startsOf(first: Cell, setting: ParagraphSetting, isFirstLine: boolean): readonly number[] {
  const indentMpt = isFirstLine ? setting.indentMpt : 0
  if (first.kind !== 'open' || !isWideMark(first.text, setting.marks)) return [indentMpt]
  const [trimmed, whole] = [indentMpt, indentMpt + first.emMpt / 2]
  if (isFirstLine && indentMpt > 0) return [trimmed, whole]
  return [setting.trimLineStart ? trimmed : whole]
}

function checkStart(first: Cell, setting: ParagraphSetting, isFirstLine: boolean): Fault[] {
  const starts = startsOf(first, setting, isFirstLine)
  const isRight = starts.some((start) => Math.abs(first.leftMpt - start) <= first.slackMpt)
  if (isRight) return []
  const rule = first.kind === 'open' ? 'R5' : isFirstLine ? 'R10' : 'sum'
  return [{ rule, what: `${first.text} starts at ${first.leftMpt}, not at ${starts.join(' or ')}` }]
}

function checkEnd(
  last: Cell,
  gaps: readonly Gap[],
  line: SetLine,
  measureMpt: number,
  isJustified: boolean,
  hanging: Cell | undefined,
): Fault[] {
  const isMark = last.kind === 'close' || last.kind === 'stop'
  const rule = isMark ? 'R5' : 'sum'
  // A Western advance is rounded once; full-width sums are exact.
  const exactMpt = last.slackMpt + (last.kind === 'latin' || last.kind === 'symbol' ? 1 : 0)
  const overMpt = last.rightMpt - measureMpt
  const at = `${last.text} ends at ${last.rightMpt} of ${measureMpt}`
  const faults: Fault[] = []
  const change = changeOf(gaps)
  if (overMpt > exactMpt) {
    faults.push({ rule: isMark ? 'R6' : rule, what: `${at}: it is past the measure` })
  }
  const mustBeFull = (isJustified && canStretch(gaps)) || change === 'squeezed'
  if (mustBeFull && overMpt < -exactMpt) faults.push({ rule, what: `${at}: it falls short` })
  const endMpt = hanging?.rightMpt ?? last.rightMpt
  if (Math.abs(line.widthMpt - endMpt) > exactMpt + ROUNDING_MPT) {
    faults.push({ rule, what: `${at}, but widthMpt is ${line.widthMpt}` })
  }
  const isToldRight =
    change === 'none' || (change === 'squeezed' ? line.adjustedMpt < 0 : line.adjustedMpt > 0)
  if (!isToldRight) {
    faults.push({ rule: 'sum', what: `a ${change} line has adjustedMpt ${line.adjustedMpt}` })
  }
  return faults
}

/** R6: what hangs stands right behind the character before it, at most its half em beyond the measure. */
function checkHanging(last: Cell, hanging: Cell, measureMpt: number): Fault[] {
  const { text, leftMpt, rightMpt, emMpt } = hanging
  const isBehind = Math.abs(leftMpt - last.rightMpt) <= ROUNDING_MPT + last.slackMpt
  if (isBehind && rightMpt <= measureMpt + emMpt / 2 + ROUNDING_MPT) return []
  return [{ rule: 'R6', what: `${text} hangs from ${leftMpt} to ${rightMpt} of ${measureMpt}` }]
}

function checkInk(cells: readonly Cell[], measureMpt: number): Fault[] {
  return cells.flatMap((cell, index): Fault[] => {
    const slack = OVERHANG_EM * cell.emMpt
    const before = cells[index - 1]
    if (cell.inkLeftMpt < -slack || cell.inkRightMpt > measureMpt + slack) {
      return [{ rule: 'sum', what: `the ink of ${cell.text} leaves the measure` }]
    }
    const isWestern = (each: Cell): boolean => each.kind === 'latin' || each.kind === 'symbol'
    const isPair = before !== undefined && !(isWestern(before) && isWestern(cell))
    return isPair && cell.inkLeftMpt < before.inkRightMpt - slack
      ? [{ rule: 'R4', what: `the ink of ${before.text} and ${cell.text} overlaps` }]
      : []
  })
}

/** Whether a centred line has like blanks at both sides, and a right-aligned one none at its right. */
function checkAlignment(
  first: Cell,
  last: Cell,
  measureMpt: number,
  indentMpt: number,
  setting: ParagraphSetting,
): Fault[] {
  const isCentred = setting.alignment === 'center'
  const leftMpt = first.leftMpt - indentMpt
  const rightMpt = measureMpt - last.rightMpt
  // An opening bracket carries half an em of blank that counts as the line's own.
  const hasBlank = first.kind === 'open' && isWideMark(first.text, setting.marks)
  const blankMpt = hasBlank ? first.emMpt / 2 : 0
  const offMpt = isCentred ? leftMpt - rightMpt : rightMpt
  const isAligned = offMpt >= -ROUNDING_MPT && offMpt <= (isCentred ? blankMpt : 0) + ROUNDING_MPT
  return isAligned ? [] : [{ rule: 'sum', what: `blank is ${leftMpt} left and ${rightMpt} right` }]
}

/**
 * Checks where a line begins and ends: the indent (R10), brackets at its start and full-width
 * marks at its end (R5), the mark that hangs (R6), and that a justified line reaches the measure to
 * the mpt. `cells` and `gaps` are without what hangs.
 */
export function checkLineEdges(
  cells: readonly Cell[],
  hanging: Cell | undefined,
  gaps: readonly Gap[],
  line: SetLine,
  setting: ParagraphSetting,
  measureMpt: number,
  isFirstLine: boolean,
): readonly Fault[] {
  const [first, last] = [cells[0], cells.at(-1)]
  if (first === undefined || last === undefined) return []
  const { alignment } = setting
  const isJustified = alignment === 'justify' && !line.isLast
  const isFromLeft = alignment === 'justify' || alignment === 'left'
  const indentMpt = isFirstLine ? setting.indentMpt : 0
  return [
    ...(isFromLeft
      ? checkStart(first, setting, isFirstLine)
      : checkAlignment(first, last, measureMpt, indentMpt, setting)),
    ...checkEnd(last, gaps, line, measureMpt, isJustified, hanging),
    ...(hanging === undefined
      ? checkInk(cells, measureMpt)
      : [
          ...checkHanging(last, hanging, measureMpt),
          ...checkInk([...cells, hanging], measureMpt + hanging.emMpt / 2),
        ]),
  ]
}
