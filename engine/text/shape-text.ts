import type { Face, ShapedGlyph, ShapingContext } from '../fonts/face'
import type { CharacterStyle } from './style'

const HAN: ShapingContext = { script: 'Hani', language: 'zh-Hans' }
const LATIN: ShapingContext = { script: 'Latn', language: 'en' }
/** Letters that are spaced never join. */
const SPACED_LATIN: ShapingContext = { ...LATIN, features: ['-liga', '-clig'] }

const CONTEXTS = { han: HAN, latin: LATIN, spacedLatin: SPACED_LATIN }

/** How a piece of text is shaped: as Han, as Latin, or as Latin with space between its letters. */
export type ShapingMode = keyof typeof CONTEXTS

/** Distinct pieces remembered for a face before it starts anew: numbers and words of an issue. */
const MOST_PIECES = 4000

const pieces = new WeakMap<Face, Map<string, readonly ShapedGlyph[]>>()

/** The mode in which a Latin word of a style is shaped. */
export function latinModeOf(style: CharacterStyle): ShapingMode {
  return style.trackingMilliEm === 0 ? 'latin' : 'spacedLatin'
}

/** Shapes a piece of text in a face, which shapes the same text to the same glyphs every time. */
export function shapeText(face: Face, text: string, mode: ShapingMode): readonly ShapedGlyph[] {
  let known = pieces.get(face)
  if (known === undefined || known.size >= MOST_PIECES) {
    known = new Map()
    pieces.set(face, known)
  }
  const key = `${mode} ${text}`
  const found = known.get(key)
  if (found !== undefined) return found
  const glyphs = face.shape(text, CONTEXTS[mode])
  known.set(key, glyphs)
  return glyphs
}

/** Font units to thousandths of a point. */
export function scaleToMpt(units: number, face: Face, sizeMpt: number): number {
  return Math.round((units * sizeMpt) / face.unitsPerEm)
}
