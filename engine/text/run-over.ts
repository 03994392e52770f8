import { fitLines } from './fit-lines'
import type { Measures } from './measure-line'
import type { ShapedParagraph } from './shaped-paragraph'
import type { ParagraphSetting } from './style'

/** A paragraph longer than two columns brings none of them level. */
const MOST_LINES = 200

/** How far the gaps between characters may grow for it, in ems. */
const LOOSEST_EM = 0.1

/**
 * 放行: the paragraph in one line more than `ends` takes, its lines stretched evenly to push
 * enough characters down. What a make-up editor does to bring columns level. Word spaces and gaps
 * between Han and Latin grow first, as in any line (R7); `undefined` where the others would have
 * to grow by more than a tenth of an em, or the last line would come out too short (R10).
 */
export function runOver(
  shaped: ShapedParagraph,
  setting: ParagraphSetting,
  measures: Measures,
  ends: readonly number[],
): readonly number[] | undefined {
  if (ends.length === 0 || ends.length > MOST_LINES) return undefined
  const wanted = ends.length + 1
  const wish = {
    kept: [],
    lines: { least: wanted, most: wanted },
    loosestEm: LOOSEST_EM,
    isStrict: true,
  }
  return fitLines(shaped, setting, measures, wish)?.ends
}
