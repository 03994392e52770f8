import type { ColumnsBand, PlacedBand, PlannedFrame } from './band'
import { drawFigure, figureUnits } from './figure'
import { type PageGrid, leftOf } from './grid'
import type { PageItem } from './page'
import type { PlacedPin } from './page-pins'
import { unitsAbove } from './columns'
import type { ColumnFill } from './column-content'
import type { PictureHeights } from './part'
import type { Slice } from './slice'
import { translateItems } from './translate'

/** A piece of a story on a page, before pictures find their place in the reading order. */
interface Piece {
  readonly kind: 'text' | 'figure'
  readonly block: number
  readonly startsBlock: boolean
  readonly endsBlock: boolean
  readonly items: readonly PageItem[]
}

/** The stories of a frame as items on its page, in reading order; pinned figures with their own. */
export function paintStories(
  frame: PlannedFrame,
  grid: PageGrid,
  heights: PictureHeights,
): readonly PageItem[] {
  const leftMpt = leftOf(frame, grid)
  const items: PageItem[] = []
  let storyId: string | undefined
  let pieces: Piece[] = []
  let pinned = frame.pinned
  const paintPins = (all: readonly PlacedPin[]): readonly Piece[] =>
    all.map((each) => paintPin(each, leftMpt, grid.topMpt + frame.firstLine * grid.lineMpt, grid))
  const endStory = (): void => {
    items.push(...rubiesLast(inReadingOrder(pieces)))
    pieces = []
  }
  for (const placed of frame.placed) {
    const topMpt = grid.topMpt + (frame.firstLine + placed.line) * grid.lineMpt
    if (placed.band.kind === 'block') {
      endStory()
      storyId = undefined
      items.push(...translateItems(placed.band.items, leftMpt, topMpt))
      continue
    }
    const { storyId: own } = placed.band
    if (own !== storyId) {
      endStory()
      pieces.push(...paintPins(pinned.filter((each) => each.pinned.storyId === own)))
      pinned = pinned.filter((each) => each.pinned.storyId !== own)
    }
    storyId = own
    pieces.push(...paintBand(placed, leftMpt, topMpt, heights))
  }
  endStory()
  items.push(...paintPins(pinned).flatMap((piece) => piece.items))
  return items
}

function paintPin(
  { pinned, line }: PlacedPin,
  leftMpt: number,
  topMpt: number,
  { lineMpt }: PageGrid,
): Piece {
  const { figure, pictureUnits, block } = pinned
  const drawn = drawFigure(figure, pictureUnits)
  const items = translateItems(drawn, leftMpt + pinned.leftMpt, topMpt + line * lineMpt)
  return { kind: 'figure', block, startsBlock: true, endsBlock: true, items }
}

function paintBand(
  placed: PlacedBand,
  leftMpt: number,
  topMpt: number,
  heights: PictureHeights,
): readonly Piece[] {
  if ('fills' in placed) {
    return placed.fills.flatMap((fill) => {
      const { columnWidthMpt, gutterMpt, box } = placed.band
      const columnLeftMpt = leftMpt + (box?.inset ?? 0) + fill.column * (columnWidthMpt + gutterMpt)
      return paintColumn(placed.band, fill, columnLeftMpt, topMpt, heights)
    })
  }
  if (!('pictureUnits' in placed)) return []
  const { band } = placed
  const figureLeftMpt = leftMpt + (band.box?.inset ?? 0)
  const items = translateItems(drawFigure(band.figure, placed.pictureUnits), figureLeftMpt, topMpt)
  return [{ kind: 'figure', block: band.block, startsBlock: true, endsBlock: true, items }]
}

function paintColumn(
  band: ColumnsBand,
  fill: ColumnFill,
  leftMpt: number,
  topMpt: number,
  heights: PictureHeights,
): readonly Piece[] {
  const { slices, floats } = band.content
  const pieces: Piece[] = []
  let yMpt = topMpt + fill.top * band.unitMpt
  for (const { figure, key, block } of floats.slice(fill.from.float, fill.to.float)) {
    const units = heights.get(key) ?? figure.natural
    const items = translateItems(drawFigure(figure, units), leftMpt, yMpt)
    pieces.push({ kind: 'figure', block, startsBlock: true, endsBlock: true, items })
    yMpt += figureUnits(figure, units) * band.unitMpt
  }
  for (let index = fill.from.slice; index < fill.to.slice; index += 1) {
    const slice = slices[index]
    if (slice === undefined) break
    const opensColumn = index === fill.from.slice
    const aboveMpt = unitsAbove(slice, opensColumn) * band.unitMpt
    const set = paintSlice(slice, leftMpt, yMpt + aboveMpt)
    const repeated = opensColumn ? (slice.repeated ?? []) : []
    const items = repeated.length === 0 ? set : [...translateItems(repeated, leftMpt, yMpt), ...set]
    const startsBlock = slices[index - 1]?.endsBlock ?? true
    const { block, endsBlock } = slice
    pieces.push({ kind: 'text', block, startsBlock, endsBlock, items })
    yMpt += aboveMpt + slice.units * band.unitMpt
  }
  return pieces
}

/** Where a slice was painted last: most slices of a page that changes stay where they are. */
const paintedSlices = new WeakMap<Slice, PaintedSlice>()

interface PaintedSlice {
  readonly leftMpt: number
  readonly topMpt: number
  readonly items: readonly PageItem[]
}

function paintSlice(slice: Slice, leftMpt: number, topMpt: number): readonly PageItem[] {
  const known = paintedSlices.get(slice)
  if (known?.leftMpt === leftMpt && known.topMpt === topMpt) return known.items
  const items = translateItems(slice.items, leftMpt, topMpt)
  paintedSlices.set(slice, { leftMpt, topMpt, items })
  return items
}

/**
 * Pictures and captions where the manuscript has them, after the block before them; where that
 * block ends on another page, at the nearest end of a block, so that no caption cuts a sentence.
 */
function inReadingOrder(pieces: readonly Piece[]): readonly Piece[] {
  const texts = pieces.filter((piece) => piece.kind === 'text')
  const figures = pieces.filter((piece) => piece.kind === 'figure')
  const after = new Map<number, Piece[]>()
  for (const figure of figures) {
    const at = placeInText(texts, figure.block)
    after.set(at, [...(after.get(at) ?? []), figure])
  }
  const ordered = [...(after.get(-1) ?? [])]
  for (const [index, text] of texts.entries()) ordered.push(text, ...(after.get(index) ?? []))
  return ordered
}

/** The items of pieces, rubies where their block ends, so that none cuts a sentence. */
function rubiesLast(pieces: readonly Piece[]): readonly PageItem[] {
  let rubies: PageItem[] = []
  const items: PageItem[] = []
  for (const piece of pieces) {
    for (const item of piece.items) (item.source.kind === 'ruby' ? rubies : items).push(item)
    if (!piece.endsBlock) continue
    items.push(...rubies)
    rubies = []
  }
  items.push(...rubies)
  return items
}

/** Index of the text that a figure is read after; −1 before all of them. */
function placeInText(texts: readonly Piece[], block: number): number {
  let before = -1
  for (const [index, text] of texts.entries()) {
    if (text.block < block && text.endsBlock) before = index
  }
  if (before >= 0) return before
  const first = texts[0]
  if (first === undefined || (first.startsBlock && first.block > block)) return -1
  const end = texts.findIndex((text) => text.endsBlock)
  if (end >= 0) return end
  return first.startsBlock ? -1 : texts.length - 1
}
