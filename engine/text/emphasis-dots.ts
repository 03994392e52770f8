import type { Face } from '../fonts/face'
import { type FaceStack, resolveGlyph } from '../fonts/face-stack'
import { Kind } from './character-kind'
import type { LineExtent } from './measure-line'
import { scaleToMpt } from './shape-text'
import type { SetRun } from './set-line'
import type { ShapedParagraph } from './shaped-paragraph'
import { silentRun } from './silent-run'

/** Signs whose ink is a round dot, the best first. */
const DOT_SIGNS = [0x2022, 0x00b7]

/** Centre of a dot below the baseline, in thousandths of an em: clear of the em box and of a line. */
const DEPTH_MILLI_EM = 290
/** How much deeper it lies below a line under the same text. */
const DEEPER_MILLI_EM = 80

interface Dot {
  readonly face: Face
  readonly glyph: number
  /** Centre of the dot's ink, in font units. */
  readonly centreX: number
  readonly centreY: number
}

/** The dots of the stacks that were asked for one; `null` for a stack whose faces have none. */
const dots = new WeakMap<FaceStack, Dot | null>()

function dotOf(stack: FaceStack): Dot | null {
  const known = dots.get(stack)
  if (known !== undefined) return known
  const dot = findDot(stack)
  dots.set(stack, dot)
  return dot
}

function findDot(stack: FaceStack): Dot | null {
  for (const sign of DOT_SIGNS) {
    const resolved = resolveGlyph(stack, sign, false)
    if (resolved === undefined) continue
    const xs: number[] = []
    const ys: number[] = []
    for (const step of resolved.face.outlineOf(resolved.glyph)) {
      if (step.op === 'Z') continue
      xs.push(step.x)
      ys.push(step.y)
    }
    if (xs.length === 0) continue
    return {
      ...resolved,
      centreX: (Math.min(...xs) + Math.max(...xs)) / 2,
      centreY: (Math.min(...ys) + Math.max(...ys)) / 2,
    }
  }
  return null
}

/**
 * 着重号: a dot centred under each Han character of a style that asks for it, none under marks
 * (CLREQ 3.1.8; R12). The runs say nothing, so that the text reads as it was typed.
 */
export function dotEmphasis(
  shaped: ShapedParagraph,
  { first, last }: LineExtent,
  bodyXs: readonly number[],
): readonly SetRun[] {
  const { styles, styleOf, kinds, bodies, offsets } = shaped
  const runs: SetRun[] = []
  if (!styles.some(({ emphasisDots }) => emphasisDots)) return runs
  for (let start = first; start <= last;) {
    const style = styles[styleOf[start] ?? 0]
    let end = start + 1
    while (end <= last && styleOf[end] === styleOf[start]) end++
    const dotted: number[] = []
    for (let at = start; style?.emphasisDots === true && at < end; at++) {
      if (kinds[at] === Kind.Han || kinds[at] === Kind.Iteration) dotted.push(at)
    }
    const dot = style === undefined || dotted.length === 0 ? null : dotOf(style.stack)
    if (style !== undefined && dot !== null) {
      const { sizeMpt } = style
      const inset = scaleToMpt(dot.centreX, dot.face, sizeMpt)
      const deeper = style.lineBelow === undefined ? 0 : DEEPER_MILLI_EM
      const depth = Math.round((sizeMpt * (DEPTH_MILLI_EM + deeper)) / 1000)
      const rise = style.riseMpt - depth - scaleToMpt(dot.centreY, dot.face, sizeMpt)
      const places = dotted.map((at) => ({
        xMpt: (bodyXs[at - first] ?? 0) + ((bodies[at] ?? 0) >> 1) - inset,
        offset: offsets[at] ?? 0,
      }))
      runs.push(silentRun(dot, style, rise, places))
    }
    start = end
  }
  return runs
}
