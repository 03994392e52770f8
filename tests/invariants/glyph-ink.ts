import type { Face } from '../../engine/fonts/face'

/** How far a glyph's ink reaches to the left and the right of its pen position, in font units. */
export interface GlyphInk {
  readonly left: number
  readonly right: number
}

const known = new WeakMap<Face, Map<number, GlyphInk | undefined>>()

/** The ink of a glyph by the control points of its outline; `undefined` for one without ink. */
export function inkOf(face: Face, glyph: number): GlyphInk | undefined {
  const inks = known.get(face) ?? new Map<number, GlyphInk | undefined>()
  known.set(face, inks)
  if (inks.has(glyph)) return inks.get(glyph)
  const ends = face.outlineOf(glyph).flatMap((step) => (step.op === 'Z' ? [] : [step.x]))
  const ink = ends.length === 0 ? undefined : { left: Math.min(...ends), right: Math.max(...ends) }
  inks.set(glyph, ink)
  return ink
}
