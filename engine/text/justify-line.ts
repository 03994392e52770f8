import { cutIntegers } from './cut-arrays'
import type { LineExtent } from './measure-line'
import { type ShapedParagraph, Squeeze, Stretch } from './shaped-paragraph'

/** The gaps of a line as they are set; index 0 is the gap after the line's first cluster. */
export interface JustifiedGaps {
  readonly widthsMpt: Int32Array
  /** How much narrower (negative) or wider the line is than with its natural gaps. */
  readonly adjustedMpt: number
}

const SQUEEZE_STAGES = [
  ...[Squeeze.WordSpace, Squeeze.WideDot, Squeeze.Bracket, Squeeze.Pause],
  ...[Squeeze.HanLatin, Squeeze.Letter, Squeeze.End],
]
const STRETCH_STAGES = [Stretch.WordSpace, Stretch.HanLatin, Stretch.Letter, Stretch.Other]
/** What grows beyond its limit where a line has nothing else; letters never do. */
const RESORT_STAGES = [Stretch.WordSpace, Stretch.HanLatin, Stretch.Other]

/**
 * Squeezes or stretches the gaps of a line to bring it from its natural width by `byMpt`
 * (CLREQ 3.5.3 and 3.5.4; R7): each stage is used up before the next, the gaps of a stage share
 * equally, and what does not divide goes one unit each from the left, so that sums are exact. A
 * line that no stage can fill, as one with word spaces alone, stretches those past their limit.
 */
export function justifyGaps(
  shaped: ShapedParagraph,
  { first, end }: Pick<LineExtent, 'first' | 'end'>,
  byMpt: number,
): JustifiedGaps {
  const { naturals, minima, maxima, squeezeStages, stretchStages } = shaped.gaps
  const widthsMpt = copyGaps(naturals, first, Math.max(first, end))
  let left = Math.abs(byMpt)
  if (byMpt < 0) {
    for (const stage of SQUEEZE_STAGES) {
      if (left === 0) break
      const members = membersOf(squeezeStages, stage, first, end)
      left = share(widthsMpt, members, left, -1, (gap) => {
        return (widthsMpt[gap] ?? 0) - (minima[first + gap] ?? 0)
      })
    }
  } else if (byMpt > 0) {
    for (const stage of STRETCH_STAGES) {
      if (left === 0) break
      const members = membersOf(stretchStages, stage, first, end)
      left = share(widthsMpt, members, left, 1, (gap) => {
        return (maxima[first + gap] ?? 0) - (widthsMpt[gap] ?? 0)
      })
    }
    if (left > 0) {
      const members = RESORT_STAGES.flatMap((stage) => membersOf(stretchStages, stage, first, end))
      left = share(
        widthsMpt,
        members.sort((one, other) => one - other),
        left,
        1,
        () => Infinity,
      )
    }
  }
  return { widthsMpt, adjustedMpt: byMpt < 0 ? byMpt + left : byMpt - left }
}

function membersOf(stages: Uint8Array, stage: number, first: number, last: number): number[] {
  const members: number[] = []
  for (let at = first; at < last; at++) if (stages[at] === stage) members.push(at - first)
  return members
}

/** Shares an amount among gaps, none taking more than its room; returns what is left of it. */
function share(
  widthsMpt: Int32Array,
  members: readonly number[],
  amountMpt: number,
  sign: 1 | -1,
  roomOf: (gap: number) => number,
): number {
  let left = amountMpt
  let open = members.filter((gap) => roomOf(gap) > 0)
  while (left > 0 && open.length > 0) {
    const part = Math.floor(left / open.length)
    let odd = left - part * open.length
    for (const gap of open) {
      const wanted = part + (odd > 0 ? 1 : 0)
      if (odd > 0) odd--
      const taken = Math.min(wanted, roomOf(gap))
      widthsMpt[gap] = (widthsMpt[gap] ?? 0) + sign * taken
      left -= taken
    }
    if (left > 0) open = open.filter((gap) => roomOf(gap) > 0)
  }
  return left
}

function copyGaps(gaps: Int32Array, first: number, end: number): Int32Array {
  const copy = cutIntegers(end - first)
  for (let at = first; at < end; at++) copy[at - first] = gaps[at] ?? 0
  return copy
}
