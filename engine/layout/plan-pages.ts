import { areaWidthMpt } from '../document/template-page'
import type { Template } from '../document/template'
import type { Band, PlannedFrame, PlannedPage } from './band'
import type { MakeUp } from './attempt'
import { type PlacedPin, pinsOn } from './page-pins'
import { mainOf, pageOfParent } from './page-sequence'
import type { PinnedFigure } from './pinned-figure'
import { planFrame } from './plan-frame'
import type { SlotArea } from './story-frame'
import { storyOf } from './story-fit'

/** A slot as it was made up. */
export interface MadeSlot {
  readonly area: SlotArea
  readonly made: MakeUp
}

/** What pages are planned of. */
export interface MadeIssue {
  readonly main: MakeUp
  readonly slots: readonly MadeSlot[]
  /** Figures that stand on pages at places of their own. */
  readonly pins: readonly PinnedFigure[]
  readonly template: Template
  /** Ids of all stories, in reading order. */
  readonly storyIds: readonly string[]
  /** What a slot carries besides its stories, from its top left corner. */
  readonly furnitureOf: (
    slot: MadeSlot,
    frame: PlannedFrame,
    folio: number,
  ) => PlannedFrame['furniture']
}

const NO_PINS: readonly PlacedPin[] = []

/**
 * The pages of an issue, each with its main frame and, on the first page that has their parent,
 * its slots; frames stand in the order of their first stories. Lines that a frame leaves empty at
 * its foot go into the white above its heads, but in the main frame of the last page and around
 * pinned figures.
 */
export function planPages(issue: MadeIssue): readonly PlannedPage[] {
  const { main, slots, pins, template, storyIds, furnitureOf } = issue
  const { pages } = main.flow
  const count = Math.min(pages.length, template.sequence.maximumPages)
  const widthMpt = areaWidthMpt(template.page)
  const order = new Map(storyIds.map((storyId, at) => [storyId, at]))
  const placeOf = ({ placed }: PlannedFrame): number => {
    const ids = placed.map((each) => storyOf(each) ?? '')
    return Math.min(...ids.map((id) => order.get(id) ?? Infinity))
  }
  return pages.map((flowPage, index): PlannedPage => {
    const lines = mainOf(template, index, count)
    const pinned = pinsOn(pins, index, lines).map(({ pinned: figure, hole }): PlacedPin => {
      return { pinned: figure, line: hole.line }
    })
    const own = planFrame(flowPage, main, {
      ...{ firstLine: lines.firstLine, leftMpt: 0, widthMpt, slot: undefined, pinned },
      isFixed: index === pages.length - 1 || pinned.length > 0,
    })
    const inSlots = slots
      .filter(({ area }) => pageOfParent(template, area.parent, count) === index)
      .map((slot) => planSlot(slot, index + 1, furnitureOf))
    const frames = [own, ...inSlots].filter(({ placed, pinned: some }) => {
      return placed.length > 0 || some.length > 0
    })
    return { main: own, frames: frames.sort((a, b) => placeOf(a) - placeOf(b)) }
  })
}

function planSlot(
  slot: MadeSlot,
  folio: number,
  furnitureOf: MadeIssue['furnitureOf'],
): PlannedFrame {
  const { area, made } = slot
  const [page] = made.flow.pages
  if (page === undefined) throw new RangeError('A slot has one frame')
  const frame = planFrame(page, made, {
    pinned: NO_PINS,
    firstLine: area.firstLine,
    leftMpt: area.slot.left + area.insetMpt,
    widthMpt: area.frame.widthMpt,
    slot: area,
    isFixed: false,
  })
  return { ...frame, furniture: furnitureOf(slot, frame, folio) }
}

/** Stories of which a head, a picture or a block is taller than a whole frame. */
export function tooTallStories({ flow, bands }: MakeUp): ReadonlySet<string> {
  const ids = flow.pages.flatMap(({ page, firstBand }) =>
    page.tooTall.flatMap((distance): readonly string[] => {
      const band = bands[firstBand + distance]
      return band === undefined ? [] : ownersOf(band)
    }),
  )
  return new Set(ids)
}

function ownersOf(band: Band): readonly string[] {
  if (band.kind === 'page-break') return []
  return [band.kind === 'block' ? band.of.id : band.storyId]
}
