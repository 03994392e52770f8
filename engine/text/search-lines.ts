import { Break } from './break-rank'
import { cutIntegers, cutNumbers } from './cut-arrays'
import { endInHyphens } from './hyphens-in-a-row'
import { isLastLineLongEnough } from './last-line'
import { createLineScale } from './line-scale'
import { isLineStartTrimmed, type Measures, roomOfLine } from './measure-line'
import { findPlaces, findRescue, goesOn, openLine } from './rescue-line'
import type { ShapedParagraph } from './shaped-paragraph'
import type { ParagraphSetting } from './style'

/** Which lines are wanted. */
export interface LineWish {
  /** Where the lines before them end, which stay as they are. */
  readonly kept: readonly number[]
  /** The least and the most lines that the paragraph takes in all; any number without. */
  readonly lines?: { readonly least: number; readonly most: number }
  /** The most that the gaps between characters grow, in ems, where there is any choice. */
  readonly loosestEm: number
  /** Whether every line keeps every rule: then there may be no such lines. */
  readonly isStrict: boolean
}

/** Where lines end, each by the cluster after it, and what they cost. */
export interface FittedLines {
  readonly ends: readonly number[]
  readonly cost: number
}

/** Up to which cost lines are looked at. */
export interface CostLimit {
  readonly ofLine: number
  readonly inAll: number
}

/** What a search among lines of a limited cost found. */
export interface FoundLines {
  /** `undefined` where no such lines are as wished. */
  readonly fitted: FittedLines | undefined
  /** What lines with one among them that was left out cost in all at least. */
  readonly leastLeftOut: number
}

/** From so much growth of its gaps a line looks loose; two in a row make a hole in the page. */
const LOOSE_EM = 0.06
const COST_OF_LOOSE_LINES = 1
const COST_OF_SHORT_LAST_LINE = 100
/** A hyphen costs as much as a line of twenty characters whose gaps all grow by 0.06 em. */
const COST_OF_HYPHEN = 2
/** One hyphen more in a row than there may be: less than a word parted at any letter. */
const COST_OF_HYPHENS_IN_A_ROW = 3_900
/** A last line that begins within a word. */
const COST_OF_DIVIDED_LAST_LINE = 20
/** What it costs to end a line against a rule, once for each rank below a free place. */
const COST_OF_A_RESCUE = 1_000

/** What is narrower than a line by so much fits it, whatever the line begins and ends with. */
const CLEARLY_EM = 2

/**
 * The lines that together cost least (`LineScale`) among those of which none is sure to cost more
 * than the limit, by dynamic programming over the places where a line may end. Two loose lines in a
 * row, a hyphen, a last line that is too short (R10) and a place that no rule allows (the rescue of
 * R7) have costs of their own. The last place without a hyphen is always tried, however loose its
 * line.
 */
