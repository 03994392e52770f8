import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openBundledFace } from '../../tests/readers/bundled-faces'
import { bestByBruteForce, costOfLines } from '../../tests/total-fit/brute-force'
import { breakLines } from './break-lines'
import { fitLines, LOOSEST_EM } from './fit-lines'
import { type LineWish, searchLines } from './search-lines'
import { shapeParagraph } from './shape-paragraph'
import { createCompositor, EM, readLines, SPECIMEN_SETTING, specimenStyle } from './specimen'
import type { CharacterStyle, ParagraphSetting, StyledRun } from './style'

const stack = {
  han: openBundledFace('song'),
  latin: openBundledFace('latin'),
  fallbacks: [],
}
const compose = createCompositor(stack)
const style = specimenStyle(stack)
/** Of at most forty characters each. */
const PARAGRAPHS = Number(process.env['BANXIN_PARAGRAPHS'] ?? 10_000)

const piece = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...'半城烟云由市总工会和县人民政府') },
  { weight: 3, arbitrary: fc.constantFrom(...'，。、；：？“”（）《》·') },
  { weight: 2, arbitrary: fc.constantFrom('——', '……', '2024年', '20%', 'DN80', 'AI', ' ', '\n') },
  { weight: 1, arbitrary: fc.constantFrom('hyphenation', 'wonderful letters', 'riverside') },
  { weight: 1, arbitrary: fc.constantFrom('re\u00adcord', 'AI\u00adA') },
)
/** At most forty characters. */
const text = fc
  .array(piece, { minLength: 1, maxLength: 40 })
  .map((pieces) => pieces.join('').slice(0, 40))
const setting: fc.Arbitrary<ParagraphSetting> = fc.record({
  ...Object.fromEntries(
    Object.entries(SPECIMEN_SETTING).map(([name, value]) => [name, fc.constant(value)]),
  ),
  indentMpt: fc.constantFrom(0, 2 * EM),
  lastLineMinHan: fc.constantFrom(1, 2),
  squeezeStops: fc.boolean(),
  trimLineStart: fc.boolean(),
  marks: fc.constantFrom('full', 'half', 'kaiming'),
  hangs: fc.boolean(),
  hyphenates: fc.boolean(),
  letterFitMilliEm: fc.constantFrom(0, 0, 10, 30),
}) as fc.Arbitrary<ParagraphSetting>
/** Two runs of a text, of which the second may be set smaller, larger, closer or wider. */
const runsOf = (
  typed: string,
  at: number,
  second: Partial<CharacterStyle>,
): readonly StyledRun[] => [
  { text: typed.slice(0, at), style, noBreak: false },
  { text: typed.slice(at), style: { ...style, ...second }, noBreak: false },
]
const styleOfSecond = fc.record({
  sizeMpt: fc.constantFrom(EM, EM, 0.8 * EM, 1.5 * EM),
  trackingMilliEm: fc.constantFrom(0, 0, -100, -400, 50),
})
const measures = fc.oneof(
  fc.integer({ min: 7 * EM, max: 16 * EM }).map((mpt) => [mpt]),
  // Beside a picture, and below it.
  fc
    .tuple(fc.integer({ min: 7 * EM, max: 12 * EM }), fc.integer({ min: 8 * EM, max: 16 * EM }))
    .map(([beside, below]) => [beside, beside, below]),
)

