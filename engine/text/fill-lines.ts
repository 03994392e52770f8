import { Break } from './break-rank'
import { fillTabbedLine, hasTabs } from './fill-tabbed-line'
import { endInHyphens } from './hyphens-in-a-row'
import { createLineScale, type LineScale } from './line-scale'
import type { Measures } from './measure-line'
import { findPlaces, findRescue, goesOn, openLine, type OpenLine } from './rescue-line'
import type { ShapedParagraph } from './shaped-paragraph'
import type { ParagraphSetting } from './style'

/** From so much growth of its gaps, in ems, a line would rather divide a word. */
const LOOSE_EM = 0.1

/**
 * Fills each line as far as it goes. A justified line takes in all that it can be squeezed for
 * (挤进), and ends at the last opportunity before what it cannot take, to be stretched (推出): the
 * order of CLREQ 3.5.2, and how the press sets. A word is divided only where the line would be
 * loose without it. Every line takes at least one cluster. Returns,
 * for each line, the index of the cluster after it.
 */
export function fillLines(
  shaped: ShapedParagraph,
  setting: ParagraphSetting,
  measures: Measures,
): readonly number[] {
  const ends: number[] = []
  const squeezesIn = setting.alignment === 'justify' && setting.shape === 'fill'
  const scale = shaped.hyphens.includes(1) ? createLineScale(shaped) : undefined
  const isTabbed = hasTabs(shaped, setting)
  for (let from = 0; from < shaped.count; from = ends.at(-1) ?? shaped.count) {
    const tabbed = isTabbed
      ? fillTabbedLine(shaped, setting, measures, from, ends.length)
      : undefined
    if (tabbed !== undefined) {
      ends.push(tabbed)
      continue
    }
    const line = openLine(setting, measures, from, ends.length)
    const { forced, fit, firstSqueezed, lastSqueezed, hyphen, furthest } = findPlaces(shaped, line)
    const squeezed = squeezesIn ? lastSqueezed : firstSqueezed
    const whole = squeezed > 0 && (fit < 0 || squeezesIn) ? squeezed : fit
    if (forced > 0) ends.push(forced)
    else if (scale !== undefined && divides(shaped, scale, line, ends, whole, hyphen)) {
      ends.push(hyphen)
    } else if (whole > 0 && (whole === squeezed || goesOn(shaped, line, whole, Break.Free))) {
      ends.push(whole)
    } else ends.push(findRescue(shaped, line, furthest, fit))
  }
  return ends
}

/** Whether a line takes a part of the word after its last place, rather than end there loose. */
function divides(
  shaped: ShapedParagraph,
  scale: LineScale,
  { from, roomMpt, trimmed }: OpenLine,
  ends: readonly number[],
  whole: number,
  hyphen: number,
): boolean {
  if (hyphen <= whole) return false
  if (whole < 0) return true
  if (endInHyphens(shaped, ends)) return false
  scale.weigh(from, whole, roomMpt, trimmed)
  return scale.growthEm > LOOSE_EM
}
