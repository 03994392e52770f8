import { BLACK, type Ink } from '../../engine/document/ink'
import type { Face } from '../../engine/fonts/face'
import type { ComposedPage, GlyphItem, PageItem, Source } from '../../engine/layout/page'

/** How a test sets a line by hand; lengths in thousandths of an em. */
export interface HandSetting {
  readonly han: Face
  readonly latin: Face
  readonly sizeMpt?: number
  readonly ink?: Ink
  /** Between Han and Latin. */
  readonly gapMilli?: number
  /** Added between any two Han characters; may be negative. */
  readonly stretchMilli?: number
  /** How wide a word space is; its own width where absent. */
  readonly spaceMilli?: number
  /** Full-width marks give up the blank half of their em. */
  readonly squeezeMarks?: boolean
}

/** A story's source, for tests that care for none in particular. */
export const STORY: Source = { kind: 'story', storyId: 's', blockId: 'b', offset: 0 }

const LATIN_RUN = /[\p{Script=Latin}\p{Mn}\d !-/:-@[-`{-~]+/gu
const CLOSING_MARK = /[，。、；：！？）》”’]/u
const OPENING_MARK = /[（《“‘]/u

interface Piece {
  readonly face: Face
  readonly text: string
  readonly isLatin: boolean
}

function cutIntoPieces(text: string, { han, latin }: HandSetting): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const match of text.matchAll(LATIN_RUN)) {
    if (match.index > at) {
      pieces.push({ face: han, text: text.slice(at, match.index), isLatin: false })
    }
    pieces.push({ face: latin, text: match[0], isLatin: true })
    at = match.index + match[0].length
  }
  if (at < text.length) pieces.push({ face: han, text: text.slice(at), isLatin: false })
  return pieces
}

/** Sets one line from `xMpt` on, one item for each run of Han or Latin. */
export function setByHand(
  text: string,
  xMpt: number,
  baselineMpt: number,
  setting: HandSetting,
  source: Source = STORY,
): GlyphItem[] {
  const { sizeMpt = 10_500, ink = BLACK, gapMilli = 250, stretchMilli = 0 } = setting
  const toMpt = (milli: number) => (milli * sizeMpt) / 1000
  let pen = xMpt
  return cutIntoPieces(text, setting).map(({ face, text: said, isLatin }, index) => {
    if (index > 0) pen += toMpt(gapMilli)
    const context = isLatin
      ? { script: 'Latn', language: 'en' }
      : { script: 'Hani', language: 'zh-Hans' }
    const glyphs: number[] = []
    const xs: number[] = []
    const clusters: number[] = []
    for (const shaped of face.shape(said, context)) {
      const character = said.charAt(shaped.cluster)
      const advance = toMpt((shaped.advance * 1000) / face.unitsPerEm)
      if (setting.squeezeMarks && OPENING_MARK.test(character)) pen -= toMpt(500)
      glyphs.push(shaped.glyph)
      xs.push(Math.round(pen))
      clusters.push(shaped.cluster)
      const isSpace = character === ' ' && setting.spaceMilli !== undefined
      pen += isSpace ? toMpt(setting.spaceMilli ?? 0) : advance
      if (!isLatin) pen += toMpt(stretchMilli)
      if (setting.squeezeMarks && CLOSING_MARK.test(character)) pen -= toMpt(500)
    }
    return {
      kind: 'glyphs',
      face: face.id,
      sizeMpt,
      ink,
      baselineMpt,
      glyphs,
      xMpt: xs,
      clusters,
      text: said,
      source,
    }
  })
}

/** An A4 page with these items on it. */
export function pageOf(
  items: readonly PageItem[],
  change: Partial<ComposedPage> = {},
): ComposedPage {
  return {
    index: 0,
    folio: 1,
    side: 'recto',
    parent: 'inside',
    widthMpt: 595_276,
    heightMpt: 841_890,
    bleedMpt: 8_504,
    items,
    ...change,
  }
}
