import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openBundledFace } from '../../tests/readers/bundled-faces'
import type { FaceStack } from '../fonts/face-stack'
import { composeParagraph } from './compose-paragraph'
import type { SetParagraph } from './set-line'
import { shapeParagraph } from './shape-paragraph'
import { EM, SPECIMEN_SETTING, specimenStyle } from './specimen'
import type { ParagraphSetting, StyledRun } from './style'

const stack: FaceStack = {
  han: openBundledFace('song'),
  latin: openBundledFace('latin'),
  fallbacks: [],
}
const plain = specimenStyle(stack)
const UNDERLINE = { kind: 'underline', ordinal: 0 } as const
const marked = { ...plain, lineBelow: UNDERLINE, emphasisDots: true }
const large = { ...plain, sizeMpt: 12_345, trackingMilliEm: 30 }

const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...'半城烟云由重庆市总工会四川省和巫山县人民政府') },
  { weight: 3, arbitrary: fc.constantFrom(...'，。、；：？！“”‘’（）《》【】·～') },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ...['——', '……', '2024年', '第1～3页', '20%', '￥30', 'DN80', 'office', 'don’t', ' '],
      ...['state-of-the-art', 'https://example.org/a/b?c=d', '21.0975公里', '\u3000', '\n'],
      ...['张三·李四', '和/或', '北京-上海', '30℃', '々', 'e\u0301', '葛\u{e0100}', '👩‍🚀', '\u200b'],
    ),
  },
)
const text = fc.array(piece, { maxLength: 120 }).map((pieces) => pieces.join(''))
const runs = fc.array(
  fc.record({
    text: fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
    style: fc.constantFrom(plain, marked, large),
    noBreak: fc.boolean(),
  }),
  { maxLength: 6 },
)
const setting: fc.Arbitrary<ParagraphSetting> = fc.record({
  alignment: fc.constantFrom('justify', 'justify', 'left', 'center', 'right'),
  indentMpt: fc.constantFrom(0, EM, 2 * EM),
  prohibition: fc.constantFrom('none', 'basic', 'gb', 'strict'),
  lastLineMinHan: fc.constantFrom(1, 2, 4),
  squeezeStops: fc.boolean(),
  marks: fc.constantFrom('full', 'full', 'half', 'kaiming'),
  hangs: fc.boolean(),
  lines: fc.constantFrom('total-fit', 'nearest'),
  trimLineStart: fc.boolean(),
  shape: fc.constantFrom('fill', 'fill', 'balance'),
})
const measure = fc.integer({ min: 6 * EM, max: 40 * EM })

function compose(content: readonly StyledRun[], how: ParagraphSetting, mpt: number): SetParagraph {
  return composeParagraph(content, how, [mpt])
}

describe('any paragraph', () => {
  it('is covered by its lines, in order, with nothing lost or doubled', () => {
    fc.assert(
      fc.property(runs, setting, measure, (content, how, mpt) => {
        const set = compose(content, how, mpt)
        let end = 0
        for (const line of set.lines) {
          expect(line.start).toBe(end)
          expect(line.end).toBeGreaterThan(line.start)
          const said = line.runs.map((run) => run.text).join('')
          expect(said).toBe(set.text.slice(line.start, line.end))
          end = line.end
        }
        expect(end).toBe(set.text.length)
      }),
      { seed: 1, numRuns: 400 },
    )
  })

  it('has whole numbers for places, one for each glyph, from left to right', () => {
    fc.assert(
      fc.property(runs, setting, measure, (content, how, mpt) => {
        for (const { runs: placed } of compose(content, how, mpt).lines) {
          for (const { glyphs, xMpt, clusters, riseMpt } of placed) {
            expect(xMpt).toHaveLength(glyphs.length)
            expect(clusters).toHaveLength(glyphs.length)
            expect(riseMpt ?? glyphs).toHaveLength(glyphs.length)
            expect(xMpt.every(Number.isInteger)).toBe(true)
            expect(clusters.toSorted((one, other) => one - other)).toEqual(clusters)
          }
        }
      }),
      { seed: 2, numRuns: 300 },
    )
  })

  it('ends each justified line on the measure, if it has a gap to stretch', () => {
    fc.assert(
      fc.property(text, measure, fc.boolean(), (typed, mpt, squeezeStops) => {
        const how = { ...SPECIMEN_SETTING, lastLineMinHan: 2, squeezeStops }
        const content = [{ text: typed, style: plain, noBreak: false }]
        const set = compose(content, how, mpt)
        for (const line of set.lines) {
          const shown = set.text.slice(line.start, line.end)
          const canStretch = /[\u4e00-\u9fff][\u4e00-\u9fff，。]/u.test(shown)
          if (line.isLast || shown.endsWith('\n')) expect(line.widthMpt).toBeLessThanOrEqual(mpt)
          else if (canStretch) expect(line.widthMpt).toBe(mpt)
        }
      }),
      { seed: 3, numRuns: 400 },
    )
  })

  it('is the same however its runs are split', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 0, max: 200 }), measure, (typed, at, mpt) => {
        const cut = Math.min(at, typed.length)
        const whole = [{ text: typed, style: plain, noBreak: false }]
        const split = [typed.slice(0, cut), typed.slice(cut)].map((part) => ({
          text: part,
          style: { ...plain },
          noBreak: false,
        }))
        expect(compose(split, SPECIMEN_SETTING, mpt)).toEqual(compose(whole, SPECIMEN_SETTING, mpt))
      }),
      { seed: 4, numRuns: 300 },
    )
  })

  it('is shaped the same a second time, and whatever it is broken to', () => {
    fc.assert(
      fc.property(runs, setting, (content, how) => {
        expect(shapeParagraph(content, how)).toEqual(shapeParagraph(content, how))
      }),
      { seed: 5, numRuns: 100 },
    )
  })

  it('takes any string of units, surrogates and controls among them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), measure, (typed, mpt) => {
        const set = compose([{ text: typed, style: plain, noBreak: false }], SPECIMEN_SETTING, mpt)
        expect(set.lines.map(({ start, end }) => typed.slice(start, end)).join('')).toBe(typed)
      }),
      { seed: 6, numRuns: 500 },
    )
  })
})
