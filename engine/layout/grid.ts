import type { PageSpec } from '../document/template-page'
import { areaWidthMpt } from '../document/template-page'

/** Where the type area stands on one page, and its baseline grid. */
export interface PageGrid {
  readonly side: 'recto' | 'verso'
  /** Left edge and top of the type area, from the top left corner of the trimmed page. */
  readonly leftMpt: number
  readonly topMpt: number
  readonly widthMpt: number
  /** Height of one grid line. */
  readonly lineMpt: number
}

/** The grid of the page at an index; the first page is a recto. */
export function gridOfPage(page: PageSpec, index: number): PageGrid {
  const side = page.facing && index % 2 === 1 ? 'verso' : 'recto'
  const widthMpt = areaWidthMpt(page)
  const { inside, top } = page.margins
  return {
    side,
    leftMpt: side === 'recto' ? inside : page.width - inside - widthMpt,
    topMpt: top,
    widthMpt,
    lineMpt: page.typeArea.leading,
  }
}

/**
 * Left edge on the page of something as wide, whose distance from the inside edge of the type area
 * is given: on a verso that is at the right.
 */
export function leftOf(
  { leftMpt, widthMpt }: { readonly leftMpt: number; readonly widthMpt: number },
  grid: PageGrid,
): number {
  const fromLeftMpt = grid.side === 'recto' ? leftMpt : grid.widthMpt - leftMpt - widthMpt
  return grid.leftMpt + fromLeftMpt
}

/** The least number of whole grid lines that a height takes. */
export function linesFor(heightMpt: number, lineMpt: number): number {
  return Math.max(0, Math.ceil(heightMpt / lineMpt))
}

/** Width of each of n columns with gutters between them. */
export function columnWidthMpt(widthMpt: number, columns: number, gutterMpt: number): number {
  return Math.floor((widthMpt - gutterMpt * (columns - 1)) / columns)
}
