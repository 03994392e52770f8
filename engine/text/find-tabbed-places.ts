import { Break } from './break-rank'
import { measureLine, type Measures } from './measure-line'
import type { OpenLine } from './rescue-line'
import type { ShapedParagraph } from './shaped-paragraph'
import type { ParagraphSetting } from './style'
import { layTabs } from './tab-stops'

/** Where a line could end that takes in a tab, all its gaps being natural; −1 where it cannot. */
export interface TabbedPlaces {
  /** The furthest place that divides no word, which is before the tab where there is none after. */
  readonly whole: number
  /** The furthest place within an English word that may be divided. */
  readonly hyphen: number
  /** What is filled of the line that ends at `whole`: all of it, or what follows its last tab. */
  readonly rest: Pick<OpenLine, 'from' | 'roomMpt' | 'trimmed'>
}

/**
 * The places of a line behind `tab`, the first tab that could stand on it, up to `until`.
 * `undefined` where the line does not reach that tab, or nothing of what follows it: the line is
 * then one as any other.
 */
export function findTabbedPlaces(
  shaped: ShapedParagraph,
  setting: ParagraphSetting,
  measures: Measures,
  line: OpenLine,
  lineIndex: number,
  tab: number,
  until: number,
): TabbedPlaces | undefined {
  const { breaks, hyphens, reshapes } = shaped
  const { from, roomMpt, trimmed } = line
  if (measureLine(shaped, from, tab, trimmed).naturalMpt > roomMpt) return undefined
  if (breaks.subarray(from, tab).includes(Break.Forced)) return undefined
  const edgeMpt = roomMpt + (lineIndex === 0 ? setting.indentMpt : 0)
  let whole = tab > from ? tab : -1
  let hyphen = -1
  let rest: TabbedPlaces['rest'] = line
  for (let to = tab + 1; to <= until; to++) {
    const rank = breaks[to - 1] ?? Break.Never
    if (rank < Break.Free) continue
    const laid = layTabs(shaped, setting, measures, [from, to, lineIndex])
    const fits =
      laid === undefined
        ? measureLine(shaped, from, to, trimmed).naturalMpt <= roomMpt
        : laid.endMpt <= edgeMpt
    if (!fits) {
      // A hyphen may be wider than the end of its word.
      if (reshapes[to - 1] === 1) continue
      break
    }
    if (hyphens[to - 1] === 1) {
      hyphen = to
      continue
    }
    whole = to
    const last = laid?.tabs.at(-1)
    if (last !== undefined) {
      rest = { from: last.at + 1, roomMpt: edgeMpt - last.toMpt, trimmed: true }
    }
    if (rank === Break.Forced) break
  }
  return Math.max(whole, hyphen) > tab ? { whole, hyphen, rest } : undefined
}
