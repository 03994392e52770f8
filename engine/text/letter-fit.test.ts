import { describe, expect, it } from 'vitest'
import { openBundledFace } from '../../tests/readers/bundled-faces'
import { shapeParagraph } from './shape-paragraph'
import { createCompositor, EM, penPositions, SPECIMEN_SETTING, specimenStyle } from './specimen'

const stack = {
  han: openBundledFace('song'),
  latin: openBundledFace('latin'),
  fallbacks: [],
}
const compose = createCompositor(stack)
const FIT = 20
const MOST = (EM * FIT) / 1000

/** How far the pens of the first line move by fitting letters, from one character to the next. */
function movesOf(text: string, measureEm: number, hyphenates = false): readonly number[] {
  const pensOf = (letterFitMilliEm: number): readonly number[] => {
    const set = compose(text, measureEm, { letterFitMilliEm, hyphenates, lines: 'nearest' })
    const [line] = set.lines
    if (line === undefined) throw new Error('No line')
    expect(line.widthMpt).toBe(measureEm * EM)
    return [...penPositions(line).values()]
  }
  const [plain, fitted] = [pensOf(0), pensOf(FIT)]
  const steps = (pens: readonly number[]): readonly number[] =>
    pens.slice(1).map((pen, index) => pen - (pens[index] ?? 0))
  const before = steps(plain)
  return steps(fitted).map((step, index) => step - (before[index] ?? 0))
}

describe('letters of Latin words', () => {
  it('stand as their face sets them unless their style fits them', () => {
    const { gaps, count } = shapeParagraph(
      [{ text: 'letters', style: specimenStyle(stack), noBreak: false }],
      SPECIMEN_SETTING,
    )
    expect([...gaps.minima.slice(0, count), ...gaps.maxima.slice(0, count)]).toEqual(
      Array.from({ length: 2 * count }, () => 0),
    )
  })

  it('grow apart when the gaps beside Han are used up, and before all other gaps', () => {
    // 春夏 space letters space 秋冬东西: too short by more than the gaps beside Han can take.
    const moves = movesOf('春夏letters秋冬东西internationalization', 11)
    const letters = moves.slice(2, 8)
    expect(letters).toEqual(letters.map(() => MOST))
    expect(moves[0]).toBeLessThan(0)
  })

  it('move closer when all else is squeezed that comes before them', () => {
    const setting = { letterFitMilliEm: FIT, lines: 'nearest' } as const
    const natural = compose('春夏letters秋冬', 20).lines[0]?.widthMpt ?? 0
    const measure = (natural - 2_500 - 3 * MOST) / EM
    expect(compose('春夏letters秋冬', measure, { lines: 'nearest' }).lines).toHaveLength(2)
    const [line, ...others] = compose('春夏letters秋冬', measure, setting).lines
    expect(others).toEqual([])
    expect(line?.widthMpt).toBe(measure * EM)
  })

  it('are fitted in the part of a divided word, which fills its line', () => {
    const moves = movesOf('春夏秋冬东西wonderful international春夏', 13.5, true)
    expect(moves.filter((move) => move > 0).length).toBeGreaterThan(8)
  })

  it('leave figures and marks where they are', () => {
    const moves = movesOf('春夏24.10秋冬东西internationalization', 11)
    expect(moves.slice(2, 6)).toEqual([0, 0, 0, 0])
  })

  it('never grow beyond their limit, not where a line has nothing else', () => {
    const set = compose('letters strength', 5, { letterFitMilliEm: FIT })
    const plain = compose('letters', 5)
    const [line] = set.lines
    const [alone] = plain.lines
    const grown = (line?.widthMpt ?? 0) - (alone?.widthMpt ?? 0)
    expect(grown).toBeLessThanOrEqual(6 * MOST)
  })
})
