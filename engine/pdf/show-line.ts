import type { GlyphItem } from '../layout/page'
import type { FontUse } from './font-use'
import type { SpelledGlyph } from './spell-line'
import { isBlank, isMeasured } from './text-kind'

/** Glyphs that one text matrix and one `TJ` place. */
export interface TextSegment {
  readonly item: GlyphItem
  readonly font: FontUse
  /** How much wider than points the units of its text space are. */
  readonly scale: number
  readonly xMpt: number
  readonly riseMpt: number
  /** Says nothing: its text is told by the glyph before it. */
  readonly silent: boolean
  /** The operand of `TJ`. */
  readonly shown: string
}

/**
 * How wide text space is made, and for which gaps. Readers that tell spaces by distance (pdf.js
 * above all) measure a gap in units of text space, before horizontal scaling, and take more than
 * a tenth of an em for a space. Text drawn at a fifth of its width in a space five times as wide
 * looks the same, and neither a Han–Latin gap nor a justified one is a space any more, while a
 * real one still is. Wider gaps are bridged by a glyph in a wider space.
 */
const SCALES = [5, 50, 500] as const
const BASE_SCALE = SCALES[0]
const GAP_IS_SPACE_MILLI = 100

function scaleForGap(before: SpelledGlyph | undefined, glyph: SpelledGlyph): number {
  if (before === undefined || isBlank(before.text) || isBlank(glyph.text)) return BASE_SCALE
  const sizeMpt = Math.min(before.item.sizeMpt, glyph.item.sizeMpt)
  const gapMilli = ((glyph.xMpt - before.endMpt) * 1000) / sizeMpt
  return SCALES.find((scale) => gapMilli <= scale * GAP_IS_SPACE_MILLI) ?? 500
}

function hexCode(code: number): string {
  return code.toString(16).padStart(4, '0')
}

/**
 * The operand of `TJ` (PDF 32000 9.4.3) for glyphs of one item. Every adjustment is reckoned from
 * where the pen really stands, so that no glyph is off by more than 0.0005 em.
 */
function showGlyphs(glyphs: readonly SpelledGlyph[], font: FontUse): string {
  const first = glyphs[0]
  if (first === undefined) return '[]'
  const { sizeMpt } = first.item
  let penMilli = 0
  let shown = '[<'
  for (const { glyph, text, xMpt, widthMilli } of glyphs) {
    const adjustment = Math.round(penMilli - ((xMpt - first.xMpt) * 1000) / sizeMpt)
    if (adjustment !== 0) shown += `>${adjustment}<`
    shown += hexCode(font.codeOf(glyph, text))
    penMilli += widthMilli - adjustment
  }
  return `${shown}>]`
}

/** Cuts a spelled line into segments, each anchored exactly where its first glyph stands. */
export function showLine(glyphs: readonly SpelledGlyph[]): readonly TextSegment[] {
  const segments: TextSegment[] = []
  let open: SpelledGlyph[] = []
  let openScale: number = BASE_SCALE
  let measured: SpelledGlyph | undefined

  const close = () => {
    const first = open[0]
    if (first === undefined) return
    segments.push({
      item: first.item,
      font: first.font,
      scale: openScale,
      xMpt: first.xMpt,
      riseMpt: first.riseMpt,
      silent: first.text === '',
      shown: showGlyphs(open, first.font),
    })
    open = []
  }

  for (const glyph of glyphs) {
    const scale = scaleForGap(measured, glyph)
    const last = open.at(-1)
    const joins =
      last !== undefined &&
      last.item === glyph.item &&
      last.riseMpt === glyph.riseMpt &&
      scale === BASE_SCALE &&
      openScale === BASE_SCALE &&
      isMeasured(last.text) &&
      glyph.text !== ''
    if (!joins) {
      close()
      openScale = scale
    }
    open.push(glyph)
    if (isMeasured(glyph.text)) measured = glyph
  }
  close()
  return segments
}
