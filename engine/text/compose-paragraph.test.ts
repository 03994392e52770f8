import { describe, expect, it } from 'vitest'
import { openBundledFace } from '../../tests/readers/bundled-faces'
import type { FaceStack } from '../fonts/face-stack'
import { composeParagraph } from './compose-paragraph'
import {
  createCompositor,
  EM,
  penPositions,
  readLines,
  SPECIMEN_SETTING,
  specimenStyle,
} from './specimen'

const stack: FaceStack = {
  han: openBundledFace('song'),
  latin: openBundledFace('latin'),
  fallbacks: [],
}
const compose = createCompositor(stack)

describe('lines', () => {
  it('squeeze marks to take in more (挤进), and fill the measure', () => {
    const set = compose('春夏，秋冬，东西、南北中', 10, { lines: 'nearest' })
    expect(readLines(set)).toEqual(['春夏，秋冬，东西、南北', '中'])
    expect(set.lines[0]).toMatchObject({ widthMpt: 100_000, adjustedMpt: -10_000 })
  })

  it('are stretched where nothing more can be taken in (推出)', () => {
    const [line] = compose('春夏秋冬“东西”南北', 4.5).lines
    expect(line).toMatchObject({ end: 4, widthMpt: 45_000, adjustedMpt: 5_000 })
  })

  it('share what does not divide from the left', () => {
    const [line] = compose('春夏秋冬春夏秋冬', 4.00002).lines
    expect(line?.widthMpt).toBe(40_000)
    const [uneven] = composeParagraph(
      [{ text: '春夏秋冬春夏秋冬', style: specimenStyle(stack), noBreak: false }],
      SPECIMEN_SETTING,
      [40_002],
    ).lines
    expect(uneven?.runs[0]?.xMpt).toEqual([0, 10_001, 20_002, 30_002])
    expect(uneven?.widthMpt).toBe(40_002)
  })

  it('use up one stage before the next', () => {
    // An em and a quarter too much: the brackets give an em, the comma what is left.
    const [line] = compose('春（夏）秋，冬天', 6.75, { lines: 'nearest' }).lines
    const pens = penPositions(line ?? emptyLine())
    expect([...pens.values()]).toEqual([
      ...[0, 5_000, 15_000, 25_000, 30_000, 40_000, 47_500, 57_500],
    ])
  })

  it('do not stretch the last line, and squeeze it where it must', () => {
    expect(compose('春夏秋', 10).lines[0]).toMatchObject({ adjustedMpt: 0, isLast: true })
    expect(compose('春夏，秋', 3.5).lines[0]).toMatchObject({ widthMpt: 35_000, isLast: true })
  })

  it('are not filled when they are not justified', () => {
    const text = '春夏秋冬“东西”南北'
    expect(compose(text, 4.5, { alignment: 'left' }).lines[0]?.widthMpt).toBe(40_000)
    expect(compose(text, 4.5, { alignment: 'right' }).lines[0]?.runs[0]?.xMpt[0]).toBe(5_000)
    expect(compose(text, 4.5, { alignment: 'center' }).lines[0]?.runs[0]?.xMpt[0]).toBe(2_500)
  })

  it('keep the indent out of all of it (R10)', () => {
    const [first, second] = compose('春夏秋冬春夏秋冬春夏秋', 6.5, { indentMpt: 2 * EM }).lines
    expect(first).toMatchObject({ end: 4, widthMpt: 65_000, measureMpt: 65_000 })
    expect(first?.runs[0]?.xMpt[0]).toBe(20_000)
    expect(second?.runs[0]?.xMpt[0]).toBe(0)
  })

  it('may each have a measure of their own', () => {
    const measures = [40_000, 20_000, 30_000]
    const style = specimenStyle(stack)
    const set = composeParagraph(
      [{ text: '春夏秋冬春夏秋冬春', style, noBreak: false }],
      SPECIMEN_SETTING,
      measures,
    )
    expect(readLines(set)).toEqual(['春夏秋冬', '春夏', '秋冬春'])
  })
})

