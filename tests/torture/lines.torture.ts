import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BLACK } from '../../engine/document/ink'
import type { FaceStack } from '../../engine/fonts/face-stack'
import { composeParagraph } from '../../engine/text/compose-paragraph'
import type { SetLine } from '../../engine/text/set-line'
import type { ParagraphSetting } from '../../engine/text/style'
import { checkLines } from '../invariants/check-lines'
import { openStacks } from '../invariants/faces'
import { isOwed, randomText } from '../invariants/random-text'
import { readSampleTexts } from '../invariants/sample-texts'

/** What the checker is held against: how many lines, of which measures. */
const LINES = Number(process.env['BANXIN_LINES'] ?? 1_000_000)
const MEASURES_EM = Array.from({ length: 69 }, (_, index) => 6 + index / 2)
const GENERATED = 1_500
const SIZE_MPT = 10_500

const SETTING: ParagraphSetting = {
  alignment: 'justify',
  indentMpt: 2 * SIZE_MPT,
  prohibition: 'basic',
  lastLineMinHan: 2,
  marks: 'full',
  hangs: false,
  squeezeStops: true,
  lines: 'total-fit',
  trimLineStart: false,
  shape: 'fill',
}

const samples = readSampleTexts().flatMap(({ paragraphs }) => paragraphs)
const generated = fc.sample(randomText, { seed: 20_261_122, numRuns: GENERATED })

/** Hundredths of an em by which the gaps of a stretched line grow on the average. */
function stretchOf({ runs, adjustedMpt }: SetLine): number {
  const glyphs = runs.reduce((sum, run) => sum + (run.text === '' ? 0 : run.glyphs.length), 0)
  return adjustedMpt <= 0 ? 0 : adjustedMpt / Math.max(1, glyphs - 1) / SIZE_MPT
}

describe.each(['total-fit', 'nearest'] as const)('lines set by %s', (lines) => {
  it(`break no rule at any measure from 6 to 40 em, in ${LINES} lines`, () => {
    const stacks: Readonly<Record<string, FaceStack>> = openStacks()
    const stretches: number[] = []
    const violations = new Map<string, number>()
    const first: string[] = []
    const setting = { ...SETTING, lines }
    const set = (stack: FaceStack, text: string, measureEm: number, isRandom: boolean): void => {
      const style = {
        ...{ stack, sizeMpt: SIZE_MPT, ink: BLACK, trackingMilliEm: 0, riseMpt: 0 },
        ...{ emphasisDots: false },
      }
      const paragraph = composeParagraph([{ text, style, noBreak: false }], setting, [
        measureEm * SIZE_MPT,
      ])
      for (const line of paragraph.lines) if (!line.isLast) stretches.push(stretchOf(line))
      for (const { rule, what } of checkLines(paragraph, setting, measureEm * SIZE_MPT)) {
        if (isRandom && !isOwed(rule, measureEm)) continue
        violations.set(rule, (violations.get(rule) ?? 0) + 1)
        if (first.length < 20) first.push(`${rule} at ${measureEm} em: ${what}`)
      }
    }
    for (let round = 0; stretches.length < LINES; round++) {
      for (const stack of Object.values(stacks)) {
        // Each round takes other generated texts, and the samples once.
        const texts = round === 0 ? samples : generated.slice((round - 1) * 50, round * 50)
        if (texts.length === 0) throw new Error('There are too few texts for so many lines')
        for (const text of texts) {
          for (const measureEm of MEASURES_EM) set(stack, text, measureEm, round > 0)
        }
      }
    }
    stretches.sort((one, other) => one - other)
    const at = (share: number): string =>
      (stretches[Math.floor(share * (stretches.length - 1))] ?? 0).toFixed(4)
    const count = [...violations.values()].reduce((sum, each) => sum + each, 0)
    process.stdout.write(
      `${lines}: ${stretches.length} lines, ${count} violations; ` +
        `a gap grows by ${at(0.5)} em (median), ${at(0.99)} em (p99)\n${first.join('\n')}\n`,
    )
    expect(Object.fromEntries(violations)).toEqual({})
  })
})
