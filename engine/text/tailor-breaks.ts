import { Break } from './break-rank'
import { IS_LATIN, IS_MARK, IS_VOID, Kind, kindSet } from './character-kind'
import { cutBytes } from './cut-arrays'
import { findLineBreaks, MUST_BREAK, NO_BREAK } from './line-break'
import { glueNumbers } from './number-glue'
import type { ResolvedText } from './resolve-text'
import type { ProhibitionLevel } from './style'

/** Relaxing R1 is a rescue only within a run of at least so many marks (R7). */
const RESCUED_RUN = 3

const SOLIDUS = 0x2f

const IS_LONG = kindSet(Kind.LongDash, Kind.LongDots)

/** What a long mark is never parted from when it follows (R2). */
const HOLDS_TO_LONG = kindSet(Kind.Close, Kind.Pause, Kind.End, Kind.DoubleEnd)

interface Prohibitions {
  readonly starts: Uint8Array
  readonly ends: Uint8Array
}

const NON_STARTERS = [
  ...[Kind.Close, Kind.Pause, Kind.End, Kind.DoubleEnd, Kind.Connector, Kind.Dot, Kind.WideDot],
  ...[Kind.Slash, Kind.LatinJoiner, Kind.Suffix, Kind.Iteration],
]

const BASIC: Prohibitions = { starts: kindSet(...NON_STARTERS), ends: kindSet(Kind.Open) }
const GB: Prohibitions = { ...BASIC, ends: kindSet(Kind.Open, Kind.Slash) }
const STRICT: Prohibitions = {
  starts: kindSet(...NON_STARTERS, Kind.LongDash, Kind.LongDots),
  ends: GB.ends,
}

/** What no line begins or ends with, by level (CLREQ 3.1.4; R1). */
const PROHIBITIONS: Readonly<Record<ProhibitionLevel, Prohibitions>> = {
  none: { starts: kindSet(), ends: kindSet() },
  basic: BASIC,
  gb: GB,
  strict: STRICT,
}

/**
 * How freely a line may end before each UTF-16 unit: UAX #14, then the Chinese rules R2 and R1,
 * then R9; in a Latin paragraph UAX #14 alone, but beside a long mark, which is always Chinese.
 * Styles have no say in it, so that no rule is lost where they change.
 */
export function rankBreaks(resolved: ResolvedText, level: ProhibitionLevel): Uint8Array {
  const { text, kinds, lineClasses, isChinese } = resolved
  const breaks = findLineBreaks(lineClasses)
  const ranks = cutBytes(text.length)
  const { starts, ends } = PROHIBITIONS[level]
  let left: number = Kind.Zero
  let leftOffset = 0

  /** The rank of the place between the last visible character and the one at `offset`. */
  const rankPair = (offset: number, mayBreak: boolean): number => {
    const right = kinds[offset] ?? Kind.Zero
    if (holdsLongMark(left, right)) return Break.Never
    const isSolidus = left === Kind.LatinJoiner && text.charCodeAt(leftOffset) === SOLIDUS
    if (starts[right] === 1 || ends[isSolidus ? Kind.Slash : left] === 1) {
      return isWithinLongRun(kinds, offset) ? Break.Mark : Break.Never
    }
    if (IS_LONG[left] === 1 && IS_LONG[right] === 1) {
      return isDoubleEllipsis(kinds, leftOffset, offset) ? Break.Mark : Break.Free
    }
    if (left === Kind.Dot) return Break.Mark
    if (mayBreak) return Break.Free
    if (level === 'none' && IS_LATIN[left] === 0 && IS_LATIN[right] === 0) return Break.Free
    const touchesMark = left === Kind.LatinMark || right === Kind.LatinMark
    const isWithinWord = IS_LATIN[left] === 1 && IS_LATIN[right] === 1
    return touchesMark || isWithinWord ? Break.Word : Break.Glued
  }

  for (let offset = 0; offset < text.length; offset++) {
    const right = kinds[offset] ?? Kind.Zero
    if (right === Kind.Extend || right === Kind.LongTail) continue
    const mayBreak = breaks[offset] !== NO_BREAK
    if (offset === 0) ranks[offset] = Break.Never
    else if (breaks[offset] === MUST_BREAK) ranks[offset] = Break.Forced
    else if (!mayBreak && IS_VOID[right] === 1) ranks[offset] = Break.Never
    else if (isChinese || IS_LONG[left] === 1 || IS_LONG[right] === 1) {
      ranks[offset] = rankPair(offset, mayBreak)
    } else ranks[offset] = mayBreak ? Break.Free : Break.Word
    if (IS_VOID[right] === 1) continue
    left = right
    leftOffset = offset
  }
  if (isChinese) glueNumbers(text, kinds, ranks)
  return ranks
}

/** Whether R2 keeps two neighbours together, which no rescue relaxes: `“——`, `——，`, `——……`. */
function holdsLongMark(left: number, right: number): boolean {
  if (IS_LONG[left] === 1 && HOLDS_TO_LONG[right] === 1) return true
  if (left === Kind.LongDash) return right === Kind.LongDots
  return left === Kind.Open && IS_LONG[right] === 1
}

/** Whether a place lies between two marks of one run of at least three (R7). */
function isWithinLongRun(kinds: Uint8Array, offset: number): boolean {
  const after = countMarks(kinds, offset, 1)
  const before = countMarks(kinds, offset - 1, -1)
  return after > 0 && before > 0 && after + before >= RESCUED_RUN
}

/** Marks in a row from a place on, in either direction; counts no further than it matters. */
function countMarks(kinds: Uint8Array, from: number, step: 1 | -1): number {
  let marks = 0
  for (let at = from; marks < RESCUED_RUN && isMarkOrTail(kinds, at); at += step) {
    if (isMark(kinds, at)) marks++
  }
  return marks
}

function isMark(kinds: Uint8Array, at: number): boolean {
  return IS_MARK[kinds[at] ?? Kind.Zero] === 1
}

function isMarkOrTail(kinds: Uint8Array, at: number): boolean {
  return isMark(kinds, at) || kinds[at] === Kind.LongTail || kinds[at] === Kind.Extend
}

/** Whether two ellipses of two ems are all there is: they take four ems on one line (GB 5.1.5). */
function isDoubleEllipsis(kinds: Uint8Array, first: number, second: number): boolean {
  if (kinds[first] !== Kind.LongDots || kinds[second] !== Kind.LongDots) return false
  let before = first - 1
  while (kinds[before] === Kind.LongTail) before--
  let after = second + 1
  while (kinds[after] === Kind.LongTail) after++
  return kinds[before] !== Kind.LongDots && kinds[after] !== Kind.LongDots
}
