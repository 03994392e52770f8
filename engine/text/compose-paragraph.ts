import { breakLines } from './break-lines'
import type { Measures } from './measure-line'
import type { SetParagraph } from './set-line'
import { setLines } from './set-lines'
import { shapeParagraph } from './shape-paragraph'
import type { ParagraphSetting, StyledRun } from './style'

/**
 * Sets a paragraph to lines: shapes it, breaks it by rules R1 to R10 of Chinese composition and
 * justifies its lines. A text without
 * characters has no lines; one that ends with a break does not begin another line after it.
 */
export function composeParagraph(
  runs: readonly StyledRun[],
  setting: ParagraphSetting,
  measures: Measures,
): SetParagraph {
  const shaped = shapeParagraph(runs, setting)
  return setLines(shaped, breakLines(shaped, setting, measures), setting, measures)
}
