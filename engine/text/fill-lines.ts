import { Break } from './break-rank'
import type { Measures } from './measure-line'
import { findPlaces, findRescue, goesOn, openLine } from './rescue-line'
import type { ShapedParagraph } from './shaped-paragraph'
import type { ParagraphSetting } from './style'

/**
 * Fills each line as far as it goes. A justified line takes in all that it can be squeezed for
 * (挤进), and ends at the last opportunity before what it cannot take, to be stretched (推出): the
 * order of CLREQ 3.5.2, and how the press sets. Every line takes at least one cluster. Returns,
 * for each line, the index of the cluster after it.
 */
export function fillLines(
  shaped: ShapedParagraph,
  setting: ParagraphSetting,
  measures: Measures,
): readonly number[] {
  const ends: number[] = []
  const squeezesIn = setting.alignment === 'justify' && setting.shape === 'fill'
  for (let from = 0; from < shaped.count; from = ends.at(-1) ?? shaped.count) {
    const line = openLine(setting, measures, from, ends.length)
    const { forced, fit, firstSqueezed, lastSqueezed, furthest } = findPlaces(shaped, line)
    const squeezed = squeezesIn ? lastSqueezed : firstSqueezed
    if (forced > 0) ends.push(forced)
    else if (squeezed > 0 && (fit < 0 || squeezesIn)) ends.push(squeezed)
    else if (fit > 0 && goesOn(shaped, line, fit, Break.Free)) ends.push(fit)
    else ends.push(findRescue(shaped, line, furthest, fit))
  }
  return ends
}
