import type { Node } from 'prosemirror-model'
import { Mapping, ReplaceStep, type Step, type Transform } from 'prosemirror-transform'

/** How a text was brought up to date. */
export interface Rebased {
  /** One's own steps, as they are made on what others made of the text. */
  readonly mine: readonly Step[]
  /** From places in the text before to places in it now, those in one's own text included. */
  readonly mapping: Mapping
}

/**
 * Brings a text that holds steps of one's own up to date with steps that others made on the same
 * text meanwhile: one's own are taken back, theirs made, one's own made again where they now
 * belong, without any whose place others have deleted.
 * @param tr begins at the text with `mine`; `base` is the text before them.
 * @throws {RangeError} when `theirs` do not suit `base`.
 */
export function rebaseSteps(
  tr: Transform,
  base: Node,
  mine: readonly Step[],
  theirs: readonly Step[],
): Rebased {
  const inverses: Step[] = []
  let before = base
  for (const step of mine) {
    inverses.unshift(step.invert(before))
    before = step.apply(before).doc ?? before
  }
  const mapping = new Mapping()
  for (const step of [...inverses, ...theirs]) {
    tr.step(step)
    mapping.appendMap(step.getMap())
  }
  const kept: Step[] = []
  mine.forEach((step, index) => {
    // What a step puts in again is the same that its inverse, at this place in the list, took out.
    const inverse = mine.length - 1 - index
    const moved = step.map(mapping.slice(inverse + 1))
    if (moved === null || tr.maybeStep(moved).failed !== null) return
    mapping.appendMap(moved.getMap(), inverse)
    kept.push(moved)
  })
  return { mine: kept, mapping }
}

/** A step that makes one text of another; `undefined` where they are the same. */
export function stepBetween(from: Node, to: Node): Step | undefined {
  const start = from.content.findDiffStart(to.content)
  const end = from.content.findDiffEnd(to.content)
  if (start === null || end === null) return undefined
  // What is repeated at both ends belongs to one of them only.
  const overlap = Math.max(0, start - Math.min(end.a, end.b))
  return new ReplaceStep(start, end.a + overlap, to.slice(start, end.b + overlap))
}
