import type { CodedGlyph } from './font-use'

const ENTRIES_PER_BLOCK = 100
/** What a glyph says that says nothing: a word joiner, which readers leave out. */
const NOTHING = '\u2060'

function hexOf(value: number): string {
  return value.toString(16).padStart(4, '0')
}

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
  const blocks: string[] = []
  for (let from = 0; from < entries.length; from += ENTRIES_PER_BLOCK) {
    const block = entries.slice(from, from + ENTRIES_PER_BLOCK)
    blocks.push(`${block.length} beginbfchar`, ...block, 'endbfchar')
  }
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange',
    '<0000> <ffff>',
    'endcodespacerange',
    ...blocks,
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
  ].join('\n')
}
