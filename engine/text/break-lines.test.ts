import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomText } from '../../tests/invariants/random-text'
import { openBundledFace } from '../../tests/readers/bundled-faces'
import { breakLines } from './break-lines'
import { Break } from './break-rank'
import { createLineScale } from './line-scale'
import { isLineStartTrimmed, roomOfLine } from './measure-line'
import { shapeParagraph } from './shape-paragraph'
import type { ShapedParagraph } from './shaped-paragraph'
import { EM, SPECIMEN_SETTING, specimenStyle } from './specimen'
import type { ParagraphSetting } from './style'

const stack = { han: openBundledFace('song'), latin: openBundledFace('latin'), fallbacks: [] }
const style = specimenStyle(stack)
const body = { ...SPECIMEN_SETTING, lastLineMinHan: 2, indentMpt: 2 * EM }

type Lines = ParagraphSetting['lines']

function breakBy(lines: Lines, shaped: ShapedParagraph, measureMpt: number): readonly number[] {
  return breakLines(shaped, { ...body, lines }, [measureMpt])
}

/** What each line costs. */
function costsOf(
  shaped: ShapedParagraph,
  ends: readonly number[],
  measureMpt: number,
): readonly number[] {
  const scale = createLineScale(shaped, Infinity)
  return ends.map((end, line) => {
    const roomMpt = roomOfLine(body, [measureMpt], line)
    scale.begin(ends[line - 1] ?? 0, roomMpt, isLineStartTrimmed(body, line))
    scale.weigh(end)
    return scale.cost
  })
}

const sum = (costs: readonly number[]): number => costs.reduce((all, cost) => all + cost, 0)

describe('as few lines as there can be (fewest)', () => {
  const text =
    '主意出自住五楼的退休语文教师温淑仪。她膝盖不好，买菜回来总要在台阶上坐一坐，地上凉，' +
    '便自己带一张报纸。社区干部正巧碰见，第二天就拿着卷尺来了。'
  const shaped = shapeParagraph([{ text, style, noBreak: false }], body)
  const linesAt = (lines: Lines, measureMpt: number): readonly string[] =>
    breakBy(lines, shaped, measureMpt).map((end, line, ends) =>
      text.slice(shaped.offsets[ends[line - 1] ?? 0], shaped.offsets[end]),
    )

  it('are chosen together: the first does not take in what the next has room for', () => {
    const measureMpt = 15 * EM
    const nearest = breakBy('nearest', shaped, measureMpt)
    const fewest = breakBy('fewest', shaped, measureMpt)
    expect(fewest).toHaveLength(nearest.length)
    expect(linesAt('fewest', measureMpt)).not.toEqual(linesAt('nearest', measureMpt))
    const cost = (ends: readonly number[]): number => sum(costsOf(shaped, ends, measureMpt))
    expect(cost(fewest)).toBeLessThan(cost(nearest))
  })

  it('are never more than one filled after the other take, and never break a rule more', () => {
    const measuresEm = fc.integer({ min: 16, max: 60 }).map((halves) => halves / 2)
    fc.assert(
      fc.property(randomText, measuresEm, (random, measureEm) => {
        const runs = [{ text: random, style, noBreak: false }]
        const paragraph = shapeParagraph(runs, body)
        const nearest = breakBy('nearest', paragraph, measureEm * EM)
        const fewest = breakBy('fewest', paragraph, measureEm * EM)
        expect(fewest.length).toBeLessThanOrEqual(nearest.length)
        const against = (ends: readonly number[]): number =>
          ends.filter((end) => (paragraph.breaks[end - 1] ?? Break.Forced) < Break.Free).length
        expect(against(fewest)).toBeLessThanOrEqual(against(nearest))
      }),
      { seed: 7, numRuns: 300 },
    )
  })
})
