import type { Band, BlockBand, ColumnsBand, FigureBand, PlannedPage } from './band'
import type { ColumnLayer } from './column-layer'
import { type PictureUnits, isDone, takeOne } from './columns'
import { figureUnits } from './figure'
import { type PageStack, blankBefore, createPageStack } from './page-stack'
import type { ColumnFill, Cursor } from './column-content'

/** Lines of the main frame of a page, by the page's index. */
export type FrameLines = (pageIndex: number) => number

/** What bands are laid into, and how tall their pictures are. */
export interface FlowFrame {
  readonly frameLines: FrameLines
  readonly gridLineMpt: number
  readonly pictureUnits: PictureUnits
  readonly layer: ColumnLayer
}

/** Bands laid on as many pages as they take. */
export interface Flow {
  readonly pages: readonly PlannedPage[]
  /** Pictures that left their head for the top of the next page. */
  readonly deferred: number
  /** Stories of which a head, a picture or a block is taller than a whole frame. */
  readonly tooTall: ReadonlySet<string>
}

/** Lines of text that must follow a head, and that a column must have before it is parted. */
const LEAST_LINES = 4
/** Lines of text that must follow a head whose picture waits for the next page. */
const LEAST_LINES_WITHOUT_PICTURE = 8

const START: Cursor = { slice: 0, float: 0 }

/**
 * Stacks bands on pages from top to bottom. Heads stay with their text, text that outgrows a
 * page fills its columns and goes on, the last part of a text is balanced, and a picture that
 * would push its head off the page waits for the top of the next one. Everything is laid: what is
 * taller than a frame is laid over its foot, and its story named.
 */
export function flowBands(bands: readonly Band[], frame: FlowFrame): Flow {
  const stack = createPageStack(frame.frameLines)
  const tooTall = new Set<string>()
  let waiting: FigureBand[] = []
  let deferred = 0
  const placeFigure = (band: FigureBand): void => {
    const units = frame.pictureUnits(band.key)
    if (figureUnits(band.figure, units) > stack.room()) tooTall.add(band.storyId)
    stack.placeFigure(band, units)
  }
  const turnPage = (): void => {
    stack.turn()
    for (const band of waiting) placeFigure(band)
    waiting = []
  }
  for (const [index, band] of bands.entries()) {
    if (band.kind === 'page-break') {
      if (!stack.isEmpty()) turnPage()
    } else if (band.kind === 'block') {
      if (!stack.isEmpty() && !opensHere(bands, index, band, stack, frame)) turnPage()
      if (band.lines > stack.room()) tooTall.add(band.of.id)
      stack.placeBlock(band)
    } else if (band.kind === 'figure') {
      const lines = figureUnits(band.figure, frame.pictureUnits(band.key))
      const follows = band.opens ? LEAST_LINES : blankBefore(band)
      const fits = lines + follows <= stack.room() || stack.isEmpty()
      if (!fits && band.opens) {
        waiting.push(band)
        deferred += 1
      } else {
        if (!fits) turnPage()
        placeFigure(band)
      }
    } else {
      for (let at = START; !isDone(band.content, at);) {
        const fills = layStretch(band, at, stack, frame, waiting.length === 0)
        const forced = fills === undefined && stack.isEmpty()
        if (forced) tooTall.add(band.storyId)
        const laid = forced ? [takeOne(band.content, at, frame.pictureUnits)] : (fills ?? [])
        if (laid.length > 0) stack.placeColumns(band, laid, linesOf(band, laid, frame))
        at = laid.at(-1)?.to ?? at
        if (!isDone(band.content, at)) turnPage()
      }
    }
  }
  if (!stack.isEmpty() || waiting.length > 0) turnPage()
  if (!stack.isEmpty()) stack.turn()
  return { pages: stack.pages, deferred, tooTall }
}

/**
 * What is left of a stretch as columns of the page at hand: level, if all of it fits, else as
 * full as they go. `undefined` when nothing of it can stand here.
 */
function layStretch(
  band: ColumnsBand,
  at: Cursor,
  stack: PageStack,
  { gridLineMpt, pictureUnits, layer }: FlowFrame,
  mayEndHere: boolean,
): readonly ColumnFill[] | undefined {
  const limit = Math.floor((stack.room() * gridLineMpt) / band.unitMpt)
  const columns = { columns: band.columns, limit }
  const level = mayEndHere ? layer.balance(band.content, at, columns, pictureUnits) : undefined
  if (level !== undefined) return level
  if (limit < LEAST_LINES && !stack.isEmpty()) return undefined
  const fills = layer.fill(band.content, at, columns, pictureUnits)
  const end = fills?.at(-1)?.to
  return end === undefined || (end.slice === at.slice && end.float === at.float) ? undefined : fills
}

function linesOf(
  band: ColumnsBand,
  fills: readonly ColumnFill[],
  { gridLineMpt }: FlowFrame,
): number {
  const units = fills.reduce((tallest, fill) => Math.max(tallest, fill.units), 0)
  return Math.ceil((units * band.unitMpt) / gridLineMpt)
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
  for (let at = index; at < bands.length; at += 1) {
    const band = bands[at]
    if (band === undefined || band.kind === 'page-break') break
    if (band.kind === 'block') {
      lines += band.lines + (lines > 0 ? band.blankBefore : 0)
    } else if (band.kind === 'figure') {
      picture += figureUnits(band.figure, frame.pictureUnits(band.key))
      if (!band.opens) break
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
  const all = band.content.floats.reduce(
    (sum, { figure, key }) => sum + figureUnits(figure, pictureUnits(key)),
    band.content.sliceUnits,
  )
  const units = Math.ceil(all / band.columns)
  return Math.ceil((units * band.unitMpt) / gridLineMpt)
}
