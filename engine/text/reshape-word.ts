import type { Face, ShapedGlyph } from '../fonts/face'
import { IS_LATIN } from './character-kind'
import { latinModeOf, scaleToMpt, shapeText } from './shape-text'
import type { ShapedParagraph } from './shaped-paragraph'
import type { CharacterStyle } from './style'

const SOFT_HYPHEN = '\u00ad'

/** A part of a Latin word that stands at the edge of a line, shaped for itself. */
export interface WordPart {
  /** Index of its first cluster, and of the cluster after it. */
  readonly start: number
  readonly end: number
  readonly face: Face
  readonly style: CharacterStyle
  readonly glyphs: readonly ShapedGlyph[]
  /** Whether the last of its glyphs is a hyphen that nobody typed. */
  readonly isDivided: boolean
  readonly widthMpt: number
  /** By how much it is wider than within the whole word. */
  readonly gainMpt: number
}

function isSameWord(shaped: ShapedParagraph, one: number, other: number): boolean {
  const { kinds, styleOf, faceOf } = shaped
  if (IS_LATIN[kinds[one] ?? 0] === 0 || IS_LATIN[kinds[other] ?? 0] === 0) return false
  return styleOf[one] === styleOf[other] && faceOf[one] === faceOf[other]
}

/** The part `start`…`end` of a word, with a hyphen where it ends its line within the word. */
function shapePart(
  shaped: ShapedParagraph,
  start: number,
  end: number,
  endsLine: boolean,
): WordPart | undefined {
  const { text, offsets, styleOf, faceOf, positions, bodies, hyphens } = shaped
  const style = shaped.styles[styleOf[start] ?? 0]
  const face = shaped.faces[faceOf[start] ?? 0]
  if (style === undefined || face === undefined) return undefined
  const typed = text.slice(offsets[start], offsets[end])
  const isDivided = endsLine && hyphens[end - 1] === 1
  const shown = isDivided ? `${typed}-` : endsLine ? withTypedHyphen(typed) : typed
  const glyphs = shapeText(face, shown, latinModeOf(style))
  const within = (positions[end - 1] ?? 0) + (bodies[end - 1] ?? 0) - (positions[start] ?? 0)
  let widthMpt = trackingOf(style) * (countClusters(glyphs) - 1)
  for (const { advance } of glyphs) widthMpt += scaleToMpt(advance, face, style.sizeMpt)
  return { start, end, face, style, glyphs, isDivided, widthMpt, gainMpt: widthMpt - within }
}

/** What a part shows at a line's end: a soft hyphen there is seen. */
function withTypedHyphen(typed: string): string {
  return typed.endsWith(SOFT_HYPHEN) ? `${typed.slice(0, -1)}-` : typed
}

/** Space after each cluster of a style. */
export function trackingOf(style: CharacterStyle): number {
  return Math.round((style.sizeMpt * style.trackingMilliEm) / 1000)
}

function countClusters(glyphs: readonly ShapedGlyph[]): number {
  return new Set(glyphs.map(({ cluster }) => cluster)).size
}

/**
 * The part of a word with which the line `from`…`to` begins, where the shaper says that it looks
 * different for itself (`ShapedGlyph.unsafeToBreak`).
 */
export function partAtStart(
  shaped: ShapedParagraph,
  from: number,
  to: number,
): WordPart | undefined {
  if (from === 0 || shaped.reshapes[from - 1] !== 1) return undefined
  let end = from + 1
  while (end < to && isSameWord(shaped, end - 1, end)) end++
  return shapePart(shaped, from, end, end === to)
}

/** The part of a word with which the line `from`…`to` ends; none where one part is all of it. */
export function partAtEnd(shaped: ShapedParagraph, from: number, to: number): WordPart | undefined {
  if (to === shaped.count || shaped.reshapes[to - 1] !== 1) return undefined
  let start = to - 1
  while (start > from && isSameWord(shaped, start - 1, start)) start--
  const isWholeLine = start === from && from > 0 && shaped.reshapes[from - 1] === 1
  return isWholeLine ? undefined : shapePart(shaped, start, to, true)
}

/** What shaping the words at its edges anew adds to the width of the line `from`…`to`. */
export function gainAtEdges(shaped: ShapedParagraph, from: number, to: number): number {
  const start = partAtStart(shaped, from, to)?.gainMpt ?? 0
  return start + (partAtEnd(shaped, from, to)?.gainMpt ?? 0)
}
