import type { Template } from '../document/template'
import type { Band, PlannedPage } from './band'
import type { BlockKey } from './block-key'
import { type ColumnLayer, createColumnLayer } from './column-layer'
import type { PictureUnits } from './columns'
import type { SetFigure } from './figure'
import { type Flow, flowBands } from './flow'
import { costOf } from './flow-cost'
import type { BandMaker } from './issue-bands'
import { type Choice, type OpenFigure, UNTOUCHED, figuresOf } from './make-up-moves'
import { parentOf } from './page-sequence'

/** Pages as they would be painted, and how far they are from what a make-up editor wants. */
export interface MakeUp {
  readonly flow: Flow
  readonly pictureUnits: PictureUnits
  readonly figures: readonly OpenFigure[]
  /** Lines by which each picture is in fact taller than natural, its limits respected. */
  readonly grown: ReadonlyMap<BlockKey, number>
  readonly cost: number
}

/** The ways of making up an issue that a search goes through. */
export interface Attempts {
  /** The issue as it comes. */
  readonly first: MakeUp
  /** By another choice; nothing where that comes to what was tried before. */
  readonly next: (choice: Choice) => MakeUp | undefined
}

export function createAttempts(makeBands: BandMaker, template: Template): Attempts {
  const tried = new Set<string>()
  const layer = createColumnLayer()
  const make = (choice: Choice, bands: readonly Band[], heights: Heights): MakeUp => {
    const figures = figuresOf(bands)
    const pictureUnits: PictureUnits = (key) => heights.get(key) ?? 1
    const flow = flowToLast(bands, template, pictureUnits, layer)
    const grown = new Map(
      figures.map(({ key, figure }) => [key, pictureUnits(key) - figure.natural]),
    )
    const croppedLines = [...grown.values()].reduce((sum, lines) => sum + Math.abs(lines), 0)
    const { widened, loosened } = choice
    const liberties = { croppedLines, widened: widened.size, loosened: loosened.size }
    const cost = costOf(flow, template.sequence.maximumPages, liberties)
    return { flow, pictureUnits, figures, grown, cost }
  }
  const next = (choice: Choice): MakeUp | undefined => {
    const bands = makeBands(choice)
    const heights = heightsOf(bands, choice)
    const { widened, loosened } = choice
    const name = [[...widened].sort(), [...loosened].sort(), [...heights.values()]].join('|')
    if (tried.has(name)) return undefined
    tried.add(name)
    return make(choice, bands, heights)
  }
  const bands = makeBands(UNTOUCHED)
  return { first: make(UNTOUCHED, bands, heightsOf(bands, UNTOUCHED)), next }
}

type Heights = ReadonlyMap<BlockKey, number>

/** Lines of each picture by a choice, within what cropping allows. */
function heightsOf(bands: readonly Band[], { grown }: Choice): Heights {
  return new Map(
    figuresOf(bands).map(({ key, figure }) => [key, heightOf(figure, grown.get(key) ?? 0)]),
  )
}

function heightOf(figure: SetFigure, grown: number): number {
  return Math.max(figure.least, Math.min(figure.most, figure.natural + grown))
}

/**
 * Flows with the last page on its own parent page. The number of pages decides which page is the
 * last: it is what the text takes when no page is the last, or one more. Where the text ends on a
 * page that is one too many with the frame of a last page and one too few without, a page with
 * its furniture alone comes after it. A text that takes more pages than the template allows goes
 * on behind the last of them, where it is overset.
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
      gridLineMpt,
      pictureUnits,
      layer,
    })
  const endless = flowFor(Number.MAX_SAFE_INTEGER)
  const least = Math.max(1, endless.pages.length)
  for (let count = least; count <= Math.min(least + 1, maximumPages); count += 1) {
    const flow = flowFor(count)
    if (flow.pages.length > count) continue
    const { lines } = parentOf(template, count - 1, count).main
    const blank = Array.from({ length: count - flow.pages.length }, () => emptyPage(lines))
    return { ...flow, pages: [...flow.pages, ...blank] }
  }
  return flowFor(maximumPages)
}

function emptyPage(lines: number): PlannedPage {
  return { placed: [], lines, usedLines: 0 }
}
