import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { deflateSync } from 'node:zlib'
import { type ExportPreset, type SheetExtent } from '../engine/document/export-preset'
import { BanxinError } from '../engine/document/message'
import { linksOf } from '../engine/document/text-links'
import { createSubsetter } from '../engine/fonts/subset'
import { writePdf } from '../engine/pdf/write-pdf'
import type { Picture } from '../engine/pdf/embed-picture'
import type { Composition } from '../engine/layout/composition'
import type { ComposedFile } from './compose-file'

const require = createRequire(import.meta.url)

/** Which pages are written, for what, and what of the sheets around them. */
export interface PrintChoice {
  readonly composition: Pick<Composition, 'pages' | 'bookmarks'>
  readonly preset: ExportPreset
  readonly sheet: SheetExtent
}

/** Writes composed pages as a PDF; its date is the day of the issue, so that it depends on no clock. */
export async function printPdf(
  { issue, faces }: ComposedFile,
  { composition: { pages, bookmarks }, preset, sheet }: PrintChoice,
  pictures: ReadonlyMap<string, Picture>,
): Promise<Uint8Array> {
  const { publication, number, date } = issue
  const byId = new Map(faces.map((face) => [face.id, face]))
  return writePdf({
    pages,
    bookmarks,
    sheet,
    colourSpace: preset.pictures.colourSpace,
    links: preset.hasLinks ? linksOf(issue) : [],
    pictures,
    faces: (id) => {
      const face = byId.get(id)
      if (face === undefined) throw new Error(`The face ${id} is not open`)
      return face
    },
    info: {
      title: `${publication.name} 第${number}期`,
      author: publication.publisher,
      date: `${date}T00:00:00Z`,
    },
    subsetter: await createSubsetter(
      await readFile(require.resolve('harfbuzzjs/dist/harfbuzz-subset.wasm')),
    ),
    deflate: (bytes) => deflateSync(bytes),
    digest: (bytes) => createHash('sha256').update(bytes).digest(),
  })
}

/**
 * The pages of the given indices with their bookmarks.
 * @throws {BanxinError} `page-absent` for an index beyond the last page.
 */
export function choosePages(
  { pages, bookmarks }: Composition,
  indices: readonly number[],
): Pick<Composition, 'pages' | 'bookmarks'> {
  const chosen = indices.map((index) => {
    const page = pages[index]
    if (page === undefined) throw pageAbsent(index + 1, pages.length)
    return page
  })
  return {
    pages: chosen,
    bookmarks: bookmarks.flatMap((bookmark) => {
      const pageIndex = indices.indexOf(bookmark.pageIndex)
      return pageIndex < 0 ? [] : [{ ...bookmark, pageIndex }]
    }),
  }
}

function pageAbsent(page: number, count: number): BanxinError {
  return new BanxinError('page-absent', {
    what: {
      zh: `没有第 ${page} 页，全期共 ${count} 页`,
      en: `There is no page ${page}; there are ${count}`,
    },
    where: '',
    mend: { zh: '请改页码范围', en: 'Give other pages' },
  })
}
