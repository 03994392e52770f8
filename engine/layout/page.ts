import type { Ink } from '../document/ink'
import type { PictureCrop } from '../document/picture-crop'
import type { FaceId } from '../fonts/face'

/**
 * The display list: everything that the PDF and the canvas know of a page. Lengths are integers
 * in thousandths of a point, measured from the top left corner of the trimmed page, y down.
 * Items are painted in order, and in reading order: the grounds of boxes, body text first to last,
 * rubies and captions at the end of the paragraph they belong to, furniture last.
 */
export interface ComposedPage {
  readonly index: number
  /** The number printed on the page. */
  readonly folio: number
  readonly side: 'recto' | 'verso'
  readonly parent: string
  readonly widthMpt: number
  readonly heightMpt: number
  readonly bleedMpt: number
  readonly items: readonly PageItem[]
}

export type PageItem = GlyphItem | RectItem | PathItem | ImageItem

/** Where an item comes from, so that a click finds the sentence. */
export type Source =
  | {
      readonly kind: 'story'
      readonly storyId: string
      /** A block's id, or the name of a head part: `kicker`, `headline`, `deck`, `byline`. */
      readonly blockId: string
      /**
       * UTF-16 offset in that block's text where the item begins. What a style puts before the
       * text (◆) has negative ones; a credit begins one after the end of its caption.
       */
      readonly offset: number
    }
  /** A ruby; `offset` is that of the text below it. */
  | {
      readonly kind: 'ruby'
      readonly storyId: string
      readonly blockId: string
      readonly offset: number
    }
  | { readonly kind: 'section'; readonly sectionId: string }
  /** Folios, banners, ornaments: what a reader of the text skips. */
  | { readonly kind: 'furniture' }

/** Glyphs of one face and size on one baseline. */
export interface GlyphItem {
  readonly kind: 'glyphs'
  readonly face: FaceId
  readonly sizeMpt: number
  readonly ink: Ink
  readonly baselineMpt: number
  readonly glyphs: readonly number[]
  /** Pen position of each glyph, from the left edge of the trimmed page. */
  readonly xMpt: readonly number[]
  /** Height of each glyph over the baseline; absent when all are on it. */
  readonly riseMpt?: readonly number[]
  /** UTF-16 offset in `text` of the cluster of each glyph. */
  readonly clusters: readonly number[]
  /** What the glyphs say, exactly as typed. */
  readonly text: string
  /** Whether a word is divided at its end: its last glyph is a hyphen that nobody typed. */
  readonly isDivided?: boolean
  readonly source: Source
}

/** A filled rectangle: a rule, a box, a banner. */
export interface RectItem {
  readonly kind: 'rect'
  readonly xMpt: number
  readonly yMpt: number
  readonly widthMpt: number
  readonly heightMpt: number
  readonly ink: Ink
  readonly source: Source
}

/** One step of a path, in page coordinates. */
export type PathStep =
  | { readonly op: 'M' | 'L'; readonly xMpt: number; readonly yMpt: number }
  | {
      readonly op: 'C'
      readonly x1Mpt: number
      readonly y1Mpt: number
      readonly x2Mpt: number
      readonly y2Mpt: number
      readonly xMpt: number
      readonly yMpt: number
    }
  | { readonly op: 'Z' }

/** A filled shape (non-zero winding): an ornament, the modules of a QR code. */
export interface PathItem {
  readonly kind: 'path'
  readonly steps: readonly PathStep[]
  readonly ink: Ink
  readonly source: Source
}

/** A picture in its frame. The crop is what of the picture shows there. */
export interface ImageItem {
  readonly kind: 'image'
  readonly assetId: string
  readonly xMpt: number
  readonly yMpt: number
  readonly widthMpt: number
  readonly heightMpt: number
  readonly crop: PictureCrop
  readonly alt: string
  readonly source: Source
}

/** An entry of the PDF's outline. Level 1 is a section, level 2 a story. */
export interface Bookmark {
  readonly title: string
  readonly level: 1 | 2
  readonly pageIndex: number
  readonly yMpt: number
}