describe('R5, line edges', () => {
  it('sets a mark at a line end to half an em', () => {
    const [line] = compose('春夏秋，冬天', 3.5).lines
    expect(line).toMatchObject({ end: 4, widthMpt: 35_000, adjustedMpt: 0 })
  })

  it('trims the opening mark at a line start, where the house wishes it', () => {
    const starts = (trimLineStart: boolean, indentMpt = 0) =>
      compose('“春夏秋冬”（东）', 5.5, { trimLineStart, indentMpt }).lines.map(
        (line) => line.runs[0]?.xMpt[0],
      )
    expect(starts(true)).toEqual([-5_000, -5_000])
    expect(starts(false)).toEqual([0, 0])
    // On an indented line the blank stays, so that the indent is two ems to the eye.
    expect(starts(true, 2 * EM)[0]).toBe(20_000)
  })

  it('sets no gap between Han and Latin there (R8)', () => {
    const set = compose('春夏AB秋冬春夏', 4)
    expect(set.lines[0]?.runs.at(-1)?.text).toBe('AB')
    expect(set.lines[0]?.widthMpt).toBe(40_000)
    expect(penPositions(compose('AB中', 5).lines[0] ?? emptyLine()).get(0)).toBe(0)
  })

  it('lets spaces vanish there, and keeps them in the text', () => {
    const set = compose('春夏秋 冬天', 3)
    expect(readLines(set)).toEqual(['春夏秋 ', '冬天'])
    expect(set.lines[0]).toMatchObject({ widthMpt: 30_000 })
    expect(set.lines[0]?.runs.map(({ text }) => text)).toEqual(['春夏秋 '])
  })
})

describe('breaks', () => {
  it('end a line where the author typed them, and do not stretch it', () => {
    const set = compose('春\u2028夏\r\n秋\n\n冬\n', 6)
    expect(readLines(set)).toEqual(['春\u2028', '夏\r\n', '秋\n', '\n', '冬\n'])
    expect(set.lines.map(({ adjustedMpt }) => adjustedMpt)).toEqual([0, 0, 0, 0, 0])
    expect(set.lines.at(-1)?.isLast).toBe(true)
  })

  it('keep text together that is marked so', () => {
    const style = specimenStyle(stack)
    const set = composeParagraph(
      [
        { text: '春夏秋', style, noBreak: false },
        { text: '东西', style, noBreak: true },
        {
          text: '南北',
          style: { ...style, lineBelow: { kind: 'underline', ordinal: 0 } },
          noBreak: true,
        },
      ],
      SPECIMEN_SETTING,
      [50_000],
    )
    expect(readLines(set)).toEqual(['春夏秋', '东西南北'])
  })

  it('part text that is too long for a line, in the order of what it costs', () => {
    expect(readLines(compose('见internationalization了', 6))).toEqual([
      '见internatio',
      'nalization了',
    ])
    expect(readLines(compose('12345678901234567890元', 6))).toEqual(['12345678901', '234567890元'])
    expect(readLines(compose('见https://example.org/a/long/path/indeed', 8))).toEqual([
      '见https://',
      'example.org/a/',
      'long/path/',
      'indeed',
    ])
    expect(readLines(compose('！'.repeat(20), 6))).toEqual(['！'.repeat(12), '！'.repeat(8)])
  })

  it('show a soft hyphen where a line ends with it', () => {
    const set = compose('inter\u00adnational\u00adization work', 7.2)
    expect(readLines(set)[0]).toBe('inter\u00adnational\u00ad')
    const run = set.lines[0]?.runs[0]
    expect(run?.glyphs.at(-1)).toBe(stack.latin.glyphOf(0x2d))
    expect(set.lines[0]?.widthMpt).toBeLessThanOrEqual(72_000)
  })

  it('make progress at any measure', () => {
    for (const measureEm of [0, 0.01, 0.5, 1, 1.4]) {
      const set = compose('他说：“好。”——abc 2024年', measureEm)
      expect(readLines(set).join('')).toBe(set.text)
      expect(set.lines.every(({ start, end }) => end > start)).toBe(true)
    }
  })
})

