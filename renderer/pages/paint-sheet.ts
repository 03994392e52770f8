import type { PageArea } from '../../engine/layout/composition'
import type { ComposedPage } from '../../engine/layout/page'
import { type Palette, paintPage } from './paint-page'

/** Where a page lies on its canvas. */
export interface SheetPlace {
  /** Pixels to a thousandth of a point. */
  readonly sharp: number
  /** White around the page. */
  readonly marginMpt: number
}

/** A rectangle of whole pixels. */
interface Pixels {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Below this, 54 pixels an inch, text is too small to be read and a page is seen as a whole. */
const OVERVIEW = 0.75e-3
/** How far smoothing looks around a pixel. */
const SMOOTHING_PX = 8

let fine: CanvasRenderingContext2D | null | undefined

/**
 * Paints a page over its canvas, or over an area of it alone, and leaves the page's transform set.
 * Browsers put the edges of paths on quarters of a row of pixels, so that the thin level strokes of
 * small text may vanish; an overview is painted with two rows for each, which are then made one.
 */
export function paintSheet(
  context: CanvasRenderingContext2D,
  page: ComposedPage,
  palette: Palette,
  place: SheetPlace,
  area?: PageArea,
): void {
  const { width, height } = context.canvas
  const seen = area === undefined ? { left: 0, top: 0, width, height } : pixelsOf(area, place)
  const paint = (onto: CanvasRenderingContext2D, rows: number, part: Pixels): void => {
    within(onto, part, rows, () => {
      onto.fillStyle = '#fff'
      onto.fillRect(part.left, part.top * rows, part.width, part.height * rows)
      setPlace(onto, place, rows)
      paintPage(onto, page, palette, area === undefined ? undefined : areaOf(part, place))
    })
  }
  const twice = place.sharp < OVERVIEW ? fineCanvas(width, 2 * height) : null
  if (twice === null) paint(context, 1, seen)
  else {
    paint(twice, 2, grown(seen, SMOOTHING_PX))
    within(context, seen, 1, () => {
      context.imageSmoothingQuality = 'high'
      const { left, top, width, height } = grown(seen, SMOOTHING_PX)
      context.drawImage(twice.canvas, left, 2 * top, width, 2 * height, left, top, width, height)
    })
  }
  setPlace(context, place, 1)
}

function setPlace(
  onto: CanvasRenderingContext2D,
  { sharp, marginMpt }: SheetPlace,
  rows: number,
): void {
  const margin = marginMpt * sharp
  onto.setTransform(sharp, 0, 0, sharp * rows, margin, margin * rows)
}

/** Has something painted on some pixels alone, of which a canvas has a number of rows for each. */
function within(
  onto: CanvasRenderingContext2D,
  { left, top, width, height }: Pixels,
  rows: number,
  paint: () => void,
): void {
  onto.save()
  onto.resetTransform()
  onto.beginPath()
  onto.rect(left, top * rows, width, height * rows)
  onto.clip()
  paint()
  onto.restore()
}

/** The pixels that an area of a page has a share of, and those beside them. */
function pixelsOf(area: PageArea, { sharp, marginMpt }: SheetPlace): Pixels {
  const pixel = (mpt: number): number => (mpt + marginMpt) * sharp
  const left = Math.floor(pixel(area.leftMpt)) - 1
  const top = Math.floor(pixel(area.topMpt)) - 1
  return {
    left,
    top,
    width: Math.ceil(pixel(area.leftMpt + area.widthMpt)) + 1 - left,
    height: Math.ceil(pixel(area.topMpt + area.heightMpt)) + 1 - top,
  }
}

function areaOf({ left, top, width, height }: Pixels, { sharp, marginMpt }: SheetPlace): PageArea {
  return {
    leftMpt: left / sharp - marginMpt,
    topMpt: top / sharp - marginMpt,
    widthMpt: width / sharp,
    heightMpt: height / sharp,
  }
}

function grown({ left, top, width, height }: Pixels, by: number): Pixels {
  return { left: left - by, top: top - by, width: width + 2 * by, height: height + 2 * by }
}

/** One canvas for all pages, since what is painted on it is taken off at once. */
function fineCanvas(width: number, height: number): CanvasRenderingContext2D | null {
  fine ??= document.createElement('canvas').getContext('2d', { alpha: false })
  if (fine === null) return null
  if (fine.canvas.width !== width) fine.canvas.width = width
  if (fine.canvas.height !== height) fine.canvas.height = height
  return fine
}
