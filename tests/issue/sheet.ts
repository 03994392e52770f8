import { PDFDocument } from 'pdf-lib'
import type { ComposedPage, GlyphItem, PageItem } from '../../engine/layout/page'
import type { Ink } from '../../engine/document/ink'

/** A box in points: left, bottom, right, top. */
export type BoxPt = readonly [left: number, bottom: number, right: number, top: number]

/** The boxes of one page of a PDF. */
export interface SheetBoxes {
  readonly media: BoxPt
  readonly bleed: BoxPt
  readonly trim: BoxPt
}

interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const toBox = ({ x, y, width, height }: Rectangle): BoxPt => [x, y, x + width, y + height]

/** The boxes of every page of a PDF. */
export async function readSheetBoxes(pdf: Uint8Array): Promise<readonly SheetBoxes[]> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false })
  return document.getPages().map((page) => ({
    media: toBox(page.getMediaBox()),
    bleed: toBox(page.getBleedBox()),
    trim: toBox(page.getTrimBox()),
  }))
}

/** A box on a page in mpt, from the top left corner of the trimmed page. */
export interface PageBox {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Where the glyphs of an item have their ink, roughly: Han, and half an em of the last glyph. */
export function boxOfText(item: GlyphItem): PageBox {
  return {
    left: Math.min(...item.xMpt),
    right: Math.max(...item.xMpt) + item.sizeMpt / 2,
    top: item.baselineMpt - 0.8 * item.sizeMpt,
    bottom: item.baselineMpt + 0.1 * item.sizeMpt,
  }
}

/** What a path or anything else but glyphs covers. */
export function boxOfArt(item: Exclude<PageItem, GlyphItem>): PageBox {
  if (item.kind !== 'path') {
    return {
      left: item.xMpt,
      top: item.yMpt,
      right: item.xMpt + item.widthMpt,
      bottom: item.yMpt + item.heightMpt,
    }
  }
  const points = item.steps.flatMap((step) => (step.op === 'Z' ? [] : [step]))
  return {
    left: Math.min(...points.map((point) => point.xMpt)),
    top: Math.min(...points.map((point) => point.yMpt)),
    right: Math.max(...points.map((point) => point.xMpt)),
    bottom: Math.max(...points.map((point) => point.yMpt)),
  }
}

const meets = (one: PageBox, other: PageBox): boolean =>
  one.left < other.right &&
  other.left < one.right &&
  one.top < other.bottom &&
  other.top < one.bottom

const isBlackOnly = ({ cyan, magenta, yellow }: Ink): boolean =>
  cyan === 0 && magenta === 0 && yellow === 0

/** Where a page has black text and nothing in colour under or beside it. */
export function findBlackText(page: ComposedPage): readonly PageBox[] {
  const colours = page.items.flatMap((item) => {
    if (item.kind === 'image') return [boxOfArt(item)]
    if (isBlackOnly(item.ink)) return []
    return [item.kind === 'glyphs' ? boxOfText(item) : boxOfArt(item)]
  })
  return page.items.flatMap((item) => {
    if (item.kind !== 'glyphs' || !isBlackOnly(item.ink) || item.text.trim() === '') return []
    const box = boxOfText(item)
    return colours.some((colour) => meets(box, colour)) ? [] : [box]
  })
}
