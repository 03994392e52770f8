import { Break } from './break-rank'
import { IS_VOID, Kind, kindSet } from './character-kind'
import { isLineStartTrimmed, measureLine, type Measures, roomOfLine } from './measure-line'
import type { ShapedParagraph } from './shaped-paragraph'
import type { ParagraphSetting } from './style'

/** What the eye takes for the end of a phrase. */
const ENDS_PHRASE = kindSet(
  ...[Kind.Close, Kind.Pause, Kind.End, Kind.DoubleEnd, Kind.LongDash, Kind.LongDots],
)

/** How much wider than the narrowest measure a line may be to end at a phrase, in ems. */
const SLACK_EM = 2.5
/** What a break costs beside uneven lines, which cost the square of their ems. */
const PLAIN_BREAK = 20
const BREAK_IN_QUOTE = 60
/** A last line of one or two characters costs more than any balance can save. */
const SHORT_LAST_LINE = 100_000
const LEAST_LAST_LINE = 3
/** Beyond so many opportunities a text is no headline, and is only made narrow. */
const MOST_PLACES = 200

/** A stretch that the author ended, and the lines that it is given. */
interface Segment {
  readonly from: number
  readonly to: number
  readonly firstLine: number
  readonly lineCount: number
}

/** Widths of lines between two places of one segment, all gaps natural. */
type WidthOf = (from: number, to: number, line: number) => number

/**
 * Breaks a headline into lines of like length: as many as `ends`, the greedy fill, but within the
 * narrowest measure that this number of lines needs, or a little more where a line can then end
 * with a phrase: at a typed space, after a closing mark or a stop, outside quoted names.
 */
export function balanceLines(
  shaped: ShapedParagraph,
  setting: ParagraphSetting,
  measures: Measures,
  ends: readonly number[],
): readonly number[] {
  const widthOf: WidthOf = (from, to, line) => {
    return measureLine(shaped, from, to, isLineStartTrimmed(setting, line)).naturalMpt
  }
  const balanced: number[] = []
  for (let firstLine = 0; firstLine < ends.length;) {
    let lastLine = firstLine
    while (shaped.breaks[(ends[lastLine] ?? 1) - 1] !== Break.Forced) lastLine++
    const from = firstLine === 0 ? 0 : (ends[firstLine - 1] ?? 0)
    const to = ends[lastLine] ?? shaped.count
    const segment = { from, to, firstLine, lineCount: lastLine - firstLine + 1 }
    const greedy = ends.slice(firstLine, lastLine + 1)
    const roomOf = (line: number): number => roomOfLine(setting, measures, line)
    balanced.push(...(balanceSegment(shaped, setting, segment, widthOf, roomOf) ?? greedy))
    firstLine = lastLine + 1
  }
  return balanced
}

