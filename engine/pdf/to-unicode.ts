import type { CodedGlyph } from './font-use'
import { hexOf, writeCMap } from './write-cmap'

/** What a glyph says that says nothing: a word joiner, which readers leave out. */
const NOTHING = '\u2060'

/** Text as the hexadecimal UTF-16BE of a CMap. */
function hexText(text: string): string {
  let hex = ''
  for (let index = 0; index < text.length; index++) hex += hexOf(text.charCodeAt(index))
  return hex
}

/**
 * The ToUnicode CMap of a font (PDF 32000 9.10.3): what each code says, in UTF-16BE.
 * `coded[code]` is the glyph of that code; code 0 is left out.
 */
export function toUnicodeCMap(coded: readonly CodedGlyph[]): string {
  const entries = coded
    .map(({ text }, code) => `<${hexOf(code)}> <${hexText(text || NOTHING)}>`)
    .slice(1)
  return writeCMap('Adobe-Identity-UCS', 'UCS', 'bfchar', entries)
}
