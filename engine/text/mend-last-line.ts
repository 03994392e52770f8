import { Break } from './break-rank'
import { fitLines, LOOSEST_EM } from './fit-lines'
import { isLastLineLongEnough } from './last-line'
import type { Measures } from './measure-line'
import type { FittedLines } from './search-lines'
import type { ShapedParagraph } from './shaped-paragraph'
import type { ParagraphSetting } from './style'
import { lastStoppedTab } from './tab-stops'

/** How many lines before the last one may be broken anew. */
const REACH = 3

/**
 * 孤字 (CLREQ 3.4.4; R10): where the last line has fewer Han than the setting asks for, breaks
 * the lines before it anew, so that it gets some of theirs or they take it in, by whatever
 * changes the gaps least. Lines with tabs stay as they are, and so do all where no rule-abiding way
 * is found.
 */
export function mendLastLine(
  shaped: ShapedParagraph,
  setting: ParagraphSetting,
  measures: Measures,
  ends: readonly number[],
): readonly number[] {
  const lastStart = ends.at(-2)
  if (lastStart === undefined || !shaped.isChinese) return ends
  if (isLastLineLongEnough(shaped, setting, lastStart)) return ends
  const lastTab = lastStoppedTab(shaped, setting)
  if (lastStart <= lastTab) return ends
  const lastLine = ends.length - 1
  const lines = { least: 1, most: ends.length }
  let best: FittedLines | undefined
  for (let line = lastLine - 1; line >= 0 && line >= lastLine - REACH; line--) {
    if (shaped.breaks[(ends[line] ?? 0) - 1] === Break.Forced) break
    const kept = ends.slice(0, line)
    if ((kept.at(-1) ?? 0) <= lastTab) break
    const wish = { kept, lines, loosestEm: LOOSEST_EM, isStrict: true }
    const tail = fitLines(shaped, setting, measures, wish)
    if (tail === undefined || (best !== undefined && best.cost <= tail.cost)) continue
    best = { ends: [...kept, ...tail.ends], cost: tail.cost }
  }
  return best?.ends ?? ends
}
