import type { PictureCrop } from '../../engine/document/picture-crop'
import type { PageArea } from '../../engine/layout/composition'
import type {
  ComposedPage,
  GlyphItem,
  ImageItem,
  PageItem,
  PathStep,
} from '../../engine/layout/page'
import { inkColour } from './ink-colour'
import type { OutlineBook } from './outline-book'
import { inkArea, meet } from './repaint-area'

/** What a page is painted with. */
export interface Palette {
  readonly outlines: OutlineBook
  /** The whole picture of an asset that a crop is taken of; `undefined` while it is on its way. */
  picture(assetId: string, crop: PictureCrop): ImageBitmap | undefined
}

/**
 * Paints a page with its top left corner at the origin of the context's present transform, whose
 * unit is a thousandth of a point; of its items, those alone that may be seen in an area.
 */
export function paintPage(
  context: CanvasRenderingContext2D,
  page: ComposedPage,
  palette: Palette,
  area?: PageArea,
): void {
  context.fillStyle = '#fff'
  context.fillRect(0, 0, page.widthMpt, page.heightMpt)
  for (const item of page.items) {
    if (area === undefined || meet(area, inkArea(item))) paintItem(context, item, palette)
  }
}

function paintItem(context: CanvasRenderingContext2D, item: PageItem, palette: Palette): void {
  switch (item.kind) {
    case 'glyphs':
      paintGlyphs(context, item, palette.outlines)
      return
    case 'image':
      paintImage(context, item, palette.picture(item.assetId, item.crop))
      return
    case 'rect':
      context.fillStyle = inkColour(item.ink)
      context.fillRect(item.xMpt, item.yMpt, item.widthMpt, item.heightMpt)
      return
    case 'path':
      context.fillStyle = inkColour(item.ink)
      context.beginPath()
      for (const step of item.steps) addStep(context, step)
      context.fill()
  }
}

function addStep(context: CanvasRenderingContext2D, step: PathStep): void {
  switch (step.op) {
    case 'Z':
      context.closePath()
      return
    case 'C': {
      const { x1Mpt, y1Mpt, x2Mpt, y2Mpt, xMpt, yMpt } = step
      context.bezierCurveTo(x1Mpt, y1Mpt, x2Mpt, y2Mpt, xMpt, yMpt)
      return
    }
    case 'M':
      context.moveTo(step.xMpt, step.yMpt)
      return
    default:
      context.lineTo(step.xMpt, step.yMpt)
  }
}

function paintGlyphs(
  context: CanvasRenderingContext2D,
  item: GlyphItem,
  outlines: OutlineBook,
): void {
  const base = context.getTransform()
  const scale = item.sizeMpt / outlines.unitsPerEm(item.face)
  context.fillStyle = inkColour(item.ink)
  for (const [index, glyph] of item.glyphs.entries()) {
    const x = item.xMpt[index] ?? 0
    const y = item.baselineMpt - (item.riseMpt?.[index] ?? 0)
    // The base transform only scales and moves, so its product with a flip is written out.
    context.setTransform(
      base.a * scale,
      0,
      0,
      -base.d * scale,
      base.a * x + base.e,
      base.d * y + base.f,
    )
    for (const layer of outlines.layers(item.face, glyph)) context.fill(layer)
  }
  context.setTransform(base)
}

function paintImage(
  context: CanvasRenderingContext2D,
  item: ImageItem,
  picture: ImageBitmap | undefined,
): void {
  const { xMpt, yMpt, widthMpt, heightMpt, crop } = item
  if (picture === undefined) {
    context.fillStyle = '#eceae5'
    context.fillRect(xMpt, yMpt, widthMpt, heightMpt)
    return
  }
  const across = picture.width / 1_000
  const down = picture.height / 1_000
  context.imageSmoothingQuality = 'high'
  context.drawImage(
    picture,
    crop.left * across,
    crop.top * down,
    crop.width * across,
    crop.height * down,
    xMpt,
    yMpt,
    widthMpt,
    heightMpt,
  )
}
