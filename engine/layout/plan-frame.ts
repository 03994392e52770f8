import type { MakeUp } from './attempt'
import type { PlacedBand, PlannedFrame } from './band'
import type { FlowPage } from './flow'
import type { LaidPage } from './lay-page'
import { isSamePins } from './page-pins'
import { spreadSlack } from './spread-slack'

/** Where a frame stands; see `PlannedFrame`. */
export interface FramePlace extends Pick<
  PlannedFrame,
  'firstLine' | 'leftMpt' | 'widthMpt' | 'slot' | 'pinned'
> {
  /** Whether what is empty at its foot stays there: on the last page, and around pinned figures. */
  readonly isFixed: boolean
}

interface KnownFrame {
  readonly place: FramePlace
  readonly bands: readonly PlacedBand[]
  readonly planned: PlannedFrame
}

const NOTHING: PlannedFrame['furniture'] = []

/** Pages are laid once and met again: where their bands are the same, so is the frame. */
const known = new WeakMap<LaidPage, KnownFrame>()

/** A frame with the bands that a page of a flow has, and nothing else in it yet. */
export function planFrame(flowPage: FlowPage, made: MakeUp, place: FramePlace): PlannedFrame {
  const { page } = flowPage
  const before = known.get(page)
  if (before !== undefined && isSamePlace(before.place, place) && isMadeOf(before, flowPage, made))
    return before.planned
  const bands = placedBands(flowPage, made)
  const { isFixed, ...where } = place
  const { lines, usedLines } = page
  const laid = { placed: bands, lines, usedLines, ...where, furniture: NOTHING }
  const planned = isFixed ? laid : spreadSlack(laid)
  known.set(page, { place, bands, planned })
  return planned
}

function isSamePlace(one: FramePlace, other: FramePlace): boolean {
  return (
    one.firstLine === other.firstLine &&
    one.leftMpt === other.leftMpt &&
    one.widthMpt === other.widthMpt &&
    one.slot === other.slot &&
    one.isFixed === other.isFixed &&
    isSamePins(one.pinned, other.pinned)
  )
}

function isMadeOf(
  { bands: before }: KnownFrame,
  { page, firstBand }: FlowPage,
  { bands, heights }: MakeUp,
): boolean {
  return page.placed.every(({ band: distance }, at) => {
    const placed = before[at]
    if (placed === undefined || placed.band !== bands[firstBand + distance]) return false
    if (!('pictureUnits' in placed)) return true
    const { key, figure } = placed.band
    return placed.pictureUnits === (heights.get(key) ?? figure.natural)
  })
}

function placedBands(
  { page, firstBand }: FlowPage,
  { bands, heights }: MakeUp,
): readonly PlacedBand[] {
  return page.placed.flatMap(({ band: distance, line, lines, fills = [] }): PlacedBand[] => {
    const band = bands[firstBand + distance]
    switch (band?.kind) {
      case 'block':
        return [{ band, line, lines }]
      case 'figure':
        return [{ band, line, lines, pictureUnits: heights.get(band.key) ?? band.figure.natural }]
      case 'columns':
        return [{ band, line, lines, fills }]
      default:
        return []
    }
  })
}
