import type { SheetExtent } from '../document/export-preset'
import type { ComposedPage } from '../layout/page'

/** A rectangle on the sheet: left, bottom, right, top, in mpt from its lower left corner. */
export type Box = readonly [left: number, bottom: number, right: number, top: number]

/** The boxes of a page, each inside the one before (PDF 32000 14.11.2). */
export interface PageBoxes {
  readonly media: Box
  readonly bleed: Box
  readonly trim: Box
}

/** What the sheet has beyond the bleed on each side when it carries printer's marks: 10 mm. */
export const SLUG_MPT = 28_346

/** The boxes of a page; a sheet with marks has a slug around the bleed to hold them. */
export function boxesOf(page: ComposedPage, sheet: SheetExtent): PageBoxes {
  const slug = sheet === 'marks' ? SLUG_MPT : 0
  const bleed = sheet === 'trim' ? 0 : page.bleedMpt
  const edge = slug + bleed
  const right = edge + page.widthMpt
  const top = edge + page.heightMpt
  return {
    media: [0, 0, right + edge, top + edge],
    bleed: [slug, slug, right + bleed, top + bleed],
    trim: [edge, edge, right, top],
  }
}
