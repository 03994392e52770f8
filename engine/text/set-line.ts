import type { Ink } from '../document/ink'
import type { Face } from '../fonts/face'

/** Glyphs of one face, size and ink on one line, placed from the line's left edge. */
export interface SetRun {
  readonly face: Face
  readonly sizeMpt: number
  readonly ink: Ink
  /** UTF-16 offset, in the paragraph's text, at which `text` begins. */
  readonly start: number
  readonly glyphs: readonly number[]
  /** Pen position of each glyph, from the left edge of the measure. */
  readonly xMpt: readonly number[]
  /** Height of each glyph over the baseline; absent when all are on it. */
  readonly riseMpt?: readonly number[]
  /** UTF-16 offset, from `start`, of the cluster of each glyph. */
  readonly clusters: readonly number[]
  /** What the run says, exactly as typed, spaces at a line's end included. */
  readonly text: string
  /** Whether a word is divided at its end: its last glyph is a hyphen that nobody typed. */
  readonly isDivided?: boolean
}

/** A stroke that belongs to a line of text: an underline, or the mark of a name or a title. */
export interface SetStroke {
  readonly shape: 'straight' | 'wave'
  readonly fromMpt: number
  readonly toMpt: number
  /** Centre of the stroke under (negative) or over the baseline. */
  readonly riseMpt: number
  readonly thicknessMpt: number
  readonly ink: Ink
}

/** A ruby at its place above a line. */
export interface SetRuby {
  /** Its glyphs; together their runs say its text. */
  readonly runs: readonly SetRun[]
  /** Height of its baseline over that of the line. */
  readonly riseMpt: number
  /** UTF-16 offset, in the paragraph's text, of what it stands above. */
  readonly offset: number
}

/** One composed line. `start` and `end` are UTF-16 offsets in the paragraph's text. */
export interface SetLine {
  readonly start: number
  readonly end: number
  readonly runs: readonly SetRun[]
  readonly strokes: readonly SetStroke[]
  readonly rubies: readonly SetRuby[]
  /** The measure that the line was set to, its first-line indent included. */
  readonly measureMpt: number
  /** From the left edge of the measure to the right edge of the ink's last advance. */
  readonly widthMpt: number
  /** How far the line was squeezed (negative) or stretched (positive) from its natural width. */
  readonly adjustedMpt: number
  readonly isLast: boolean
}

/** A character for which no face of its stack has a glyph. */
export interface MissingCharacter {
  readonly offset: number
  readonly character: string
}

/** A composed paragraph: its lines, top to bottom, and what could not be shown. */
export interface SetParagraph {
  readonly text: string
  readonly lines: readonly SetLine[]
  readonly missing: readonly MissingCharacter[]
}
