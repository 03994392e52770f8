import { Break } from './break-rank'
import { Kind } from './character-kind'
import {
  gapCountOf,
  isLineStartTrimmed,
  type LineExtent,
  measureLine,
  roomOfLine,
} from './measure-line'
import type { ShapedParagraph } from './shaped-paragraph'
import type { ParagraphSetting } from './style'

/** How a paragraph is to end. */
export interface WantedLines {
  /** The least and the most lines that it takes in all. */
  readonly least: number
  readonly most: number
  /** By how much the gaps of a line grow when it is stretched, and the most that they may, in ems. */
  readonly growthOf: (extent: LineExtent, byMpt: number) => number
  readonly loosestEm: number
}

/** The lines from some place to the paragraph's end: the cluster after each, and what they cost. */
export interface Tail {
  readonly ends: readonly number[]
  readonly cost: number
}

/** Finds the best lines from a cluster on, the first of them being the paragraph's `lineIndex`th. */
export type TailSearch = (from: number, lineIndex: number) => Tail | undefined

const NOTHING_LEFT: Tail = { ends: [], cost: 0 }

/**
 * Searches the free places of a paragraph for the lines that change its gaps least: each costs the
 * square of what it is squeezed or stretched by, shared by its gaps. A line that the author or the
 * paragraph ends is never stretched (R7), and the last one is long enough (R10). There is no tail
 * where that cannot be without some rule's rescue.
 */
export function searchLines(
  shaped: ShapedParagraph,
  setting: ParagraphSetting,
  measureMpt: (lineIndex: number) => number,
  { least, most, growthOf, loosestEm }: WantedLines,
): TailSearch {
  const { count, breaks } = shaped
  const known = new Map<number, Tail | undefined>()

  const search: TailSearch = (from, lineIndex) => {
    const key = lineIndex * count + from
    if (known.has(key)) return known.get(key)
    const tail = isLastLineLongEnough(shaped, setting, from)
      ? searchFrom(from, lineIndex)
      : undefined
    known.set(key, tail)
    return tail
  }

  const searchFrom: TailSearch = (from, lineIndex) => {
    const roomMpt = roomOfLine(setting, measureMpt, lineIndex)
    const trimmed = isLineStartTrimmed(setting, lineIndex)
    const places = findPlaces(shaped, from, roomMpt, trimmed)
    let best: Tail | undefined
    // From the furthest place back, since all before one that is too loose are so too.
    for (const { to, extent } of places.reverse()) {
      const shortMpt = roomMpt - extent.naturalMpt
      const changedMpt = breaks[to - 1] === Break.Forced ? Math.min(0, shortMpt) : shortMpt
      if (growthOf(extent, changedMpt) > loosestEm * emOf(shaped, extent.first)) break
      const rest = restAfter(to, lineIndex + 1)
      if (rest === undefined) continue
      const cost = (changedMpt * changedMpt) / gapCountOf(extent) + rest.cost
      if (best === undefined || cost <= best.cost) best = { ends: [to, ...rest.ends], cost }
    }
    return best
  }

  const restAfter = (to: number, lineCount: number): Tail | undefined => {
    if (to === count) return lineCount >= least ? NOTHING_LEFT : undefined
    return lineCount < most ? search(to, lineCount) : undefined
  }

  return search
}

/** Where a line from `from` on may end: the free places that it can be squeezed to, in order. */
function findPlaces(
  shaped: ShapedParagraph,
  from: number,
  roomMpt: number,
  trimmed: boolean,
): { readonly to: number; readonly extent: LineExtent }[] {
  const places = []
  for (let to = from + 1; to <= shaped.count; to++) {
    const rank = shaped.breaks[to - 1] ?? Break.Never
    if (rank < Break.Free) continue
    const extent = measureLine(shaped, from, to, trimmed)
    if (extent.naturalMpt - extent.squeezableMpt > roomMpt) break
    places.push({ to, extent })
    if (rank === Break.Forced) break
  }
  return places
}

/**
 * Whether a last line that begins at `from` is long enough (R10): it has as many Han as the
 * setting asks for, two letters or digits counting as one.
 */
export function isLastLineLongEnough(
  { kinds, count }: ShapedParagraph,
  { lastLineMinHan }: ParagraphSetting,
  from: number,
): boolean {
  let missing = lastLineMinHan > 1 ? 2 * lastLineMinHan : 0
  for (let at = from; at < count && missing > 0; at++) {
    if (kinds[at] === Kind.Han) missing -= 2
    else if (kinds[at] === Kind.LatinWord) missing -= 1
  }
  return missing <= 0
}

function emOf({ styles, styleOf }: ShapedParagraph, at: number): number {
  return styles[styleOf[at] ?? 0]?.sizeMpt ?? 0
}
