import type { PageArea, PageFrame } from '../../engine/layout/composition'
import type { ComposedPage, PageItem } from '../../engine/layout/page'
import {
  type AdvanceOf,
  allTextLines,
  type TextCell,
  type TextLine,
  textLines,
  type TextSource,
} from './text-lines'

/** A place in the text of a story. */
export interface TextPlace {
  readonly storyId: string
  /** A block's id, or the name of a head part. */
  readonly blockId: string
  /** UTF-16 offset in that block. */
  readonly offset: number
  /** Whether the end of a line is meant rather than the beginning of the next, where both are it. */
  readonly endsLine?: boolean
}

/** Where a caret stands on a page, and the line of text that it stands in. */
export interface CaretPlace {
  readonly pageIndex: number
  readonly xMpt: number
  readonly line: PageArea
}

/** What is looked into: pages with their frames, and the advances of their glyphs. */
export interface SearchedPages {
  readonly pages: readonly ComposedPage[]
  readonly frames: readonly PageFrame[]
  readonly advanceOf: AdvanceOf
}

/** A point farther than this from any text is on none. */
const FARTHEST_MPT = 36_000

/**
 * The place in the text at a point of a page: the gap between characters that is nearest in the
 * line that the point is on. In a column the nearest line of that column counts, elsewhere the
 * nearest of the page; a picture or a QR code leads to its own text.
 */
export function textAt(
  pageIndex: number,
  { pages, frames, advanceOf }: SearchedPages,
  xMpt: number,
  yMpt: number,
): TextPlace | undefined {
  const page = pages.find(({ index }) => index === pageIndex)
  const frame = frames[pageIndex]
  if (page === undefined || frame === undefined) return undefined
  const within = page.items.find((item) => isPictureAt(item, xMpt, yMpt))
  if (within?.source.kind === 'story') {
    const { storyId, blockId } = within.source
    return { storyId, blockId, offset: 0 }
  }
  const { columns } = frame
  const lines = allTextLines(page, frame, advanceOf)
  const column = columns.find((area) => isIn(area, xMpt, yMpt))
  const inColumn = column === undefined ? [] : lines.filter((line) => isInColumn(line, column))
  const line = nearest(inColumn.length > 0 ? inColumn : lines, xMpt, yMpt, (each) => {
    const own = columns.find((area) => isInColumn(each, area))
    return own ?? (column === undefined ? frame : undefined)
  })
  return line === undefined ? undefined : placeIn(line, xMpt)
}

interface ShownLine {
  readonly line: TextLine
  readonly pageIndex: number
}

/** The lines of a block on all pages, in their order. */
function linesOf(
  { pages, frames, advanceOf }: SearchedPages,
  { storyId, blockId }: TextPlace,
): readonly ShownLine[] {
  const isOfBlock = (source: TextSource): boolean =>
    source.storyId === storyId && source.blockId === blockId
  return pages.flatMap((page) => {
    const frame = frames[page.index]
    if (frame === undefined) return []
    const lines = textLines(page, frame, advanceOf, isOfBlock)
    return lines.map((line) => ({ line, pageIndex: page.index }))
  })
}

const cellIn = ({ cells }: TextLine, offset: number): TextCell | undefined =>
  cells.find(({ from, to }) => from <= offset && offset < to)

/** The character at a place in the text, as an area of the page that shows it. */
export function cellAt(
  searched: SearchedPages,
  place: TextPlace,
): { readonly pageIndex: number; readonly area: PageArea } | undefined {
  for (const { line, pageIndex } of linesOf(searched, place)) {
    const cell = cellIn(line, place.offset)
    if (cell === undefined) continue
    const { leftMpt, rightMpt } = cell
    const { topMpt, bottomMpt } = line
    const size = { widthMpt: rightMpt - leftMpt, heightMpt: bottomMpt - topMpt }
    return { pageIndex, area: { leftMpt, topMpt, ...size } }
  }
  return undefined
}

/** Where a place in the text is shown: before its character, or after the last one before it. */
export function caretAt(searched: SearchedPages, place: TextPlace): CaretPlace | undefined {
  const { offset, endsLine = false } = place
  const shown = linesOf(searched, place)
  const ended = endsLine ? shown.find(({ line }) => line.to === offset) : undefined
  if (ended !== undefined) return caretIn(ended.line, ended.line.rightMpt, ended.pageIndex)
  for (const { line, pageIndex } of shown) {
    const cell = cellIn(line, offset)
    if (cell !== undefined) return caretIn(line, xIn(cell, offset), pageIndex)
  }
  let last: ShownLine | undefined
  for (const each of shown) {
    const end = each.line.cells.at(-1)?.to ?? 0
    if (end <= offset && end > (last?.line.cells.at(-1)?.to ?? -1)) last = each
  }
  if (last !== undefined) return caretIn(last.line, last.line.rightMpt, last.pageIndex)
  const [first] = shown
  return first === undefined ? undefined : caretIn(first.line, first.line.leftMpt, first.pageIndex)
}

