import type { Template } from '../document/template'
import type { MakeUp } from './attempt'
import { mainFrames, slotFrames } from './frames'
import type { IssueMemory } from './issue-memory'
import type { Rest, SetIssue } from './issue-parts'
import { restsOf } from './jumps'
import { leastPagesFor, pageOfParent } from './page-sequence'
import type { MadeSlot } from './plan-pages'

/** An issue made up: its slots, and what flows through the main frames of its pages. */
export interface MadeUpIssue {
  readonly main: MakeUp
  readonly slots: readonly MadeSlot[]
}

/**
 * Makes up each slot, then the main frames with what the slots leave. A line that names a page
 * takes as much room whatever its number, so no page moves when a number does: where the number of
 * pages turns out other than was thought, a second pass has all numbers right.
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
  const foliosAmong = (count: number): readonly number[] =>
    slots.map(({ area }) => (pageOfParent(template, area.parent, count) ?? 0) + 1)
  const makeMain = (folios: readonly number[]): MakeUp => {
    const rests = slots.flatMap((slot, at): readonly [string, Rest][] => [
      ...restsOf(slot, folios[at] ?? 1),
    ])
    return makeUp(set.main(new Map(rests)), mainFrames(template, layer, leastPages))
  }
  const guessed = foliosAmong(leastPages)
  const main = makeMain(guessed)
  const folios = foliosAmong(Math.min(main.flow.pages.length, maximumPages))
  const isRight = folios.every((folio, at) => folio === guessed[at])
  return { main: isRight ? main : makeMain(folios), slots }
}
