import type { Face } from '../fonts/face'
import type { MissingCharacter } from './set-line'
import type { CharacterStyle } from './style'

/**
 * Gap stages of R7, in the order in which they are used up (CLREQ 3.5.3 and 3.5.4). 0 is a gap
 * that never changes; stage (0) of R7, the mark at a line's end, is in `inkEnds` already.
 */
export const Squeeze = {
  None: 0,
  WordSpace: 1,
  WideDot: 2,
  Bracket: 3,
  Pause: 4,
  HanLatin: 5,
  /** Between the letters of a Latin word, where the style lets it (`letterFitMilliEm`). */
  Letter: 6,
  End: 7,
} as const

export const Stretch = { None: 0, WordSpace: 1, HanLatin: 2, Letter: 3, Other: 4 } as const

/** What a gap of stage `Stretch.Other` may grow to: as wide as the line needs. */
export const UNBOUNDED = 0x3fffffff

/**
 * The gap after each cluster, by index of the cluster: adjustable space between the ink bodies
 * of neighbours, blanks of marks and tracking included. Lengths in thousandths of a point.
 */
export interface Gaps {
  readonly naturals: Int32Array
  readonly minima: Int32Array
  readonly maxima: Int32Array
  readonly squeezeStages: Uint8Array
  readonly stretchStages: Uint8Array
}

/**
 * The glyphs of all clusters, in order. Those of cluster `i` run from `starts[i]` to
 * `starts[i + 1]`; lengths in thousandths of a point.
 */
export interface Glyphs {
  readonly starts: Int32Array
  readonly ids: Int32Array
  /** Pen position from the left edge of the cluster's body. */
  readonly xs: Int32Array
  /** Height over the baseline. */
  readonly rises: Int32Array
}

/** A ruby made ready to be placed above its base. Lengths in thousandths of a point. */
export interface ShapedRuby {
  /** First and last cluster of its base. */
  readonly first: number
  readonly last: number
  readonly shaped: ShapedParagraph
  readonly widthMpt: number
  /** Height of its baseline over that of its base. */
  readonly riseMpt: number
  /** The space that belongs to it at either side. */
  readonly apartMpt: number
}

/**
 * A paragraph made ready for breaking, whatever the measure: a struct of arrays by cluster, the
 * smallest piece that is never parted (a Han character, a mark, a letter with its accents,
 * `——`). It is immutable and holds integers only. Its arrays are cut out of larger ones
 * (`cut-arrays.ts`): what is remembered of a paragraph is its lines, not this.
 */
export interface ShapedParagraph {
  readonly text: string
  readonly isChinese: boolean
  readonly styles: readonly CharacterStyle[]
  readonly faces: readonly Face[]
  readonly count: number
  /** UTF-16 offset of each cluster, and of the text's end. */
  readonly offsets: Int32Array
  /** `Kind` of each cluster. */
  readonly kinds: Uint8Array
  /** Index into `styles` and `faces`. */
  readonly styleOf: Int32Array
  readonly faceOf: Int32Array
  /** Advance of each cluster without the blanks of a mark. */
  readonly bodies: Int32Array
  /** What of a body is space that a ruby asks for, at its left and right; empty without rubies. */
  readonly padsBefore: Int32Array
  readonly padsAfter: Int32Array
  readonly blanksBefore: Int32Array
  readonly blanksAfter: Int32Array
  readonly glyphs: Glyphs
  /** `Break` after each cluster. */
  readonly breaks: Uint8Array
  /** 1 where a line that ends after the cluster must shape its Latin word again. */
  readonly reshapes: Uint8Array
  /** 1 where a line that ends after the cluster divides an English word, and shows a hyphen. */
  readonly hyphens: Uint8Array
  readonly gaps: Gaps
  /** Left edge of each body on one endless line, all gaps natural; one more for the end. */
  readonly positions: Float64Array
  /** 1 where a cluster hangs beyond the measure when it ends a line (R6). */
  readonly hangs: Uint8Array
  /** What all gaps before each cluster can be squeezed by; one more for the end. */
  readonly squeezes: Float64Array
  readonly rubies: readonly ShapedRuby[]
  readonly missing: readonly MissingCharacter[]
}
