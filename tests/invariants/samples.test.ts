import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FaceStack } from '../../engine/fonts/face-stack'
import { composeParagraph } from '../../engine/text/compose-paragraph'
import type { Alignment, ParagraphSetting, ProhibitionLevel } from '../../engine/text/style'
import type { SetParagraph } from '../../engine/text/set-line'
import { checkLines } from './check-lines'
import { openStacks } from './faces'
import { isOwed, randomMeasureEm, randomText } from './random-text'
import { readSampleTexts } from './sample-texts'
import {
  HOUSES,
  MEASURES_EM,
  PLAIN_HOUSE,
  showViolation,
  SIZE_MPT,
  styleOf,
  tryText,
} from './trial'
import type { Rule } from './violation'

const LEVELS: readonly ProhibitionLevel[] = ['basic', 'gb', 'strict']

/** Of all measures a text is tried at one in so many in each face; `npm run torture` tries them all. */
const ONE_MEASURE_IN = 5

const stacks = openStacks()

const settingOf = (prohibition: ProhibitionLevel): ParagraphSetting => ({
  ...PLAIN_HOUSE,
  prohibition,
})

/** Text in several runs of one style. */
function composeParts(
  texts: readonly string[],
  stack: FaceStack,
  setting: ParagraphSetting,
  measureEm: number,
): SetParagraph {
  const runs = texts.map((text) => ({ text, style: styleOf(stack), noBreak: false }))
  return composeParagraph(runs, setting, [measureEm * SIZE_MPT])
}

/** What a text breaks at a measure, of what it owes. */
function report(
  text: string,
  stack: FaceStack,
  setting: ParagraphSetting,
  measuresEm: readonly number[],
  owes: (rule: Rule, measureEm: number) => boolean,
): readonly string[] {
  return [...tryText(text, stack, setting, measuresEm)].flatMap((tried) =>
    tried.violations
      .filter(({ rule }) => owes(rule, tried.measureEm))
      .map((violation) => showViolation(violation, tried, setting)),
  )
}

describe.each(readSampleTexts())('the composed lines of $name', ({ isPresent, paragraphs }) => {
  it.skipIf(!isPresent)('break no rule from 6 to 40 em, in three faces and every house', () => {
    const found = paragraphs.flatMap((text, index) =>
      Object.values(stacks).flatMap((stack, face) => {
        const turn = 3 * index + face
        // Another share of the measures each time that all houses have had their turn.
        const share = Math.floor(turn / HOUSES.length) % ONE_MEASURE_IN
        const measuresEm = MEASURES_EM.filter((_, at) => at % ONE_MEASURE_IN === share)
        const setting = HOUSES[turn % HOUSES.length] ?? PLAIN_HOUSE
        return report(text, stack, setting, measuresEm, () => true)
      }),
    )
    expect(found.slice(0, 20)).toEqual([])
  })
})

describe('the composed lines of random text', () => {
  const faces = fc.constantFrom('song', 'hei', 'kai')
  const options = fc.record({
    indentMpt: fc.constantFrom(0, 2 * SIZE_MPT),
    squeezeStops: fc.boolean(),
    trimLineStart: fc.boolean(),
    marks: fc.constantFrom<ParagraphSetting['marks'][]>('full', 'full', 'half', 'kaiming'),
    hangs: fc.boolean(),
    lines: fc.constantFrom<ParagraphSetting['lines'][]>('total-fit', 'nearest'),
    alignment: fc.constantFrom<Alignment[]>('justify', 'justify', 'left', 'center', 'right'),
  })

  it.each(LEVELS)('break no rule at level %s', (level) => {
    fc.assert(
      fc.property(
        randomText,
        randomMeasureEm(6, 40),
        faces,
        options,
        (text, measureEm, face, option) => {
          const setting = { ...settingOf(level), ...option }
          expect(report(text, stacks[face], setting, [measureEm], isOwed)).toEqual([])
        },
      ),
      { seed: 20_261_025, numRuns: 1_500 },
    )
  })

  it('are the same when a run is split without changing its style', () => {
    fc.assert(
      fc.property(
        randomText,
        randomMeasureEm(6, 40),
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
        randomMeasureEm(6, 40),
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
