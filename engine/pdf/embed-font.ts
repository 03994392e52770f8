import { PDFString, typedArrayFor, type PDFRef } from 'pdf-lib'
import type { Subsetter } from '../fonts/subset'
import type { CodedGlyph, FontUse } from './font-use'
import type { Digest, PdfFile } from './pdf-file'
import { toUnicodeCMap } from './to-unicode'

const DEFAULT_WIDTH = 1000
/** The glyphs are named by number, not by a Latin character set (PDF 32000 9.8.2). */
const SYMBOLIC = 4
const TAG_LETTERS = 6
const LETTERS_IN_ALPHABET = 26

/** Two bytes for each number, high byte first. */
function bigEndian(numbers: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(2 * numbers.length)
  for (const [index, number] of numbers.entries()) {
    bytes[2 * index] = number >> 8
    bytes[2 * index + 1] = number & 0xff
  }
  return bytes
}

/** Six capitals that depend on nothing but the glyphs of the subset (PDF 32000 9.6.4). */
export function subsetTag(glyphs: readonly number[], digest: Digest): string {
  const letters = [...digest(bigEndian(glyphs)).subarray(0, TAG_LETTERS)]
  return letters.map((byte) => String.fromCharCode(65 + (byte % LETTERS_IN_ALPHABET))).join('')
}

/**
 * The `W` array (PDF 32000 9.7.4.3): runs of codes whose width is not that of a Han character,
 * each as its first code and its widths.
 */
export function widthArray(
  coded: readonly CodedGlyph[],
  widthOf: (glyph: number) => number,
): (number | number[])[] {
  const array: (number | number[])[] = []
  let run: number[] | undefined
  for (const [code, { glyph }] of coded.entries()) {
    const width = widthOf(glyph)
    if (width === DEFAULT_WIDTH) {
      run = undefined
      continue
    }
    if (run === undefined) array.push(code, (run = []))
    run.push(width)
  }
  return array
}

/** A font in the file, under the name that the subset got. */
export interface EmbeddedFont {
  readonly ref: PDFRef
  readonly baseFont: string
}

/**
 * Embeds a face as a Type 0 font over a TrueType subset (PDF 32000 9.7): Identity-H, a map from
 * codes to glyphs, widths, and a ToUnicode map for every code.
 */
export function embedFont(
  file: PdfFile,
  use: FontUse,
  subsetter: Subsetter,
  digest: Digest,
): EmbeddedFont {
  const { face, coded, widthOf } = use
  const glyphs = [...new Set(coded.map(({ glyph }) => glyph))].sort((a, b) => a - b)
  const baseFont = `${subsetTag(glyphs, digest)}+${face.postScriptName}`
  const milli = (units: number) => Math.round((units * 1000) / face.unitsPerEm)

  const program = subsetter.subset(face, glyphs)
  const descriptor = file.add({
    Type: 'FontDescriptor',
    FontName: baseFont,
    Flags: SYMBOLIC,
    FontBBox: face.bounds.map(milli),
    ItalicAngle: face.italicAngle,
    Ascent: milli(face.ascent),
    Descent: milli(face.descent),
    CapHeight: milli(face.capHeight),
    StemV: Math.round(face.weight / 5),
    FontFile2: file.addStream(program, { Length1: program.length }),
  })
  const descendant = file.add({
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: baseFont,
    CIDSystemInfo: {
      Registry: PDFString.of('Adobe'),
      Ordering: PDFString.of('Identity'),
      Supplement: 0,
    },
    FontDescriptor: descriptor,
    DW: DEFAULT_WIDTH,
    W: widthArray(coded, widthOf),
    CIDToGIDMap: file.addStream(bigEndian(coded.map(({ glyph }) => glyph))),
  })
  const ref = file.add({
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: baseFont,
    Encoding: 'Identity-H',
    DescendantFonts: [descendant],
    ToUnicode: file.addStream(typedArrayFor(toUnicodeCMap(coded))),
  })
  return { ref, baseFont }
}
