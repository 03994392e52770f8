import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import type { Face } from '../../engine/fonts/face'
import { createSubsetter, type Subsetter } from '../../engine/fonts/subset'
import type { ComposedPage } from '../../engine/layout/page'
import { writePdf, type PdfInput } from '../../engine/pdf/write-pdf'
import { readSubsetterWasm } from './bundled-faces'

let subsetter: Promise<Subsetter> | undefined

/** Writes pages as the host does, with what a test does not care for filled in. */
export async function writeTestPdf(
  pages: readonly ComposedPage[],
  faces: readonly Face[],
  change: Partial<PdfInput> = {},
): Promise<Uint8Array> {
  subsetter ??= createSubsetter(readSubsetterWasm())
  return writePdf({
    pages,
    faces: (id) => {
      const face = faces.find((open) => open.id === id)
      if (face === undefined) throw new Error(`The test has not opened ${id}`)
      return face
    },
    pictures: new Map(),
    bookmarks: [],
    info: { title: '题目', author: '编辑部', date: '2024-05-06T08:00:00+08:00' },
    sheet: 'bleed',
    colourSpace: 'cmyk',
    links: [],
    subsetter: await subsetter,
    deflate: (bytes) => deflateSync(bytes),
    digest: (bytes) => createHash('sha256').update(bytes).digest(),
    ...change,
  })
}
