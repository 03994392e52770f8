import { PDFiumLibrary } from '@hyzyla/pdfium'
import type { Face, FaceId } from '../../engine/fonts/face'
import type { ComposedPage } from '../../engine/layout/page'

/** A rendered page: `width` × `height` pixels of four bytes (red, green, blue, alpha). */
export interface RenderedPage {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
}

/** Renders pages with PDFium, at about `scale` pixels a point. */
export async function renderWithPdfium(
  pdf: Uint8Array,
  scale: number,
): Promise<readonly RenderedPage[]> {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(pdf)
  const rendered: RenderedPage[] = []
  for (const page of document.pages()) {
    const { width, height, data } = await page.render({ scale, render: 'bitmap' })
    rendered.push({ width, height, pixels: data })
  }
  document.destroy()
  library.destroy()
  return rendered
}

/** The colour of a pixel as one number: `0xrrggbb`. */
export function colourAt(page: RenderedPage, x: number, y: number): number {
  const at = 4 * (y * page.width + x)
  const [red = 0, green = 0, blue = 0] = page.pixels.subarray(at, at + 3)
  return (red << 16) | (green << 8) | blue
}

/** A rectangle of pixels: left, top, right, bottom, the last two not included. */
export type PixelBox = readonly [left: number, top: number, right: number, bottom: number]

/** Whether all pixels of a rectangle have one colour. */
export function isUniform(page: RenderedPage, [left, top, right, bottom]: PixelBox): boolean {
  const first = colourAt(page, left, top)
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) if (colourAt(page, x, y) !== first) return false
  }
  return true
}

/** A glyph that should be seen on a page, and is not. */
export interface BlankGlyph {
  readonly face: FaceId
  readonly glyph: number
  readonly text: string
  readonly pageIndex: number
}

/** The box around a glyph's outline in font units, y up; `undefined` for a blank one. */
function outlineBounds(face: Face, glyph: number): [number, number, number, number] | undefined {
  const ends = face.outlineOf(glyph).flatMap((step) => (step.op === 'Z' ? [] : [step]))
  if (ends.length === 0) return undefined
  const xs = ends.map(({ x }) => x)
  const ys = ends.map(({ y }) => y)
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

/**
 * Renders a PDF of composed pages and looks at the first place of every distinct glyph of every
 * face: those whose outline has ink and whose place shows nothing. `originMpt` is what the sheet
 * has around the trimmed page.
 */
export async function findBlankGlyphs(
  pdf: Uint8Array,
  pages: readonly ComposedPage[],
  faces: (id: FaceId) => Face,
  originMpt: number,
  scale = 4,
): Promise<readonly BlankGlyph[]> {
  const rendered = await renderWithPdfium(pdf, scale)
  const seen = new Set<string>()
  const blank: BlankGlyph[] = []
  for (const [pageIndex, page] of pages.entries()) {
    const image = rendered[pageIndex]
    if (image === undefined) throw new Error(`PDFium rendered no page ${pageIndex}`)
    // PDFium's wrapper rounds the sheet down to whole points before it scales it.
    const acrossMpt = image.width / (page.widthMpt + 2 * originMpt)
    const downMpt = image.height / (page.heightMpt + 2 * originMpt)
    for (const item of page.items) {
      if (item.kind !== 'glyphs') continue
      const face = faces(item.face)
      for (const [index, glyph] of item.glyphs.entries()) {
        const key = `${item.face} ${glyph}`
        if (seen.has(key)) continue
        seen.add(key)
        const bounds = outlineBounds(face, glyph)
        if (bounds === undefined) continue
        const unit = item.sizeMpt / face.unitsPerEm
        const x = originMpt + (item.xMpt[index] ?? 0)
        const y = originMpt + item.baselineMpt - (item.riseMpt?.[index] ?? 0)
        const box: PixelBox = [
          Math.max(0, Math.floor((x + bounds[0] * unit) * acrossMpt) - 1),
          Math.max(0, Math.floor((y - bounds[3] * unit) * downMpt) - 1),
          Math.min(image.width, Math.ceil((x + bounds[2] * unit) * acrossMpt) + 1),
          Math.min(image.height, Math.ceil((y - bounds[1] * unit) * downMpt) + 1),
        ]
        if (isUniform(image, box)) {
          blank.push({ face: item.face, glyph, text: item.text, pageIndex })
        }
      }
    }
  }
  return blank
}
