import { Kind } from './character-kind'
import type { ShapedParagraph } from './shaped-paragraph'
import type { ParagraphSetting } from './style'

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
