import type { ColumnFill, Cursor } from './column-content'
import type { ColumnLayer } from './column-layer'
import { isDone, takeOne, unitsOf } from './columns'
import type { BandShape, BlockShape, ColumnsShape, FigureShape } from './shape'

/** Where a page begins: at which band, how far into it, and what waits for its top. */
export interface PageStart {
  readonly band: number
  readonly at: Cursor
  /** Figures of earlier bands that found no room, as distances to `band`. */
  readonly waiting: readonly number[]
}

/** A band, or the part of one that a page holds, at a line of the page's main frame. */
export interface LaidBand {
  /** Which band it is, as a distance to the first of the page's start. */
  readonly band: number
  readonly line: number
  readonly lines: number
  /** The columns of a stretch. */
  readonly fills?: readonly ColumnFill[]
}

/** A page laid of shapes. */
export interface LaidPage {
  readonly placed: readonly LaidBand[]
  /** Lines of its main frame, and those down to the end of its last band. */
  readonly lines: number
  readonly usedLines: number
  /** Pictures that left their head for the top of the next page. */
  readonly deferred: number
  /** Bands that are taller than the frame, as distances like those of `placed`. */
  readonly tooTall: readonly number[]
  /** Where the next page begins, `band` as a distance; `undefined` when nothing is left. */
  readonly next: PageStart | undefined
  /** Bands looked at, from the first of the start on: the page depends on them alone. */
  readonly reach: number
}

/** What a page is laid into. */
export interface PageFrame {
  readonly lines: number
  /** Units that the last column of a text that goes on elsewhere keeps free. */
  readonly reserved: number
  readonly gridLineMpt: number
  readonly layer: ColumnLayer
}

/** Lines of text that must follow a head, and that a column must have before it is parted. */
const LEAST_LINES = 4
/** Lines of text that must follow a head whose picture waits for the next page. */
const LEAST_LINES_WITHOUT_PICTURE = 8

export const START: Cursor = { slice: 0, float: 0 }

/**
 * Lays a page from top to bottom. Heads stay with their text, text that outgrows the page fills
 * its columns and goes on, the last part of a text is balanced, and a picture that would push
 * its head off the page waits for the top of the next one. Something is always laid: what is
 * taller than the frame is laid over its foot.
 */
export function layPage(bands: readonly BandShape[], start: PageStart, frame: PageFrame): LaidPage {
  const placed: LaidBand[] = []
  const tooTall: number[] = []
  const waiting: number[] = []
  let line = 0
  let reach = 0
  const bandAt = (distance: number): BandShape | undefined => {
    reach = Math.max(reach, distance + 1)
    return bands[start.band + distance]
  }
  const room = (): number => frame.lines - line
  const place = (
    band: number,
    lines: number,
    blank: number,
    fills?: readonly ColumnFill[],
  ): void => {
    if (lines > room()) tooTall.push(band)
    if (placed.length > 0) line += blank
    placed.push({ band, line, lines, ...(fills === undefined ? {} : { fills }) })
    line += lines
  }
  const endAt = (band: number, at: Cursor): LaidPage => {
    const left = bandAt(band) !== undefined || waiting.length > 0
    const back = waiting.map((distance) => distance - band)
    const next = left ? { band, at, waiting: back } : undefined
    const { lines } = frame
    const deferred = waiting.length
    return { placed, lines, usedLines: line, deferred, tooTall, next, reach }
  }

  for (const distance of start.waiting) {
    const figure = bands[start.band + distance]
    if (figure?.kind === 'figure') place(distance, figure.lines, blankBefore(figure))
  }
  for (let distance = 0; ; distance += 1) {
    const band = bandAt(distance)
    const isEmpty = placed.length === 0
    if (band === undefined) return endAt(distance, START)
    if (band.kind === 'page-break') {
      if (!isEmpty) return endAt(distance + 1, START)
    } else if (band.kind === 'block') {
      const fits = isEmpty || opensHere(band, distance, room(), bandAt, frame)
      if (!fits) return endAt(distance, START)
      place(distance, band.lines, band.blankBefore)
    } else if (band.kind === 'figure') {
      const follows = band.opens ? LEAST_LINES : blankBefore(band)
      if (isEmpty || band.lines + follows <= room()) {
        place(distance, band.lines, blankBefore(band))
      } else if (band.opens) waiting.push(distance)
      else return endAt(distance, START)
    } else {
      const at = distance === 0 ? start.at : START
      if (isDone(band.content, at)) continue
      const blank = isEmpty || distance === 0 ? 0 : band.blankBefore
      const laid = layStretch(band, at, room() - blank, isEmpty, waiting.length === 0, frame)
      if (laid.isForced) tooTall.push(distance)
      const end = laid.fills.at(-1)?.to ?? at
      if (laid.fills.length > 0) {
        const after = isDone(band.content, end) ? band.linesAfter : 0
        const lines = linesOf(band, unitsOf(laid.fills), frame) + after
        line += blank
        placed.push({ band: distance, line, lines, fills: laid.fills })
        line += lines
      }
      if (!isDone(band.content, end)) return endAt(distance, end)
    }
  }
}

