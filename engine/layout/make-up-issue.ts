import type { Template } from '../document/template'
import type { MakeUp } from './attempt'
import type { BlockKey } from './block-key'
import { mainFrames, slotFrames } from './frames'
import { holdPins } from './hold-pins'
import type { IssueMemory } from './issue-memory'
import type { SetIssue } from './issue-parts'
import type { JumpPage } from './jump-lines'
import { folioAfterJump, jumpOf, restsOf } from './jumps'
import { UNTOUCHED } from './make-up-moves'
import type { PinFault } from './page-pins'
import { leastPagesFor, pageOfParent } from './page-sequence'
import type { PinnedFigure } from './pinned-figure'
import type { MadeSlot } from './plan-pages'
import { settle } from './settle'
import type { Rest } from './story-places'

/** An issue made up: its slots, and what flows through the main frames of its pages. */
export interface MadeUpIssue extends MadeUpMain {
  readonly slots: readonly MadeSlot[]
  /** Stories that name another page than the one they jump from. */
  readonly unsettled: readonly string[]
}

interface MadeUpMain {
  readonly main: MakeUp
  /** The figures that stand where they are pinned, and why others do not. */
  readonly pins: readonly PinnedFigure[]
  readonly pinFaults: ReadonlyMap<BlockKey, PinFault>
}

/**
 * Makes up each slot, then the main frames with what the slots leave. A line that names a page
 * takes as much room whatever its number, so no page moves when a number does: where a page turns
 * out to be another than was thought, or the very page itself, a second pass has them all right.
 * That is looked after: passes go on until it is so, and five at most.
 */
export function makeUpIssue(
  set: SetIssue,
  template: Template,
  { makeUp, layer }: Pick<IssueMemory, 'makeUp' | 'layer'>,
): MadeUpIssue {
  const { maximumPages } = template.sequence
  const slots = set.slots.map(({ area, parts }): MadeSlot => {
    return { area, made: makeUp(parts, slotFrames(area, layer)) }
  })
  const leastPages = leastPagesFor(
    template,
    slots.map(({ area }) => area.parent),
  )
  const countOf = ({ flow }: MakeUp): number => Math.min(flow.pages.length, maximumPages)
  const makeMain = (pages: readonly JumpPage[]): MadeUpMain => {
    const rests = slots.flatMap((slot, at): readonly [string, Rest][] => [
      ...restsOf(slot, pages[at] ?? 1),
    ])
    const { made, pinFaults } = holdPins((unpinned) => {
      const parts = set.main(new Map(rests), unpinned)
      const pins = parts.parts(UNTOUCHED).flatMap(({ pinned }) => pinned)
      const main = makeUp(parts, mainFrames(template, layer, leastPages, pins))
      return { main, pins, count: countOf(main) }
    }, template)
    return { main: made.main, pins: made.pins, pinFaults }
  }
  const foliosAmong = (count: number): readonly number[] =>
    slots.map(({ area }) => (pageOfParent(template, area.parent, count) ?? 0) + 1)
  const pagesOf = ({ main }: MadeUpMain): readonly JumpPage[] => {
    const folios = foliosAmong(countOf(main))
    return slots.map(({ made }, at): JumpPage => {
      const folio = folios[at] ?? 1
      const landing = folioAfterJump(jumpOf(made)?.storyId ?? '', main, maximumPages)
      return landing === folio ? 'same' : folio
    })
  }
  const isSame = (some: readonly JumpPage[], others: readonly JumpPage[]): boolean =>
    some.every((page, at) => page === others[at])
  const { made, isSettled } = settle(foliosAmong(leastPages), makeMain, pagesOf, isSame)
  const jumping = slots.flatMap((slot) => jumpOf(slot.made)?.storyId ?? [])
  return { ...made, slots, unsettled: isSettled ? [] : jumping }
}
