import type { ComposedPage } from '../../engine/layout/page'
import { type Palette, paintPage } from './paint-page'

/** Where a page lies on its canvas. */
export interface SheetPlace {
  /** Pixels to a thousandth of a point. */
  readonly sharp: number
  /** White around the page. */
  readonly marginMpt: number
}

/** Below this, 54 pixels an inch, text is too small to be read and a page is seen as a whole. */
const OVERVIEW = 0.75e-3

let fine: CanvasRenderingContext2D | null | undefined

/**
 * Paints a page over a whole canvas, and leaves the page's transform set. Browsers put the edges of
 * paths on quarters of a row of pixels, so that the thin level strokes of small text may vanish; an
 * overview is painted with two rows for each, which are then made one.
 */
export function paintSheet(
  context: CanvasRenderingContext2D,
  page: ComposedPage,
  palette: Palette,
  { sharp, marginMpt }: SheetPlace,
): void {
  const { width, height } = context.canvas
  const place = (onto: CanvasRenderingContext2D, rows: number): void => {
    const margin = marginMpt * sharp
    onto.setTransform(sharp, 0, 0, sharp * rows, margin, margin * rows)
  }
  const paint = (onto: CanvasRenderingContext2D, rows: number): void => {
    onto.resetTransform()
    onto.fillStyle = '#fff'
    onto.fillRect(0, 0, width, height * rows)
    place(onto, rows)
    paintPage(onto, page, palette)
  }
  const twice = sharp < OVERVIEW ? fineCanvas(width, 2 * height) : null
  if (twice === null) paint(context, 1)
  else {
    paint(twice, 2)
    context.resetTransform()
    context.imageSmoothingQuality = 'high'
    context.drawImage(twice.canvas, 0, 0, width, height)
    place(context, 1)
  }
}

/** One canvas for all pages, since what is painted on it is taken off at once. */
function fineCanvas(width: number, height: number): CanvasRenderingContext2D | null {
  fine ??= document.createElement('canvas').getContext('2d', { alpha: false })
  if (fine === null) return null
  if (fine.canvas.width !== width) fine.canvas.width = width
  if (fine.canvas.height !== height) fine.canvas.height = height
  return fine
}
