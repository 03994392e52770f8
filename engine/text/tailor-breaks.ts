import { Break } from './break-rank'
import { IS_LATIN, IS_MARK, IS_VOID, Kind, kindSet } from './character-kind'
import { findLineBreaks, MUST_BREAK, NO_BREAK } from './line-break'
import { glueNumbers } from './number-glue'
import type { ResolvedText } from './resolve-text'
import type { ProhibitionLevel } from './style'

/** Relaxing R1 is a rescue only within a run of at least so many marks (R7). */
const RESCUED_RUN = 3

const IS_LONG = kindSet(Kind.LongDash, Kind.LongDots)

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
 * How freely a line may end before each UTF-16 unit: UAX #14, then the Chinese rules R1 and R2,
 * then R9. Styles have no say in it, so that no rule is lost where they change.
 */
export function rankBreaks(resolved: ResolvedText, level: ProhibitionLevel): Uint8Array {
  const { text, kinds, lineClasses, isChinese } = resolved
  const breaks = findLineBreaks(lineClasses)
  const ranks = new Uint8Array(text.length)
  const prohibitions = PROHIBITIONS[level]
  let left: number = Kind.Zero
  let leftOffset = 0
  for (let offset = 0; offset < text.length; offset++) {
    const right = kinds[offset] ?? Kind.Zero
    if (right === Kind.Extend || right === Kind.LongTail) continue
    const found = breaks[offset] ?? NO_BREAK
    if (found === MUST_BREAK) ranks[offset] = Break.Forced
    else if (!isChinese) ranks[offset] = found === NO_BREAK ? Break.Rescue : Break.Free
    else if (found === NO_BREAK && IS_VOID[right] === 1) ranks[offset] = Break.Never
    else {
      ranks[offset] = rankPair(resolved, prohibitions, level, found, left, leftOffset, offset)
    }
    if (IS_VOID[right] === 1) continue
    left = right
    leftOffset = offset
  }
  if (isChinese) glueNumbers(text, kinds, ranks)
  return ranks
}

/** The rank of the place between the last visible character and the unit at `offset`. */
function rankPair(
  { text, kinds }: ResolvedText,
  { starts, ends }: Prohibitions,
  level: ProhibitionLevel,
  found: number,
  left: number,
  leftOffset: number,
  offset: number,
): number {
  const right = kinds[offset] ?? Kind.Zero
  const endsWithSolidus = left === Kind.LatinJoiner && text.charCodeAt(leftOffset) === 0x2f
  if (starts[right] === 1 || ends[left] === 1 || (endsWithSolidus && ends[Kind.Slash] === 1)) {
    return isLongRun(kinds, offset) ? Break.Rescue : Break.Never
  }
  if (left === Kind.LongDash && right === Kind.LongDots) return Break.Never
  if (IS_LONG[left] === 1 && IS_LONG[right] === 1) {
    return isDoubleEllipsis(kinds, leftOffset, offset) ? Break.Glued : Break.Free
  }
  if (left === Kind.Dot) return Break.Glued
  if (found !== NO_BREAK) return Break.Free
  if (level === 'none' && IS_LATIN[left] === 0 && IS_LATIN[right] === 0) return Break.Free
  const touchesMark = left === Kind.LatinMark || right === Kind.LatinMark
  const withinWord = IS_LATIN[left] === 1 && IS_LATIN[right] === 1
  return touchesMark || withinWord ? Break.Rescue : Break.Glued
}

/** Whether the marks on both sides of a place belong to one run of at least three (R7). */
function isLongRun(kinds: Uint8Array, offset: number): boolean {
  let length = 0
  let at = offset
  for (; at < kinds.length && isMarkOrTail(kinds, at); at++) if (isMark(kinds, at)) length++
  if (length === 0) return false
  const after = length
  for (at = offset - 1; at >= 0 && isMarkOrTail(kinds, at); at--) if (isMark(kinds, at)) length++
  return length > after && length >= RESCUED_RUN
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
