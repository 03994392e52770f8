import { Break } from './break-rank'
import { IS_VOID } from './character-kind'
import { cutIntegers, cutNumbers } from './cut-arrays'
import { lastWithin, leadOf, VANISHES_AT_START } from './measure-line'
import { gainAtEdges } from './reshape-word'
import { type ShapedParagraph, Squeeze, Stretch } from './shaped-paragraph'

/** What the lines that begin at a place come to; what is read holds until the next is weighed. */
export interface LineScale {
  /** What it costs to fill the line. */
  readonly cost: number
  /** By how much the gaps between its characters grow, in ems; 0 where it is squeezed. */
  readonly growthEm: number
  /** Puts a place on the scale, and how much room there is for a line that begins there. */
  begin(from: number, roomMpt: number, trimmed: boolean): void
  /**
   * What it costs at least to fill the line up to a place, if no break was typed there: all its gaps
   * sharing freely what it lacks. `Infinity` where those between characters are sure to grow by more
   * than the most; 0 where that takes as long to tell as to weigh it.
   */
  leastCost(to: number): number
  /** Weighs the line up to a place; tells whether it fits when all stages are squeezed. */
  weigh(to: number): boolean
}

type WeighedStage = readonly [stage: number, weight: number]

/**
 * What a gap costs that is changed by an em; its cost goes with the square of the change. A comma
 * that gives half an em away is hardly seen; the same half shared by all gaps of a line costs a
 * little more, so that lines are squeezed before they are stretched (R7).
 */
const SQUEEZE_WEIGHTS: readonly WeighedStage[] = [
  [Squeeze.WordSpace, 2],
  [Squeeze.WideDot, 1],
  [Squeeze.Bracket, 1],
  [Squeeze.Pause, 1],
  [Squeeze.HanLatin, 4],
  [Squeeze.Letter, 30],
  [Squeeze.End, 4],
]
const STRETCH_WEIGHTS: readonly WeighedStage[] = [
  [Stretch.WordSpace, 2],
  [Stretch.HanLatin, 4],
  [Stretch.Letter, 30],
]
const BETWEEN_CHARACTERS_WEIGHT = 30
/** One over the weight of each stage of stretching. */
const YIELDS = yieldsOf([...STRETCH_WEIGHTS, [Stretch.Other, BETWEEN_CHARACTERS_WEIGHT]])

/** A line without gaps costs what a line with one does. */
const LEAST_YIELD = 1 / BETWEEN_CHARACTERS_WEIGHT

/** The gaps of one stage, summed from the paragraph's start to each cluster. */
interface StageSums {
  readonly weight: number
  /** Where its sums begin in the arrays that all stages share. */
  readonly start: number
}

/** How many gaps there are up to a cluster, and what they can give or take. */
interface Sums {
  readonly counts: Int32Array
  readonly rooms: Float64Array
}

/**
 * A scale for the lines of a paragraph. Sums by stage make what a line costs independent of its
 * length. A line that ends with a typed break is never stretched (R7).
 * @param loosestEm The most that gaps between characters are to grow.
 */
