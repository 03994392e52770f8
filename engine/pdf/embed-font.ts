import { PDFString, typedArrayFor, type PDFRef } from 'pdf-lib'
import { readCids } from '../fonts/cff'
import { readSfnt, requireTable } from '../fonts/sfnt'
import type { Subsetter } from '../fonts/subset'
import type { FontUse } from './font-use'
import type { Digest, PdfFile } from './pdf-file'
import { toUnicodeCMap } from './to-unicode'
import { hexOf, writeCMap } from './write-cmap'

const DEFAULT_WIDTH = 1000
/** The glyphs are named by number, not by a Latin character set (PDF 32000 9.8.2). */
const SYMBOLIC = 4
const TAG_LETTERS = 6
const LETTERS_IN_ALPHABET = 26
const IDENTITY_SYSTEM = {
  Registry: PDFString.of('Adobe'),
  Ordering: PDFString.of('Identity'),
  Supplement: 0,
}

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
 * The `W` array (PDF 32000 9.7.4.3): runs of CIDs whose width is not that of a Han character, each
 * as its first CID and its widths. The CIDs come in ascending order.
 */
export function widthArray(
  widths: Iterable<readonly [cid: number, width: number]>,
): (number | number[])[] {
  const array: (number | number[])[] = []
  let run: number[] = []
  let next: number | undefined
  for (const [cid, width] of widths) {
    if (width === DEFAULT_WIDTH) continue
    if (cid !== next) array.push(cid, (run = []))
    run.push(width)
    next = cid + 1
  }
  return array
}

/** A font in the file, under the name that the subset got. */
export interface EmbeddedFont {
  readonly ref: PDFRef
  readonly baseFont: string
}

/** What the codes of a font come to, and the file that draws it. */
interface FontProgram {
  /** Entries of the font descriptor and of the descendant font beside those that all fonts have. */
  readonly descriptor: Readonly<Record<string, PDFRef>>
  readonly descendant: Readonly<Record<string, string | PDFRef>>
  /** How codes become CIDs. */
  readonly encoding: string | PDFRef
  /** By ascending CID. */
  readonly widths: readonly (readonly [cid: number, width: number])[]
}

/** A TrueType program (PDF 32000 9.7.4.2): its CIDs are our codes, and a map leads to the glyphs. */
function addTrueType(file: PdfFile, { coded, widthOf }: FontUse, subset: Uint8Array): FontProgram {
  return {
    descriptor: { FontFile2: file.addStream(subset, { Length1: subset.length }) },
    descendant: {
      Subtype: 'CIDFontType2',
      CIDToGIDMap: file.addStream(bigEndian(coded.map(({ glyph }) => glyph))),
    },
    encoding: 'Identity-H',
    widths: coded.map(({ glyph }, code) => [code, widthOf(glyph)]),
  }
}

/** A CFF program: its CIDs are its own or, where it has none, its glyphs; a CMap leads to them. */
function addCff(file: PdfFile, { face, coded, widthOf }: FontUse, subset: Uint8Array): FontProgram {
  const cff = requireTable(readSfnt(subset, 0, face.id), 'CFF ', 4, face.id)
  const cids = readCids(cff, face.glyphCount, face.id)
  const cidOf = (glyph: number): number => cids?.[glyph] ?? glyph
  const widths = new Map(coded.map(({ glyph }) => [cidOf(glyph), widthOf(glyph)]))
  const CMapName = 'Banxin-Identity-H'
  return {
    descriptor: { FontFile3: file.addStream(cff, { Subtype: 'CIDFontType0C' }) },
    descendant: { Subtype: 'CIDFontType0' },
    encoding: file.addStream(
      typedArrayFor(
        writeCMap(
          CMapName,
          'Identity',
          'cidchar',
          coded.map(({ glyph }, code) => `<${hexOf(code)}> ${String(cidOf(glyph))}`),
        ),
      ),
      { Type: 'CMap', CMapName, CIDSystemInfo: IDENTITY_SYSTEM, WMode: 0 },
    ),
    widths: [...widths].sort(([one], [other]) => one - other),
  }
}

/**
 * Embeds a face as a Type 0 font over a subset (PDF 32000 9.7), with widths and a ToUnicode map for
 * every code.
 */
export function embedFont(
  file: PdfFile,
  use: FontUse,
  subsetter: Subsetter,
  digest: Digest,
): EmbeddedFont {
  const { face, coded } = use
  const glyphs = [...new Set(coded.map(({ glyph }) => glyph))].sort((a, b) => a - b)
  const baseFont = `${subsetTag(glyphs, digest)}+${face.postScriptName}`
  const milli = (units: number) => Math.round((units * 1000) / face.unitsPerEm)

  const add = face.outlines === 'CFF' ? addCff : addTrueType
  const program = add(file, use, subsetter.subset(face, glyphs))
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
    ...program.descriptor,
  })
  const descendant = file.add({
    Type: 'Font',
    BaseFont: baseFont,
    CIDSystemInfo: IDENTITY_SYSTEM,
    FontDescriptor: descriptor,
    DW: DEFAULT_WIDTH,
    W: widthArray(program.widths),
    ...program.descendant,
  })
  const ref = file.add({
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: baseFont,
    Encoding: program.encoding,
    DescendantFonts: [descendant],
    ToUnicode: file.addStream(typedArrayFor(toUnicodeCMap(coded))),
  })
  return { ref, baseFont }
}
