import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openBundledFace } from '../../tests/readers/bundled-faces'
import type { FaceStack } from '../fonts/face-stack'
import { composeParagraph } from './compose-paragraph'
import type { SetLine, SetParagraph, SetRuby } from './set-line'
import { EM, penPositions, readLines, SPECIMEN_SETTING, specimenStyle } from './specimen'
import type { CharacterStyle, StyledRun } from './style'

const stack: FaceStack = {
  han: openBundledFace('song'),
  latin: openBundledFace('latin'),
  fallbacks: [],
}
const style = specimenStyle(stack)
/** Two rubies are so far apart: a quarter of their em. */
const APART = EM / 8

/** `春{夏|xià}秋`: text, and rubies above what is in braces. */
function runsOf(text: string, own: CharacterStyle = style): readonly StyledRun[] {
  return text.split(/[{}]/).map((part, index) => {
    const [base = '', ruby] = index % 2 === 0 ? [part] : part.split('|')
    const run = { text: base, style: own, noBreak: false }
    return ruby === undefined ? run : { ...run, ruby: { text: ruby, ordinal: index } }
  })
}

const compose = (text: string, measureEm: number): SetParagraph =>
  composeParagraph(runsOf(text), SPECIMEN_SETTING, [measureEm * EM])

interface Span {
  readonly from: number
  readonly to: number
}

/** Where the advances of a ruby begin and end. */
function spanOf({ runs }: SetRuby): Span {
  const ends = runs.flatMap(({ face, glyphs, xMpt, sizeMpt }) =>
    glyphs.map((glyph, index) => {
      const x = xMpt[index] ?? 0
      return { from: x, to: x + Math.round((face.advanceOf(glyph) * sizeMpt) / face.unitsPerEm) }
    }),
  )
  return {
    from: Math.min(...ends.map(({ from }) => from)),
    to: Math.max(...ends.map(({ to }) => to)),
  }
}

const saidBy = ({ runs }: SetRuby): string => runs.map(({ text }) => text).join('')

function lineOf({ lines }: SetParagraph, index = 0): SetLine {
  const line = lines[index]
  if (line === undefined) throw new Error('There are more lines')
  return line
}

describe('a ruby', () => {
  it('stands half as large in the middle above its base, which keeps its place', () => {
    const line = lineOf(compose('春{夏|xi}秋', 10))
    const [ruby] = line.rubies
    if (ruby === undefined) throw new Error('The line has a ruby')
    const { from, to } = spanOf(ruby)
    expect(ruby.runs.map(({ sizeMpt }) => sizeMpt)).toEqual([EM / 2])
    expect(Math.abs((from + to) / 2 - 1.5 * EM)).toBeLessThan(10)
    expect(ruby.offset).toBe(1)
    // Above the em box of its base, descenders included.
    expect(ruby.riseMpt - 0.25 * (EM / 2)).toBeGreaterThan(0.83 * EM)
    expect([...penPositions(line).values()]).toEqual([0, EM, 2 * EM])
    expect(line.runs.map(({ text }) => text).join('')).toBe('春夏秋')
  })

  it('reaches a quarter of an em over neighbours without one before it asks for space', () => {
    const near = lineOf(compose('春{夏|zhōu}秋', 10))
    expect([...penPositions(near).values()]).toEqual([0, EM, 2 * EM])
    const [ruby] = near.rubies
    const { from, to } = ruby === undefined ? { from: 0, to: 0 } : spanOf(ruby)
    expect(to - from).toBeGreaterThan(EM)
    expect(from).toBeGreaterThanOrEqual(0.75 * EM)
    expect(to).toBeLessThanOrEqual(2.25 * EM)
  })

  it('shares space around the characters of a base that is too narrow for it', () => {
    const line = lineOf(compose('春{夏秋|国内生产总值}冬', 10))
    // Three ems and an eighth, less half an em over the neighbours: five eighths for four sides.
    const pad = (0.625 * EM) / 4
    expect([...penPositions(line).values()]).toEqual([
      0,
      Math.floor(EM + pad),
      Math.floor(2 * EM + 3 * pad),
      3 * EM + 4 * pad,
    ])
    const [ruby] = line.rubies
    expect(ruby === undefined ? 0 : spanOf(ruby).from).toBeGreaterThanOrEqual(0.75 * EM)
  })

  it('keeps the letters of a word together', () => {
    const line = lineOf(compose('春{AB|国内生产总值}冬', 10))
    const pens = [...penPositions(line).values()]
    const plain = [...penPositions(lineOf(compose('春AB冬', 10))).values()]
    expect((pens[2] ?? 0) - (pens[1] ?? 0)).toBe((plain[2] ?? 0) - (plain[1] ?? 0))
  })

  it('stays within the measure at both ends of a line', () => {
    const set = compose('春夏{州|zhōu}{州|zhōu}夏秋', 3.1)
    expect(readLines(set)).toEqual(['春夏州', '州夏秋'])
    const [end, start] = set.lines.map(({ rubies }) => rubies.map(spanOf)[0])
    expect(end?.to).toBeGreaterThan(30_500)
    expect(end?.to).toBeLessThanOrEqual(31_005)
    expect(start?.from).toBe(0)
  })

  it('keeps its base on one line', () => {
    expect(readLines(compose('春夏秋{冬东西|dōngdōngxī}', 5))).toEqual(['春夏秋', '冬东西'])
    expect(readLines(compose('春夏秋{冬|dō}{东|dō}西', 4))).toEqual(['春夏秋冬', '东西'])
  })

  it('stands where its base begins when that is too long for a line', () => {
    const set = compose('{春夏秋冬东西南北|sìjì}', 5)
    expect(set.lines.map(({ rubies }) => rubies.map(saidBy))).toEqual([['sìjì'], []])
  })

  it('says what no face has of it', () => {
    expect(compose('春{夏|\u{1F6F8}}', 5).missing).toEqual([{ offset: 1, character: '\u{1F6F8}' }])
  })

  it('is lost by no text, covers no other and keeps its line filled', () => {
    const words = fc.constantFrom('lán', 'jiāng', 'zhuāng', 'ér', 'yī', '国内生产', 'computer')
    const base = fc.constantFrom('江', '岚江', '庄稼人', 'GDP', '3.5公里', '“江”')
    const plain = fc.constantFrom('江', '水', '，', '。', '“', '”', '——', 'AB', '2026年', ' ', '山')
    const piece = fc.oneof(
      { weight: 3, arbitrary: plain },
      { weight: 2, arbitrary: fc.tuple(base, words).map(([on, ruby]) => `{${on}|${ruby}}`) },
    )
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 8 * EM, max: 30 * EM }),
        (pieces, measureMpt) => {
          const runs = runsOf(pieces.join(''))
          const { text, lines } = composeParagraph(runs, SPECIMEN_SETTING, [measureMpt])
          const said = lines.flatMap((line) => line.runs.map((run) => run.text)).join('')
          expect(text).toBe(runs.map((run) => run.text).join(''))
          expect(said).toBe(text)
          const wanted = runs.flatMap(({ ruby }) => ruby?.text ?? [])
          expect(lines.flatMap(({ rubies }) => rubies.map(saidBy))).toEqual(wanted)
          for (const { rubies } of lines) {
            const spans = rubies.map(spanOf)
            for (const [index, { to }] of spans.entries()) {
              expect((spans[index + 1]?.from ?? Infinity) - to).toBeGreaterThan(0.9 * APART)
              expect(to).toBeLessThanOrEqual(measureMpt + EM / 4)
            }
          }
        },
      ),
      { seed: 20_261_122, numRuns: 600 },
    )
  })
})
