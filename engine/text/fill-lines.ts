import { Break } from './break-rank'
import { findTabbedPlaces } from './find-tabbed-places'
import { endInHyphens } from './hyphens-in-a-row'
import { createLineScale, type LineScale } from './line-scale'
import type { Measures } from './measure-line'
import { findPlaces, findRescue, goesOn, openLine, type OpenLine } from './rescue-line'
import type { ShapedParagraph } from './shaped-paragraph'
import type { ParagraphSetting } from './style'
import { hasStops, isTab, nextTab } from './tab-stops'

/** From so much growth of its gaps, in ems, a line would rather divide a word. */
const LOOSE_EM = 0.1
/** Characters that go with a tab to the next line, so that it does not begin with leaders. */
const LEAST_BEFORE_TAB = 2

/**
 * Fills each line as far as it goes. A justified line takes in all that it can be squeezed for
 * (挤进), and ends at the last opportunity before what it cannot take, to be stretched (推出): the
 * order of CLREQ 3.5.2, and how the press sets. A word is divided only where the line would be
 * loose without it. A line that reaches a tab is natural up to its last tab, and is squeezed nowhere.
 * Every line takes at least one cluster. Returns, for each line, the index of the cluster after it.
 */
export function fillLines(
  shaped: ShapedParagraph,
  setting: ParagraphSetting,
  measures: Measures,
): readonly number[] {
  const ends: number[] = []
  const squeezesIn = setting.alignment === 'justify' && setting.shape === 'fill'
  const scale = shaped.hyphens.includes(1) ? createLineScale(shaped, Infinity) : undefined
  const isTabbed = hasStops(setting)
  let tab = isTabbed ? -1 : shaped.count
  for (let from = 0; from < shaped.count; from = ends.at(-1) ?? shaped.count) {
    if (tab < from) tab = nextTab(shaped, from)
    const line = openLine(setting, measures, from, ends.length)
    const end = endOf(line, shaped.count)
    ends.push(isTabbed && beginsWithTab(shaped, end) ? endBeforeTab(line, end) : end)
  }
  return ends

  /** Where a line ends, no further than `until`. */
  function endOf(line: OpenLine, until: number): number {
    if (tab >= until) return endOfText(line, until)
    const places = findTabbedPlaces(shaped, setting, measures, line, ends.length, tab, until)
    if (places !== undefined) {
      const { whole, hyphen, rest } = places
      const takesPart = scale !== undefined && divides(shaped, scale, rest, ends, whole, hyphen)
      const end = takesPart ? hyphen : whole
      if (end > tab) return end
    }
    return endOfText(line, tab > line.from ? tab : until)
  }

  /** Where a line ends, all of it text that is squeezed and stretched, no further than `until`. */
  function endOfText(line: OpenLine, until: number): number {
    const places = findPlaces(shaped, line, until)
    const { forced, fit, firstSqueezed, lastSqueezed, hyphen, furthest } = places
    if (forced > 0) return forced
    const squeezed = squeezesIn ? lastSqueezed : firstSqueezed
    const whole = squeezed > 0 && (fit < 0 || squeezesIn) ? squeezed : fit
    if (scale !== undefined && divides(shaped, scale, line, ends, whole, hyphen)) return hyphen
    if (whole > 0 && (whole === squeezed || goesOn(shaped, line, whole, Break.Free))) return whole
    return findRescue(shaped, line, furthest, fit)
  }

  /** Where a line ends so that the next one does not begin with the tab at `end`; there if it must. */
  function endBeforeTab(line: OpenLine, end: number): number {
    const most = end - LEAST_BEFORE_TAB
    const earlier = most > line.from ? endOf(line, most) : end
    const isFree = earlier <= most && shaped.breaks[earlier - 1] === Break.Free
    const isHyphenTooMany = shaped.hyphens[earlier - 1] === 1 && endInHyphens(shaped, ends)
    return isFree && !isHyphenTooMany && !isTab(shaped, earlier) ? earlier : end
  }
}

/** Whether what follows a place is a tab, and the author has not ended the line before it. */
function beginsWithTab(shaped: ShapedParagraph, place: number): boolean {
  const isInside = place < shaped.count && shaped.breaks[place - 1] !== Break.Forced
  return isInside && isTab(shaped, place)
}

/** Whether a line takes a part of the word after its last place, rather than end there loose. */
function divides(
  shaped: ShapedParagraph,
  scale: LineScale,
  { from, roomMpt, trimmed }: Pick<OpenLine, 'from' | 'roomMpt' | 'trimmed'>,
  ends: readonly number[],
  whole: number,
  hyphen: number,
): boolean {
  if (hyphen <= whole) return false
  if (whole < 0) return true
  if (endInHyphens(shaped, ends)) return false
  scale.begin(from, roomMpt, trimmed)
  scale.weigh(whole)
  return scale.growthEm > LOOSE_EM
}
