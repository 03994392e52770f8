import { Break } from './break-rank'
import { IS_VOID } from './character-kind'
import {
  isLineStartTrimmed,
  leadOf,
  measureLine,
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

/** What the search for a line's end must know of the line and of the one after it. */
interface OpenLine extends LineRoom {
  readonly from: number
  readonly next: LineRoom
  /** Whether lines are squeezed to take in more (挤进), or only where nothing else fits. */
  readonly squeezesIn: boolean
}

/**
 * Fills each line as far as it goes. A justified line takes in all that it can be squeezed for
 * (挤进), and ends at the last opportunity before what it cannot take, to be stretched (推出): the
 * order of CLREQ 3.5.2, and how the press sets. Every line takes at least one cluster. Returns,
 * for each line, the index of the cluster after it.
 */
export function fillLines(
  shaped: ShapedParagraph,
  setting: ParagraphSetting,
  measureMpt: (lineIndex: number) => number,
): readonly number[] {
  const ends: number[] = []
  const roomOf = (lineIndex: number): LineRoom => ({
    roomMpt: roomOfLine(setting, measureMpt, lineIndex),
    trimmed: isLineStartTrimmed(setting, lineIndex),
  })
  const squeezesIn = setting.alignment === 'justify' && setting.shape === 'fill'
  for (let from = 0; from < shaped.count; from = ends.at(-1) ?? shaped.count) {
    const line = roomOf(ends.length)
    const next = roomOf(ends.length + 1)
    ends.push(findLineEnd(shaped, { ...line, from, next, squeezesIn }))
  }
  return ends
}

function findLineEnd(shaped: ShapedParagraph, line: OpenLine): number {
  const { count, kinds, bodies, breaks, reshapes, positions, squeezes } = shaped
  const { from, roomMpt } = line
  const startsInWord = from > 0 && reshapes[from - 1] === 1
  let first = -1
  let origin = 0
  let widthMpt = 0
  let leastMpt = 0
  let fit = -1
  let squeezed = -1
  // By rank, the furthest place that a line could end at if it had to.
  const furthest = [-1, -1, -1, -1, -1, -1]
  for (let to = from + 1; to <= count; to++) {
    const last = to - 1
    const kind = kinds[last] ?? 0
    if (first < 0 && VANISHES_AT_START[kind] === 0) {
      first = last
      origin = (positions[first] ?? 0) - leadOf(shaped, first, line.trimmed)
    }
    if (IS_VOID[kind] === 0) {
      widthMpt = (positions[last] ?? 0) + (bodies[last] ?? 0) - origin
      leastMpt = widthMpt - (squeezes[last] ?? 0) + (squeezes[first] ?? 0)
      if (leastMpt > roomMpt) break
    }
    const rank = breaks[last] ?? Break.Never
    if (rank === Break.Forced) return to
    if (rank === Break.Free) {
      const gain = startsInWord || reshapes[last] === 1 ? gainAtEdges(shaped, from, to) : 0
      if (widthMpt + gain <= roomMpt) {
        fit = to
      } else if ((line.squeezesIn || squeezed < 0) && leastMpt + gain <= roomMpt) {
        squeezed = to
      }
    } else {
      furthest[rank] = to
    }
  }
  if (squeezed > 0 && (fit < 0 || line.squeezesIn)) return squeezed
  if (fit > 0 && goesOn(shaped, line, fit, Break.Free)) return fit
  const forced = findForcedEnd(shaped, line, furthest, fit)
  if (forced > 0) return forced
  let end = from + 1
  while (end < count && IS_VOID[kinds[end] ?? 0] === 1 && breaks[end - 1] !== Break.Forced) end++
  return end
}

/** Whether what follows a place, up to the next one of a rank or a better, fits a line of its own. */
function goesOn(shaped: ShapedParagraph, { next }: OpenLine, from: number, rank: number): boolean {
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
 * and only where the line has no free place. -1 where it takes not even one cluster.
 */
function findForcedEnd(
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
  return end > 0 ? end : backToFit(shaped, line, furthest[Break.Never] ?? -1, Break.Never)
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
