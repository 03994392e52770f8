import type { ComposedPage } from '../layout/page'

/** The start of a run of pages whose labels count on: its index, and how it is labelled. */
export type LabelRange = number | { readonly S: 'D'; readonly St: number }

/**
 * The `Nums` array of the page labels (PDF 32000 12.4.2): each page is called by the number
 * that is printed on it.
 */
export function pageLabels(pages: readonly ComposedPage[]): LabelRange[] {
  const ranges: LabelRange[] = []
  for (const [index, { folio }] of pages.entries()) {
    const before = pages[index - 1]
    if (before === undefined || folio !== before.folio + 1)
      ranges.push(index, { S: 'D', St: folio })
  }
  return ranges
}