function balanceSegment(
  shaped: ShapedParagraph,
  setting: ParagraphSetting,
  segment: Segment,
  widthOf: WidthOf,
  roomOf: (line: number) => number,
): readonly number[] | undefined {
  const { from, to, firstLine, lineCount } = segment
  if (lineCount === 1) return undefined
  const places = [from]
  for (let place = from + 1; place < to; place++) {
    if (shaped.breaks[place - 1] === Break.Free) places.push(place)
  }
  places.push(to)
  const narrowest = findNarrowest(places, segment, widthOf, roomOf)
  if (narrowest === undefined) return undefined
  if (places.length > MOST_PLACES) return fillWithin(places, segment, widthOf, () => narrowest)

  const em = shaped.styles[shaped.styleOf[from] ?? 0]?.sizeMpt ?? 1
  const mean = widthOf(from, to, firstLine) / lineCount
  const costs = places.map((place) => costOfBreak(shaped, setting, segment, place))
  // best[place][line]: the cheapest way to end that line of the segment at that place.
  const best: { cost: number; before: number }[][] = [[{ cost: 0, before: -1 }]]
  for (let end = 1; end < places.length; end++) {
    const row: { cost: number; before: number }[] = []
    for (let line = 1; line <= lineCount; line++) {
      const limit = Math.min(roomOf(firstLine + line - 1), narrowest + SLACK_EM * em)
      let cell = { cost: Infinity, before: -1 }
      for (let start = end - 1; start >= 0; start--) {
        const width = widthOf(places[start] ?? 0, places[end] ?? 0, firstLine + line - 1)
        if (width > limit) break
        const uneven = (width - mean) / em
        const cost =
          (best[start]?.[line - 1]?.cost ?? Infinity) + uneven * uneven + (costs[end] ?? 0)
        const isShort = end + 1 === places.length && isShortLine(shaped, places[start] ?? 0, to)
        const total = cost + (isShort ? SHORT_LAST_LINE : 0)
        if (total < cell.cost) cell = { cost: total, before: start }
      }
      row[line] = cell
    }
    best.push(row)
  }
  const ends: number[] = []
  let place = places.length - 1
  for (let line = lineCount; line > 0; line--) {
    const before = best[place]?.[line]?.before ?? -1
    if (before < 0) return undefined
    ends.unshift(places[place] ?? to)
    place = before
  }
  return ends
}

/** The lines of a segment filled greedily within `limitOf`, or none if one place is too far. */
function fillWithin(
  places: readonly number[],
  { firstLine, lineCount }: Segment,
  widthOf: WidthOf,
  limitOf: (line: number) => number,
): readonly number[] | undefined {
  const ends: number[] = []
  for (let start = 0; start + 1 < places.length;) {
    const line = firstLine + ends.length
    let end = start
    while (
      end + 1 < places.length &&
      widthOf(places[start] ?? 0, places[end + 1] ?? 0, line) <= limitOf(line)
    ) {
      end++
    }
    if (end === start || ends.length === lineCount) return undefined
    ends.push(places[end] ?? 0)
    start = end
  }
  return ends
}

/** The least measure within which the segment still takes its number of lines. */
function findNarrowest(
  places: readonly number[],
  segment: Segment,
  widthOf: WidthOf,
  roomOf: (line: number) => number,
): number | undefined {
  const fits = (measure: number): boolean => {
    const limitOf = (line: number): number => Math.min(measure, roomOf(line))
    return fillWithin(places, segment, widthOf, limitOf) !== undefined
  }
  let low = 0
  let high = 0
  for (let line = 0; line < segment.lineCount; line++) {
    high = Math.max(high, roomOf(segment.firstLine + line))
  }
  if (!fits(high)) return undefined
  while (low + 1 < high) {
    const middle = (low + high) >> 1
    if (fits(middle)) high = middle
    else low = middle
  }
  return high
}

/** What the sense of a segment says against a line that ends at a place within it. */
function costOfBreak(
  { kinds, offsets }: ShapedParagraph,
  { bonds }: ParagraphSetting,
  { from, to }: Segment,
  place: number,
): number {
  if (place === to || place === from) return 0
  const bond = bonds?.[(offsets[place] ?? 0) - 1] ?? 0
  let depth = 0
  for (let at = from; at < place; at++) {
    if (kinds[at] === Kind.Open) depth++
    else if (kinds[at] === Kind.Close && depth > 0) depth--
  }
  if (depth > 0) return BREAK_IN_QUOTE + bond
  const before = kinds[place - 1] ?? 0
  const isSeam = IS_VOID[before] === 1 || ENDS_PHRASE[before] === 1 || kinds[place] === Kind.Open
  return isSeam ? bond : PLAIN_BREAK + bond
}

function isShortLine({ kinds }: ShapedParagraph, from: number, to: number): boolean {
  let seen = 0
  for (let at = from; at < to; at++) if (IS_VOID[kinds[at] ?? 0] === 0) seen++
  return seen < LEAST_LAST_LINE
}
