import { Break } from '../../engine/text/break-rank'
import { Kind } from '../../engine/text/character-kind'
import { justifyGaps } from '../../engine/text/justify-line'
import {
  isLineStartTrimmed,
  measureLine,
  type Measures,
  roomOfLine,
} from '../../engine/text/measure-line'
import { findPlaces, findRescue, goesOn, openLine } from '../../engine/text/rescue-line'
import { type ShapedParagraph, Squeeze, Stretch } from '../../engine/text/shaped-paragraph'
import type { ParagraphSetting } from '../../engine/text/style'

/*
 * What the lines of a paragraph cost, read from the gaps as they are set, and the least that any
 * lines of it cost, found by trying all. The weights are those of `engine/text/line-scale.ts`,
 * said again: a change of one without the other is to be noticed.
 */

const SQUEEZE_WEIGHTS = {
  [Squeeze.WordSpace]: 2,
  [Squeeze.WideDot]: 1,
  [Squeeze.Bracket]: 1,
  [Squeeze.Pause]: 1,
  [Squeeze.HanLatin]: 4,
  [Squeeze.Letter]: 30,
  [Squeeze.End]: 4,
}
const STRETCH_WEIGHTS = {
  [Stretch.WordSpace]: 2,
  [Stretch.HanLatin]: 4,
  [Stretch.Letter]: 30,
  [Stretch.Other]: 30,
}
const LOOSE_EM = 0.06
const LOOSEST_EM = 0.5
const SHORT_LAST_LINE = 100
const RESCUE = 1_000
const HYPHEN = 2
const THIRD_HYPHEN_IN_A_ROW = 3_900
const DIVIDED_LAST_LINE = 20

interface Weighed {
  readonly cost: number
  readonly growthEm: number
}

/** A line as its gaps are set. */
function weigh(
  shaped: ShapedParagraph,
  setting: ParagraphSetting,
  measures: Measures,
  [from, to, line]: readonly [number, number, number],
): Weighed {
  const extent = measureLine(shaped, from, to, isLineStartTrimmed(setting, line))
  const shortMpt = roomOfLine(setting, measures, line) - extent.naturalMpt
  const isEnded = shaped.breaks[to - 1] === Break.Forced
  const byMpt = isEnded ? Math.min(0, shortMpt) : shortMpt
  const { widthsMpt } = justifyGaps(shaped, extent, byMpt)
  const em = shaped.styles[0]?.sizeMpt ?? 1
  const { naturals, maxima, squeezeStages, stretchStages } = shaped.gaps
  const stages = byMpt < 0 ? squeezeStages : stretchStages
  const weights: Readonly<Record<number, number>> = byMpt < 0 ? SQUEEZE_WEIGHTS : STRETCH_WEIGHTS
  const changed = new Map<number, { byMpt: number; gaps: number }>()
  let filledMpt = 0
  for (const [index, widthMpt] of widthsMpt.entries()) {
    const at = extent.first + index
    const stage = stages[at] ?? 0
    if (stage === 0) continue
    const natural = naturals[at] ?? 0
    const isBounded = byMpt > 0 && stage !== Stretch.Other
    // What a stage holds beyond its limit is the last resort of a line with nothing else.
    const set = isBounded ? Math.min(widthMpt, maxima[at] ?? 0) : widthMpt
    const sum = changed.get(stage) ?? { byMpt: 0, gaps: 0 }
    changed.set(stage, { byMpt: sum.byMpt + set - natural, gaps: sum.gaps + 1 })
    filledMpt += set - natural
  }
  let cost = 0
  for (const [stage, sum] of changed) {
    cost += ((weights[stage] ?? 0) * sum.byMpt * sum.byMpt) / sum.gaps / (em * em)
  }
  const others = changed.get(Stretch.Other)
  if (byMpt <= 0) return { cost, growthEm: 0 }
  if (others !== undefined) return { cost, growthEm: others.byMpt / em / others.gaps }
  const restEm = (byMpt - filledMpt) / em
  return { cost: cost + 30 * restEm * restEm, growthEm: restEm }
}

