import type { Face, FaceId } from '../fonts/face'

/** A glyph as the document shows it, with the text that a reader shall take from it. */
export interface CodedGlyph {
  readonly glyph: number
  readonly text: string
}

/**
 * A face in one document. Its character codes stand for pairs of glyph and text, not for glyphs:
 * where one glyph says two things (`·` as U+00B7 and U+2027, a letter with and without the space
 * that ends its line), each gets a code and all readers take what was typed.
 */
export interface FontUse {
  readonly face: Face
  /** Its name among the resources of a page. */
  readonly name: string
  /** The glyph behind each code; code 0 is `.notdef`, as PDF 32000 9.7.4.3 has it. */
  readonly coded: readonly CodedGlyph[]
  codeOf(glyph: number, text: string): number
  /** Advance of a glyph in thousandths of an em, rounded as the PDF states it. */
  widthOf(glyph: number): number
}

function createFontUse(face: Face, name: string): FontUse {
  const coded: CodedGlyph[] = [{ glyph: 0, text: '' }]
  const codes = new Map<number, Map<string, number>>()
  return {
    face,
    name,
    coded,
    codeOf(glyph, text) {
      let byText = codes.get(glyph)
      if (byText === undefined) codes.set(glyph, (byText = new Map<string, number>()))
      const known = byText.get(text)
      if (known !== undefined) return known
      const code = coded.length
      coded.push({ glyph, text })
      byText.set(text, code)
      return code
    },
    widthOf: (glyph) => Math.round((face.advanceOf(glyph) * 1000) / face.unitsPerEm),
  }
}

/** The faces of one document, in order of first use. */
export interface FontUses {
  readonly all: readonly FontUse[]
  of(id: FaceId): FontUse
}

/** An empty table of the faces of a document; `faces` gives the open face of an id. */
export function createFontUses(faces: (id: FaceId) => Face): FontUses {
  const byId = new Map<FaceId, FontUse>()
  const all: FontUse[] = []
  return {
    all,
    of(id) {
      const known = byId.get(id)
      if (known !== undefined) return known
      const use = createFontUse(faces(id), `F${all.length + 1}`)
      byId.set(id, use)
      all.push(use)
      return use
    },
  }
}
