import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BLACK } from '../../engine/document/ink'
import type { FaceStack } from '../../engine/fonts/face-stack'
import { composeParagraph } from '../../engine/text/compose-paragraph'
import type {
  Alignment,
  CharacterStyle,
  ParagraphSetting,
  ProhibitionLevel,
} from '../../engine/text/style'
import type { SetParagraph } from '../../engine/text/set-line'
import { checkLines } from './check-lines'
import { openStacks } from './faces'
import { isOwed, randomMeasureEm, randomText } from './random-text'
import { readSampleTexts } from './sample-texts'
import type { Rule } from './violation'

const SIZE_MPT = 10_500
const LEVELS: readonly ProhibitionLevel[] = ['basic', 'gb', 'strict']
const MEASURES_EM = Array.from({ length: 65 }, (_, index) => 8 + index / 2)

const stacks = openStacks()

const styles = new Map<FaceStack, CharacterStyle>()

/** The style of a stack, one object each: a style is compared by identity. */
function styleOf(stack: FaceStack): CharacterStyle {
  const style = styles.get(stack) ?? {
    stack,
    sizeMpt: SIZE_MPT,
    ink: BLACK,
    trackingMilliEm: 0,
    riseMpt: 0,
    emphasisDots: false,
  }
  styles.set(stack, style)
  return style
}

function settingOf(prohibition: ProhibitionLevel): ParagraphSetting {
  return {
    alignment: 'justify',
    indentMpt: 2 * SIZE_MPT,
    prohibition,
    lastLineMinHan: 2,
    marks: 'full',
    hangs: false,
    squeezeStops: true,
    lines: 'total-fit',
    trimLineStart: false,
    shape: 'fill',
  }
}

/** Text in several runs of one style. */
function composeParts(
  texts: readonly string[],
  stack: FaceStack,
  setting: ParagraphSetting,
  measureEm: number,
): SetParagraph {
  const style = styleOf(stack)
  const runs = texts.map((text) => ({ text, style, noBreak: false }))
  return composeParagraph(runs, setting, [measureEm * SIZE_MPT])
}

/** Each violation with the line it is on, so that a failure can be read without a debugger. */
function report(
  text: string,
  stack: FaceStack,
  setting: ParagraphSetting,
  measureEm: number,
): readonly string[] {
  const paragraph = composeParts([text], stack, setting, measureEm)
  return checkLines(paragraph, setting, measureEm * SIZE_MPT).map(({ rule, lineIndex, what }) => {
    const line = paragraph.lines[lineIndex]
    const shown = line === undefined ? '' : text.slice(line.start, line.end)
    return `${rule} at ${measureEm} em, ${setting.prohibition}: ${what} in “${shown}”`
  })
}

describe.each(readSampleTexts())('the composed lines of $name', ({ isPresent, paragraphs }) => {
  const jobs = [
    { face: 'song', levels: LEVELS, measuresEm: MEASURES_EM },
    { face: 'hei', levels: LEVELS.slice(0, 1), measuresEm: MEASURES_EM },
    { face: 'kai', levels: LEVELS.slice(0, 1), measuresEm: MEASURES_EM },
  ] as const
  it.skipIf(!isPresent).each(jobs)(
    'break no rule in $face at any measure from 8 to 40 em',
    ({ face, levels, measuresEm }) => {
      const found = levels.flatMap((level) =>
        measuresEm.flatMap((measureEm) =>
          paragraphs.flatMap((text) => report(text, stacks[face], settingOf(level), measureEm)),
        ),
      )
      expect(found.slice(0, 20)).toEqual([])
    },
  )
})

