import type { BlockKey } from './block-key'
import type { BesideFigure } from './beside'
import type { LineRoom } from './line-room'
import type { Slice } from './slice'

/** The figure beside which text runs at the moment, and the rooms of the units it has still to pass. */
export interface OpenFigure {
  readonly key: BlockKey
  readonly rooms: readonly LineRoom[]
}

/** A figure that text is to run beside: it takes no height, its lines do; kept with the first. */
export function besideSlice({ items }: BesideFigure, key: BlockKey, block: number): Slice {
  return {
    units: 0,
    blankBefore: 0,
    mayBreakAfter: false,
    mustBreakAfter: false,
    block,
    key,
    endsBlock: true,
    items,
  }
}

/**
 * Text set beside a figure: no column ends before it has passed the figure's foot. What is left of
 * the figure is told for the text after it.
 */
export function passFigure(
  slices: readonly Slice[],
  figure: OpenFigure,
): { readonly slices: readonly Slice[]; readonly left: OpenFigure | undefined } {
  let passed = 0
  const kept = slices.map((slice): Slice => {
    passed += slice.blankBefore + slice.units
    return passed < figure.rooms.length ? { ...slice, mayBreakAfter: false } : slice
  })
  const left = figure.rooms.slice(passed)
  return { slices: kept, left: left.length === 0 ? undefined : { ...figure, rooms: left } }
}

/** Blank units down to the foot of a figure that the text beside it does not reach. */
export function fillToFoot({ key, rooms }: OpenFigure, after: Slice): readonly Slice[] {
  const blank: Slice = {
    units: rooms.length,
    blankBefore: 0,
    mayBreakAfter: true,
    mustBreakAfter: false,
    block: after.block,
    key,
    endsBlock: true,
    items: [],
  }
  return [{ ...after, mayBreakAfter: false }, blank]
}
