import { Break } from './break-rank'
import { isLastLineLongEnough } from './last-line'
import { createLineScale } from './line-scale'
import { isLineStartTrimmed, type Measures, roomOfLine } from './measure-line'
import { findPlaces, findRescue, goesOn, openLine } from './rescue-line'
import type { ShapedParagraph } from './shaped-paragraph'
import type { ParagraphSetting } from './style'

/** Which lines are wanted. */
export interface LineWish {
  /** The cluster that they begin with, and which line of the paragraph that is. */
  readonly from: number
  readonly lineIndex: number
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

/** All lines of a paragraph, however many. */
const ANY_LINES: LineWish = { from: 0, lineIndex: 0, loosestEm: 0.5, isStrict: false }

/** From so much growth of its gaps a line looks loose; two in a row make a hole in the page. */
const LOOSE_EM = 0.06
const COST_OF_LOOSE_LINES = 1
const COST_OF_SHORT_LAST_LINE = 100
/** A line that ends where no rule lets it, the rule's rank times. */
const COST_OF_A_RESCUE = 1_000

/**
 * Total fit: the line ends of a paragraph whose lines together cost least (`LineScale`), by
 * dynamic programming over the places where a line may end. Two loose lines in a row, a last line
 * that is too short (R10) and a place that no rule allows (the rescue of R7) cost more than any
 * spacing can save. Of lines that cost the same the ones that are longer at first win.
 * `undefined` where no lines are as wished, which only strict wishes and counts can come to.
 */
export function fitLines(
  shaped: ShapedParagraph,
  setting: ParagraphSetting,
  measures: Measures,
  wish: LineWish = ANY_LINES,
): FittedLines | undefined {
  const { count, breaks, reshapes, isChinese } = shaped
  const { from: begin, lineIndex: firstLine, lines, loosestEm, isStrict } = wish
  if (begin >= count) return { ends: [], cost: 0 }
  const scale = createLineScale(shaped)
  // Lines are told apart as far as their measures differ, or their number is wished for.
  const lastTold = Math.max(firstLine, lines?.most ?? Math.max(1, measures.length - 1))
  const lineStates = lastTold - firstLine + 1
  const stateOf = (place: number, line: number, loose: number): number =>
    ((place - begin) * lineStates + Math.min(line, lastTold) - firstLine) * 2 + loose
  const size = (count - begin + 1) * lineStates * 2
  const costs = new Float64Array(size).fill(Infinity)
  const origins = new Int32Array(size).fill(-1)
  costs[stateOf(begin, firstLine, 0)] = 0

  const reach = (
    origin: number,
    place: number,
    line: number,
    loose: number,
    cost: number,
  ): void => {
    const state = stateOf(place, line, loose)
    if (cost >= (costs[state] ?? 0)) return
    costs[state] = cost
    origins[state] = origin
  }

  /** Goes on from a place by every line that may begin there. */
  const goOn = (from: number, line: number): void => {
    const roomMpt = roomOfLine(setting, measures, line)
    const trimmed = isLineStartTrimmed(setting, line)
    const before = [stateOf(from, line, 0), stateOf(from, line, 1)] as const
    const end = (to: number, cost: number, isLoose: boolean): void => {
      const isLast = to === count
      if (lines !== undefined) {
        if (line + 1 > lines.most || (isLast && line + 1 < lines.least)) return
      }
      let own = cost
      if (isLast && isChinese && from > 0 && !isLastLineLongEnough(shaped, setting, from)) {
        if (isStrict) return
        own += COST_OF_SHORT_LAST_LINE
      }
      for (const [wasLoose, origin] of before.entries()) {
        const past = costs[origin] ?? Infinity
        if (past === Infinity) continue
        const pair = isLoose && wasLoose === 1 ? COST_OF_LOOSE_LINES : 0
        reach(origin, to, line + 1, isLoose ? 1 : 0, past + own + pair)
      }
    }
    // Of the places that leave a line looser than wished only the last is of any use.
    let spare: { to: number; cost: number; isLoose: boolean } | undefined
    let furthest = from
    for (let to = from + 1; to <= count; to++) {
      const rank = breaks[to - 1] ?? Break.Never
      if (rank < Break.Free) continue
      const { cost, growthEm, fits } = scale(from, to, roomMpt, trimmed)
      if (!fits) {
        // A hyphen may be wider than the end of its word.
        if (reshapes[to - 1] === 1) continue
        break
      }
      furthest = to
      const isLoose = growthEm > LOOSE_EM
      if (growthEm <= loosestEm) {
        spare = undefined
        end(to, cost, isLoose)
      } else {
        spare = { to, cost, isLoose }
      }
      if (rank === Break.Forced) return
    }
    if (isStrict) return
    if (spare !== undefined) end(spare.to, spare.cost, spare.isLoose)
    const open = openLine(setting, measures, from, line)
    if (furthest > from && goesOn(shaped, open, furthest, Break.Free)) return
    const { furthest: places } = findPlaces(shaped, open)
    const rescue = findRescue(shaped, open, places, furthest > from ? furthest : -1)
    if (rescue === furthest) return
    const { cost, growthEm } = scale(from, rescue, roomMpt, trimmed)
    const rank = breaks[rescue - 1] ?? Break.Never
    end(rescue, cost + (Break.Free - rank) * COST_OF_A_RESCUE, growthEm > LOOSE_EM)
  }

  for (let place = begin; place < count; place++) {
    for (let line = firstLine; line <= lastTold; line++) {
      const isReached = [0, 1].some((loose) => (costs[stateOf(place, line, loose)] ?? 0) < Infinity)
      if (isReached) goOn(place, line)
    }
  }
  return traceBack()

  function traceBack(): FittedLines | undefined {
    let best = -1
    for (let state = stateOf(count, firstLine, 0); state < size; state++) {
      if ((costs[state] ?? Infinity) < (best < 0 ? Infinity : (costs[best] ?? 0))) best = state
    }
    if (best < 0) return undefined
    const ends: number[] = []
    for (let state = best; (origins[state] ?? -1) >= 0; state = origins[state] ?? -1) {
      ends.push(begin + Math.floor(state / (2 * lineStates)))
    }
    return { ends: ends.reverse(), cost: costs[best] ?? 0 }
  }
}
