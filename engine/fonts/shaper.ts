import {
  Blob,
  Buffer,
  Direction,
  DrawFuncs,
  Face as HarfBuzzFace,
  Feature,
  Font,
  GlyphFlag,
  shape,
} from 'harfbuzzjs'
import type { OutlineStep, ShapedGlyph, ShapingContext } from './face'
import { writeSfnt, type SfntTables } from './sfnt'

// HarfBuzz frees its objects only when the garbage collector runs, so one buffer and one pen
// serve all faces.
const buffer = new Buffer()
const pen = new DrawFuncs()
let drawn: OutlineStep[] = []

pen.setMoveToFunc((x, y) => drawn.push({ op: 'M', x, y }))
pen.setLineToFunc((x, y) => drawn.push({ op: 'L', x, y }))
pen.setQuadraticToFunc((x1, y1, x, y) => drawn.push({ op: 'Q', x1, y1, x, y }))
pen.setCubicToFunc((x1, y1, x2, y2, x, y) => drawn.push({ op: 'C', x1, y1, x2, y2, x, y }))
pen.setClosePathFunc(() => drawn.push({ op: 'Z' }))

function parseFeatures(features: readonly string[]): Feature[] {
  return features.map((notation) => {
    const feature = Feature.fromString(notation)
    if (feature === undefined) throw new Error(`Not an OpenType feature: ${notation}`)
    return feature
  })
}

/** Turns text into placed glyphs of one face. */
export type Shaper = (text: string, context: ShapingContext) => readonly ShapedGlyph[]

/**
 * A shaper for a face. HarfBuzz gets a copy of all tables but the outlines: a Han face shrinks
 * from 15 MB to 0.3 MB by it, and shaping reads none of them.
 */
export function createShaper(tables: SfntTables): Shaper {
  const shaping = new Map(tables)
  for (const tag of ['glyf', 'loca', 'CFF ']) shaping.delete(tag)
  const font = new Font(new HarfBuzzFace(new Blob(writeSfnt(shaping)), 0))
  return (text, { script, language, features = [] }) => {
    buffer.reset()
    buffer.addText(text)
    buffer.setDirection(Direction.LTR)
    buffer.setScript(script)
    buffer.setLanguage(language)
    shape(font, buffer, parseFeatures(features))
    const positions = buffer.getGlyphPositions()
    return buffer.getGlyphInfos().map((info, index) => ({
      glyph: info.codepoint,
      cluster: info.cluster,
      advance: positions[index]?.xAdvance ?? 0,
      dx: positions[index]?.xOffset ?? 0,
      dy: positions[index]?.yOffset ?? 0,
      unsafeToBreak: (info.flags & GlyphFlag.UNSAFE_TO_BREAK) !== 0,
    }))
  }
}

/** Draws glyphs of one face. */
export type Outliner = (glyph: number) => readonly OutlineStep[]

/** An outliner for a face: copies the whole file into HarfBuzz, about 1 ms a megabyte. */
export function createOutliner(bytes: Uint8Array, collectionIndex: number): Outliner {
  const font = new Font(new HarfBuzzFace(new Blob(bytes), collectionIndex))
  return (glyph) => {
    drawn = []
    font.drawGlyph(glyph, pen)
    return drawn
  }
}
