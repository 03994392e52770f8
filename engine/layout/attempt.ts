import type { Band } from './band'
import type { SetFigure } from './figure'
import type { Flow } from './flow'
import type { Frames } from './frames'
import type { IssueParts } from './issue-parts'
import type { Choice } from './make-up-moves'
import type { OpenFigure, Part, PictureHeights } from './part'

/** Pages as they would be painted, and how far they are from what a make-up editor wants. */
export interface MakeUp {
  /** What was chosen, pictures grown no further than their limits allow. */
  readonly choice: Choice
  readonly parts: readonly Part[]
  readonly bands: readonly Band[]
  readonly figures: readonly OpenFigure[]
  readonly heights: PictureHeights
  readonly flow: Flow
  readonly cost: number
}

/** Makes up parts by a choice; nothing where that comes to what was tried before. */
export type Attempt = (choice: Choice) => MakeUp | undefined

/** Attempts at parts in their frames, each other than all before. */
export function createAttempts(issue: IssueParts, frames: Frames): Attempt {
  const tried = new Set<string>()
  return (choice) => {
    const parts = issue.parts(choice)
    const figures = gather(parts, (part) => part.figures)
    const heights = new Map(
      figures.map(({ key, figure }) => [key, heightOf(figure, choice.grown.get(key) ?? 0)]),
    )
    const { widened, loosened } = choice
    const name = [[...widened].sort(), [...loosened].sort(), [...heights.values()]].join('|')
    if (tried.has(name)) return undefined
    tried.add(name)
    const shapes = gather(parts, (part) => part.shapesAt(heights))
    const flow = frames.flow(shapes)
    const grown = new Map(
      figures.map(({ key, figure }) => [key, (heights.get(key) ?? 0) - figure.natural]),
    )
    const croppedLines = [...grown.values()].reduce((sum, lines) => sum + Math.abs(lines), 0)
    const liberties = { croppedLines, widened: widened.size, loosened: loosened.size }
    const cost = frames.costOf(flow, shapes, liberties)
    return {
      ...{ choice: { ...choice, grown }, parts, figures, heights, flow, cost },
      // Of most attempts nobody asks.
      get bands() {
        return gather(parts, (part) => part.bands)
      },
    }
  }
}

/** What all parts have, in order: what `flatMap` gives, without arrays that grow. */
function gather<Item>(
  parts: readonly Part[],
  read: (part: Part) => readonly Item[],
): readonly Item[] {
  const all = new Array<Item>(parts.reduce((sum, part) => sum + read(part).length, 0))
  let at = 0
  for (const part of parts) for (const item of read(part)) all[at++] = item
  return all
}

/** Lines of a picture by a choice, within what cropping allows. */
function heightOf(figure: SetFigure, grown: number): number {
  return Math.max(figure.least, Math.min(figure.most, figure.natural + grown))
}
