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

/** The texts of the glyphs of one item: joined, they are the item's text. */
function spellItem(item: GlyphItem): string[] {
  const { glyphs, clusters, text } = item
  const texts = glyphs.map(() => '')
  let from = 0
  while (from < glyphs.length) {
    const cluster = clusters[from]
    let to = from + 1
    while (to < glyphs.length && clusters[to] === cluster) to++
    const said = text.slice(from === 0 ? 0 : cluster, clusters[to] ?? text.length)
    const characters = to - from > 1 ? [...said] : []
    if (characters.length < to - from) {
      texts[from] = said
    } else {
      for (let index = from; index < to - 1; index++) texts[index] = characters[index - from] ?? ''
      texts[to - 1] = characters.slice(to - from - 1).join('')
    }
    from = to
  }
  return texts
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
    { ...glyph, glyph: blank, text: marks, xMpt: glyph.endMpt },
  ]
}

function isWideSpace(before: SpelledGlyph, after: SpelledGlyph): boolean {
  const gapMpt = after.xMpt - before.endMpt
  const sizeMpt = Math.max(before.item.sizeMpt, after.item.sizeMpt)
  return gapMpt * 1000 >= NARROWEST_SPACE_MILLI * sizeMpt
}

/**
 * Spells the items of one line glyph by glyph. A space between two words stays a glyph of its
 * own. Any other blank (at the line's end, doubled, ideographic, no-break, very narrow) is told
 * with the glyph before it, since readers would drop it or make a plain space of it.
 */
export function spellLine(items: readonly GlyphItem[], fonts: FontUses): readonly SpelledGlyph[] {
  const glyphs = items.flatMap((item) => {
    const font = fonts.of(item.face)
    const texts = spellItem(item)
    return item.glyphs.map((glyph, index): SpelledGlyph => {
      const xMpt = item.xMpt[index] ?? 0
      return {
        item,
        font,
        glyph,
        text: texts[index] ?? '',
        xMpt,
        endMpt: xMpt + (font.widthOf(glyph) * item.sizeMpt) / 1000,
        riseMpt: item.riseMpt?.[index] ?? 0,
      }
    })
  })
  const spelled: SpelledGlyph[] = []
  for (const [index, glyph] of glyphs.entries()) {
    const before = spelled.at(-1)
    const after = glyphs[index + 1]
    const staysGlyph =
      !isBlank(glyph.text) ||
      before === undefined ||
      (glyph.text === ' ' && after && !isBlank(after.text) && isWideSpace(before, after))
    if (staysGlyph) spelled.push(glyph)
    else spelled[spelled.length - 1] = { ...before, text: before.text + glyph.text }
  }
  return spelled.flatMap((glyph) => detachMarks(withoutFormatMarks(glyph)))
}
