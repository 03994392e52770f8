import type { BlockBand, ColumnsBand, FigureBand, PlacedBand, PlannedPage } from './band'
import { figureUnits } from './figure'
import type { ColumnFill } from './column-content'

/** Pages being stacked from the top: bands go onto the page at hand until it is turned. */
export interface PageStack {
  readonly pages: readonly PlannedPage[]
  /** Lines left on the page at hand. */
  room(): number
  isEmpty(): boolean
  placeBlock(band: BlockBand): void
  placeFigure(band: FigureBand, pictureUnits: number): void
  placeColumns(band: ColumnsBand, fills: readonly ColumnFill[], lines: number): void
  turn(): void
}

/** An empty stack of pages whose main frames have as many lines as `frameLines` says. */
export function createPageStack(frameLines: (pageIndex: number) => number): PageStack {
  const pages: PlannedPage[] = []
  let placed: PlacedBand[] = []
  let line = 0
  return {
    pages,
    room: () => frameLines(pages.length) - line,
    isEmpty: () => placed.length === 0,
    placeBlock(band) {
      if (placed.length > 0) line += band.blankBefore
      placed.push({ band, line, lines: band.lines })
      line += band.lines
    },
    placeFigure(band, pictureUnits) {
      const lines = figureUnits(band.figure, pictureUnits)
      if (placed.length > 0) line += blankBefore(band)
      placed.push({ band, line, lines, pictureUnits })
      line += lines
    },
    placeColumns(band, fills, lines) {
      placed.push({ band, line, lines, fills })
      line += lines
    },
    turn() {
      pages.push({ placed, lines: frameLines(pages.length), usedLines: line })
      placed = []
      line = 0
    },
  }
}

/** A picture below text stands a line off it; one that opens its story follows the head. */
export function blankBefore(band: FigureBand): number {
  return band.opens ? 0 : 1
}
