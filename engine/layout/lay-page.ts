import type { ColumnFill, Cursor } from './column-content'
import type { ColumnLayer } from './column-layer'
import { isDone, roomIn, takeOne, unitsOf } from './columns'
import { type Hole, LINES_ABOVE, clearLine, columnHolesOf, freeLines } from './hole'
import type { BandShape, ColumnsShape, FigureShape } from './shape'
import { type ColumnHole, stretchesOf } from './stretch'

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
  /**
   * Lines of its main frame, and those down to the end of its last band; beside and below figures
   * that are pinned as many are left as their width comes to.
   */
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
  /** Where pinned figures stand. */
  readonly holes: readonly Hole[]
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
 * its head off the page waits for the top of the next one. Nothing is laid over a hole, and no
 * hole of another story parts a head from its text. Something is always laid on a page without one: what is taller than the frame is laid over its foot.
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
  const { lines: frameLines, holes } = frame
  const freeFrom = (from: number): number => freeLines(from, frameLines, holes)
  const mustLay = (): boolean => placed.length === 0 && holes.length === 0
  /** The line at which something across the frame would stand. */
  const topOf = (lines: number, blank: number): number =>
    clearLine(placed.length > 0 ? line + blank : line, holes, () => lines)
  /** The line at which a head stands: with its picture and its text, or else with its text. */
  const headTop = (distance: number, blank: number): number => {
    const from = placed.length > 0 ? line + blank : line
    // The room of a head was found with that of the banner above it.
    const isBelowBanner = distance > 0 && bandAt(distance - 1)?.kind === 'block'
    if (holes.length === 0 || isBelowBanner) return from
    const run = headRunOf(distance, bandAt, frame)
    const top = clearLine(from, holes, (hole) => linesOfRun(run, run.pictureLines, hole))
    if (run.pictureLines === 0 || opensHere(distance, freeFrom(top), bandAt, frame)) return top
    return clearLine(from, holes, (hole) => linesOfRun(run, 0, hole))
  }
  const place = (band: number, lines: number, top: number): void => {
    if (lines > frameLines - line) tooTall.push(band)
    placed.push({ band, line: top, lines })
    line = top + lines
  }
  const endAt = (band: number, at: Cursor): LaidPage => {
    const left = bandAt(band) !== undefined || waiting.length > 0
    const back = waiting.map((distance) => distance - band)
    const next = left ? { band, at, waiting: back } : undefined
    const deferred = waiting.length
    const usedLines = frameLines - freeFrom(line)
    return { placed, lines: frameLines, usedLines, deferred, tooTall, next, reach }
  }

  for (const distance of start.waiting) {
    const figure = bands[start.band + distance]
    if (figure?.kind !== 'figure') continue
    const top = topOf(figure.lines, blankBefore(figure))
    if (holes.length === 0 || top + figure.lines <= frameLines) place(distance, figure.lines, top)
    else waiting.push(distance)
  }
  for (let distance = 0; ; distance += 1) {
    const band = bandAt(distance)
    const isEmpty = placed.length === 0
    if (band === undefined) return endAt(distance, START)
    if (band.kind === 'page-break') {
      if (!isEmpty) return endAt(distance + 1, START)
    } else if (band.kind === 'block') {
      const top = headTop(distance, band.blankBefore)
      const fits = mustLay() || opensHere(distance, freeFrom(top), bandAt, frame)
      if (!fits) return endAt(distance, START)
      place(distance, band.lines, top)
    } else if (band.kind === 'figure') {
      const top = topOf(band.lines, blankBefore(band))
      const follows = band.opens ? LEAST_LINES : 0
      const fits = top + band.lines <= frameLines && band.lines + follows <= freeFrom(top)
      if (mustLay() || fits) place(distance, band.lines, top)
      else if (band.opens) waiting.push(distance)
      else return endAt(distance, START)
    } else {
      const at = distance === 0 ? start.at : START
      if (isDone(band.content, at)) continue
      const blank = isEmpty || distance === 0 ? 0 : band.blankBefore
      const top = line + blank
      const laid = layStretch(band, at, top, mustLay(), waiting.length === 0, frame)
      if (laid.isForced) tooTall.push(distance)
      const end = laid.fills.at(-1)?.to ?? at
      if (laid.fills.length > 0) {
        const after = isDone(band.content, end) ? band.linesAfter : 0
        const lines = linesOf(band, unitsOf(laid.fills), frame) + after
        placed.push({ band: distance, line: top, lines, fills: laid.fills })
        line = top + lines
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
  band: ColumnsShape,
  at: Cursor,
  top: number,
  mustLay: boolean,
  mayEndHere: boolean,
  { lines: frameLines, gridLineMpt, layer, reserved, holes: ofFrame }: PageFrame,
): { readonly fills: readonly ColumnFill[]; readonly isForced: boolean } {
  const { content, columns, unitMpt, linesAfter } = band
  const room = frameLines - top
  const limitOf = (lines: number): number => Math.floor((lines * gridLineMpt) / unitMpt)
  const limit = limitOf(room)
  const left = columnHolesOf(ofFrame, band, top, gridLineMpt)
  const holes: { readonly holes?: readonly ColumnHole[] } = left.length === 0 ? {} : { holes: left }
  const frame = { columns, limit, reserved, ...holes }
  const ending = { ...frame, limit: limitOf(room - linesAfter) }
  const level = mayEndHere ? layer.balance(content, at, ending) : undefined
  if (level !== undefined) return { fills: level, isForced: false }
  const free = left.length === 0 ? limit : roomIn(stretchesOf(frame, limit)) / columns
  if (free >= LEAST_LINES || mustLay) {
    const full = layer.fill(content, at, frame) ?? []
    const fillsAll = isDone(content, full.at(-1)?.to ?? at)
    const fills = fillsAll ? (layer.fill(content, at, ending) ?? []) : full
    const end = fills.at(-1)?.to ?? at
    if (end.slice !== at.slice || end.float !== at.float) return { fills, isForced: false }
  }
  return mustLay
    ? { fills: [takeOne(content, at)], isForced: true }
    : { fills: [], isForced: false }
}

function linesOf({ unitMpt }: ColumnsShape, units: number, { gridLineMpt }: PageFrame): number {
  return Math.ceil((units * unitMpt) / gridLineMpt)
}

/** A head, with the banner above it, and what stands right below it. */
interface HeadRun {
  readonly lines: number
  readonly pictureLines: number
  /** Lines of text that must follow, and those that are blank above them; in so many columns. */
  readonly textLines: number
  readonly columns: number
  readonly storyId: string | undefined
}

function headRunOf(
  from: number,
  bandAt: (distance: number) => BandShape | undefined,
  frame: PageFrame,
): HeadRun {
  let lines = 0
  let pictureLines = 0
  let storyId: string | undefined
  for (let distance = from; ; distance += 1) {
    const band = bandAt(distance)
    if (band?.kind === 'block') {
      lines += band.lines + (lines > 0 ? band.blankBefore : 0)
      storyId = band.storyId
    } else if (band?.kind === 'figure' && band.opens) {
      pictureLines += band.lines
    } else if (band?.kind === 'columns') {
      const { columns, blankBefore } = band
      const textLines = blankBefore + Math.min(LEAST_LINES, wholeLines(band, frame))
      return { lines, pictureLines, textLines, columns, storyId }
    } else return { lines, pictureLines, textLines: 0, columns: 1, storyId }
  }
}

/**
 * Lines that a hole must leave free from the top of a head on. A figure of another story stands off
 * the head, and in its first column off the text that must follow.
 */
function linesOfRun(run: HeadRun, pictureLines: number, hole: Hole): number {
  const lines = run.lines + pictureLines
  if (hole.storyId === run.storyId) return lines
  const isInFirstColumn = hole.column * run.columns < hole.columnsOfStory
  return lines + LINES_ABOVE + (isInFirstColumn ? run.textLines : 0)
}

/** Whether a block and all that must follow it find room in lines of the page at hand. */
function opensHere(
  from: number,
  room: number,
  bandAt: (distance: number) => BandShape | undefined,
  frame: PageFrame,
): boolean {
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