/** Every place at which a line may end, by the rules that total fit goes by. */
function candidates(
  shaped: ShapedParagraph,
  setting: ParagraphSetting,
  measures: Measures,
  from: number,
  line: number,
): readonly number[] {
  const roomMpt = roomOfLine(setting, measures, line)
  const free: number[] = []
  for (let to = from + 1; to <= shaped.count; to++) {
    const rank = shaped.breaks[to - 1] ?? Break.Never
    if (rank < Break.Free) continue
    const extent = measureLine(shaped, from, to, isLineStartTrimmed(setting, line))
    if (extent.naturalMpt - extent.squeezableMpt > roomMpt) {
      // A hyphen may be wider than what follows it in its word.
      if (shaped.hyphens[to - 1] === 1) continue
      break
    }
    free.push(to)
    if (rank === Break.Forced) break
  }
  const furthest = free.at(-1)
  const furthestWhole = free.findLast((to) => shaped.hyphens[to - 1] === 0)
  const decent = free.filter(
    (to) =>
      to === furthest ||
      to === furthestWhole ||
      weigh(shaped, setting, measures, [from, to, line]).growthEm <= LOOSEST_EM,
  )
  if (furthest !== undefined && shaped.breaks[furthest - 1] === Break.Forced) return decent
  const open = openLine(setting, measures, from, line)
  if (furthest !== undefined && goesOn(shaped, open, furthest, Break.Free)) return decent
  const rescue = findRescue(shaped, open, findPlaces(shaped, open).furthest, furthest ?? -1)
  return rescue === furthest ? decent : [...decent, rescue]
}

/** What a line costs depends on of the lines before it. */
interface Before {
  readonly wasLoose: boolean
  /** Lines in a row that end with a hyphen; two also where there are more. */
  readonly hyphens: number
}

/** What a line costs, where it stands and what came before. */
function costOfLine(
  shaped: ShapedParagraph,
  setting: ParagraphSetting,
  measures: Measures,
  place: readonly [number, number, number],
  before: Before,
): { readonly cost: number; readonly after: Before } {
  const [from, to] = place
  const { cost, growthEm } = weigh(shaped, setting, measures, place)
  const isLoose = growthEm > LOOSE_EM
  const rank = shaped.breaks[to - 1] ?? Break.Never
  const rescue = Math.max(0, Break.Free - rank) * RESCUE
  const isShort = to === shaped.count && from > 0 && shaped.isChinese && hasTooFew()
  const isDivided = shaped.hyphens[to - 1] === 1
  const beginsDivided = to === shaped.count && before.hyphens > 0
  return {
    cost:
      cost +
      rescue +
      (isShort ? SHORT_LAST_LINE : 0) +
      (isLoose && before.wasLoose ? 1 : 0) +
      (isDivided ? HYPHEN : 0) +
      (isDivided && before.hyphens === 2 ? THIRD_HYPHEN_IN_A_ROW : 0) +
      (beginsDivided ? DIVIDED_LAST_LINE : 0),
    after: { wasLoose: isLoose, hyphens: isDivided ? Math.min(2, before.hyphens + 1) : 0 },
  }

  function hasTooFew(): boolean {
    const kinds = [...shaped.kinds.slice(from, to)]
    const han = kinds.filter((kind) => kind === Kind.Han).length
    const letters = kinds.filter((kind) => kind === Kind.LatinWord).length
    const { lastLineMinHan } = setting
    return lastLineMinHan > 1 && han + letters / 2 < lastLineMinHan
  }
}

/** What lines cost together that end before these clusters. */
export function costOfLines(
  shaped: ShapedParagraph,
  setting: ParagraphSetting,
  measures: Measures,
  ends: readonly number[],
): number {
  let from = 0
  let before: Before = { wasLoose: false, hyphens: 0 }
  let sum = 0
  for (const [line, to] of ends.entries()) {
    const { cost, after } = costOfLine(shaped, setting, measures, [from, to, line], before)
    sum += cost
    before = after
    from = to
  }
  return sum
}

/** The least that lines of a paragraph cost, of all the ways to break it. */
export function bestByBruteForce(
  shaped: ShapedParagraph,
  setting: ParagraphSetting,
  measures: Measures,
): number {
  const places = new Map<string, readonly number[]>()
  const weighed = new Map<string, { readonly cost: number; readonly after: Before }>()
  const remember = <Value>(known: Map<string, Value>, key: string, make: () => Value): Value => {
    const found = known.get(key)
    if (found !== undefined) return found
    const made = make()
    known.set(key, made)
    return made
  }
  let least = Infinity
  const go = (from: number, line: number, before: Before, spent: number): void => {
    if (from >= shaped.count) {
      least = Math.min(least, spent)
      return
    }
    const ends = remember(places, `${from} ${line}`, () =>
      candidates(shaped, setting, measures, from, line),
    )
    for (const to of ends) {
      const key = `${from} ${to} ${line} ${before.wasLoose} ${before.hyphens}`
      const { cost, after } = remember(weighed, key, () =>
        costOfLine(shaped, setting, measures, [from, to, line], before),
      )
      go(to, line + 1, after, spent + cost)
    }
  }
  go(0, 0, { wasLoose: false, hyphens: 0 }, 0)
  return least
}