function caretIn(line: TextLine, xMpt: number, pageIndex: number): CaretPlace {
  const { leftMpt, topMpt, rightMpt, bottomMpt } = line
  const widthMpt = rightMpt - leftMpt
  return { pageIndex, xMpt, line: { leftMpt, topMpt, widthMpt, heightMpt: bottomMpt - topMpt } }
}

/** The offsets at which a cursor may stand in a cell, its end excluded: one a character. */
function stopsIn({ from, text }: TextCell): readonly number[] {
  // Marks and joiners belong to the character before them.
  if (/[\p{M}\p{Cf}]/u.test(text)) return [from]
  const stops: number[] = []
  let offset = from
  for (const character of text) {
    stops.push(offset)
    offset += character.length
  }
  return stops
}

function xIn(cell: TextCell, offset: number): number {
  const stops = stopsIn(cell)
  const before = stops.filter((stop) => stop <= offset).length - 1
  return Math.round(
    cell.leftMpt + ((cell.rightMpt - cell.leftMpt) * Math.max(0, before)) / stops.length,
  )
}

/** The gap nearest to a point of a line; what stands before the text belongs to its beginning. */
function placeIn({ storyId, blockId, cells, to }: TextLine, xMpt: number): TextPlace {
  let place: { readonly offset: number; readonly distance: number } | undefined
  for (const cell of cells) {
    for (const stop of stopsIn(cell)) {
      const distance = Math.abs(xIn(cell, stop) - xMpt)
      if (place === undefined || distance < place.distance) place = { offset: stop, distance }
    }
  }
  const end = cells.at(-1)
  const isEnd = end !== undefined && Math.abs(end.rightMpt - xMpt) < (place?.distance ?? Infinity)
  if (isEnd) return { storyId, blockId, offset: Math.max(0, end.to), endsLine: end.to === to }
  return { storyId, blockId, offset: Math.max(0, place?.offset ?? 0) }
}

/** The nearest of some lines; a line reaches as far to the sides as its column or frame does. */
function nearest(
  lines: readonly TextLine[],
  xMpt: number,
  yMpt: number,
  reachOf: (line: TextLine) => PageArea | undefined,
): TextLine | undefined {
  let best: { readonly line: TextLine; readonly far: number; readonly dx: number } | undefined
  for (const line of lines) {
    const reach = reachOf(line)
    const left = Math.min(line.leftMpt, reach?.leftMpt ?? line.leftMpt)
    const right = Math.max(line.rightMpt, reach ? reach.leftMpt + reach.widthMpt : line.rightMpt)
    const beside = Math.max(left - xMpt, 0, xMpt - right)
    const above = Math.max(line.topMpt - yMpt, 0, yMpt - line.bottomMpt)
    const far = beside + 2 * above
    const dx = Math.max(line.leftMpt - xMpt, 0, xMpt - line.rightMpt)
    if (best === undefined || far < best.far || (far === best.far && dx < best.dx)) {
      best = { line, far, dx }
    }
  }
  return best === undefined || best.far > FARTHEST_MPT ? undefined : best.line
}

const isIn = (area: PageArea, xMpt: number, yMpt: number): boolean =>
  xMpt >= area.leftMpt &&
  xMpt <= area.leftMpt + area.widthMpt &&
  yMpt >= area.topMpt &&
  yMpt <= area.topMpt + area.heightMpt

function isInColumn(line: TextLine, area: PageArea): boolean {
  return isIn(area, (line.leftMpt + line.rightMpt) / 2, (line.topMpt + line.bottomMpt) / 2)
}

function isPictureAt(item: PageItem, xMpt: number, yMpt: number): boolean {
  if (item.source.kind !== 'story') return false
  if (item.kind === 'image')
    return isIn({ ...item, leftMpt: item.xMpt, topMpt: item.yMpt }, xMpt, yMpt)
  if (item.kind !== 'path') return false
  const points = item.steps.flatMap((step) => (step.op === 'Z' ? [] : [step]))
  const xs = points.map((point) => point.xMpt)
  const ys = points.map((point) => point.yMpt)
  return (
    xMpt >= Math.min(...xs) &&
    xMpt <= Math.max(...xs) &&
    yMpt >= Math.min(...ys) &&
    yMpt <= Math.max(...ys)
  )
}