export function createLineScale(shaped: ShapedParagraph, loosestEm: number): LineScale {
  const { gaps, styles, count, breaks, bodies, positions, squeezes, reshapes } = shaped
  const { naturals, minima, maxima, squeezeStages, stretchStages } = gaps
  const squeezing = stagesIn(squeezeStages, SQUEEZE_WEIGHTS)
  const stretching = stagesIn(stretchStages, STRETCH_WEIGHTS)
  const [others] = stagesIn(stretchStages, [[Stretch.Other, BETWEEN_CHARACTERS_WEIGHT]])
  const size = (squeezing.length + stretching.length + 1) * (count + 1)
  const sums = { counts: cutIntegers(size), rooms: cutNumbers(size) }
  let start = 0
  const add = (
    [stage, weight]: WeighedStage,
    stages: Uint8Array,
    least: Int32Array,
    most: Int32Array,
  ) => {
    sumStage(sums, start, stages, stage, least, most)
    const summed = { weight, start }
    start += count + 1
    return summed
  }
  const squeezed = squeezing.map((stage) => add(stage, squeezeStages, minima, naturals))
  const stretched = stretching.map((stage) => add(stage, stretchStages, naturals, maxima))
  const between = others && add(others, stretchStages, naturals, naturals)
  const { firsts, lasts } = findEdges(shaped)
  const em = styles[0]?.sizeMpt ?? 1
  const loosestMpt = loosestEm * em
  const yields = sumYields(stretchStages)
  const growths = sumGrowths(shaped, loosestMpt)
  let from = 0
  let first = 0
  let isStartCut = false
  /** Where the line’s room begins and ends, as positions of the paragraph. */
  let startMpt = 0
  let endMpt = 0
  const scale = { cost: 0, growthEm: 0, begin, leastCost, weigh }
  return scale

  function begin(place: number, roomMpt: number, trimmed: boolean): void {
    from = place
    first = firsts[place] ?? 0
    isStartCut = place > 0 && reshapes[place - 1] === 1
    startMpt = (positions[first] ?? 0) - (first < count ? leadOf(shaped, first, trimmed) : 0)
    endMpt = startMpt + roomMpt
  }

  function leastCost(to: number): number {
    if (isStartCut || reshapes[to - 1] === 1) return 0
    const last = lastWithin(shaped, first, lasts[to] ?? 0)
    const shortMpt = endMpt - (positions[last] ?? 0) - (bodies[last] ?? 0)
    if (shortMpt <= 0 || last <= first) return 0
    // A line without gaps between characters grows as one with a single one does.
    const mostMpt = (growths[last] ?? 0) - (growths[first] ?? 0) + loosestMpt
    if (shortMpt > mostMpt) return Infinity
    const shortEm = shortMpt / em
    return (shortEm * shortEm) / ((yields[last] ?? 0) - (yields[first] ?? 0) + LEAST_YIELD)
  }

  function weigh(to: number): boolean {
    const last = lastWithin(shaped, first, lasts[to] ?? 0)
    scale.cost = 0
    scale.growthEm = 0
    let shortMpt = endMpt - startMpt
    if (first <= last) {
      shortMpt = endMpt - (positions[last] ?? 0) - (bodies[last] ?? 0)
      if (isStartCut || reshapes[to - 1] === 1) shortMpt -= gainAtEdges(shaped, from, to)
    }
    // A line of which nothing is seen has no gaps.
    const end = Math.max(first, last)
    if (shortMpt < 0) {
      spend(squeezed, first, end, -shortMpt)
      const most = first <= last ? (squeezes[last] ?? 0) - (squeezes[first] ?? 0) : 0
      return most >= -shortMpt
    }
    if (shortMpt === 0 || breaks[to - 1] === Break.Forced) return true
    const leftMpt = spend(stretched, first, end, shortMpt)
    if (leftMpt === 0) return true
    // A line with nothing else to stretch stretches all that it has.
    const members = Math.max(1, between === undefined ? 0 : countIn(sums, between, first, end))
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
      const room = (sums.rooms[stage.start + last] ?? 0) - (sums.rooms[stage.start + first] ?? 0)
      if (room <= 0) continue
      const taken = Math.min(leftMpt, room)
      cost += (stage.weight * taken * taken) / countIn(sums, stage, first, last)
      leftMpt -= taken
      if (leftMpt === 0) break
    }
    scale.cost += cost / (em * em)
    return leftMpt
  }
}

function countIn({ counts }: Sums, { start }: StageSums, first: number, last: number): number {
  return (counts[start + last] ?? 0) - (counts[start + first] ?? 0)
}

/** The first cluster that is seen of a line that begins at each place, and the last that ends there. */
function findEdges({ count, kinds }: ShapedParagraph): {
  firsts: Int32Array
  lasts: Int32Array
} {
  const firsts = cutIntegers(count + 1)
  const lasts = cutIntegers(count + 1)
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

/** Those of some stages that any gap has. */
function stagesIn(stages: Uint8Array, weights: readonly WeighedStage[]): readonly WeighedStage[] {
  let found = 0
  for (const stage of stages) found |= 1 << stage
  return weights.filter(([stage]) => (found & (1 << stage)) !== 0)
}

/**
 * How much each gap yields at what cost, summed from the start: amounts shared so that they cost
 * least go by one over the weight, and cost their square over the sum (least squares).
 */
function sumYields(stretchStages: Uint8Array): Float64Array {
  const yields = cutNumbers(stretchStages.length + 1)
  for (let at = 0; at < stretchStages.length; at++) {
    yields[at + 1] = (yields[at] ?? 0) + (YIELDS[stretchStages[at] ?? 0] ?? 0)
  }
  return yields
}

/** How far all gaps before each cluster grow at most, those between characters by `loosestMpt`. */
function sumGrowths({ gaps }: ShapedParagraph, loosestMpt: number): Float64Array {
  const { stretchStages, naturals, maxima } = gaps
  const growths = cutNumbers(stretchStages.length + 1)
  for (let at = 0; at < stretchStages.length; at++) {
    const isBetween = stretchStages[at] === Stretch.Other
    const most = isBetween ? loosestMpt : (maxima[at] ?? 0) - (naturals[at] ?? 0)
    growths[at + 1] = (growths[at] ?? 0) + most
  }
  return growths
}

function yieldsOf(weights: readonly WeighedStage[]): Float64Array {
  const yields = new Float64Array(1 + Math.max(...weights.map(([stage]) => stage)))
  for (const [stage, weight] of weights) yields[stage] = 1 / weight
  return yields
}

/** Sums a stage from `start` on: what each of its gaps has between the least and the most. */
function sumStage(
  { counts, rooms }: Sums,
  start: number,
  stages: Uint8Array,
  stage: number,
  least: Int32Array,
  most: Int32Array,
): void {
  let count = 0
  let room = 0
  for (let at = 0; at < stages.length; at++) {
    if (stages[at] === stage) {
      count++
      room += (most[at] ?? 0) - (least[at] ?? 0)
    }
    counts[start + at + 1] = count
    rooms[start + at + 1] = room
  }
}
