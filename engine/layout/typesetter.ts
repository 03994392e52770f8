import { BLACK } from '../document/ink'
import type { Template } from '../document/template'
import type { FontBook } from '../fonts/font-book'
import { composeParagraph } from '../text/compose-paragraph'
import type { SetParagraph } from '../text/set-line'
import type { CharacterStyle, LineBelow, Ruby, StyledRun } from '../text/style'
import { createGenerations } from './generations'
import type { Slice } from './slice'
import { type BoundStyle, type StyleBook, createStyleBook } from './style-book'

/** A stretch of a block's text and the marks on it, free of any style. */
export interface InlineText {
  readonly text: string
  readonly strong: boolean
  readonly emphasisDots: boolean
  readonly script: 'normal' | 'superscript' | 'subscript'
  readonly noBreak: boolean
  /** How far it stands over its baseline, in thousandths of its em. */
  readonly shiftMilliEm: number
  readonly lineBelow?: LineBelow
  /** What stands above it, and above its neighbours with the same. */
  readonly ruby?: Ruby
}

/** Text without marks. */
export function plainText(text: string): readonly InlineText[] {
  if (text === '') return []
  const plain = { strong: false, emphasisDots: false, noBreak: false, shiftMilliEm: 0 } as const
  return [{ text, ...plain, script: 'normal' }]
}

/** A text set in a style, with the offset at which its own text begins, after the style's lead. */
export interface SetText {
  readonly paragraph: SetParagraph
  readonly leadLength: number
  readonly bound: BoundStyle
  /** Lines that its place holds; 1 unless wished otherwise, and of no account in a story. */
  readonly mostLines: number
}

/** Called with each set text of a block, so that what could not be shown is reported once. */
export type NoteText = (set: SetText, blockId: string) => void

/** What is wished of one text beyond its style. */
export interface TextWishes {
  /** A line more than it needs (放行). */
  readonly runsOver?: boolean
  /** Measures of its first lines, where they are not the width. */
  readonly measuresMpt?: readonly number[]
  /** Without its first-line indent: its style's otherwise. */
  readonly isUnindented?: boolean
  /** What it costs to end a line after each UTF-16 unit of the text. */
  readonly bonds?: readonly number[]
  /** Lines that its place holds. */
  readonly mostLines?: number
  /** The rest of a paragraph that was parted: without indent and without what its style leads with. */
  readonly goesOn?: boolean
}

/**
 * Sets texts in the styles of one template, and remembers them: text that is set again in the
 * same style to the same width is looked up. `turn`, between two composes, lets go of texts that
 * have long been asked for by none.
 */
export interface Typesetter {
  readonly template: Template
  readonly book: FontBook
  readonly styles: StyleBook
  setText(
    content: readonly InlineText[],
    styleName: string,
    widthMpt: number,
    wishes?: TextWishes,
  ): SetText
  /** What is made of a set text, made once for each name; it goes with the text. */
  slicesOf(set: SetText, name: string, make: () => readonly Slice[]): readonly Slice[]
  turn(): void
}

/** An issue of sixteen pages has about 600 texts. */
const MOST_TEXTS = 3_000

export function createTypesetter(template: Template, book: FontBook): Typesetter {
  const styles = createStyleBook(template, book)
  const texts = createGenerations<string, SetText>(MOST_TEXTS)
  const slices = new WeakMap<SetText, Map<string, readonly Slice[]>>()
  return {
    template,
    book,
    styles,
    setText(content, styleName, widthMpt, wishes = {}) {
      const key = JSON.stringify([styleName, widthMpt, wishes, content])
      const known = texts.get(key)
      if (known !== undefined) return known
      const set = setAnew(template, styles, content, styleName, widthMpt, wishes)
      texts.set(key, set)
      return set
    },
    slicesOf(set, name, make) {
      const ofSet = slices.get(set) ?? new Map<string, readonly Slice[]>()
      slices.set(set, ofSet)
      const known = ofSet.get(name) ?? make()
      ofSet.set(name, known)
      return known
    },
    turn: texts.turn,
  }
}

function setAnew(
  template: Template,
  styles: StyleBook,
  content: readonly InlineText[],
  styleName: string,
  widthMpt: number,
  {
    mostLines = 1,
    goesOn = false,
    isUnindented = false,
    measuresMpt = [],
    ...settings
  }: TextWishes,
): SetText {
  const bound = styles.get(styleName)
  const runs: StyledRun[] = []
  const lead = goesOn ? undefined : bound.style.lead
  if (lead !== undefined) {
    const ink = template.inks.get(lead.swatch) ?? BLACK
    runs.push({ text: lead.text, style: { ...bound.character, ink }, noBreak: true })
  }
  for (const inline of content) {
    const { text, noBreak, ruby } = inline
    const style = styleOf(inline, bound, styles)
    runs.push({ text, style, noBreak, ...(ruby === undefined ? {} : { ruby }) })
  }
  const indentMpt = goesOn || isUnindented ? 0 : bound.setting.indentMpt
  const setting = { ...bound.setting, ...settings, indentMpt }
  const paragraph = composeParagraph(runs, setting, [...measuresMpt, widthMpt])
  return { paragraph, leadLength: lead?.text.length ?? 0, bound, mostLines }
}

/** Raised and lowered characters are set at 60 % and stand a third of an em off the baseline. */
function styleOf(inline: InlineText, bound: BoundStyle, styles: StyleBook): CharacterStyle {
  const base = inline.strong ? styles.strengthen(bound) : bound.character
  const { emphasisDots, lineBelow, script, shiftMilliEm } = inline
  const isPlain = !emphasisDots && lineBelow === undefined && shiftMilliEm === 0
  if (script === 'normal' && isPlain) return base
  const { sizeMpt } = base
  const rises = { normal: 0, superscript: sizeMpt * 0.36, subscript: sizeMpt * -0.14 }
  return {
    ...base,
    emphasisDots,
    ...(lineBelow === undefined ? {} : { lineBelow }),
    sizeMpt: script === 'normal' ? sizeMpt : Math.round(sizeMpt * 0.6),
    riseMpt: Math.round(rises[script] + (sizeMpt * shiftMilliEm) / 1000),
  }
}
