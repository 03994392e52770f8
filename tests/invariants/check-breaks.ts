import type { ParagraphSetting } from '../../engine/text/style'
import { findLongMarks, isNeverFirst, isNeverLast, markClassOf } from './mark-classes'
import type { Rule } from './violation'

/** How a line break breaks R1, R2 or R9. */
export interface BreakFault {
  readonly rule: Rule
  readonly what: string
}

const UNITS = '年月日%％‰℃℉°'
const PREFIXES = '第$¥￥€£№'

/** The text just before and after a break, without the spaces that the break swallows. */
interface Break {
  readonly text: string
  readonly at: number
  readonly head: string
  readonly tail: string
  readonly hasSpace: boolean
}

const lastOf = (text: string): string => Array.from(text).at(-1) ?? ''
const firstOf = (text: string): string => Array.from(text)[0] ?? ''

/** How many marks the run around a break holds, a long mark counting once (R7's rescue). */
function countMarksAround({ head, tail }: Break): number {
  const isMarkLike = (character: string): boolean => markClassOf(character) !== undefined
  const before = Array.from(head).reverse()
  const after = Array.from(tail)
  const lengthOf = (characters: readonly string[]): number => {
    const end = characters.findIndex((character) => !isMarkLike(character))
    return end === -1 ? characters.length : end
  }
  const beforeLength = lengthOf(before)
  const afterLength = lengthOf(after)
  if (beforeLength === 0 || afterLength === 0) return 0
  const run = [...before.slice(0, beforeLength).reverse(), ...after.slice(0, afterLength)].join('')
  const saved = findLongMarks(run).reduce((sum, { start, end }) => sum + end - start - 1, 0)
  return run.length - saved
}

function checkEdges(place: Break, setting: ParagraphSetting): BreakFault[] {
  const { head, tail } = place
  if (setting.prohibition === 'none' || countMarksAround(place) >= 3) return []
  const first = firstOf(tail)
  const last = lastOf(head)
  const isLongFirst = findLongMarks(tail)[0]?.start === 0
  const isDecimal = /^[.,]\d/.test(tail) && place.hasSpace
  const faults: BreakFault[] = []
  if (isNeverFirst(first) && !isLongFirst && !isDecimal) {
    faults.push({ rule: 'R1', what: `a line starts with ${first}` })
  }
  if (isNeverLast(last)) faults.push({ rule: 'R1', what: `a line ends with ${last}` })
  const { prohibition } = setting
  const isGb = prohibition === 'gb' || prohibition === 'strict'
  if (isGb && markClassOf(last) === 'slash') {
    faults.push({ rule: 'R1', what: `a line ends with ${last} at level ${prohibition}` })
  }
  if (prohibition === 'strict' && isLongFirst) {
    faults.push({ rule: 'R1', what: `a line starts with ${first}${first} at level strict` })
  }
  return faults
}

function checkLongMarks({ text, at, head, tail }: Break): BreakFault[] {
  const cut = findLongMarks(text).find(({ start, end }) => start < at && at < end)
  if (cut !== undefined) {
    return [{ rule: 'R2', what: `${text.slice(cut.start, cut.end)} is broken in two` }]
  }
  const isDashBeforeDots = /(——|⸺)$/u.test(head) && /^(……|⋯⋯)/u.test(tail)
  return isDashBeforeDots ? [{ rule: 'R2', what: '—— is parted from ……' }] : []
}

function checkNumbers({ head, tail, hasSpace }: Break): BreakFault[] {
  if (hasSpace) return []
  const [last, first] = [lastOf(head), firstOf(tail)]
  const around = `${Array.from(head).slice(-4).join('')}|${Array.from(tail).slice(0, 4).join('')}`
  const isInside =
    (/\d[-.,:/～]?$/u.test(head) && /^\d/.test(tail)) ||
    (/\d$/.test(head) && /^[-.,:/～]\d/u.test(tail))
  if (isInside) return [{ rule: 'R9', what: `a number is broken: ${around}` }]
  const isUnit = /\d/.test(last) && UNITS.includes(first) && first !== ''
  const isPrefix = PREFIXES.includes(last) && last !== '' && /\d/.test(first)
  if (isUnit || isPrefix) return [{ rule: 'R9', what: `a number is parted: ${around}` }]
  return /[\p{Script=Latin}\d]$/u.test(head) && /^[\p{Script=Latin}\d]/u.test(tail)
    ? [{ rule: 'R9', what: `a word is broken: ${around}` }]
    : []
}

/**
 * Checks the break at a UTF-16 offset, where one line ends and the next begins: line start and end
 * (R1), long marks (R2), numbers and words (R9). A run of three or more marks may break anywhere
 * but inside a long mark (the rescue of R7).
 */
export function checkBreak(
  text: string,
  at: number,
  setting: ParagraphSetting,
): readonly BreakFault[] {
  const head = text.slice(0, at).trimEnd()
  const tail = text.slice(at).trimStart()
  const hasSpace = /\s$/.test(text.slice(0, at)) || /^\s/.test(text.slice(at))
  const place = { text, at, head, tail, hasSpace }
  return [...checkEdges(place, setting), ...checkLongMarks(place), ...checkNumbers(place)]
}
