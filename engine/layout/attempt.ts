import type { Template } from '../document/template'
import type { Band, PlannedPage } from './band'
import type { BlockKey } from './block-key'
import { type ColumnLayer, createColumnLayer } from './column-layer'
import type { PictureUnits } from './columns'
import type { SetFigure } from './figure'
import { type Flow, flowBands } from './flow'
import { costOf } from './flow-cost'
import type { BandMaker } from './issue-bands'
import { type Choice, figuresOf } from './make-up-moves'
import { parentOf } from './page-sequence'

/** Pages as they would be painted, and how far they are from what a make-up editor wants. */
export interface MakeUp {
  readonly bands: readonly Band[]
  readonly flow: Flow
  readonly pictureUnits: PictureUnits
  /** Lines by which each picture is in fact taller than natural, its limits respected. */
  readonly grown: ReadonlyMap<BlockKey, number>
  readonly cost: number
}

/** Makes up an issue by a choice; each result is made once although a search comes back to it. */
export function rememberAttempts(
  makeBands: BandMaker,
  template: Template,
): (choice: Choice) => MakeUp {
  const made = new Map<string, MakeUp>()
  const layer = createColumnLayer()
  return (choice) => {
    const { widened, loosened, grown } = choice
    const bands = makeBands(choice)
    const figures = figuresOf(bands)
    const heights = new Map(
      figures.map(({ key, figure }) => [key, heightOf(figure, grown.get(key) ?? 0)]),
    )
    const name = [[...widened].sort(), [...loosened].sort(), [...heights.values()]].join('|')
    const known = made.get(name)
    if (known !== undefined) return known
    const pictureUnits: PictureUnits = (key) => heights.get(key) ?? 1
    const flow = flowToLast(bands, template, pictureUnits, layer)
    const actual = new Map(
      figures.map(({ key, figure }) => [key, pictureUnits(key) - figure.natural]),
    )
    const croppedLines = [...actual.values()].reduce((sum, lines) => sum + Math.abs(lines), 0)
    const cost = costOf(flow, { croppedLines, widened: widened.size, loosened: loosened.size })
    const result = { bands, flow, pictureUnits, grown: actual, cost }
    made.set(name, result)
    return result
  }
}

function heightOf(figure: SetFigure, grown: number): number {
  return Math.max(figure.least, Math.min(figure.most, figure.natural + grown))
}

/**
 * Flows with as many pages as it takes, the last of them on its own parent page: the number of
 * pages decides which page is the last, so it is guessed from below until it holds. Where the text
 * ends on a page that is one too many with the frame of a last page and one too few without, a
 * page with its furniture alone comes after it.
 */
function flowToLast(
  bands: readonly Band[],
  template: Template,
  pictureUnits: PictureUnits,
  layer: ColumnLayer,
): Flow {
  const { maximumPages } = template.sequence
  const gridLineMpt = template.page.typeArea.leading
  const flowFor = (count: number): Flow =>
    flowBands(bands, {
      frameLines: (index) => parentOf(template, index, count).main.lines,
      maximumPages,
      gridLineMpt,
      pictureUnits,
      layer,
    })
  const endless = flowFor(Number.MAX_SAFE_INTEGER)
  for (let count = Math.max(1, endless.pages.length); count <= maximumPages; count += 1) {
    const flow = flowFor(count)
    if (flow.overset !== undefined || flow.pages.length > count) continue
    const { lines } = parentOf(template, count - 1, count).main
    const blank = Array.from({ length: count - flow.pages.length }, () => emptyPage(lines))
    return { ...flow, pages: [...flow.pages, ...blank] }
  }
  return flowFor(maximumPages)
}

function emptyPage(lines: number): PlannedPage {
  return { placed: [], lines, usedLines: 0 }
}
