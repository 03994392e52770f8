import { Blob, DrawFuncs, Face as HarfBuzzFace, Font } from 'harfbuzzjs'
import { MOST_NUMBER_BYTES, writeNumber } from './write-number'

/** Draws glyphs of one face as SVG path data in ASCII, in font units with y up. */
export type PathDrawer = (glyph: number) => Uint8Array

const [M, L, Q, C, Z] = [0x4d, 0x4c, 0x51, 0x43, 0x5a]
const SPACE = 0x20
/** A letter, three points, and what parts their numbers. */
const MOST_STEP_BYTES = 6 * (MOST_NUMBER_BYTES + 1)

// One pen and one page serve all faces; steps as objects would take three times as long.
const pen = new DrawFuncs()
let page = new Uint8Array(65_536)
let end = 0

pen.setMoveToFunc((x, y) => {
  begin(M)
  point(x, y)
})
pen.setLineToFunc((x, y) => {
  begin(L)
  point(x, y)
})
pen.setQuadraticToFunc((x1, y1, x, y) => {
  begin(Q)
  point(x1, y1)
  page[end++] = SPACE
  point(x, y)
})
pen.setCubicToFunc((x1, y1, x2, y2, x, y) => {
  begin(C)
  point(x1, y1)
  page[end++] = SPACE
  point(x2, y2)
  page[end++] = SPACE
  point(x, y)
})
pen.setClosePathFunc(() => {
  begin(Z)
})

/** A drawer for a face: copies the whole file into HarfBuzz, about 1 ms a megabyte. */
export function createPathDrawer(bytes: Uint8Array, collectionIndex: number): PathDrawer {
  const font = new Font(new HarfBuzzFace(new Blob(bytes), collectionIndex))
  return (glyph) => {
    end = 0
    font.drawGlyph(glyph, pen)
    return page.slice(0, end)
  }
}

function begin(letter: number): void {
  if (end + MOST_STEP_BYTES > page.length) {
    const larger = new Uint8Array(2 * page.length)
    larger.set(page)
    page = larger
  }
  page[end++] = letter
}

function point(x: number, y: number): void {
  end = writeNumber(page, end, x)
  page[end] = SPACE
  end = writeNumber(page, end + 1, y)
}
