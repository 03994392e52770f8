import { resolveGlyph } from '../fonts/face-stack'
import type { SetRun } from './set-line'
import type { ShapedParagraph } from './shaped-paragraph'
import { scaleToMpt } from './shape-text'
import { silentRun } from './silent-run'
import type { LaidTab } from './tab-stops'

/** How far leaders stand apart, in thousandths of an em; `…` has its three dots in an em. */
const PITCH_MILLI_EM = { '·': 500, '…': 1000, '.': 333 } as const
/** Fewer leaders than fill so much are a spot, and are left out. */
const LEAST_MILLI_EM = 900
/** White between leaders and the text on either side. */
const CLEAR_MILLI_EM = 250

/**
 * The leaders of a line's tabs (前导符). They stand on a grid that begins with the measure, so that
 * those of successive lines stand below each other. The runs say nothing: a tab reads as itself.
 */
export function drawLeaders(shaped: ShapedParagraph, tabs: readonly LaidTab[]): readonly SetRun[] {
  const { styles, styleOf, offsets } = shaped
  return tabs.flatMap(({ at, fromMpt, toMpt, stop }): readonly SetRun[] => {
    const style = styles[styleOf[at] ?? 0]
    const leader = stop?.leader
    if (style === undefined || leader === undefined) return []
    const { sizeMpt, stack } = style
    const found = resolveGlyph(stack, leader.charCodeAt(0), leader === '.')
    if (found === undefined) return []
    const { face, glyph } = found
    const pitchMpt = Math.round((sizeMpt * PITCH_MILLI_EM[leader]) / 1000)
    const clearMpt = Math.round((sizeMpt * CLEAR_MILLI_EM) / 1000)
    const insetMpt = (pitchMpt - scaleToMpt(face.advanceOf(glyph), face, sizeMpt)) >> 1
    const first = Math.ceil((fromMpt + clearMpt) / pitchMpt)
    const end = Math.floor((toMpt - clearMpt) / pitchMpt)
    if ((end - first) * PITCH_MILLI_EM[leader] < LEAST_MILLI_EM) return []
    const places = Array.from({ length: end - first }, (_, index) => ({
      xMpt: (first + index) * pitchMpt + insetMpt,
      offset: offsets[at] ?? 0,
    }))
    return [silentRun(found, style, style.riseMpt, places)]
  })
}
