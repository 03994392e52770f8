import type { Template } from '../document/template'
import type { MakeUp } from './attempt'
import { mainFrames, slotFrames } from './frames'
import type { IssueMemory } from './issue-memory'
import type { SetIssue } from './issue-parts'
import type { JumpPage } from './jump-lines'
import { folioAfterJump, jumpOf, restsOf } from './jumps'
import { leastPagesFor, pageOfParent } from './page-sequence'
import type { MadeSlot } from './plan-pages'
import type { Rest } from './story-places'

/** An issue made up: its slots, and what flows through the main frames of its pages. */
export interface MadeUpIssue {
  readonly main: MakeUp
  readonly slots: readonly MadeSlot[]
}

/**
 * Makes up each slot, then the main frames with what the slots leave. A line that names a page
 * takes as much room whatever its number, so no page moves when a number does: where a page turns
 * out to be another than was thought, or the very page itself, a second pass has them all right.
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
  const makeMain = (pages: readonly JumpPage[]): MakeUp => {
    const rests = slots.flatMap((slot, at): readonly [string, Rest][] => [
      ...restsOf(slot, pages[at] ?? 1),
    ])
    return makeUp(set.main(new Map(rests)), mainFrames(template, layer, leastPages))
  }
  const foliosAmong = (count: number): readonly number[] =>
    slots.map(({ area }) => (pageOfParent(template, area.parent, count) ?? 0) + 1)
  const guessed = foliosAmong(leastPages)
  const main = makeMain(guessed)
  const folios = foliosAmong(Math.min(main.flow.pages.length, maximumPages))
  const pages = slots.map(({ made }, at): JumpPage => {
    const folio = folios[at] ?? 1
    const landing = folioAfterJump(jumpOf(made)?.storyId ?? '', main, maximumPages)
    return landing === folio ? 'same' : folio
  })
  const isRight = pages.every((page, at) => page === guessed[at])
  return { main: isRight ? main : makeMain(pages), slots }
}
