import type { BlockKey } from './block-key'
import type { OpenFigure } from './part'
import type { StoryChoice } from './story-parts'

/** What is open in an issue. */
export interface Choice extends StoryChoice {
  /** Lines by which a picture is taller (or, negative, shorter) than natural. */
  readonly grown: ReadonlyMap<BlockKey, number>
}

/** The issue as it comes. */
export const UNTOUCHED: Choice = { widened: new Set(), loosened: new Set(), grown: new Map() }

/** A step from one choice to another that may turn out better. */
export type Move = (choice: Choice) => Choice

/** How far all pictures are grown together, and one whose span has just changed. */
const STEPS_TOGETHER = [1, -1, 2, -2, 3, -3, 4, -4]
const STEPS_ALONE = [1, -1, 2, -2, 4, -4]
const STEPS_IN_PAIRS = [1, -1, 2, -2, 3, -3]

/** All pictures, taller or shorter by the same lines. */
export function* growTogether(figures: readonly OpenFigure[]): Generator<Move> {
  for (const step of STEPS_TOGETHER) {
    yield (choice) => ({ ...choice, grown: growAll(figures, step) })
  }
}

/** One picture, taller or shorter, or across other columns. */
export function* growOne(figures: readonly OpenFigure[]): Generator<Move> {
  for (const { key, isSpanOpen } of figures) {
    for (const step of STEPS_ALONE) yield (choice) => grow(choice, [key, step])
    if (!isSpanOpen) continue
    for (const step of [0, ...STEPS_TOGETHER]) {
      yield (choice) => ({
        ...choice,
        widened: toggle(choice.widened, key),
        grown: new Map(choice.grown).set(key, step),
      })
      yield (choice) => ({
        ...choice,
        widened: toggle(choice.widened, key),
        grown: growAll(figures, step),
      })
    }
  }
}

/** What one picture gives to the pages, another takes: for the last hole that no one fills. */
export function* growTwo(figures: readonly OpenFigure[]): Generator<Move> {
  for (const one of figures) {
    for (const other of figures) {
      if (one === other) continue
      for (const step of STEPS_IN_PAIRS) {
        yield (choice) => grow(choice, [one.key, step], [other.key, -step])
      }
    }
  }
}

/** One of the texts in a line more or, when it was loosened before, as it comes. */
export function* runOver(texts: readonly BlockKey[]): Generator<Move> {
  for (const key of texts) {
    yield (choice) => ({ ...choice, loosened: toggle(choice.loosened, key) })
  }
}

function grow(
  choice: Choice,
  ...steps: readonly (readonly [key: BlockKey, lines: number])[]
): Choice {
  const grown = new Map(choice.grown)
  for (const [key, lines] of steps) grown.set(key, (grown.get(key) ?? 0) + lines)
  return { ...choice, grown }
}

function growAll(figures: readonly OpenFigure[], lines: number): ReadonlyMap<BlockKey, number> {
  return new Map(figures.map(({ key }) => [key, lines]))
}

function toggle(set: ReadonlySet<BlockKey>, member: BlockKey): ReadonlySet<BlockKey> {
  const toggled = new Set(set)
  if (!toggled.delete(member)) toggled.add(member)
  return toggled
}
