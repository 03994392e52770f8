import type { Template } from '../document/template'
import type { Band, FigureBand } from './band'
import type { PictureUnits } from './columns'
import { type Flow, flowBands } from './flow'
import { costOf } from './flow-cost'
import type { SetFigure } from './figure'
import { parentOf } from './page-sequence'

/** Pages as they will be painted, with what is known of how well they are filled. */
export interface MakeUp {
  readonly flow: Flow
  readonly pictureUnits: PictureUnits
  readonly cost: number
}

interface FigureChoice {
  readonly blockId: string
  readonly figure: SetFigure
}

/** How far all pictures are grown (lines, positive) or cropped together in the first round. */
const STEPS = [0, 1, -1, 2, -2, 3, -3, 4, -4, 5, 6]
const REFINEMENTS = 12

/**
 * Makes up the issue: finds heights of its pictures, in whole lines and within what cropping
 * allows, with which pages are full, columns level and the last page well used (copyfitting).
 * Tries all pictures together first, then one at a time, and keeps the cheapest; ties go to the
 * earlier try, so that the same issue gives the same pages.
 */
export function makeUp(bands: readonly Band[], template: Template): MakeUp {
  const figures = collectFigures(bands)
  const tried = new Map<string, MakeUp>()
  const attempt = (heights: ReadonlyMap<string, number>): MakeUp => {
    const key = JSON.stringify([...heights.values()])
    const known = tried.get(key)
    if (known !== undefined) return known
    const pictureUnits: PictureUnits = (blockId) => heights.get(blockId) ?? 1
    const flow = flowToLast(bands, template, pictureUnits)
    const cropped = figures.map(({ blockId, figure }) =>
      Math.abs((heights.get(blockId) ?? 0) - figure.natural),
    )
    const cost = costOf(
      flow,
      cropped.reduce((sum, lines) => sum + lines, 0),
    )
    const made = { flow, pictureUnits, cost }
    tried.set(key, made)
    return made
  }
  const heightsAt = (step: number): ReadonlyMap<string, number> =>
    new Map(
      figures.map(({ blockId, figure }) => [blockId, clampHeight(figure, figure.natural + step)]),
    )
  let heights = heightsAt(0)
  let best = attempt(heights)
  for (const step of STEPS.slice(1)) {
    const candidate = heightsAt(step)
    const made = attempt(candidate)
    if (made.cost < best.cost) [best, heights] = [made, candidate]
  }
  for (let round = 0; round < REFINEMENTS; round += 1) {
    const before = best.cost
    for (const { blockId, figure } of figures) {
      for (const delta of [1, -1, 2, -2, 4, -4]) {
        const height = clampHeight(figure, (heights.get(blockId) ?? 1) + delta)
        const candidate = new Map(heights).set(blockId, height)
        const made = attempt(candidate)
        if (made.cost < best.cost) [best, heights] = [made, candidate]
      }
    }
    if (best.cost === before) break
  }
  return best
}

function clampHeight(figure: SetFigure, units: number): number {
  return Math.max(figure.least, Math.min(figure.most, units))
}

function collectFigures(bands: readonly Band[]): readonly FigureChoice[] {
  return bands.flatMap((band): readonly FigureChoice[] => {
    if (band.kind === 'figure') return [band satisfies FigureBand]
    return band.kind === 'columns' ? band.content.floats : []
  })
}

/**
 * Flows with as many pages as it takes, the last of them on its own parent page: the number of
 * pages decides which page is the last, so it is guessed from below until it holds.
 */
function flowToLast(bands: readonly Band[], template: Template, pictureUnits: PictureUnits): Flow {
  const { maximumPages } = template.sequence
  const gridLineMpt = template.page.typeArea.leading
  const flowFor = (count: number): Flow =>
    flowBands(bands, {
      frameLines: (index) => parentOf(template, index, count).main.lines,
      maximumPages,
      gridLineMpt,
      pictureUnits,
    })
  const endless = flowFor(Number.MAX_SAFE_INTEGER)
  for (let count = Math.max(1, endless.pages.length); count <= maximumPages; count += 1) {
    const flow = flowFor(count)
    if (flow.overset === undefined && flow.pages.length <= count) return flow
  }
  return flowFor(maximumPages)
}