/** A picture below text stands a line off it; one that opens its story follows the head. */
function blankBefore(figure: FigureShape): number {
  return figure.opens ? 0 : 1
}

/**
 * What is left of a stretch as columns of the page at hand: level, if all of it fits, else as
 * full as they go; one piece of it, however tall, where the page would stay empty otherwise.
 */
function layStretch(
  { content, columns, unitMpt, linesAfter }: ColumnsShape,
  at: Cursor,
  room: number,
  isEmpty: boolean,
  mayEndHere: boolean,
  { gridLineMpt, layer, reserved }: PageFrame,
): { readonly fills: readonly ColumnFill[]; readonly isForced: boolean } {
  const limitOf = (lines: number): number => Math.floor((lines * gridLineMpt) / unitMpt)
  const limit = limitOf(room)
  const ending = { columns, limit: limitOf(room - linesAfter), reserved }
  const level = mayEndHere ? layer.balance(content, at, ending) : undefined
  if (level !== undefined) return { fills: level, isForced: false }
  if (limit >= LEAST_LINES || isEmpty) {
    const full = layer.fill(content, at, { columns, limit, reserved }) ?? []
    const fillsAll = isDone(content, full.at(-1)?.to ?? at)
    const fills = fillsAll ? (layer.fill(content, at, ending) ?? []) : full
    const end = fills.at(-1)?.to ?? at
    if (end.slice !== at.slice || end.float !== at.float) return { fills, isForced: false }
  }
  return isEmpty
    ? { fills: [takeOne(content, at)], isForced: true }
    : { fills: [], isForced: false }
}

function linesOf({ unitMpt }: ColumnsShape, units: number, { gridLineMpt }: PageFrame): number {
  return Math.ceil((units * unitMpt) / gridLineMpt)
}

/** Whether a block and all that must follow it find room on the page at hand. */
function opensHere(
  block: BlockShape,
  from: number,
  roomLines: number,
  bandAt: (distance: number) => BandShape | undefined,
  frame: PageFrame,
): boolean {
  const room = roomLines - block.blankBefore
  let lines = 0
  let picture = 0
  for (let distance = from; ; distance += 1) {
    const band = bandAt(distance)
    if (band === undefined || band.kind === 'page-break') break
    if (band.kind === 'block') {
      lines += band.lines + (lines > 0 ? band.blankBefore : 0)
    } else if (band.kind === 'figure') {
      picture += band.lines
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
function wholeLines(band: ColumnsShape, frame: PageFrame): number {
  const { sliceUnits, floats } = band.content
  const all = floats.reduce((sum, { units }) => sum + units, sliceUnits)
  return linesOf(band, Math.ceil(all / band.columns), frame)
}
