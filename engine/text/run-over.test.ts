import { describe, expect, it } from 'vitest'
import { openBundledFace } from '../../tests/readers/bundled-faces'
import { breakLines } from './break-lines'
import { justifyGaps } from './justify-line'
import { isLineStartTrimmed, measureLine, roomOfLine } from './measure-line'
import { runOver } from './run-over'
import { shapeParagraph } from './shape-paragraph'
import { type ShapedParagraph, Stretch } from './shaped-paragraph'
import { createCompositor, EM, readLines, SPECIMEN_SETTING, specimenStyle } from './specimen'
import type { ParagraphSetting } from './style'

const stack = {
  han: openBundledFace('song'),
  latin: openBundledFace('latin'),
  fallbacks: [],
}
const compose = createCompositor(stack)
const body: ParagraphSetting = {
  ...SPECIMEN_SETTING,
  lines: 'nearest',
  lastLineMinHan: 2,
  indentMpt: 2 * EM,
}
const mixed =
  '10月26日，市总工会在DN80车间开课，“第3届”比赛共有21.0975公里、900余名职工。' +
  '他们用CAD软件画图——三个 AI 小组，两个Banxin小组；评委说：“好！”又说：“再来一遍……”大家都笑了。'

/** A paragraph of one style, the lines that it takes, and those that it runs over to. */
function loosen(text: string, measureEm: number, setting: ParagraphSetting) {
  const shaped = shapeParagraph([{ text, style: specimenStyle(stack), noBreak: false }], setting)
  const measures = [measureEm * EM]
  const ends = breakLines(shaped, setting, measures)
  return { shaped, ends, longer: runOver(shaped, setting, measures, ends) }
}

/** The gaps between characters of a stretched line that grow most. */
function findGrowth(
  shaped: ShapedParagraph,
  [from, to, index]: readonly [number, number, number],
  measureEm: number,
  setting: ParagraphSetting,
): number {
  const extent = measureLine(shaped, from, to, isLineStartTrimmed(setting, index))
  const roomMpt = roomOfLine(setting, [measureEm * EM], index)
  const { widthsMpt } = justifyGaps(shaped, extent, roomMpt - extent.naturalMpt)
  const growths = Array.from(widthsMpt, (widthMpt, gap) => {
    const at = extent.first + gap
    const isBetweenCharacters = shaped.gaps.stretchStages[at] === Stretch.Other
    return isBetweenCharacters ? widthMpt - (shaped.gaps.naturals[at] ?? 0) : 0
  })
  return Math.max(...growths)
}

describe('a paragraph that runs over (放行)', () => {
  const plain = { ...body, indentMpt: 0 }
  const han = (count: number): string => '春夏秋冬东西南北'.repeat(count).slice(0, count)

  it('takes one line more than it needs, each stretched as little as that takes', () => {
    expect(loosen(han(59), 20, plain).ends).toEqual([20, 40, 59])
    expect(loosen(han(59), 20, plain).longer).toEqual([19, 38, 57, 59])
    expect(loosen(han(79), 20, plain).longer).toHaveLength(5)
  })

  it('has a last line that is long enough', () => {
    expect(loosen(han(58), 20, plain).longer).toBeUndefined()
    expect(loosen(han(58), 20, { ...plain, lastLineMinHan: 1 }).longer).toEqual([19, 38, 57, 58])
  })

  it('is impossible where a gap would have to grow by more than a tenth of an em', () => {
    // A character fewer leaves an em for nine gaps, or for ten.
    expect(loosen(han(33), 11, plain).longer).toBeUndefined()
    expect(loosen(han(35), 12, plain).longer).toEqual([11, 22, 33, 35])
    expect(loosen('春夏', 20, plain).longer).toBeUndefined()
    expect(loosen('', 20, plain).longer).toBeUndefined()
  })

  it('grows no gap between characters by more than a tenth of an em', () => {
    let longerCount = 0
    for (let measureEm = 8; measureEm <= 36; measureEm += 0.5) {
      const { shaped, ends, longer } = loosen(mixed, measureEm, body)
      if (longer === undefined) continue
      longerCount++
      expect(longer).toHaveLength(ends.length + 1)
      longer.slice(0, -1).forEach((to, index) => {
        const line = [index === 0 ? 0 : (longer[index - 1] ?? 0), to, index] as const
        const growth = findGrowth(shaped, line, measureEm, body)
        expect(growth, `line ${index} at ${measureEm} em`).toBeLessThanOrEqual(EM / 10)
      })
    }
    expect(longerCount).toBeGreaterThan(10)
  })

  it('has every character once, and every line but the last on the measure', () => {
    const runsOver = { ...body, runsOver: true }
    for (let measureEm = 8; measureEm <= 36; measureEm += 0.5) {
      const set = compose(mixed, measureEm, runsOver)
      expect(readLines(set).join('')).toBe(mixed)
      for (const { isLast, widthMpt } of set.lines) {
        if (!isLast) expect(widthMpt).toBe(measureEm * EM)
      }
    }
  })

  it('keeps the breaks of the author, and stretches no line that ends with one', () => {
    const text = `${han(30)}\n${han(59)}`
    const set = compose(text, 20, { ...plain, runsOver: true })
    expect(readLines(set).map((line) => line.length)).toEqual([20, 11, 19, 19, 19, 2])
    expect(set.lines.map(({ adjustedMpt }) => adjustedMpt)).toEqual([0, 0, EM, EM, EM, 0])
  })

  it('stays as it is where it cannot be longer', () => {
    expect(compose(han(58), 20, { ...plain, runsOver: true })).toEqual(compose(han(58), 20, plain))
  })
})
