import { Break } from './break-rank'
import { isLineStartTrimmed, measureLine, type Measures, roomOfLine } from './measure-line'
import type { ShapedParagraph } from './shaped-paragraph'
import type { ParagraphSetting } from './style'
import { hasStops, isTab, layTabs } from './tab-stops'

/** Whether a paragraph has a tab that goes to a stop: its lines are then filled one by one. */
export function hasTabs(shaped: ShapedParagraph, setting: ParagraphSetting): boolean {
  return hasStops(setting) && shaped.text.includes('\t')
}

/** Characters that go with a tab to the next line, so that it does not begin with leaders. */
const LEAST_BEFORE_TAB = 2

/**
 * Where the line ends that begins at `from`, in a stretch with a tab: at the furthest place that it
 * reaches with all gaps natural, or before that where the next line would begin with a tab. `undefined` where there is no tab before the author ends the line,
 * or no place that it reaches: the line is then one as any other.
 */
export function fillTabbedLine(
  shaped: ShapedParagraph,
  setting: ParagraphSetting,
  measures: Measures,
  from: number,
  lineIndex: number,
): number | undefined {
  const { breaks, count } = shaped
  const roomMpt = roomOfLine(setting, measures, lineIndex)
  const edgeMpt = roomMpt + (lineIndex === 0 ? setting.indentMpt : 0)
  const trimmed = isLineStartTrimmed(setting, lineIndex)
  let hasTab = false
  for (let at = from; at < count && !hasTab; at++) {
    hasTab = isTab(shaped, at)
    if (breaks[at] === Break.Forced) break
  }
  if (!hasTab) return undefined
  const places: number[] = []
  for (let to = from + 1; to <= count; to++) {
    const rank = breaks[to - 1] ?? Break.Never
    if (rank < Break.Free) continue
    const laid = layTabs(shaped, setting, measures, [from, to, lineIndex])
    const fits =
      laid === undefined
        ? measureLine(shaped, from, to, trimmed).naturalMpt <= roomMpt
        : laid.endMpt <= edgeMpt
    if (!fits) break
    places.push(to)
    if (rank === Break.Forced) break
  }
  const end = places.at(-1)
  if (end === undefined || end >= count || !isTab(shaped, end)) return end
  return places.findLast((place) => place <= end - LEAST_BEFORE_TAB) ?? end
}
