import { growthBetweenCharacters } from './justify-line'
import { searchLines } from './search-lines'
import type { ShapedParagraph } from './shaped-paragraph'
import type { ParagraphSetting } from './style'

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
  measureMpt: (lineIndex: number) => number,
  ends: readonly number[],
): readonly number[] | undefined {
  const wanted = ends.length + 1
  const search = searchLines(shaped, setting, measureMpt, {
    least: wanted,
    most: wanted,
    growthOf: (extent, byMpt) => growthBetweenCharacters(shaped, extent, byMpt),
    loosestEm: LOOSEST_EM,
  })
  return search(0, 0)?.ends
}
