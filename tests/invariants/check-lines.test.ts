import { describe, expect, it } from 'vitest'
import type { SetLine, SetParagraph } from '../../engine/text/set-line'
import type { ParagraphSetting } from '../../engine/text/style'
import { checkLines } from './check-lines'
import { openStacks } from './faces'
import { handCases, PLAIN_SETTING } from './hand-cases'
import { EM_MPT, setByHand, type HandLine } from './hand-set'
import type { Rule } from './violation'

const { song } = openStacks()

function check(
  lines: readonly HandLine[],
  measureEm: number,
  setting: Partial<ParagraphSetting> = {},
): readonly string[] {
  const paragraph = setByHand(lines, song)
  const found = checkLines(paragraph, { ...PLAIN_SETTING, ...setting }, measureEm * EM_MPT)
  return found.map(({ rule, lineIndex, what }) => `${rule} line ${lineIndex}: ${what}`)
}

describe('the invariant checker', () => {
  it.each(handCases)('passes a line set right, and finds $name ($rule)', (given) => {
    expect(check(given.good, given.measureEm, given.setting)).toEqual([])
    const found = check(given.bad, given.measureEm, given.setting)
    expect(found.filter((violation) => violation.startsWith(`${given.rule} `))).not.toEqual([])
  })

  it('has a line that breaks each rule', () => {
    const numbers = Array.from({ length: 10 }, (_, index) => `R${index + 1}`)
    const owed = [...numbers, 'sum'].sort()
    expect([...new Set(handCases.map(({ rule }) => rule))].sort()).toEqual(owed)
  })

  it('lets a run of three marks break where two may not, and a long mark nowhere', () => {
    const rescued = [{ text: '天”）' }, { text: '。地' }]
    expect(check(rescued, 6, { alignment: 'left' }).filter((found) => /^R1 /.test(found))).toEqual(
      [],
    )
    const two = [{ text: '天”' }, { text: '。地玄' }]
    expect(check(two, 6, { alignment: 'left' })).toContainEqual(expect.stringMatching(/^R1 /))
  })

  it('asks nothing of line starts and ends at level none', () => {
    const lines = [{ text: '天地玄黄' }, { text: '，日月' }]
    expect(check(lines, 4, { prohibition: 'none' })).toEqual([])
  })
})

describe('the text of composed lines', () => {
  const good = setByHand([{ text: '天地玄黄' }, { text: '宇宙' }], song)
  const [first, second] = good.lines
  const withFirst = (change: Partial<SetLine>): SetParagraph => ({
    ...good,
    lines: first === undefined || second === undefined ? [] : [{ ...first, ...change }, second],
  })
  const rulesOf = (paragraph: SetParagraph): readonly Rule[] =>
    checkLines(paragraph, PLAIN_SETTING, 4 * EM_MPT).map(({ rule }) => rule)

  it('passes when every character is there once and in order', () => {
    expect(rulesOf(good)).toEqual([])
  })

  it('finds a character that no line holds', () => {
    expect(rulesOf({ ...good, text: '天地玄黄宇宙洪' })).toContain('text')
  })

  it('finds a gap between lines, an overlap, and a line without text', () => {
    expect(rulesOf(withFirst({ end: 3 }))).toContain('text')
    expect(rulesOf(withFirst({ start: 1 }))).toContain('text')
    expect(rulesOf(withFirst({ end: 0, runs: [] }))).toContain('text')
  })

  it('finds what a run says wrong, a lost glyph, a wrong one, and two out of order', () => {
    const runs = first?.runs ?? []
    const withRun = (change: (run: (typeof runs)[number]) => Partial<(typeof runs)[number]>) =>
      rulesOf(withFirst({ runs: runs.map((run) => ({ ...run, ...change(run) })) }))
    expect(withRun(() => ({ text: '天地玄皇' }))).toContain('text')
    expect(
      withRun((run) => ({
        glyphs: run.glyphs.slice(1),
        xMpt: run.xMpt.slice(1),
        clusters: run.clusters.slice(1),
      })),
    ).toContain('text')
    expect(withRun((run) => ({ glyphs: run.glyphs.map((glyph) => glyph + 1) }))).toContain('text')
    expect(withRun((run) => ({ glyphs: run.glyphs.map(() => 0) }))).toContain('text')
    expect(withRun((run) => ({ clusters: [...run.clusters].reverse() }))).toContain('text')
  })

  it('finds a line that says it is the last when another follows', () => {
    expect(rulesOf(withFirst({ isLast: true }))).toContain('text')
  })
})