export function searchLines(
  shaped: ShapedParagraph,
  setting: ParagraphSetting,
  measures: Measures,
  wish: LineWish,
  limit: CostLimit,
): FoundLines {
  const { count, breaks, reshapes, hyphens, positions, isChinese } = shaped
  const { kept, lines, loosestEm, isStrict } = wish
  const begin = kept.at(-1) ?? 0
  const firstLine = kept.length
  if (begin >= count) return { fitted: { ends: [], cost: 0 }, leastLeftOut: Infinity }
  const scale = createLineScale(shaped, loosestEm)
  const clearlyMpt = CLEARLY_EM * largestEm(shaped)
  // Lines are told apart as far as their measures differ, or their number is wished for.
  const lastTold = Math.max(firstLine, lines?.most ?? Math.max(1, measures.length - 1))
  const lineStates = lastTold - firstLine + 1
  // Two states a place and line: the line that ends there is not loose, or it is. With hyphens there
  // are two more: it ends with the second hyphen in a row.
  const states = hyphens.includes(1) ? 4 : 2
  const stateOf = (place: number, line: number): number =>
    ((place - begin) * lineStates + Math.min(line, lastTold) - firstLine) * states
  const size = (count - begin + 1) * lineStates * states
  const costs = cutNumbers(size).fill(Infinity)
  const origins = cutIntegers(size).fill(-1)
  costs[stateOf(begin, firstLine) + (endInHyphens(shaped, kept) ? 2 : 0)] = 0
  let leastLeftOut = Infinity

  const reach = (origin: number, state: number, own: number): void => {
    const cost = (costs[origin] ?? 0) + own
    if (cost >= (costs[state] ?? 0)) return
    costs[state] = cost
    origins[state] = origin
  }

  /** Takes the line that was put on the scale. */
  const take = (from: number, to: number, line: number, penalty: number): void => {
    const isLast = to === count
    if (lines !== undefined) {
      if (line + 1 > lines.most || (isLast && line + 1 < lines.least)) return
    }
    let own = scale.cost + penalty
    if (isLast && isChinese && from > 0 && !isLastLineLongEnough(shaped, setting, from)) {
      if (isStrict) return
      own += COST_OF_SHORT_LAST_LINE
    }
    const isDivided = hyphens[to - 1] === 1
    const beginsDivided = from > 0 && hyphens[from - 1] === 1
    if (isDivided) own += COST_OF_HYPHEN
    if (isLast && beginsDivided) own += COST_OF_DIVIDED_LAST_LINE
    const isLoose = scale.growthEm > LOOSE_EM
    const origin = stateOf(from, line)
    const state = stateOf(to, line + 1) + (isLoose ? 1 : 0)
    const inARow = isDivided && beginsDivided ? 2 : 0
    reach(origin, state + inARow, own)
    reach(origin + 1, state + inARow, own + (isLoose ? COST_OF_LOOSE_LINES : 0))
    if (!beginsDivided) return
    if (isDivided && isStrict) return
    if (isDivided) own += COST_OF_HYPHENS_IN_A_ROW
    reach(origin + 2, state + inARow, own)
    reach(origin + 3, state + inARow, own + (isLoose ? COST_OF_LOOSE_LINES : 0))
  }

  /** Whether what follows a place fits the next line without a look at how it is squeezed. */
  const clearlyGoesOn = (place: number, line: number): boolean => {
    let next = place + 1
    while ((breaks[next - 1] ?? Break.Forced) < Break.Free) next++
    const widthMpt = (positions[next] ?? 0) - (positions[place] ?? 0)
    return widthMpt + clearlyMpt <= roomOfLine(setting, measures, line + 1)
  }

  /** Goes on from a place by every line that may begin there. */
  const goOn = (from: number, line: number): void => {
    const roomMpt = roomOfLine(setting, measures, line)
    scale.begin(from, roomMpt, isLineStartTrimmed(setting, line))
    let furthest = from
    let furthestWhole = from
    let lastTaken = from
    let lastWholeTaken = from
    const costSoFar = leastOf(costs, stateOf(from, line), states)
    for (let to = from + 1; to <= count; to++) {
      const rank = breaks[to - 1] ?? Break.Never
      if (rank < Break.Free) continue
      const isWhole = hyphens[to - 1] === 0
      const least = rank === Break.Free ? scale.leastCost(to) : 0
      if (least === Infinity || least > limit.ofLine || costSoFar + least > limit.inAll) {
        leastLeftOut = Math.min(leastLeftOut, costSoFar + least)
        furthest = to
        if (isWhole) furthestWhole = to
        continue
      }
      if (!scale.weigh(to)) {
        // A hyphen may be wider than the end of its word.
        if (reshapes[to - 1] === 1) continue
        break
      }
      furthest = to
      if (isWhole) furthestWhole = to
      if (scale.growthEm <= loosestEm) {
        take(from, to, line, 0)
        lastTaken = to
        if (isWhole) lastWholeTaken = to
      }
      if (rank === Break.Forced) return
    }
    if (isStrict) return
    if (furthestWhole > lastWholeTaken) {
      scale.weigh(furthestWhole)
      take(from, furthestWhole, line, 0)
    }
    if (furthest > furthestWhole && furthest > lastTaken) {
      scale.weigh(furthest)
      take(from, furthest, line, 0)
    }
    if (furthest > from && clearlyGoesOn(furthest, line)) return
    const open = openLine(setting, measures, from, line)
    if (furthest > from && goesOn(shaped, open, furthest, Break.Free)) return
    const { furthest: places } = findPlaces(shaped, open)
    const rescue = findRescue(shaped, open, places, furthest > from ? furthest : -1)
    if (rescue === furthest) return
    scale.weigh(rescue)
    const rank = breaks[rescue - 1] ?? Break.Never
    take(from, rescue, line, (Break.Free - rank) * COST_OF_A_RESCUE)
  }

  for (let place = begin; place < count; place++) {
    for (let line = firstLine; line <= lastTold; line++) {
      const state = stateOf(place, line)
      if (leastOf(costs, state, states) < Infinity) goOn(place, line)
    }
  }

  let best = -1
  for (let state = stateOf(count, firstLine); state < size; state++) {
    if ((costs[state] ?? Infinity) < (best < 0 ? Infinity : (costs[best] ?? 0))) best = state
  }
  if (best < 0) return { fitted: undefined, leastLeftOut }
  const ends: number[] = []
  for (let state = best; (origins[state] ?? -1) >= 0; state = origins[state] ?? -1) {
    ends.push(begin + Math.floor(state / (states * lineStates)))
  }
  return { fitted: { ends: ends.reverse(), cost: costs[best] ?? 0 }, leastLeftOut }
}

function leastOf(costs: Float64Array, first: number, states: number): number {
  let least = Infinity
  for (let state = first; state < first + states; state++) {
    least = Math.min(least, costs[state] ?? Infinity)
  }
  return least
}

function largestEm({ styles }: ShapedParagraph): number {
  return styles.reduce((largest, { sizeMpt }) => Math.max(largest, sizeMpt), 0)
}
