import { IS_VOID } from './character-kind'
import { isLineStartTrimmed, measureAt, measureLine, type Measures } from './measure-line'
import { partAtEnd, partAtStart } from './reshape-word'
import type { ShapedParagraph } from './shaped-paragraph'
import type { ParagraphSetting, TabStop } from './style'

const TAB = 0x09

/** A tab of a line, from what stands before it to what it brings to its stop. */
export interface LaidTab {
  /** Index of its cluster. */
  readonly at: number
  readonly fromMpt: number
  readonly toMpt: number
  /** None where the tab is beyond all stops: it is a blank of an em then. */
  readonly stop: TabStop | undefined
  /** What is added to the natural gap after it. */
  readonly shiftMpt: number
}

/** A line with its tabs; lengths from the left edge of the measure. */
export interface LaidTabs {
  readonly tabs: readonly LaidTab[]
  readonly endMpt: number
}

/** Whether a cluster is a tab. */
export function isTab({ text, offsets }: ShapedParagraph, at: number): boolean {
  return text.charCodeAt(offsets[at] ?? 0) === TAB
}

/** Whether a style sets its tabs to stops; headlines that are balanced do not. */
export function hasStops({ tabs = [], shape }: Pick<ParagraphSetting, 'tabs' | 'shape'>): boolean {
  return tabs.length > 0 && shape === 'fill'
}

/** The first tab of a paragraph from a cluster on, or its count of clusters. */
export function nextTab(shaped: ShapedParagraph, from: number): number {
  let at = from
  while (at < shaped.count && !isTab(shaped, at)) at++
  return at
}

/** The last tab of a paragraph that goes to a stop, or −1. */
export function lastStoppedTab(shaped: ShapedParagraph, setting: ParagraphSetting): number {
  if (!hasStops(setting)) return -1
  let at = shaped.count - 1
  while (at >= 0 && !isTab(shaped, at)) at--
  return at
}

/**
 * Lays the tabs of the line `from`…`to`: each goes to the first stop beyond what stands before it,
 * where the text up to the next tab begins, ends or has its middle. Text that is too long for it
 * stands a quarter of an em away. All other gaps are natural. `undefined` where the line has none.
 */
export function layTabs(
  shaped: ShapedParagraph,
  setting: ParagraphSetting,
  measures: Measures,
  [from, to, lineIndex]: readonly [from: number, to: number, lineIndex: number],
): LaidTabs | undefined {
  if (!hasStops(setting)) return undefined
  const { positions, bodies, styles, styleOf } = shaped
  const extent = measureLine(shaped, from, to, isLineStartTrimmed(setting, lineIndex))
  const { first, last, leadMpt } = extent
  const measureMpt = measureAt(measures, lineIndex)
  const indentMpt = lineIndex === 0 ? setting.indentMpt : 0
  const headMpt = partAtStart(shaped, from, to)?.gainMpt ?? 0
  const tailMpt = partAtEnd(shaped, from, to)?.gainMpt ?? 0
  const originMpt = indentMpt + leadMpt + headMpt - (positions[first] ?? 0)
  const tabs: LaidTab[] = []
  let shiftMpt = 0
  for (let at = first; at <= last; at++) {
    if (!isTab(shaped, at)) continue
    const emMpt = styles[styleOf[at] ?? 0]?.sizeMpt ?? 0
    const fromMpt = originMpt + (positions[at] ?? 0) + shiftMpt
    const naturalMpt = originMpt + (positions[at + 1] ?? 0) + shiftMpt
    const widthMpt = widthAfter(shaped, at, last, tailMpt)
    const stop = setting.tabs?.find((each) => placeOf(each, measureMpt) > fromMpt)
    const wantedMpt = stop === undefined ? naturalMpt : startAt(stop, measureMpt, widthMpt)
    const toMpt = stop === undefined ? naturalMpt : Math.max(wantedMpt, fromMpt + (emMpt >> 2))
    tabs.push({ at, fromMpt, toMpt, stop, shiftMpt: toMpt - naturalMpt })
    shiftMpt += toMpt - naturalMpt
  }
  if (tabs.length === 0) return undefined
  const endMpt = originMpt + (positions[last] ?? 0) + (bodies[last] ?? 0) + tailMpt + shiftMpt
  return { tabs, endMpt }
}

function placeOf({ atMpt }: TabStop, measureMpt: number): number {
  return atMpt === 'end' ? measureMpt : Math.min(atMpt, measureMpt)
}

/** Where a text begins that a stop brings to its place. */
function startAt(stop: TabStop, measureMpt: number, widthMpt: number): number {
  const place = placeOf(stop, measureMpt)
  if (stop.align === 'right') return place - widthMpt
  return stop.align === 'center' ? place - (widthMpt >> 1) : place
}

/**
 * How wide the text is between a tab and the next one, or the line's end, where shaping a word
 * anew adds `tailMpt`.
 */
function widthAfter(shaped: ShapedParagraph, tab: number, last: number, tailMpt: number): number {
  const { kinds, positions, bodies } = shaped
  let end = tab
  let at = tab + 1
  for (; at <= last && !isTab(shaped, at); at++) {
    if (IS_VOID[kinds[at] ?? 0] === 0) end = at
  }
  if (end === tab) return 0
  const widthMpt = (positions[end] ?? 0) + (bodies[end] ?? 0) - (positions[tab + 1] ?? 0)
  return at > last ? widthMpt + tailMpt : widthMpt
}
