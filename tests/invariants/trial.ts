import { BLACK } from '../../engine/document/ink'
import type { FaceStack } from '../../engine/fonts/face-stack'
import { breakLines } from '../../engine/text/break-lines'
import type { SetLine, SetParagraph } from '../../engine/text/set-line'
import { setLines } from '../../engine/text/set-lines'
import { shapeParagraph } from '../../engine/text/shape-paragraph'
import type { CharacterStyle, ParagraphSetting } from '../../engine/text/style'
import { checkLines } from './check-lines'
import type { Violation } from './violation'

/** The size of what is tried. */
export const SIZE_MPT = 10_500

/** Every measure from 6 to 40 em, by half an em. */
export const MEASURES_EM: readonly number[] = Array.from({ length: 69 }, (_, at) => 6 + at / 2)

/** A house without wishes of its own. */
export const PLAIN_HOUSE: ParagraphSetting = {
  alignment: 'justify',
  indentMpt: 2 * SIZE_MPT,
  prohibition: 'basic',
  lastLineMinHan: 2,
  marks: 'full',
  hangs: false,
  squeezeStops: true,
  lines: 'total-fit',
  trimLineStart: false,
  shape: 'fill',
}

/** The ways to choose lines. */
export const WAYS = ['total-fit', 'fewest', 'nearest'] as const

/** Houses of all kinds: each way to choose lines with each of the other wishes. */
export const HOUSES: readonly ParagraphSetting[] = WAYS.flatMap((lines) =>
  Array.from({ length: 8 }, (_, at): ParagraphSetting => ({
    ...PLAIN_HOUSE,
    lines,
    prohibition: at % 2 === 0 ? 'basic' : 'strict',
    hangs: (at >> 1) % 2 === 1,
    marks: at < 4 ? 'full' : 'kaiming',
    hyphenates: at % 3 === 1,
    letterFitMilliEm: at % 3 === 2 ? 30 : 0,
  })),
)

/** What of a house is worth naming. */
export function nameHouse({ lines, prohibition, hangs, marks }: ParagraphSetting): string {
  return `${lines}, ${prohibition}, ${marks}${hangs ? ', hanging' : ''}`
}

const styles = new Map<FaceStack, CharacterStyle>()

/** The style of a stack, one object each: a style is compared by identity. */
export function styleOf(stack: FaceStack): CharacterStyle {
  const style = styles.get(stack) ?? {
    ...{ stack, sizeMpt: SIZE_MPT, ink: BLACK, trackingMilliEm: 0, riseMpt: 0 },
    ...{ emphasisDots: false },
  }
  styles.set(stack, style)
  return style
}

/** A text set to a measure, and the rules that it breaks. */
export interface TriedText {
  readonly measureEm: number
  readonly paragraph: SetParagraph
  readonly violations: readonly Violation[]
}

/** Sets a text to each measure and checks it. It is shaped once: its measure has no say in that. */
export function* tryText(
  text: string,
  stack: FaceStack,
  setting: ParagraphSetting,
  measuresEm: readonly number[],
): Generator<TriedText, void> {
  const shaped = shapeParagraph([{ text, style: styleOf(stack), noBreak: false }], setting)
  for (const measureEm of measuresEm) {
    const measuresMpt = [measureEm * SIZE_MPT]
    const paragraph = setLines(
      shaped,
      breakLines(shaped, setting, measuresMpt),
      setting,
      measuresMpt,
    )
    const violations = checkLines(paragraph, setting, measureEm * SIZE_MPT)
    yield { measureEm, paragraph, violations }
  }
}

/** A violation with the line that it is on, so that it can be read without a debugger. */
export function showViolation(
  { rule, lineIndex, what }: Violation,
  { measureEm, paragraph }: TriedText,
  setting: ParagraphSetting,
): string {
  const line: SetLine | undefined = paragraph.lines[lineIndex]
  const shown = line === undefined ? '' : paragraph.text.slice(line.start, line.end)
  return `${rule} at ${measureEm} em, ${nameHouse(setting)}: ${what} in “${shown}”`
}
