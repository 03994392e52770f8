import { IS_VOID, Kind, kindSet } from './character-kind'
import { gainAtEdges } from './reshape-word'
import type { ShapedParagraph } from './shaped-paragraph'
import type { ParagraphSetting } from './style'

/** The measure of each line of a paragraph, in thousandths of a point; the last holds for all after it. */
export type Measures = readonly number[]

/** The measure of a line. */
export function measureAt(measures: Measures, lineIndex: number): number {
  return measures[Math.min(lineIndex, measures.length - 1)] ?? 0
}

/** What vanishes at a line's start; a no-break or ideographic space there is meant to be seen. */
export const VANISHES_AT_START = kindSet(Kind.Space, Kind.Zero, Kind.LineEnd)

/** What a line is made of, when the clusters `from`…`to` stand on it. */
export interface LineExtent {
  /** First and last cluster that count; `last < first` where nothing is seen. */
  readonly first: number
  readonly last: number
  /** The last cluster within the measure: `last`, or the one before a mark that hangs (R6). */
  readonly end: number
  /** The blank of an opening mark at the line's start. */
  readonly leadMpt: number
  /** From the line's start to its last ink edge with all gaps natural. */
  readonly naturalMpt: number
  /** By how much all stages of R7 can squeeze it. */
  readonly squeezableMpt: number
}

/** The blank that a line keeps before the mark it begins with (R5). */
export function leadOf(shaped: ShapedParagraph, first: number, trimmed: boolean): number {
  const isTrimmed = trimmed && shaped.kinds[first] === Kind.Open
  return isTrimmed ? 0 : (shaped.blanksBefore[first] ?? 0)
}

/**
 * Whether an opening mark at the start of a line loses its blank. CLREQ 3.1.6 leaves it open for
 * indented lines too: they keep the blank here, so that an indent of two ems is one to the eye.
 */
export function isLineStartTrimmed(setting: ParagraphSetting, lineIndex: number): boolean {
  return setting.trimLineStart && !(lineIndex === 0 && setting.indentMpt > 0)
}

/** Room for the text of a line: its measure, less the indent of the first (R10). */
export function roomOfLine(
  setting: ParagraphSetting,
  measures: Measures,
  lineIndex: number,
): number {
  return measureAt(measures, lineIndex) - (lineIndex === 0 ? setting.indentMpt : 0)
}

/** The last cluster of a line within its measure: the one before the last where that hangs (R6). */
export function lastWithin({ hangs, kinds }: ShapedParagraph, first: number, last: number): number {
  const follows = last > first && IS_VOID[kinds[last - 1] ?? 0] === 0
  return hangs[last] === 1 && follows ? last - 1 : last
}

/** Measures the line `from`…`to`: what it holds, how wide it is, how far it can be squeezed. */
export function measureLine(
  shaped: ShapedParagraph,
  from: number,
  to: number,
  trimmed: boolean,
): LineExtent {
  const { kinds, bodies, positions, squeezes } = shaped
  let first = from
  while (first < to && VANISHES_AT_START[kinds[first] ?? 0] === 1) first++
  let last = to - 1
  while (last >= first && IS_VOID[kinds[last] ?? 0] === 1) last--
  if (last < first) return { first, last, end: last, leadMpt: 0, naturalMpt: 0, squeezableMpt: 0 }
  const leadMpt = leadOf(shaped, first, trimmed)
  const end = lastWithin(shaped, first, last)
  const inkEnd = (positions[end] ?? 0) + (bodies[end] ?? 0)
  return {
    first,
    last,
    end,
    leadMpt,
    naturalMpt: leadMpt + inkEnd - (positions[first] ?? 0) + gainAtEdges(shaped, from, to),
    squeezableMpt: (squeezes[end] ?? 0) - (squeezes[first] ?? 0),
  }
}
