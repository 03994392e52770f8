import { PDFiumLibrary } from '@hyzyla/pdfium'
import { PDFDocument, type PDFPage } from 'pdf-lib'
import { averageDown, type PixelPicture } from '../pixels/pixel-picture'

/**
 * How much finer than asked PDFium renders before its pixels are averaged. It puts glyphs and rules
 * on whole pixels; so that these are quarters of those that are looked at.
 */
const FINENESS = 4

/**
 * The pages of a PDF one after another as they are trimmed, rendered by PDFium. The left top corner
 * of the trim box is the corner of a pixel; sides are rounded to whole pixels.
 */
export async function* renderTrimmed(
  pdf: Uint8Array,
  pixelsPerPoint: number,
): AsyncGenerator<PixelPicture, void> {
  const cropped = await PDFDocument.load(pdf, { updateMetadata: false })
  const sizes = cropped.getPages().map((page) => cropToTrim(page, pixelsPerPoint))
  const library = await PDFiumLibrary.init()
  try {
    const document = await library.loadDocument(await cropped.save())
    for (const [index, { width, height }] of sizes.entries()) {
      const fine = { width: width * FINENESS, height: height * FINENESS, scale: 1 }
      const { data } = await document.getPage(index).render({ ...fine, render: 'bitmap' })
      yield averageDown({ ...fine, pixels: data }, FINENESS)
    }
    document.destroy()
  } finally {
    library.destroy()
  }
}

function cropToTrim(page: PDFPage, pixelsPerPoint: number): { width: number; height: number } {
  const trim = page.getTrimBox()
  const width = Math.round(trim.width * pixelsPerPoint)
  const height = Math.round(trim.height * pixelsPerPoint)
  const heightPt = height / pixelsPerPoint
  page.setCropBox(trim.x, trim.y + trim.height - heightPt, width / pixelsPerPoint, heightPt)
  return { width, height }
}
