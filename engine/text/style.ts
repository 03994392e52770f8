import type { Ink } from '../document/ink'
import type { FaceStack } from '../fonts/face-stack'

/**
 * A line below text: an underline, a proper-name mark (专名号, straight) or the second form of the
 * title mark (书名号乙式, wavy).
 */
export interface LineBelow {
  readonly kind: 'underline' | 'proper-name' | 'title'
  /** Tells it from the line of the name or title beside it. */
  readonly ordinal: number
}

/** A text set small above other text (注音). */
export interface Ruby {
  readonly text: string
  /** Tells it from the ruby beside it. */
  readonly ordinal: number
}

/** How a run of characters is set, with every template reference already resolved. */
export interface CharacterStyle {
  readonly stack: FaceStack
  readonly sizeMpt: number
  readonly ink: Ink
  /** Extra space after each character, in thousandths of an em; may be negative. */
  readonly trackingMilliEm: number
  /** Baseline shift upwards (superscript) or downwards (negative). */
  readonly riseMpt: number
  /** 着重号 below each Han character (CLREQ 3.4.1). */
  readonly emphasisDots: boolean
  readonly lineBelow?: LineBelow
}

/** The level of line-start and line-end prohibition (CLREQ 3.1.4; typography R1). */
export type ProhibitionLevel = 'none' | 'basic' | 'gb' | 'strict'

export type Alignment = 'justify' | 'left' | 'center' | 'right'

/** Where a tab brings the text after it. */
export interface TabStop {
  /** From the left edge of the measure; `end` is its right edge. */
  readonly atMpt: number | 'end'
  readonly align: 'left' | 'right' | 'center'
  /** What fills the white before the text. */
  readonly leader?: '·' | '…' | '.'
}

/** How a paragraph is broken into lines and its lines filled. */
export interface ParagraphSetting {
  readonly alignment: Alignment
  /** First-line indent. */
  readonly indentMpt: number
  readonly prohibition: ProhibitionLevel
  /** The least number of Han characters on the last line (孤字); 1 lets anything pass. */
  readonly lastLineMinHan: number
  /**
   * How wide marks are that do not meet others (R3): an em each (全角), half an em (半角), or an em
   * for `。？！` and half for the others (开明).
   */
  readonly marks: 'full' | 'half' | 'kaiming'
  /** Whether one of `、，。` at a line’s end hangs beyond the measure (R6). */
  readonly hangs: boolean
  /** Whether `。？！` may be squeezed to half an em inside a line (R7 stage 6). */
  readonly squeezeStops: boolean
  /**
   * How the lines of a justified text are chosen: all of a paragraph together, for the most even
   * spacing (`total-fit`), the same in as few lines as there can be (`fewest`), where room is short,
   * or one after the other, each taking in all that it can (`nearest`), as many presses set.
   */
  readonly lines: 'total-fit' | 'fewest' | 'nearest'
  /** Trim an opening bracket at a line start by half an em (R5). */
  readonly trimLineStart: boolean
  /**
   * `fill` sets each line as full as it goes; `balance` finds the narrowest measure that keeps
   * the number of lines, for headlines that break into lines of like length.
   */
  readonly shape: 'fill' | 'balance'
  /**
   * What it costs a balanced text to end a line after each UTF-16 unit, for breaks by sense; a
   * line that is two ems longer than its neighbours costs about 10.
   */
  readonly bonds?: readonly number[]
  /** Whether English words may be divided with a hyphen at a line's end; never in balanced text. */
  readonly hyphenates?: boolean
  /**
   * By how much the space between the letters of a Latin word may shrink or grow, in thousandths of
   * an em, when the gaps that come before it are used up.
   */
  readonly letterFitMilliEm?: number
  /** Where tabs go, from left to right; a tab is a blank of one em without any. */
  readonly tabs?: readonly TabStop[]
  /** 放行: take one line more than needed, where that can be done decently. */
  readonly runsOver?: boolean
}

/** A stretch of text in one style. The paragraph's text is its runs' texts, joined. */
export interface StyledRun {
  readonly text: string
  readonly style: CharacterStyle
  /** Keep the run on one line (the no-break mark). */
  readonly noBreak: boolean
  /** What stands above it, and above its neighbours with the same. */
  readonly ruby?: Ruby
}
