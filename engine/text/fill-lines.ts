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

/** What the search for a line's end must know of the line and of the one after it. */
interface LineRoom {
  readonly from: number
  readonly roomMpt: number
  readonly nextRoomMpt: number
  readonly trimmed: boolean
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
  const squeezesIn = setting.alignment === 'justify' && setting.shape === 'fill'
  for (let from = 0; from < shaped.count; from = ends.at(-1) ?? shaped.count) {
    const line = ends.length
    const end = findLineEnd(shaped, {
      from,
      roomMpt: roomOfLine(setting, measureMpt, line),
      nextRoomMpt: roomOfLine(setting, measureMpt, line + 1),
      trimmed: isLineStartTrimmed(setting, line),
      squeezesIn,
    })
    ends.push(end)
  }
  return ends
}

function findLineEnd(shaped: ShapedParagraph, line: LineRoom): number {
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
  const furthest = [-1, -1, -1, -1, -1]
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
  const isEnough = fit > 0 && !(Math.max(...furthest) > fit && isTooLong(shaped, fit, line))
  if (isEnough) return fit
  const forced = findForcedEnd(shaped, line, furthest, fit)
  if (forced > 0) return forced
  if (fit > 0) return fit
  let end = from + 1
  while (end < count && IS_VOID[kinds[end] ?? 0] === 1 && breaks[end - 1] !== Break.Forced) end++
  return end
}

/** What a line ends at before it parts a number, the best first. */
const BEFORE_DIGITS = [Break.Kept, Break.Glued, Break.Rescue]

/** Whether what follows cannot be broken before it is too long for a line of its own. */
function isTooLong(shaped: ShapedParagraph, from: number, { nextRoomMpt }: LineRoom): boolean {
  let to = from + 1
  while ((shaped.breaks[to - 1] ?? Break.Forced) < Break.Free) to++
  const { naturalMpt, squeezableMpt } = measureLine(shaped, from, to, true)
  return naturalMpt - squeezableMpt > nextRoomMpt
}

/**
 * Where a line ends that no free place would end: at the furthest place of the best rank that
 * fills half of it, or else at the furthest of all; -1 where there is none after `fit`.
 */
function findForcedEnd(
  shaped: ShapedParagraph,
  line: LineRoom,
  furthest: readonly number[],
  fit: number,
): number {
  let best = -1
  for (const rank of fit > 0 ? BEFORE_DIGITS : [...BEFORE_DIGITS, Break.Digits]) {
    const end = backToFit(shaped, line, furthest[rank] ?? -1, rank)
    if (end <= Math.max(fit, line.from)) continue
    const { naturalMpt } = measureLine(shaped, line.from, end, line.trimmed)
    if (2 * naturalMpt >= line.roomMpt) return end
    best = Math.max(best, end)
  }
  if (best > 0 || fit > 0) return best
  return backToFit(shaped, line, furthest[Break.Never] ?? -1, Break.Never)
}

/** The furthest place of a rank, from `place` backwards, where the line fits when shaped anew. */
function backToFit(shaped: ShapedParagraph, line: LineRoom, place: number, rank: number): number {
  for (let to = place; to > line.from; to--) {
    if (shaped.breaks[to - 1] !== rank) continue
    const { naturalMpt, squeezableMpt } = measureLine(shaped, line.from, to, line.trimmed)
    if (naturalMpt - squeezableMpt <= line.roomMpt) return to
  }
  return -1
}
