import type { ParagraphSetting, ProhibitionLevel } from '../../engine/text/style'
import { mayDivide } from './check-hyphens'
import { isNeverFirst, isNeverLast, markClassOf, type LongMark } from './mark-classes'
import type { Rule } from './violation'

/** How a line break breaks R1, R2 or R9. */
export interface BreakFault {
  readonly rule: Rule
  readonly what: string
}

/** A text that lines were broken from, and what the checks ask of it. */
export interface BrokenText {
  readonly text: string
  readonly longMarks: readonly LongMark[]
  /** Whether the characters from one offset to another fit on one line. */
  readonly fits: (start: number, end: number) => boolean
}

const UNITS = '年月日页%％‰℃℉°'
const PREFIXES = '第$¥￥€£№'

/** A break without the spaces that it swallows: `end` is after the last character, `start` before the next. */
interface Break extends BrokenText {
  readonly end: number
  readonly start: number
  /** The last characters before the break, and the first after it. */
  readonly head: string
  readonly tail: string
}

const WINDOW = 24

function isSolid(character: string, level: ProhibitionLevel): boolean {
  const isBroken = character === '-' || (character === '/' && level !== 'gb' && level !== 'strict')
  return /^[\x21-\x7e\p{Script=Latin}]/u.test(character) && !isBroken
}

/** The hyphen of a telephone number parts it no more than its digits are parted. */
function isSolidAt(text: string, at: number, level: ProhibitionLevel): boolean {
  return isSolid(text[at] ?? '', level) || /^\d-\d$/.test(text.slice(at - 1, at + 2))
}

/** Whether the word around a break, with its marks, is wider than a line and must be broken somewhere. */
function isInLongWord({ text, end, start, fits }: Break, level: ProhibitionLevel): boolean {
  if (start > end) return false
  let [from, to] = [start, start]
  while (from > 0 && isSolidAt(text, from - 1, level)) from -= 1
  while (to < text.length && isSolidAt(text, to, level)) to += 1
  const isInside = from < start && start < to
  // What clings to the word is as wide as the word makes it.
  while (to < text.length && isNeverFirst(text[to] ?? '')) to += 1
  while (from > 0 && isNeverLast(text[from - 1] ?? '')) from -= 1
  return isInside && !fits(from, to)
}

/** How many marks the run around a break holds, a long mark counting once (R7's rescue). */
function countMarksAround({ text, end, start, longMarks }: Break): number {
  const isMark = (at: number): boolean => markClassOf(text[at] ?? '') !== undefined
  if (start > end || !isMark(end - 1) || !isMark(start)) return 0
  let [from, to] = [start, start]
  while (from > 0 && isMark(from - 1)) from -= 1
  while (to < text.length && isMark(to)) to += 1
  const inside = longMarks.filter((mark) => mark.start >= from && mark.end <= to)
  return inside.reduce((count, mark) => count - (mark.end - mark.start - 1), to - from)
}

function checkEdges(place: Break, { prohibition }: ParagraphSetting): BreakFault[] {
  const { head, tail, start, end, longMarks } = place
  if (prohibition === 'none' || countMarksAround(place) >= 3) return []
  const first = tail[0] ?? ''
  const last = head.at(-1) ?? ''
  const isLongFirst = longMarks.some((mark) => mark.start === start)
  const isDecimal = start > end && /^[.,]\d/.test(tail)
  const faults: BreakFault[] = []
  if (isNeverFirst(first) && !isLongFirst && !isDecimal) {
    faults.push({ rule: 'R1', what: `a line starts with ${first}` })
  }
  if (isNeverLast(last)) faults.push({ rule: 'R1', what: `a line ends with ${last}` })
  const isGb = prohibition === 'gb' || prohibition === 'strict'
  if (isGb && markClassOf(last) === 'slash') {
    faults.push({ rule: 'R1', what: `a line ends with ${last} at level ${prohibition}` })
  }
  if (prohibition === 'strict' && isLongFirst) {
    faults.push({ rule: 'R1', what: `a line starts with ${first}${first} at level strict` })
  }
  return faults
}

function checkLongMarks({ text, start, end, longMarks }: Break): BreakFault[] {
  const cut = longMarks.find((mark) => mark.start < start && start < mark.end)
  if (cut !== undefined) {
    return [{ rule: 'R2', what: `${text.slice(cut.start, cut.end)} is broken in two` }]
  }
  const before = longMarks.find((mark) => mark.end === end)
  const after = longMarks.find((mark) => mark.start === start)
  if (before === undefined || after === undefined) return []
  const isDashBeforeDots =
    '—⸺'.includes(text[before.start] ?? '') && /[…⋯]/u.test(text[start] ?? '')
  return isDashBeforeDots ? [{ rule: 'R2', what: '—— is parted from ……' }] : []
}

function checkNumbers({ head, tail, start, end }: Break): BreakFault[] {
  if (start > end) return []
  const around = `${head.slice(-4)}|${tail.slice(0, 4)}`
  const isInside =
    (/\d[-.,:/～]?$/u.test(head) && /^\d/.test(tail)) ||
    (/\d$/.test(head) && /^[-.,:/～]\d/u.test(tail))
  if (isInside) return [{ rule: 'R9', what: `a number is broken: ${around}` }]
  const [last, first] = [head.at(-1) ?? ' ', tail[0] ?? ' ']
  const isUnit = /\d/.test(last) && UNITS.includes(first)
  const isPrefix = PREFIXES.includes(last) && /\d/.test(first)
  if (isUnit || isPrefix) return [{ rule: 'R9', what: `a number is parted: ${around}` }]
  return /[\p{Script=Latin}\d]$/u.test(head) && /^[\p{Script=Latin}\d]/u.test(tail)
    ? [{ rule: 'R9', what: `a word is broken: ${around}` }]
    : []
}

/**
 * Checks the break at a UTF-16 offset, where one line ends and the next begins: line start and end
 * (R1), long marks (R2), numbers and words (R9). A run of three or more marks may break anywhere
 * but inside a long mark (the rescue of R7), and a word wider than a line anywhere.
 */
export function checkBreak(
  broken: BrokenText,
  at: number,
  setting: ParagraphSetting,
): readonly BreakFault[] {
  const { text } = broken
  let [end, start] = [at, at]
  while (end > 0 && text[end - 1] === ' ') end -= 1
  while (start < text.length && text[start] === ' ') start += 1
  const head = text.slice(Math.max(0, end - WINDOW), end)
  const tail = text.slice(start, start + WINDOW)
  const place = { ...broken, end, start, head, tail }
  if (isInLongWord(place, setting.prohibition)) return []
  const isDivided = setting.hyphenates === true && mayDivide(text, at)
  const ofNumbers = isDivided ? [] : checkNumbers(place)
  return [...checkEdges(place, setting), ...checkLongMarks(place), ...ofNumbers]
}
