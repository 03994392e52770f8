import { Break } from './break-rank'
import { IS_VOID } from './character-kind'
import {
  isLineStartTrimmed,
  lastWithin,
  leadOf,
  measureLine,
  type Measures,
  roomOfLine,
  VANISHES_AT_START,
} from './measure-line'
import { gainAtEdges } from './reshape-word'
import type { ShapedParagraph } from './shaped-paragraph'
import type { ParagraphSetting } from './style'

/** What a line offers to its text. */
interface LineRoom {
  readonly roomMpt: number
  /** Whether an opening mark at its start loses its blank. */
  readonly trimmed: boolean
}

/** A line that begins at a cluster and is to be ended. */
export interface OpenLine extends LineRoom {
  readonly from: number
  /** What the line after it offers. */
  readonly next: LineRoom
}

/** Where a line could end; −1 where it cannot. Words are undivided but for `hyphen`. */
export interface LinePlaces {
  /** The first place at which the author ended it, if the line holds that much. */
  readonly forced: number
  /** The furthest free places: with its gaps as they are, and with some of them squeezed. */
  readonly fit: number
  readonly firstSqueezed: number
  readonly lastSqueezed: number
  /** The furthest place within an English word that may be divided. */
  readonly hyphen: number
  /** By rank, the furthest place that it could end at if it had to. */
  readonly furthest: readonly number[]
}

/** The line of a paragraph that begins at a cluster. */
export function openLine(
  setting: ParagraphSetting,
  measures: Measures,
  from: number,
  lineIndex: number,
): OpenLine {
  const roomOf = (index: number): LineRoom => ({
    roomMpt: roomOfLine(setting, measures, index),
    trimmed: isLineStartTrimmed(setting, index),
  })
  return { ...roomOf(lineIndex), from, next: roomOf(lineIndex + 1) }
}

/** Goes through a line as far as its text can be squeezed into it, and no further than `until`. */
export function findPlaces(
  shaped: ShapedParagraph,
  line: OpenLine,
  until = shaped.count,
): LinePlaces {
  const { kinds, bodies, breaks, reshapes, hyphens, positions, squeezes } = shaped
  const { from, roomMpt } = line
  const startsInWord = from > 0 && reshapes[from - 1] === 1
  let first = -1
  let origin = 0
  let widthMpt = 0
  let leastMpt = 0
  let forced = -1
  let fit = -1
  let firstSqueezed = -1
  let lastSqueezed = -1
  let hyphen = -1
  const furthest = [-1, -1, -1, -1, -1, -1]
  for (let to = from + 1; to <= until && forced < 0; to++) {
    const last = to - 1
    const kind = kinds[last] ?? 0
    if (first < 0 && VANISHES_AT_START[kind] === 0) {
      first = last
      origin = (positions[first] ?? 0) - leadOf(shaped, first, line.trimmed)
    }
    if (IS_VOID[kind] === 0) {
      const end = lastWithin(shaped, first, last)
      widthMpt = (positions[end] ?? 0) + (bodies[end] ?? 0) - origin
      leastMpt = widthMpt - (squeezes[end] ?? 0) + (squeezes[first] ?? 0)
      if (leastMpt > roomMpt) break
    }
    const rank = breaks[last] ?? Break.Never
    if (rank === Break.Forced) forced = to
    else if (rank < Break.Free) furthest[rank] = to
    else {
      const gain = startsInWord || reshapes[last] === 1 ? gainAtEdges(shaped, from, to) : 0
      if (hyphens[last] === 1) {
        if (leastMpt + gain <= roomMpt) hyphen = to
      } else if (widthMpt + gain <= roomMpt) fit = to
      else if (leastMpt + gain <= roomMpt) {
        if (firstSqueezed < 0) firstSqueezed = to
        lastSqueezed = to
      }
    }
  }
  return { forced, fit, firstSqueezed, lastSqueezed, hyphen, furthest }
}

/** Whether what follows a place, up to the next one of a rank or a better, fits a line of its own. */
export function goesOn(
  shaped: ShapedParagraph,
  { next }: OpenLine,
  from: number,
  rank: number,
): boolean {
  let to = from + 1
  while ((shaped.breaks[to - 1] ?? Break.Forced) < rank) to++
  const { naturalMpt, squeezableMpt } = measureLine(shaped, from, to, next.trimmed)
  return naturalMpt - squeezableMpt <= next.roomMpt
}

/** The ranks by which a line ends before it parts a number, the best first. */
const BEFORE_DIGITS = [Break.Kept, Break.Mark, Break.Glued, Break.Word]

/**
 * Where a line ends when what follows `fit`, its last free place if it has one, is too long for a
 * line: at the furthest place of the best rank by which the text goes on from there, which is `fit`
 * itself when the place to part the rest comes on the next line. Numbers are parted last of all,
 * and only where the line has no free place. A line takes one cluster at least.
 */
export function findRescue(
  shaped: ShapedParagraph,
  line: OpenLine,
  furthest: readonly number[],
  fit: number,
): number {
  let end = fit
  for (const rank of BEFORE_DIGITS) {
    end = Math.max(end, backToFit(shaped, line, furthest[rank] ?? -1, rank))
    if (end > 0 && goesOn(shaped, line, end, rank)) return end
  }
  if (fit > 0) return fit
  end = Math.max(end, backToFit(shaped, line, furthest[Break.Digits] ?? -1, Break.Digits))
  if (end > 0) return end
  end = backToFit(shaped, line, furthest[Break.Never] ?? -1, Break.Never)
  return end > 0 ? end : endOfFirst(shaped, line)
}

/** The furthest place of a rank, from `place` backwards, where the line fits when shaped anew. */
function backToFit(shaped: ShapedParagraph, line: OpenLine, place: number, rank: number): number {
  for (let to = place; to > line.from; to--) {
    if (shaped.breaks[to - 1] !== rank) continue
    const { naturalMpt, squeezableMpt } = measureLine(shaped, line.from, to, line.trimmed)
    if (naturalMpt - squeezableMpt <= line.roomMpt) return to
  }
  return -1
}

/** The end of a line's first cluster, with the blanks after it. */
function endOfFirst({ count, kinds, breaks }: ShapedParagraph, { from }: OpenLine): number {
  let end = from + 1
  while (end < count && IS_VOID[kinds[end] ?? 0] === 1 && breaks[end - 1] !== Break.Forced) end++
  return end
}