describe('the composed lines of random text', () => {
  const faces = fc.constantFrom('song', 'hei', 'kai')
  const options = fc.record({
    indentMpt: fc.constantFrom(0, 2 * SIZE_MPT),
    squeezeStops: fc.boolean(),
    trimLineStart: fc.boolean(),
    alignment: fc.constantFrom<Alignment[]>('justify', 'justify', 'left', 'center', 'right'),
  })

  it.each(LEVELS)('break no rule at level %s', (level) => {
    fc.assert(
      fc.property(
        randomText,
        randomMeasureEm(10, 40),
        faces,
        options,
        (text, measureEm, face, option) => {
          const setting = { ...settingOf(level), ...option }
          const found = report(text, stacks[face], setting, measureEm)
          expect(
            found.filter((line) => isOwed(line.slice(0, line.indexOf(' ')), measureEm)),
          ).toEqual([])
        },
      ),
      { seed: 20_261_025, numRuns: 1_500 },
    )
  })

  it('are the same when a run is split without changing its style', () => {
    fc.assert(
      fc.property(
        randomText,
        randomMeasureEm(10, 40),
        fc.array(fc.nat(60), { maxLength: 5 }),
        (text, measureEm, cuts) => {
          const at = [...new Set([0, ...cuts, text.length])]
            .filter((cut) => cut <= text.length)
            .sort((one, other) => one - other)
          const parts = at.slice(1).map((end, index) => text.slice(at[index], end))
          const setting = settingOf('basic')
          const whole = composeParts([text], stacks.song, setting, measureEm)
          expect(composeParts(parts, stacks.song, setting, measureEm)).toEqual(whole)
        },
      ),
      { seed: 20_261_026, numRuns: 500 },
    )
  })

  it('keep the rules where the face changes', () => {
    fc.assert(
      fc.property(
        randomText,
        randomMeasureEm(10, 40),
        fc.nat(60),
        fc.nat(60),
        (text, measureEm, one, other) => {
          const [start, end] = one < other ? [one, other] : [other, one]
          const setting = settingOf('basic')
          const runs = [
            { text: text.slice(0, start), style: styleOf(stacks.song), noBreak: false },
            { text: text.slice(start, end), style: styleOf(stacks.hei), noBreak: false },
            { text: text.slice(end), style: styleOf(stacks.song), noBreak: false },
          ].filter((run) => run.text !== '')
          const paragraph = composeParagraph(runs, setting, [measureEm * SIZE_MPT])
          const rules = checkLines(paragraph, setting, measureEm * SIZE_MPT).map(({ rule }) => rule)
          const atEdges = rules.filter((rule) => ['R1', 'R2', 'R4', 'R5', 'text'].includes(rule))
          expect(atEdges).toEqual([])
        },
      ),
      { seed: 20_261_027, numRuns: 500 },
    )
  })
})

describe('the checker on composed lines', () => {
  const text =
    '10月25日，由重庆市总工会主办的“中国梦·劳动美”比赛（第3届）在巫山开跑，全长21.0975公里——沿着《两江四岸》奔跑，共900余名职工。'
  const setting = settingOf('basic')

  it('finds any glyph that is moved by a twentieth of an em', () => {
    const measureEm = 12
    const paragraph = composeParts([text], stacks.song, setting, measureEm)
    const rulesOf = (changed: SetParagraph): readonly Rule[] =>
      checkLines(changed, setting, measureEm * SIZE_MPT).map(({ rule }) => rule)
    expect(rulesOf(paragraph)).toEqual([])
    for (const [lineIndex, line] of paragraph.lines.entries()) {
      for (const [runIndex, run] of line.runs.entries()) {
        for (const glyphIndex of run.glyphs.keys()) {
          const xMpt = run.xMpt.map(
            (pen, index) => pen + (index === glyphIndex ? SIZE_MPT / 20 : 0),
          )
          const runs = line.runs.map((other, index) =>
            index === runIndex ? { ...run, xMpt } : other,
          )
          const lines = paragraph.lines.map((other, index) =>
            index === lineIndex ? { ...line, runs } : other,
          )
          const where = `${run.text} at ${glyphIndex} of line ${lineIndex}`
          expect(rulesOf({ ...paragraph, lines }), where).not.toEqual([])
        }
      }
    }
  })
})
