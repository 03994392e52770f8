import { PDFHexString, type PDFRef } from 'pdf-lib'
import type { Bookmark } from '../layout/page'
import type { PdfFile } from './pdf-file'

/** A place in the file that a bookmark leads to. */
export interface Destination {
  readonly page: PDFRef
  /** Upwards from the lower edge of the sheet. */
  readonly yMpt: number
}

interface Entry {
  readonly bookmark: Bookmark
  readonly ref: PDFRef
  readonly children: Entry[]
}

function nest(bookmarks: readonly Bookmark[], nextRef: () => PDFRef): Entry[] {
  const roots: Entry[] = []
  for (const bookmark of bookmarks) {
    const parent = bookmark.level === 2 ? roots.at(-1) : undefined
    const siblings = parent?.bookmark.level === 1 ? parent.children : roots
    siblings.push({ bookmark, ref: nextRef(), children: [] })
  }
  return roots
}

/**
 * Writes the outline (PDF 32000 12.3.3), every entry open: stories under the section before them.
 * `undefined` where there are no bookmarks.
 */
export function writeOutline(
  file: PdfFile,
  bookmarks: readonly Bookmark[],
  destinationOf: (bookmark: Bookmark) => Destination,
): PDFRef | undefined {
  if (bookmarks.length === 0) return undefined
  const { context } = file

  const writeEntries = (entries: readonly Entry[], parent: PDFRef): void => {
    for (const [index, { bookmark, ref, children }] of entries.entries()) {
      const { page, yMpt } = destinationOf(bookmark)
      context.assign(
        ref,
        context.obj({
          Title: PDFHexString.fromText(bookmark.title),
          Parent: parent,
          Prev: entries[index - 1]?.ref,
          Next: entries[index + 1]?.ref,
          First: children[0]?.ref,
          Last: children.at(-1)?.ref,
          Count: children.length === 0 ? undefined : children.length,
          Dest: [page, 'XYZ', null, yMpt / 1000, null],
        }),
      )
      writeEntries(children, ref)
    }
  }

  const root = context.nextRef()
  const entries = nest(bookmarks, () => context.nextRef())
  writeEntries(entries, root)
  context.assign(
    root,
    context.obj({
      Type: 'Outlines',
      First: entries[0]?.ref,
      Last: entries.at(-1)?.ref,
      Count: bookmarks.length,
    }),
  )
  return root
}
