import type { GlyphItem } from '../layout/page'
import type { FontUse, FontUses } from './font-use'
import { isBlank } from './text-kind'

/** A glyph of a line with the text that a reader shall take from it. */
export interface SpelledGlyph {
  readonly item: GlyphItem
  readonly font: FontUse
  readonly glyph: number
  readonly text: string
  readonly xMpt: number
  /** Its advance in thousandths of an em. */
  readonly widthMilli: number
  /** Where its advance ends. */
  readonly endMpt: number
  readonly riseMpt: number
}

/**
 * The narrowest gap, in thousandths of an em, at which a space between two words is sure to be
 * taken for one by readers that go by distance; a narrower space is said by the letter before it.
 */
const NARROWEST_SPACE_MILLI = 180

const FORMAT_AT_END = /\p{Cf}+$/u
const BASE_AND_MARKS = /^(.*?\P{Mn})(\p{Mn}.*)$/su
const SPACE = 0x20
const SOFT_HYPHEN = '\u00ad'

/**
 * What each glyph of a cluster says: its characters one by one, the last glyph all that remain;
 * where there are more glyphs than characters the first says all and the others nothing.
 */
function shareOut(said: string, glyphCount: number): readonly string[] {
  const characters = [...said]
  if (characters.length < glyphCount) return [said]
  const last = characters.splice(glyphCount - 1)
  return [...characters, last.join('')]
}

/**
 * Adds the glyphs of an item to a line; joined, their texts are the item's text, and a soft hyphen
 * where it divides a word: readers then know the word for one (PDF 32000 14.8.2.2.3).
 */
function spellItem(item: GlyphItem, font: FontUse, line: SpelledGlyph[]): void {
  const { glyphs, clusters, text, sizeMpt } = item
  const add = (index: number, said: string) => {
    const glyph = glyphs[index] ?? 0
    const xMpt = item.xMpt[index] ?? 0
    const widthMilli = font.widthOf(glyph)
    const endMpt = xMpt + (widthMilli * sizeMpt) / 1000
    const riseMpt = item.riseMpt?.[index] ?? 0
    line.push({ item, font, glyph, text: said, xMpt, widthMilli, endMpt, riseMpt })
  }
  // A hyphen that nobody typed has the cluster of the letter before it.
  const count = glyphs.length - (item.isDivided === true ? 1 : 0)
  let from = 0
  while (from < count) {
    const cluster = clusters[from]
    let to = from + 1
    while (to < count && clusters[to] === cluster) to++
    const said = text.slice(from === 0 ? 0 : cluster, to < count ? clusters[to] : text.length)
    if (to === from + 1) {
      add(from, said)
    } else {
      const shares = shareOut(said, to - from)
      for (let index = from; index < to; index++) add(index, shares[index - from] ?? '')
    }
    from = to
  }
  if (count < glyphs.length) add(count, SOFT_HYPHEN)
}

/** Readers drop a glyph whose text ends in an invisible mark, so such marks are not told. */
function withoutFormatMarks(glyph: SpelledGlyph): SpelledGlyph {
  if (glyph.text.length < 2) return glyph
  const text = glyph.text.replace(FORMAT_AT_END, '') || glyph.text
  return text === glyph.text ? glyph : { ...glyph, text }
}

/**
 * A glyph that says a letter and its combining mark says the letter alone, and a blank after it
 * says the mark: readers take a glyph that says a mark to be as wide as the mark, nothing.
 */
function detachMarks(glyph: SpelledGlyph): readonly SpelledGlyph[] {
  if (glyph.text.length < 2) return [glyph]
  const [, base, marks] = BASE_AND_MARKS.exec(glyph.text) ?? []
  const blank = glyph.font.face.glyphOf(SPACE)
  if (base === undefined || marks === undefined || blank === 0) return [glyph]
  return [
    { ...glyph, text: base },
    { ...glyph, glyph: blank, text: marks, xMpt: glyph.endMpt, widthMilli: 0 },
  ]
}

function isWideSpace(before: SpelledGlyph, after: SpelledGlyph): boolean {
  const gapMpt = after.xMpt - before.endMpt
  const sizeMpt = Math.max(before.item.sizeMpt, after.item.sizeMpt)
  return gapMpt * 1000 >= NARROWEST_SPACE_MILLI * sizeMpt
}

/**
 * Tells blanks with the glyph before them, since readers would drop them or make plain spaces of
 * them: at the line's end, doubled, ideographic, no-break, very narrow. A space between two
 * words stays a glyph of its own.
 */
function foldBlanks(glyphs: readonly SpelledGlyph[]): readonly SpelledGlyph[] {
  if (!glyphs.some(({ text }) => isBlank(text))) return glyphs
  const folded: SpelledGlyph[] = []
  for (const [index, glyph] of glyphs.entries()) {
    const before = folded.at(-1)
    const after = glyphs[index + 1]
    const staysGlyph =
      !isBlank(glyph.text) ||
      before === undefined ||
      (glyph.text === ' ' && after && !isBlank(after.text) && isWideSpace(before, after))
    if (staysGlyph) folded.push(glyph)
    else folded[folded.length - 1] = { ...before, text: before.text + glyph.text }
  }
  return folded
}

/** Spells the items of one line glyph by glyph, so that readers take from it what was typed. */
export function spellLine(items: readonly GlyphItem[], fonts: FontUses): readonly SpelledGlyph[] {
  const glyphs: SpelledGlyph[] = []
  for (const item of items) spellItem(item, fonts.of(item.face), glyphs)
  const folded = foldBlanks(glyphs)
  return folded.some(({ text }) => text.length > 1)
    ? folded.flatMap((glyph) => detachMarks(withoutFormatMarks(glyph)))
    : folded
}
