import type { Template } from '../document/template'
import type { BlockKey } from './block-key'
import { type Hole, overlap } from './hole'
import { type MainLines, mainOf } from './page-sequence'
import { type PinnedFigure, holeOf } from './pinned-figure'

/** Why a figure cannot stand where it is pinned, and flows with the text instead. */
export type PinFault =
  | { readonly kind: 'no-page' }
  | { readonly kind: 'outside' }
  | { readonly kind: 'collides'; readonly with: BlockKey }
  /** Pinned there, it would leave another pinned figure without its page or place. */
  | { readonly kind: 'displaces'; readonly with: BlockKey }

/** A pinned figure at a line of the main frame of its page. */
export interface PlacedPin {
  readonly pinned: PinnedFigure
  readonly line: number
}

/** Whether the very same figures stand at the same lines. */
export function isSamePins(some: readonly PlacedPin[], others: readonly PlacedPin[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ pinned, line }, at) => {
      const other = others[at]
      return other?.pinned === pinned && other.line === line
    })
  )
}

/** The figures pinned on the page at an index, where they are within its main frame. */
export function pinsOn(
  pins: readonly PinnedFigure[],
  index: number,
  main: MainLines,
): readonly { readonly pinned: PinnedFigure; readonly hole: Hole }[] {
  return pins.flatMap((pinned) => {
    const hole = pinned.pin.page === index + 1 ? holeOf(pinned, main) : undefined
    return hole === undefined ? [] : [{ pinned, hole }]
  })
}

/** Names pins by all that pages are laid by. */
export function namePins(pins: readonly PinnedFigure[]): string {
  return pins
    .map(({ pin, lines, columnsOfStory, storyId }) =>
      [pin.page, pin.column, pin.columns, columnsOfStory, pin.line, lines, storyId].join(':'),
    )
    .join(' ')
}

/**
 * The pins that do not hold on so many pages: of two that collide it is the later one in reading
 * order.
 */
export function faultsOf(
  pins: readonly PinnedFigure[],
  template: Template,
  count: number,
): ReadonlyMap<BlockKey, PinFault> {
  const faults = new Map<BlockKey, PinFault>()
  const standing: { readonly page: number; readonly key: BlockKey; readonly hole: Hole }[] = []
  for (const pinned of pins) {
    const { key, pin } = pinned
    const { page } = pin
    const hole = page > count ? undefined : holeOf(pinned, mainOf(template, page - 1, count))
    const other = hole && standing.find((each) => each.page === page && overlap(each.hole, hole))
    if (page > count) faults.set(key, { kind: 'no-page' })
    else if (hole === undefined) faults.set(key, { kind: 'outside' })
    else if (other !== undefined) faults.set(key, { kind: 'collides', with: other.key })
    else standing.push({ page, key, hole })
  }
  return faults
}
