import { Break } from './break-rank'
import { type LineExtent, measureLine } from './measure-line'
import { type ShapedParagraph, Squeeze, Stretch } from './shaped-paragraph'

/** A line as total fit weighs it. */
export interface WeighedLine {
  readonly cost: number
  /** By how much the gaps between its characters grow, in ems; at most 0 where it is squeezed. */
  readonly growthEm: number
  /** Whether it fits when all stages are squeezed. */
  readonly fits: boolean
}

/** Weighs lines of one paragraph. */
export type LineScale = (from: number, to: number, roomMpt: number, trimmed: boolean) => WeighedLine

/**
 * What a gap costs that is changed by an em; its cost goes with the square of the change. A comma
 * that gives half an em away is hardly seen; the same half shared by all gaps of a line costs a
 * little more, so that lines are squeezed before they are stretched (R7).
 */
const SQUEEZE_WEIGHTS: readonly (readonly [stage: number, weight: number])[] = [
  [Squeeze.WordSpace, 2],
  [Squeeze.WideDot, 1],
  [Squeeze.Bracket, 1],
  [Squeeze.Pause, 1],
  [Squeeze.HanLatin, 4],
  [Squeeze.End, 4],
]
const STRETCH_WEIGHTS: readonly (readonly [stage: number, weight: number])[] = [
  [Stretch.WordSpace, 2],
  [Stretch.HanLatin, 4],
]
const BETWEEN_CHARACTERS_WEIGHT = 30

/** The gaps of one stage, summed from the paragraph's start to each cluster. */
interface StageSums {
  readonly weight: number
  readonly counts: Int32Array
  /** What the gaps can give or take. */
  readonly rooms: Float64Array
}

/**
 * A scale for the lines of a paragraph. Sums by stage make the cost of a line independent of its
 * length. A line that ends with a typed break, or the paragraph, is never stretched (R7).
 */
export function createLineScale(shaped: ShapedParagraph): LineScale {
  const { gaps, styles, count, breaks } = shaped
  const { naturals, minima, maxima, squeezeStages, stretchStages } = gaps
  const squeezes = SQUEEZE_WEIGHTS.flatMap(([stage, weight]) =>
    sumStage(squeezeStages, stage, weight, count, (at) => (naturals[at] ?? 0) - (minima[at] ?? 0)),
  )
  const stretches = STRETCH_WEIGHTS.flatMap(([stage, weight]) =>
    sumStage(stretchStages, stage, weight, count, (at) => (maxima[at] ?? 0) - (naturals[at] ?? 0)),
  )
  const [others] = sumStage(stretchStages, Stretch.Other, BETWEEN_CHARACTERS_WEIGHT, count, () => 0)
  const em = styles[0]?.sizeMpt ?? 1

  /** What a change costs that is taken by one stage after the other, and what is left of it. */
  const spend = (
    stages: readonly StageSums[],
    { first, last }: LineExtent,
    byMpt: number,
  ): { readonly cost: number; readonly leftMpt: number } => {
    let leftMpt = byMpt
    let cost = 0
    for (const { weight, counts, rooms } of stages) {
      const room = (rooms[last] ?? 0) - (rooms[first] ?? 0)
      if (room <= 0) continue
      const taken = Math.min(leftMpt, room)
      const members = (counts[last] ?? 0) - (counts[first] ?? 0)
      cost += (weight * taken * taken) / members
      leftMpt -= taken
      if (leftMpt === 0) break
    }
    return { cost: cost / (em * em), leftMpt }
  }

  return (from, to, roomMpt, trimmed) => {
    const extent = measureLine(shaped, from, to, trimmed)
    const { first, last, naturalMpt, squeezableMpt } = extent
    const shortMpt = roomMpt - naturalMpt
    if (shortMpt < 0) {
      const { cost } = spend(squeezes, extent, -shortMpt)
      return { cost, growthEm: 0, fits: naturalMpt - squeezableMpt <= roomMpt }
    }
    if (shortMpt === 0 || breaks[to - 1] === Break.Forced) {
      return { cost: 0, growthEm: 0, fits: true }
    }
    const { cost, leftMpt } = spend(stretches, extent, shortMpt)
    if (leftMpt === 0) return { cost, growthEm: 0, fits: true }
    // A line with nothing else to stretch stretches all that it has.
    const between =
      others === undefined ? 0 : (others.counts[last] ?? 0) - (others.counts[first] ?? 0)
    const growthEm = leftMpt / em / Math.max(1, between)
    const members = between > 0 ? between : 1
    return {
      cost: cost + BETWEEN_CHARACTERS_WEIGHT * growthEm * growthEm * members,
      growthEm,
      fits: true,
    }
  }
}

function sumStage(
  stages: Uint8Array,
  stage: number,
  weight: number,
  count: number,
  roomOf: (at: number) => number,
): readonly StageSums[] {
  if (!stages.includes(stage)) return []
  const counts = new Int32Array(count + 1)
  const rooms = new Float64Array(count + 1)
  for (let at = 0; at < count; at++) {
    const isMember = stages[at] === stage
    counts[at + 1] = (counts[at] ?? 0) + (isMember ? 1 : 0)
    rooms[at + 1] = (rooms[at] ?? 0) + (isMember ? roomOf(at) : 0)
  }
  return [{ weight, counts, rooms }]
}
