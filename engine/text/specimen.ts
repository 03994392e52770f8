import { BLACK } from '../document/ink'
import type { FaceStack } from '../fonts/face-stack'
import { composeParagraph } from './compose-paragraph'
import type { SetLine, SetParagraph } from './set-line'
import type { CharacterStyle, ParagraphSetting } from './style'

/** The size of specimens: one em is 10,000 mpt. */
export const EM = 10_000

/** A plain style at the size of specimens. */
export function specimenStyle(stack: FaceStack): CharacterStyle {
  return {
    stack,
    sizeMpt: EM,
    ink: BLACK,
    trackingMilliEm: 0,
    riseMpt: 0,
    emphasisDots: false,
  }
}

/** Body text without an indent, as the house sets it. */
export const SPECIMEN_SETTING: ParagraphSetting = {
  alignment: 'justify',
  indentMpt: 0,
  prohibition: 'basic',
  lastLineMinHan: 1,
  marks: 'full',
  hangs: false,
  squeezeStops: true,
  lines: 'total-fit',
  trimLineStart: true,
  shape: 'fill',
}

/** Sets text in one style, for rules to be looked at in small. */
export type Compositor = (
  text: string,
  measureEm: number,
  setting?: Partial<ParagraphSetting>,
  style?: Partial<CharacterStyle>,
) => SetParagraph

/** A compositor for one stack of faces. */
export function createCompositor(stack: FaceStack): Compositor {
  return (text, measureEm, setting = {}, style = {}) =>
    composeParagraph(
      [{ text, style: { ...specimenStyle(stack), ...style }, noBreak: false }],
      { ...SPECIMEN_SETTING, ...setting },
      [Math.round(measureEm * EM)],
    )
}

/** The text of each line. */
export function readLines({ text, lines }: SetParagraph): readonly string[] {
  return lines.map(({ start, end }) => text.slice(start, end))
}

/** The pen position of the character at each UTF-16 offset of a line; marks below it left out. */
export function penPositions(line: SetLine): ReadonlyMap<number, number> {
  const pens = new Map<number, number>()
  for (const { text, start, clusters, xMpt } of line.runs) {
    if (text === '') continue
    clusters.forEach((cluster, index) => {
      const offset = start + cluster
      if (!pens.has(offset)) pens.set(offset, xMpt[index] ?? 0)
    })
  }
  return pens
}