describe('runs', () => {
  const style = specimenStyle(stack)
  const bold = { ...style, stack: { ...stack, han: openBundledFace('songBold') } }

  it('keep the rules where styles change', () => {
    const set = composeParagraph(
      [
        { text: '春夏（秋冬）', style: bold, noBreak: false },
        { text: '。东西', style, noBreak: false },
      ],
      SPECIMEN_SETTING,
      [60_000],
    )
    expect(readLines(set)[0]).toBe('春夏（秋冬）。')
    const [first, second] = set.lines[0]?.runs ?? []
    // The closing bracket turns no blank to the stop, although their faces differ.
    expect((second?.xMpt[0] ?? 0) - (first?.xMpt.at(-1) ?? 0)).toBe(5_000)
  })

  it('are one where their styles are equal', () => {
    const text = '“引”用“号”测试——don’t 2024年……！？'
    const whole = composeParagraph([{ text, style, noBreak: false }], SPECIMEN_SETTING, [60_000])
    for (let cut = 1; cut < text.length; cut++) {
      const runs = [
        { text: text.slice(0, cut), style, noBreak: false },
        { text: '', style: bold, noBreak: false },
        { text: text.slice(cut), style: { ...style, ink: { ...style.ink } }, noBreak: false },
      ]
      expect(composeParagraph(runs, SPECIMEN_SETTING, [60_000])).toEqual(whole)
    }
  })

  it('change with the face: letters and digits are the companion’s', () => {
    const [line] = compose('在2024年', 9).lines
    expect(line?.runs.map(({ text, face }) => [text, face.family])).toEqual([
      ['在', 'Noto Serif SC'],
      ['2024', 'Source Serif 4'],
      ['年', 'Noto Serif SC'],
    ])
  })

  it('shape the long marks as Chinese, and marks of a Latin paragraph as Latin', () => {
    expect(compose('是——的', 9).lines[0]?.runs[0]?.glyphs).toHaveLength(3)
    const latin = compose('“yes” — don’t · so…', 20).lines[0]
    expect(latin?.runs.map(({ face }) => face)).toEqual([stack.latin])
    const chinese = compose('说“yes”', 20).lines[0]
    expect(chinese?.runs.map(({ text }) => text)).toEqual(['说“', 'yes', '”'])
  })

  it('shape the long marks as Chinese in a Latin paragraph too, two ems wide', () => {
    for (const mark of ['——', '……', '⋯⋯', '⸺']) {
      const [line] = compose(`AI${mark}yes`, 20).lines
      expect(line?.runs.map(({ text, face }) => [text, face])).toEqual([
        ['AI', stack.latin],
        [mark, stack.han],
        ['yes', stack.latin],
      ])
      const pens = penPositions(line ?? emptyLine())
      const widthMpt =
        (pens.get(2 + mark.length) ?? 0) - (compose('AI', 20).lines[0]?.widthMpt ?? 0)
      expect(widthMpt, mark).toBe(2 * EM)
    }
  })

  it('carry a raised style over the baseline', () => {
    const [line] = compose('注', 9, {}, { riseMpt: 3_600 }).lines
    expect(line?.runs[0]?.riseMpt).toEqual([3_600])
    expect(compose('注', 9).lines[0]?.runs[0]).not.toHaveProperty('riseMpt')
  })

  it('list what no face has, and show it', () => {
    const set = compose('春\u{2ffff}A\u{10ffff}秋', 20)
    expect(set.missing).toEqual([
      { offset: 1, character: '\u{2ffff}' },
      { offset: 4, character: '\u{10ffff}' },
    ])
    expect(set.lines[0]?.runs[0]?.glyphs[1]).toBe(0)
  })

  it('list an accent that the face lacks', () => {
    expect(compose('春\u0353', 9).missing).toEqual([{ offset: 1, character: '\u0353' }])
  })

  it('keep clusters whole: accents, variations, flags, families', () => {
    const set = compose('e\u0301葛\u{e0100}👨‍👩‍👧🇨🇳🇨🇳', 1)
    expect(readLines(set)).toEqual(['e\u0301', '葛\u{e0100}', '👨‍👩‍👧', '🇨🇳', '🇨🇳'])
  })

  it('take what cannot be seen without a glyph', () => {
    const set = compose('春\u0001\u200b\u2060夏\ufeff', 9)
    expect(set.missing).toEqual([])
    expect(set.lines[0]).toMatchObject({ widthMpt: 20_000, end: set.text.length })
  })

  it('have nothing to say of no text', () => {
    expect(compose('', 9)).toEqual({ text: '', lines: [], missing: [] })
    expect(compose('   ', 9).lines).toHaveLength(1)
  })
})

function emptyLine() {
  return {
    start: 0,
    end: 0,
    runs: [],
    strokes: [],
    rubies: [],
    measureMpt: 0,
    widthMpt: 0,
    adjustedMpt: 0,
    isLast: true,
  }
}
