import { dotEmphasis } from './emphasis-dots'
import { drawLeaders } from './draw-leaders'
import { type JustifiedGaps, justifyGaps } from './justify-line'
import { drawLinesBelow } from './lines-below'
import {
  isLineStartTrimmed,
  type LineExtent,
  measureAt,
  measureLine,
  type Measures,
  roomOfLine,
} from './measure-line'
import { placeRubies } from './place-rubies'
import { createRunPlacer, type PlaceRuns } from './place-runs'
import { Break } from './break-rank'
import type { SetLine, SetParagraph } from './set-line'
import type { ShapedParagraph } from './shaped-paragraph'
import type { Alignment, ParagraphSetting } from './style'
import { type LaidTabs, layTabs } from './tab-stops'

/**
 * Sets the lines of a paragraph, each ending before the cluster that `ends` names. A justified
 * line fills its measure to the unit; the last one, and one that the author ended, is squeezed
 * where it must be and never stretched (R7).
 */
export function setLines(
  shaped: ShapedParagraph,
  ends: readonly number[],
  setting: ParagraphSetting,
  measures: Measures,
): SetParagraph {
  const placeRuns = createRunPlacer(shaped)
  const lines = ends.map((to, index) => {
    const from = index === 0 ? 0 : (ends[index - 1] ?? 0)
    return setLine(shaped, placeRuns, from, to, index, setting, measures)
  })
  return { text: shaped.text, lines, missing: shaped.missing }
}

function setLine(
  shaped: ShapedParagraph,
  placeRuns: PlaceRuns,
  from: number,
  to: number,
  lineIndex: number,
  setting: ParagraphSetting,
  measures: Measures,
): SetLine {
  const extent = measureLine(shaped, from, to, isLineStartTrimmed(setting, lineIndex))
  const roomMpt = roomOfLine(setting, measures, lineIndex)
  const gapMpt = roomMpt - extent.naturalMpt
  const isFull = setting.alignment === 'justify' && setting.shape === 'fill'
  const stretches = isFull && shaped.breaks[to - 1] !== Break.Forced
  const wantedMpt = gapMpt < 0 || stretches ? gapMpt : 0
  const measureMpt = measureAt(measures, lineIndex)
  const laid = layTabs(shaped, setting, measures, [from, to, lineIndex])
  const gaps =
    laid === undefined
      ? justifyGaps(shaped, extent, wantedMpt)
      : setTabs(shaped, extent, laid, stretches ? measureMpt : 0)
  const restMpt = Math.max(0, gapMpt - gaps.adjustedMpt)
  const indentMpt = lineIndex === 0 ? setting.indentMpt : 0
  const startMpt = indentMpt + (laid === undefined ? offsetOf(setting.alignment, restMpt) : 0)
  const placed = placeRuns(from, to, extent, gaps.widthsMpt, startMpt)
  return {
    start: shaped.offsets[from] ?? 0,
    end: shaped.offsets[to] ?? shaped.text.length,
    runs: [
      ...placed.runs,
      ...dotEmphasis(shaped, extent, placed.bodyXs),
      ...drawLeaders(shaped, laid?.tabs ?? []),
    ],
    strokes: drawLinesBelow(shaped, extent, placed.bodyXs),
    rubies: placeRubies(shaped, extent, placed.bodyXs, measureMpt),
    measureMpt,
    widthMpt: placed.inkEndMpt,
    adjustedMpt: gaps.adjustedMpt,
    isLast: to === shaped.count,
  }
}

/**
 * The gaps of a line with tabs: natural up to the last one, and after it where that begins a text
 * at its stop, justified up to `edgeMpt`.
 */
function setTabs(
  shaped: ShapedParagraph,
  { first, end }: LineExtent,
  { tabs, endMpt }: LaidTabs,
  edgeMpt: number,
): JustifiedGaps {
  const widthsMpt = shaped.gaps.naturals.slice(first, Math.max(first, end))
  for (const { at, shiftMpt } of tabs) {
    if (at < end) widthsMpt[at - first] = (widthsMpt[at - first] ?? 0) + shiftMpt
  }
  const last = tabs.at(-1)
  if (last === undefined || last.stop?.align !== 'left' || edgeMpt <= endMpt) {
    return { widthsMpt, adjustedMpt: 0 }
  }
  const after = justifyGaps(shaped, { first: last.at + 1, end }, edgeMpt - endMpt)
  widthsMpt.set(after.widthsMpt, last.at + 1 - first)
  return { widthsMpt, adjustedMpt: after.adjustedMpt }
}

function offsetOf(alignment: Alignment, restMpt: number): number {
  if (alignment === 'right') return restMpt
  return alignment === 'center' ? restMpt >> 1 : 0
}