describe('total fit', () => {
  it(`costs the least that lines can cost, in each of ${PARAGRAPHS} paragraphs`, () => {
    fc.assert(
      fc.property(
        text,
        setting,
        measures,
        fc.nat(80),
        styleOfSecond,
        (typed, how, widths, at, second) => {
          const shaped = shapeParagraph(runsOf(typed, at, second), how)
          const fitted = fitLines(shaped, how, widths)
          const least = bestByBruteForce(shaped, how, widths)
          expect(fitted?.cost).toBeCloseTo(least, 9)
          expect(costOfLines(shaped, how, widths, fitted?.ends ?? [])).toBeCloseTo(least, 9)
        },
      ),
      { seed: 20_261_122, numRuns: PARAGRAPHS },
    )
  })

  it('misses nothing by leaving out at first what is dear, whatever lines are wished for', () => {
    const long = fc.array(piece, { minLength: 1, maxLength: 200 }).map((pieces) => pieces.join(''))
    const wide = fc.integer({ min: 6 * EM, max: 40 * EM }).map((mpt) => [mpt])
    const wished = fc.record({
      loosestEm: fc.constantFrom(LOOSEST_EM, 0.1),
      isStrict: fc.boolean(),
      more: fc.constantFrom(undefined, -1, 0, 1),
      kept: fc.constantFrom(0, 0, 1, 2),
    })
    fc.assert(
      fc.property(
        long,
        setting,
        fc.oneof(measures, wide),
        fc.nat(400),
        styleOfSecond,
        wished,
        (typed, how, widths, at, second, { loosestEm, isStrict, more, kept }) => {
          const shaped = shapeParagraph(runsOf(typed, at, second), how)
          const { ends } = fitLines(shaped, how, widths) ?? { ends: [] }
          const count = ends.length + (more ?? 0)
          const wish: LineWish = {
            kept: ends.slice(0, kept),
            loosestEm,
            isStrict,
            ...(more !== undefined && count > 0 && { lines: { least: count, most: count } }),
          }
          const anyCost = { ofLine: Infinity, inAll: Infinity }
          const all = searchLines(shaped, how, widths, wish, anyCost).fitted
          expect(fitLines(shaped, how, widths, wish)).toEqual(all)
        },
      ),
      { seed: 20_261_123, numRuns: PARAGRAPHS / 5 },
    )
  })

  it('counts the blank of a mark that begins a line among what fills it', () => {
    const how = { ...SPECIMEN_SETTING, trimLineStart: false, indentMpt: 2 * EM }
    const typed = `“${'春夏秋冬东西南北'.repeat(4).slice(0, 30)}——……——南`
    const shaped = shapeParagraph([{ text: typed, style, noBreak: false }], how)
    const lines = { least: 3, most: 3 }
    const wish = { kept: [], lines, loosestEm: 0.1, isStrict: true }
    expect(fitLines(shaped, how, [20 * EM], wish)?.ends).toEqual([17, 34, 35])
  })

  it('gives a line away what the next needs, where filling each would leave one loose', () => {
    const typed = '春夏秋冬，东西南北春夏秋冬internationalisation东西南北春夏秋冬'
    const looseOf = (lines: 'total-fit' | 'nearest'): number => {
      const set = compose(typed, 11, { lines })
      return Math.max(...set.lines.slice(0, -1).map(({ adjustedMpt }) => adjustedMpt))
    }
    expect(looseOf('total-fit')).toBeLessThan(looseOf('nearest'))
  })

  it('never leaves a last line too short where it can be helped (R10)', () => {
    const how = { lastLineMinHan: 2 }
    const lines = readLines(compose('春夏秋冬东西南北春夏秋冬。', 11, how))
    expect(lines).toEqual(['春夏秋冬东西南北春夏', '秋冬。'])
  })

  it('relaxes the weakest rule where no line keeps them all', () => {
    expect(readLines(compose('共12345678901年的', 6))).toEqual(['共', '12345678901', '年的'])
    expect(readLines(compose('春夏。', 2, { lastLineMinHan: 2 }))).toEqual(['春', '夏。'])
  })

  it('sets text that is not justified line by line', () => {
    const how: ParagraphSetting = { ...SPECIMEN_SETTING, alignment: 'left' }
    const shaped = shapeParagraph(
      [{ text: '春夏，秋冬，东西、南北中', style, noBreak: false }],
      how,
    )
    expect(breakLines(shaped, how, [10 * EM])).toEqual(
      breakLines(shaped, { ...how, lines: 'nearest' }, [10 * EM]),
    )
  })

  it('has no lines for no text, and one for one character at any measure', () => {
    expect(compose('', 10).lines).toEqual([])
    expect(readLines(compose('春', 0))).toEqual(['春'])
  })
})
