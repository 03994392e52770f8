import type { LineExtent } from './measure-line'
import type { SetStroke } from './set-line'
import type { ShapedParagraph } from './shaped-paragraph'
import type { LineBelow } from './style'

/** Centre of a line below the baseline, and its thickness, in thousandths of an em. */
const DEPTH_MILLI_EM = 180
const THICKNESS_MILLI_EM = 50

/**
 * By how much the line of a name or a title is shorter than its text at either end, in thousandths
 * of an em: those of neighbours stand visibly apart (CLREQ 3.1.8; R12).
 */
const SHORTER_MILLI_EM = 70

/** Whether two characters stand above one and the same line. */
function isSameLine(one: LineBelow | undefined, other: LineBelow | undefined): boolean {
  return one !== undefined && one.kind === other?.kind && one.ordinal === other.ordinal
}

/**
 * The lines below the text of a line: one stroke from the first to the last body of a stretch in
 * one style, over the gaps between, however they were stretched (CLREQ 3.1.8). What ruby spaces out
 * has its space outside them. A name that goes on in the next line is not shortened there.
 */
export function drawLinesBelow(
  shaped: ShapedParagraph,
  { first, last }: LineExtent,
  bodyXs: readonly number[],
): readonly SetStroke[] {
  const { styles, styleOf, bodies, count, padsBefore, padsAfter } = shaped
  const lineOf = (at: number): LineBelow | undefined =>
    at < 0 || at >= count ? undefined : styles[styleOf[at] ?? 0]?.lineBelow
  const strokes: SetStroke[] = []
  for (let start = first; start <= last;) {
    const style = styles[styleOf[start] ?? 0]
    const line = style?.lineBelow
    let end = start + 1
    while (end <= last && styleOf[end] === styleOf[start]) end++
    if (style !== undefined && line !== undefined) {
      const { sizeMpt, riseMpt, ink } = style
      const shorterMpt =
        line.kind === 'underline' ? 0 : Math.round((sizeMpt * SHORTER_MILLI_EM) / 1000)
      const bodyEnd = (bodyXs[end - 1 - first] ?? 0) + (bodies[end - 1] ?? 0)
      const inkEnd = bodyEnd - (padsAfter[end - 1] ?? 0)
      const begins = !isSameLine(line, lineOf(start - 1))
      const goesOn = isSameLine(line, lineOf(end))
      const inkStart = (bodyXs[start - first] ?? 0) + (begins ? (padsBefore[start] ?? 0) : 0)
      const reach = end <= last ? (bodyXs[end - first] ?? inkEnd) : inkEnd
      const fromMpt = inkStart + (begins ? shorterMpt : 0)
      const toMpt = goesOn ? reach : inkEnd - shorterMpt
      strokes.push({
        shape: line.kind === 'title' ? 'wave' : 'straight',
        fromMpt,
        toMpt: Math.max(fromMpt, toMpt),
        riseMpt: riseMpt - Math.round((sizeMpt * DEPTH_MILLI_EM) / 1000),
        thicknessMpt: Math.round((sizeMpt * THICKNESS_MILLI_EM) / 1000),
        ink,
      })
    }
    start = end
  }
  return strokes
}
