import type { PageSpec } from '../../engine/document/template-page'
import type { PageFrame } from '../../engine/layout/composition'
import type { ComposedPage } from '../../engine/layout/page'
import { paintGuides } from './paint-guides'
import type { Palette } from './paint-page'
import { paintSheet } from './paint-sheet'
import { repaintArea } from './repaint-area'

/** What a canvas is to show. */
export interface Sheet {
  readonly page: ComposedPage
  readonly frame: PageFrame
  /** CSS pixels to a thousandth of a point. */
  readonly scale: number
  /** Pixels of the screen to one of CSS. */
  readonly pixelRatio: number
  readonly widthPx: number
  readonly heightPx: number
  /** White around the page. */
  readonly marginMpt: number
  /** What the guides are drawn of; `null` for none. */
  readonly guides: PageSpec | null
  /** How many pictures have come so far: one that comes late may belong here. */
  readonly arrivals: number
}

/** Canvases larger than this are painted a little coarser: four bytes each, and two in view. */
const MOST_PIXELS = 24e6

/** Paints one canvas time and again, and each time no more of it than looks other than before. */
export class SheetPainter {
  readonly #canvas: HTMLCanvasElement
  #shown: Sheet | null = null

  constructor(canvas: HTMLCanvasElement) {
    this.#canvas = canvas
  }

  paint(sheet: Sheet, palette: Palette): void {
    const context = this.#canvas.getContext('2d', { alpha: false })
    if (context === null) return
    const { page, frame, scale, marginMpt, guides, widthPx, heightPx } = sheet
    const ratio = Math.min(sheet.pixelRatio, Math.sqrt(MOST_PIXELS / (widthPx * heightPx)))
    const place = { sharp: scale * ratio, marginMpt }
    const before = this.#shown
    this.#shown = sheet
    if (before !== null && differsInPageAlone(before, sheet)) {
      const area = repaintArea(before.page, page)
      if (area !== undefined) paintSheet(context, page, palette, place, area)
      return
    }
    const [width, height] = [Math.round(widthPx * ratio), Math.round(heightPx * ratio)]
    if (this.#canvas.width !== width) this.#canvas.width = width
    if (this.#canvas.height !== height) this.#canvas.height = height
    paintSheet(context, page, palette, place)
    if (guides !== null) {
      paintGuides(context, page, frame, guides, { cssPx: scale, devicePx: place.sharp })
    }
  }

  /** Gives back the memory of a canvas that nobody sees; its size on the desk stays. */
  release(): void {
    this.#shown = null
    this.#canvas.width = this.#canvas.height = 0
  }
}

/** Whether nothing but what is on the page can look other; guides lie over all of a page. */
function differsInPageAlone(before: Sheet, after: Sheet): boolean {
  return (
    before.page.widthMpt === after.page.widthMpt &&
    before.page.heightMpt === after.page.heightMpt &&
    before.scale === after.scale &&
    before.pixelRatio === after.pixelRatio &&
    before.widthPx === after.widthPx &&
    before.heightPx === after.heightPx &&
    before.marginMpt === after.marginMpt &&
    before.guides === null &&
    after.guides === null &&
    before.arrivals === after.arrivals
  )
}
