import type { Band, BlockBand, ColumnsBand, FigureBand, PlannedPage } from './band'
import type { ColumnLayer } from './column-layer'
import { type PictureUnits, isDone } from './columns'
import { figureUnits } from './figure'
import { type PageStack, createPageStack } from './page-stack'
import type { Cursor } from './slice'

/** Lines of the main frame of a page, by the page's index. */
export type FrameLines = (pageIndex: number) => number

/** What bands are laid into, and how tall their pictures are. */
export interface FlowFrame {
  readonly frameLines: FrameLines
  readonly maximumPages: number
  readonly gridLineMpt: number
  readonly pictureUnits: PictureUnits
  readonly layer: ColumnLayer
}

/** Where the pages ran out: the band, and how far its content had come. */
export interface Overset {
  readonly bandIndex: number
  readonly from: Cursor
}

/** Bands laid on pages. */
export interface Flow {
  readonly pages: readonly PlannedPage[]
  readonly overset: Overset | undefined
  /** Pictures that left their head for the top of the next page. */
  readonly deferred: number
}

/** Lines of text that must follow a head, and that a column must have before it is parted. */
const LEAST_LINES = 4
/** Lines of text that must follow a head whose picture waits for the next page. */
const LEAST_LINES_WITHOUT_PICTURE = 8

const START: Cursor = { slice: 0, float: 0 }

/**
 * Stacks bands on pages from top to bottom. Heads stay with their text, text that outgrows a
 * page fills its columns and goes on, the last part of a text is balanced, and a picture that
 * would push its head off the page waits for the top of the next one.
 */
export function flowBands(bands: readonly Band[], frame: FlowFrame): Flow {
  const stack = createPageStack(frame.frameLines)
  let waiting: FigureBand[] = []
  let deferred = 0
  const turnPage = (): void => {
    stack.turn()
    for (const band of waiting) stack.placeFigure(band, frame.pictureUnits(band.key))
    waiting = []
  }
  const overset = (bandIndex: number, from: Cursor): Flow => ({
    pages: stack.pages,
    overset: { bandIndex, from },
    deferred,
  })
  for (const [index, band] of bands.entries()) {
    if (stack.pages.length >= frame.maximumPages && waiting.length === 0) {
      return overset(index, START)
    }
    if (band.kind === 'page-break') {
      if (!stack.isEmpty()) turnPage()
    } else if (band.kind === 'block') {
      if (!stack.isEmpty() && !opensHere(bands, index, band, stack, frame)) turnPage()
      stack.placeBlock(band)
    } else if (band.kind === 'figure') {
      const units = frame.pictureUnits(band.key)
      const lines = figureUnits(band.figure, units) + (band.opens ? LEAST_LINES : 0)
      const fits = lines <= stack.room() || stack.isEmpty()
      if (!fits && band.opens) {
        waiting.push(band)
        deferred += 1
      } else {
        if (!fits) turnPage()
        stack.placeFigure(band, units)
      }
    } else {
      let at = START
      while (!isDone(band.content, at)) {
        if (stack.pages.length >= frame.maximumPages) return overset(index, at)
        const laid = layStretch(band, at, stack, frame, waiting.length === 0)
        if (laid === undefined && stack.isEmpty()) return overset(index, at)
        at = laid ?? at
        if (!isDone(band.content, at)) turnPage()
      }
    }
  }
  if (!stack.isEmpty() || waiting.length > 0) turnPage()
  if (!stack.isEmpty()) stack.turn()
  return { pages: stack.pages, overset: undefined, deferred }
}

/**
 * Lays what is left of a stretch on the page at hand: level, if all of it fits, else in columns
 * as full as they go. Gives how far it came; `undefined` when nothing of it can stand here.
 */
function layStretch(
  band: ColumnsBand,
  at: Cursor,
  stack: PageStack,
  { gridLineMpt, pictureUnits, layer }: FlowFrame,
  mayEndHere: boolean,
): Cursor | undefined {
  const limit = Math.floor((stack.room() * gridLineMpt) / band.unitMpt)
  const columns = { columns: band.columns, limit }
  const level = mayEndHere ? layer.balance(band.content, at, columns, pictureUnits) : undefined
  const mayPart = limit >= LEAST_LINES || stack.isEmpty()
  const fills = level ?? (mayPart ? layer.fill(band.content, at, columns, pictureUnits) : undefined)
  const end = fills?.at(-1)?.to
  if (fills === undefined || end === undefined) return undefined
  if (end.slice === at.slice && end.float === at.float) return undefined
  const units = Math.max(...fills.map((fill) => fill.units))
  stack.placeColumns(band, fills, Math.ceil((units * band.unitMpt) / gridLineMpt))
  return end
}

/** Whether a block and all that must follow it find room on the page at hand. */
function opensHere(
  bands: readonly Band[],
  index: number,
  block: BlockBand,
  stack: PageStack,
  frame: FlowFrame,
): boolean {
  const room = stack.room() - block.blankBefore
  let lines = 0
  let picture = 0
  for (const band of bands.slice(index)) {
    if (band.kind === 'page-break') break
    if (band.kind === 'block') {
      lines += band.lines + (lines > 0 ? band.blankBefore : 0)
      if (!band.keepWithNext) break
    } else if (band.kind === 'figure') {
      picture += figureUnits(band.figure, frame.pictureUnits(band.key))
    } else {
      const whole = wholeLines(band, frame)
      if (lines + picture + Math.min(LEAST_LINES, whole) <= room) return true
      const goesOn = picture > 0 && lines + whole > room
      return goesOn && lines + LEAST_LINES_WITHOUT_PICTURE <= room
    }
  }
  return lines + picture <= room
}

/** Lines that a stretch takes when it stands alone, roughly: its units shared by its columns. */
function wholeLines(band: ColumnsBand, { gridLineMpt, pictureUnits }: FlowFrame): number {
  const pictures = band.content.floats.map(({ figure, key }) =>
    figureUnits(figure, pictureUnits(key)),
  )
  const all = pictures.reduce((sum, lines) => sum + lines, band.content.sliceUnits)
  const units = Math.ceil(all / band.columns)
  return Math.ceil((units * band.unitMpt) / gridLineMpt)
}
