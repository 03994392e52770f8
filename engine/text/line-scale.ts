import { Break } from './break-rank'
import { IS_VOID } from './character-kind'
import { lastWithin, leadOf, VANISHES_AT_START } from './measure-line'
import { gainAtEdges } from './reshape-word'
import { type ShapedParagraph, Squeeze, Stretch } from './shaped-paragraph'

/** What a line that was put on a scale comes to; what is read holds until the next is put there. */
export interface LineScale {
  /** What it costs to fill the line. */
  readonly cost: number
  /** By how much the gaps between its characters grow, in ems; 0 where it is squeezed. */
  readonly growthEm: number
  /** Puts the line `from`…`to` on the scale; tells whether it fits when all stages are squeezed. */
  weigh(from: number, to: number, roomMpt: number, trimmed: boolean): boolean
}

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
  [Squeeze.Letter, 30],
  [Squeeze.End, 4],
]
const STRETCH_WEIGHTS: readonly (readonly [stage: number, weight: number])[] = [
  [Stretch.WordSpace, 2],
  [Stretch.HanLatin, 4],
  [Stretch.Letter, 30],
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
 * A scale for the lines of a paragraph. Sums by stage make what a line costs independent of its
 * length. A line that ends with a typed break is never stretched (R7).
 */
export function createLineScale(shaped: ShapedParagraph): LineScale {
  const { gaps, styles, count, breaks, bodies, positions, squeezes, reshapes } = shaped
  const { naturals, minima, maxima, squeezeStages, stretchStages } = gaps
  const squeezed = SQUEEZE_WEIGHTS.flatMap(([stage, weight]) =>
    sumStage(squeezeStages, stage, weight, count, (at) => (naturals[at] ?? 0) - (minima[at] ?? 0)),
  )
  const stretched = STRETCH_WEIGHTS.flatMap(([stage, weight]) =>
    sumStage(stretchStages, stage, weight, count, (at) => (maxima[at] ?? 0) - (naturals[at] ?? 0)),
  )
  const [others] = sumStage(stretchStages, Stretch.Other, BETWEEN_CHARACTERS_WEIGHT, count, () => 0)
  const { firsts, lasts } = findEdges(shaped)
  const em = styles[0]?.sizeMpt ?? 1

  const scale = { cost: 0, growthEm: 0, weigh }
  return scale

  function weigh(from: number, to: number, roomMpt: number, trimmed: boolean): boolean {
    const first = firsts[from] ?? 0
    const last = lastWithin(shaped, first, lasts[to] ?? 0)
    scale.cost = 0
    scale.growthEm = 0
    let naturalMpt = 0
    if (first <= last) {
      const inkEnd = (positions[last] ?? 0) + (bodies[last] ?? 0)
      naturalMpt = leadOf(shaped, first, trimmed) + inkEnd - (positions[first] ?? 0)
      const isCut = reshapes[to - 1] === 1 || (from > 0 && reshapes[from - 1] === 1)
      if (isCut) naturalMpt += gainAtEdges(shaped, from, to)
    }
    const shortMpt = roomMpt - naturalMpt
    if (shortMpt < 0) {
      spend(squeezed, first, last, -shortMpt)
      const most = first <= last ? (squeezes[last] ?? 0) - (squeezes[first] ?? 0) : 0
      return most >= -shortMpt
    }
    if (shortMpt === 0 || breaks[to - 1] === Break.Forced) return true
    const leftMpt = spend(stretched, first, last, shortMpt)
    if (leftMpt === 0) return true
    // A line with nothing else to stretch stretches all that it has.
    const between = others === undefined ? 0 : countIn(others, first, last)
    const members = Math.max(1, between)
    const growthEm = leftMpt / em / members
    scale.growthEm = growthEm
    scale.cost += BETWEEN_CHARACTERS_WEIGHT * growthEm * growthEm * members
    return true
  }

  /** Adds what a change costs that is taken by one stage after the other; returns what is left. */
  function spend(stages: readonly StageSums[], first: number, last: number, byMpt: number): number {
    let leftMpt = byMpt
    let cost = 0
    for (const stage of stages) {
      const room = (stage.rooms[last] ?? 0) - (stage.rooms[first] ?? 0)
      if (room <= 0) continue
      const taken = Math.min(leftMpt, room)
      cost += (stage.weight * taken * taken) / countIn(stage, first, last)
      leftMpt -= taken
      if (leftMpt === 0) break
    }
    scale.cost += cost / (em * em)
    return leftMpt
  }
}

function countIn({ counts }: StageSums, first: number, last: number): number {
  return (counts[last] ?? 0) - (counts[first] ?? 0)
}

/** The first cluster that is seen of a line that begins at each place, and the last that ends there. */
function findEdges({ count, kinds }: ShapedParagraph): {
  firsts: Int32Array
  lasts: Int32Array
} {
  const firsts = new Int32Array(count + 1)
  const lasts = new Int32Array(count + 1)
  firsts[count] = count
  for (let at = count - 1; at >= 0; at--) {
    firsts[at] = VANISHES_AT_START[kinds[at] ?? 0] === 1 ? (firsts[at + 1] ?? 0) : at
  }
  lasts[0] = -1
  for (let at = 0; at < count; at++) {
    lasts[at + 1] = IS_VOID[kinds[at] ?? 0] === 1 ? (lasts[at] ?? 0) : at
  }
  return { firsts, lasts }
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
