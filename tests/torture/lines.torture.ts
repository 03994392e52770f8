import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { FaceStack } from '../../engine/fonts/face-stack'
import type { SetLine } from '../../engine/text/set-line'
import { openStacks } from '../invariants/faces'
import { isOwed, randomText } from '../invariants/random-text'
import { readSampleTexts } from '../invariants/sample-texts'
import { HOUSES, MEASURES_EM, showViolation, SIZE_MPT, tryText, WAYS } from '../invariants/trial'

/** How many lines the checker is held against; rounds of all texts go on until there are so many. */
const LINES = Number(process.env['BANXIN_LINES'] ?? 1_000_000)
/** Texts of a round that nobody wrote. */
const GENERATED = 60

/** Ems by which the gaps of a stretched line grow on the average. */
function stretchOf({ runs, adjustedMpt }: SetLine): number {
  const glyphs = runs.reduce((sum, run) => sum + (run.text === '' ? 0 : run.glyphs.length), 0)
  return adjustedMpt <= 0 ? 0 : adjustedMpt / Math.max(1, glyphs - 1) / SIZE_MPT
}

const percentile = (sorted: readonly number[], share: number): string =>
  (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(4)

/** The median and the 99th percentile of what gaps grow by. */
function summarise(name: string, stretches: readonly number[]): string {
  const sorted = [...stretches].sort((one, other) => one - other)
  const [median, p99] = [percentile(sorted, 0.5), percentile(sorted, 0.99)]
  return `${name}: ${sorted.length} lines; a gap grows by ${median} em (median), ${p99} em (p99)\n`
}

it(`no rule is broken at any measure from 6 to 40 em, in ${LINES} lines`, () => {
  const stacks: readonly FaceStack[] = Object.values(openStacks())
  const samples = readSampleTexts()
  for (const { name, isPresent, paragraphs } of samples) {
    process.stdout.write(`${name}: ${isPresent ? `${paragraphs.length} paragraphs` : 'absent'}\n`)
  }
  const written = samples.flatMap(({ paragraphs }) => paragraphs)
  const stretches = new Map(WAYS.map((way) => [way, [] as number[]]))
  const violations = new Map<string, number>()
  const first: string[] = []
  let house = 0

  /** Tries a text in each face, each time in the house that is next. */
  const tryAll = (text: string, isRandom: boolean): void => {
    for (const stack of stacks) {
      const setting = HOUSES[house++ % HOUSES.length]
      if (setting === undefined) throw new Error('There are houses')
      for (const tried of tryText(text, stack, setting, MEASURES_EM)) {
        for (const line of tried.paragraph.lines) {
          if (!line.isLast) stretches.get(setting.lines)?.push(stretchOf(line))
        }
        for (const violation of tried.violations) {
          if (isRandom && !isOwed(violation.rule, tried.measureEm)) continue
          violations.set(violation.rule, (violations.get(violation.rule) ?? 0) + 1)
          if (first.length < 20) first.push(showViolation(violation, tried, setting))
        }
      }
    }
  }

  const count = (): number => [...stretches.values()].reduce((sum, { length }) => sum + length, 0)
  for (let round = 0; count() < LINES; round++) {
    // What was tried in one house is tried in the next.
    house = round
    for (const text of written) tryAll(text, false)
    const generated = fc.sample(randomText, { seed: 20_261_122 + round, numRuns: GENERATED })
    for (const text of generated) tryAll(text, true)
    process.stdout.write(`${count()} lines\n`)
  }
  const broken = [...violations.values()].reduce((sum, each) => sum + each, 0)
  process.stdout.write(
    [
      `${count()} lines, ${broken} violations\n`,
      ...[...stretches].map(([way, each]) => summarise(way, each)),
      ...first.map((violation) => `${violation}\n`),
    ].join(''),
  )
  expect(Object.fromEntries(violations)).toEqual({})
})
