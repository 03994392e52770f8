import type { LineExtent } from './measure-line'
import type { SetStroke } from './set-line'
import type { ShapedParagraph } from './shaped-paragraph'

/** Centre of an underline below the baseline, and its thickness, in thousandths of an em. */
const DEPTH_MILLI_EM = 180
const THICKNESS_MILLI_EM = 50

/**
 * The underlines of a line: one stroke from the first to the last body of a stretch in one style,
 * over the gaps between, however they were stretched (CLREQ 3.1.8).
 */
export function drawUnderlines(
  shaped: ShapedParagraph,
  { first, last }: LineExtent,
  bodyXs: readonly number[],
): readonly SetStroke[] {
  const { styles, styleOf, bodies } = shaped
  const strokes: SetStroke[] = []
  for (let start = first; start <= last;) {
    const style = styles[styleOf[start] ?? 0]
    let end = start + 1
    while (end <= last && styleOf[end] === styleOf[start]) end++
    if (style?.underline === true) {
      const inkEnd = (bodyXs[end - 1 - first] ?? 0) + (bodies[end - 1] ?? 0)
      const goesOn = end <= last && styles[styleOf[end] ?? 0]?.underline === true
      strokes.push({
        fromMpt: bodyXs[start - first] ?? 0,
        toMpt: goesOn ? (bodyXs[end - first] ?? inkEnd) : inkEnd,
        riseMpt: style.riseMpt - Math.round((style.sizeMpt * DEPTH_MILLI_EM) / 1000),
        thicknessMpt: Math.round((style.sizeMpt * THICKNESS_MILLI_EM) / 1000),
        ink: style.ink,
      })
    }
    start = end
  }
  return strokes
}
