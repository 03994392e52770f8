import type { FaceFlaw } from './face-description'

/** Names a face in composed pages and caches: `family/weight`, as in `Noto Serif SC/400`. */
export type FaceId = string

/** One glyph as the shaper placed it; lengths in font units. */
export interface ShapedGlyph {
  readonly glyph: number
  /** UTF-16 offset, in the shaped text, of the cluster this glyph belongs to. */
  readonly cluster: number
  readonly advance: number
  readonly dx: number
  readonly dy: number
  /** HarfBuzz's word that a line must be shaped again if it is broken before this glyph. */
  readonly unsafeToBreak: boolean
}

/** What a shaper must be told; guessing is what makes `——` come out 1.69 em wide. */
export interface ShapingContext {
  /** ISO 15924, as in `Hani`, `Latn`. */
  readonly script: string
  /** BCP 47, as in `zh-Hans`, `en`. */
  readonly language: string
  /** OpenType features in HarfBuzz notation, as in `halt`, `-liga`. */
  readonly features?: readonly string[]
}

/** One drawing step of an outline; coordinates in font units, y up. */
export type OutlineStep =
  | { readonly op: 'M' | 'L'; readonly x: number; readonly y: number }
  | {
      readonly op: 'Q'
      readonly x1: number
      readonly y1: number
      readonly x: number
      readonly y: number
    }
  | {
      readonly op: 'C'
      readonly x1: number
      readonly y1: number
      readonly x2: number
      readonly y2: number
      readonly x: number
      readonly y: number
    }
  | { readonly op: 'Z' }

/** What sets text in place of a family that is not to be had. */
export interface StandIn {
  /** The family whose face it is. */
  readonly family: string
  /** Why the one asked for is not to be had: it is not there, or cannot be used. */
  readonly reason: FaceFlaw | 'absent'
}

/** One face of a family, opened from its bytes. All lengths in font units. */
export interface Face {
  readonly id: FaceId
  readonly family: string
  readonly weight: number
  /** Given when this is not the family that was asked for, though it goes by its name. */
  readonly standIn?: StandIn
  readonly unitsPerEm: number
  readonly ascent: number
  /** Negative below the baseline. */
  readonly descent: number
  readonly capHeight: number
  /** The box around all glyphs, y up: left, bottom, right, top. */
  readonly bounds: readonly [number, number, number, number]
  /** Degrees, counter-clockwise from upright; negative leans to the right. */
  readonly italicAngle: number
  /** The name that a PDF gives the font, as in `NotoSerifSC-Regular`. */
  readonly postScriptName: string
  /** How its outlines are stored, which decides how a PDF embeds them. */
  readonly outlines: 'TrueType' | 'CFF'
  /** Whether its maker lets a subset be embedded in a document (`OS/2.fsType`). */
  readonly mayEmbed: boolean
  readonly glyphCount: number
  /** The whole font file (sfnt, or a collection of them). */
  readonly bytes: Uint8Array
  /** Which face of `bytes` this is, when that is a collection; 0 otherwise. */
  readonly collectionIndex: number
  /** The nominal glyph of a code point; 0 when the face has none. */
  glyphOf(codePoint: number): number
  advanceOf(glyph: number): number
  shape(text: string, context: ShapingContext): readonly ShapedGlyph[]
  outlineOf(glyph: number): readonly OutlineStep[]
}
