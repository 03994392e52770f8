import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BLACK } from '../../engine/document/ink'
import { composeParagraph } from '../../engine/text/compose-paragraph'
import type { CharacterStyle, ParagraphSetting } from '../../engine/text/style'
import { checkHyphens, mayDivide } from './check-hyphens'
import { checkLines } from './check-lines'
import { openStacks } from './faces'
import { isOwed, randomMeasureEm, randomText } from './random-text'
import { readLines } from './read-lines'
import type { Violation } from './violation'

const SIZE_MPT = 10_500
const style: CharacterStyle = {
  stack: openStacks().song,
  sizeMpt: SIZE_MPT,
  ink: BLACK,
  trackingMilliEm: 0,
  riseMpt: 0,
  emphasisDots: false,
}

const WORDS = [
  ...['community', 'volunteers', 'wonderful', 'internationalization', 'gardens', 'efficient'],
  ...['a', 'in the', 'well-established', 'Government', 'iPhone', 'editor@river.example', 'don’t'],
  ...['photographs.', '(preservation)', 'river’s', 'vitamin12', 'environment,'],
]
const words = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 })
  .map((all) => all.join(' '))
const bilingual = fc
  .array(fc.oneof({ weight: 2, arbitrary: words }, { weight: 1, arbitrary: randomText }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.join('与'))

const settings: fc.Arbitrary<ParagraphSetting> = fc.record({
  alignment: fc.constantFrom('justify', 'justify', 'left'),
  indentMpt: fc.constantFrom(0, 2 * SIZE_MPT),
  prohibition: fc.constant('basic'),
  lastLineMinHan: fc.constant(2),
  marks: fc.constant('full'),
  hangs: fc.constant(false),
  squeezeStops: fc.boolean(),
  lines: fc.constantFrom('total-fit', 'fewest', 'nearest'),
  trimLineStart: fc.boolean(),
  shape: fc.constant('fill'),
  hyphenates: fc.constant(true),
  letterFitMilliEm: fc.constantFrom(0, 10, 30),
})

/** In narrow lines there may be no room for whole words, and hyphens in a row. */
function isShown({ what }: Violation): boolean {
  return !what.startsWith('three lines')
}

describe('the dictionary of the checker', () => {
  it('divides where a dictionary does, and nothing else', () => {
    const text = '见government。'
    const places = Array.from({ length: text.length }, (_, at) => at)
    expect(places.filter((at) => mayDivide(text, at))).toEqual([4, 7])
    for (const other of ['Government', 'govern2ment', 'www.government', 'government-run']) {
      expect(places.filter((at) => mayDivide(`见${other}`, at))).toEqual([])
    }
  })
})

describe('bilingual lines with divided words and fitted letters', () => {
  it('break no rule, and no word but where the dictionary has a place', () => {
    let divided = 0
    fc.assert(
      fc.property(bilingual, randomMeasureEm(10, 30), settings, (text, measureEm, setting) => {
        const measureMpt = measureEm * SIZE_MPT
        const paragraph = composeParagraph([{ text, style, noBreak: false }], setting, [measureMpt])
        const found = checkLines(paragraph, setting, measureMpt)
        expect(found.filter(({ rule }) => isOwed(rule, measureEm))).toEqual([])
        const lines = readLines(paragraph)
        expect(checkHyphens(text, lines)).toEqual([])
        divided += lines.filter(({ line }) => mayDivide(text, line.end)).length
      }),
      { seed: 20_261_122, numRuns: 1_000 },
    )
    expect(divided).toBeGreaterThan(500)
  })

  it('show hyphens at their ends alone, also where words change their style or stay together', () => {
    let kept = 0
    const other = { ...style, ink: { ...BLACK, black: 500 } }
    const offset = fc.nat(80)
    fc.assert(
      fc.property(
        ...[bilingual, randomMeasureEm(6, 20), settings, offset, offset, offset],
        (text, measureEm, setting, ...cuts) => {
          const [one = 0, two = 0, three = 0] = cuts
            .map((cut) => Math.min(cut, text.length))
            .sort((before, after) => before - after)
          const runs = [
            { text: text.slice(0, one), style, noBreak: false },
            { text: text.slice(one, two), style: other, noBreak: true },
            { text: text.slice(two, three), style, noBreak: false },
            { text: text.slice(three), style: other, noBreak: false },
          ]
          const lines = readLines(composeParagraph(runs, setting, [measureEm * SIZE_MPT]))
          expect(checkHyphens(text, lines, [one, two]).filter(isShown)).toEqual([])
          const ends = lines.map(({ line }) => line.end)
          if (ends.some((at) => one < at && at < two && mayDivide(text, at))) kept++
        },
      ),
      { seed: 20_261_123, numRuns: 1_000 },
    )
    expect(kept).toBeGreaterThan(4)
  })
})
