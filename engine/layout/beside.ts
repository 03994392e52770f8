import type { Node } from 'prosemirror-model'
import { besideOf, type PictureBeside, type PictureOutline } from '../document/picture-outline'
import { type FigurePlace, type SetFigure, drawFigure, figureUnits, setFigure } from './figure'
import type { LineRoom } from './line-room'
import type { ImageItem, PageItem } from './page'
import { translateItems } from './translate'
import type { NoteText } from './typesetter'

/** A figure at a side of its column, and the room that it leaves on each unit of its height. */
export interface BesideFigure {
  readonly items: readonly PageItem[]
  readonly rooms: readonly LineRoom[]
}

/** Characters that lines beside a picture have room for at least. */
const LEAST_CHARACTERS = 6

/** What lies in the way of a line, from the left edge of the column. */
interface Extent {
  readonly leftMpt: number
  readonly rightMpt: number
}

/**
 * Sets a figure that asks for text beside it. The text keeps whole characters of measure, the
 * picture takes the rest but for the standoff between them. `undefined` where a figure asks for no
 * such thing, or a line beside it would hold fewer than six characters.
 */
export function setBeside(
  node: Node,
  place: FigurePlace,
  note: NoteText,
): BesideFigure | undefined {
  const beside = node.type.name === 'figure' ? besideOf(node.attrs) : undefined
  if (beside === undefined) return undefined
  const { typesetter, section, widthMpt } = place
  const { sizeMpt } = typesetter.styles.get(section.body).style
  const standoffMpt = Math.round(section.standoff * sizeMpt)
  const freeMpt = Math.floor((widthMpt * (1000 - beside.share)) / 1000) - standoffMpt
  const characters = Math.floor(freeMpt / sizeMpt)
  if (characters < LEAST_CHARACTERS) return undefined
  const pictureMpt = widthMpt - standoffMpt - characters * sizeMpt
  const figure = setFigure(node, { ...place, widthMpt: pictureMpt }, note)
  if (figure === undefined) return undefined
  const leftMpt = beside.side === 'left' ? 0 : widthMpt - pictureMpt
  const items = translateItems(drawFigure(figure, figure.natural), leftMpt, 0)
  const frame = { leftMpt, rightMpt: leftMpt + pictureMpt }
  const units = figureUnits(figure, figure.natural)
  const rooms = Array.from({ length: units }, (_, unit): LineRoom => {
    const extent = extentAt(unit, figure, items, beside.outline, { frame, sizeMpt, standoffMpt })
    return roomBeside(extent, beside.side, { widthMpt, sizeMpt, standoffMpt })
  })
  return { items, rooms }
}

function roomBeside(
  extent: Extent | undefined,
  side: PictureBeside['side'],
  {
    widthMpt,
    sizeMpt,
    standoffMpt,
  }: { readonly widthMpt: number; readonly sizeMpt: number; readonly standoffMpt: number },
): LineRoom {
  if (extent === undefined) return { leftMpt: 0, widthMpt }
  const freeMpt = side === 'left' ? widthMpt - extent.rightMpt : extent.leftMpt
  const wholeMpt = Math.floor((freeMpt - standoffMpt) / sizeMpt) * sizeMpt
  return { leftMpt: side === 'left' ? widthMpt - wholeMpt : 0, widthMpt: wholeMpt }
}

/** What of a figure a line on a unit has to keep off: its outline, below it the caption's width. */
function extentAt(
  unit: number,
  figure: SetFigure,
  items: readonly PageItem[],
  outline: PictureOutline | null,
  {
    frame,
    sizeMpt,
    standoffMpt,
  }: { readonly frame: Extent; readonly sizeMpt: number; readonly standoffMpt: number },
): Extent | undefined {
  const image = items.find((item) => item.kind === 'image')
  if (outline === null || image === undefined || unit >= figure.natural) return frame
  const topMpt = unit * figure.unitMpt + figure.topMpt
  // Above and below half is enough: there lines leave a blank of their own.
  const aboveMpt = Math.round(standoffMpt / 2)
  return extentOfOutline(image, outline, topMpt - aboveMpt, topMpt + sizeMpt + aboveMpt)
}

/** The part of a picture's outline that lies between two heights; `undefined` where none does. */
function extentOfOutline(
  image: ImageItem,
  outline: PictureOutline,
  fromMpt: number,
  toMpt: number,
): Extent | undefined {
  const { xMpt, yMpt, widthMpt, heightMpt, crop } = image
  const corners = outline.map(({ x, y }) => ({
    x: xMpt + ((x - crop.left) * widthMpt) / crop.width,
    y: yMpt + ((y - crop.top) * heightMpt) / crop.height,
  }))
  const top = Math.max(fromMpt, yMpt)
  const bottom = Math.min(toMpt, yMpt + heightMpt)
  if (top > bottom) return undefined
  const seen = corners.flatMap((corner, index) => {
    const next = corners[(index + 1) % corners.length] ?? corner
    return crossings(corner, next, top, bottom)
  })
  if (seen.length === 0) return undefined
  const within = (x: number): number => Math.max(xMpt, Math.min(Math.round(x), xMpt + widthMpt))
  return { leftMpt: within(Math.min(...seen)), rightMpt: within(Math.max(...seen)) }
}

interface Point {
  readonly x: number
  readonly y: number
}

/** Where a straight line enters and leaves the band between two heights. */
function crossings(from: Point, to: Point, top: number, bottom: number): readonly number[] {
  const low = Math.max(top, Math.min(from.y, to.y))
  const high = Math.min(bottom, Math.max(from.y, to.y))
  if (low > high) return []
  if (from.y === to.y) return [from.x, to.x]
  const at = (y: number): number => from.x + ((to.x - from.x) * (y - from.y)) / (to.y - from.y)
  return [at(low), at(high)]
}
