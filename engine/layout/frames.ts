import type { Template } from '../document/template'
import { type Flow, flowToLast } from './flow'
import { type Liberties, costOf, costOfSlot } from './flow-cost'
import { laySlot } from './lay-slot'
import type { PageLayer } from './page-layer'
import { namePins } from './page-pins'
import type { PinnedFigure } from './pinned-figure'
import type { BandShape } from './shape'
import type { SlotArea } from './story-frame'

/** Frames that parts of an issue are made up in: the main frames of its pages, or one slot. */
export interface Frames {
  /** Tells them from all other frames of the template. */
  readonly name: string
  /** Names what is left out of them, where figures are pinned. */
  readonly holes: string
  /** Lays shapes in them. */
  flow(bands: readonly BandShape[]): Flow
  /** What is wrong with that, summed. */
  costOf(flow: Flow, bands: readonly BandShape[], liberties: Liberties): number
}

/**
 * The main frames of as many pages as the text takes, and of no fewer than there must be, less what
 * pinned figures take of them.
 */
export function mainFrames(
  template: Template,
  layer: PageLayer,
  leastPages: number,
  pins: readonly PinnedFigure[] = [],
): Frames {
  const { maximumPages } = template.sequence
  return {
    name: `main ${String(leastPages)}`,
    holes: namePins(pins),
    flow: (bands) => flowToLast(bands, template, layer, leastPages, pins),
    costOf: (flow, bands, liberties) => costOf(flow, bands, maximumPages, liberties),
  }
}

/** The one frame of a slot. */
export function slotFrames({ name, lines }: SlotArea, layer: PageLayer): Frames {
  return {
    name: `slot ${name}`,
    holes: '',
    flow: (bands) => ({ pages: [{ page: laySlot(bands, lines, layer), firstBand: 0 }] }),
    costOf: costOfSlot,
  }
}
