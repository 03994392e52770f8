import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BLACK } from '../document/ink'
import { openBundledFace } from '../../tests/readers/bundled-faces'
import type { SetLine } from '../text/set-line'
import { spreadLine } from './spread-line'

const face = openBundledFace('song')

/** A line of runs of so many glyphs each, an em apart. */
function lineOf(counts: readonly number[]): SetLine {
  let at = 0
  const runs = counts.map((count) => {
    const xMpt = Array.from({ length: count }, () => 10_000 * at++)
    const glyphs = xMpt.map(() => 1)
    const clusters = glyphs
    return { face, sizeMpt: 10_000, ink: BLACK, start: 0, glyphs, xMpt, clusters, text: '' }
  })
  const widthMpt = 10_000 * at
  const measure = { start: 0, end: at, measureMpt: widthMpt, adjustedMpt: 0, isLast: true }
  return { ...measure, runs, strokes: [], rubies: [], widthMpt }
}

const placesOf = ({ runs }: SetLine): readonly number[] => runs.flatMap(({ xMpt }) => xMpt)

describe('spreadLine', () => {
  it('shares the room between all glyphs, to the last thousandth', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 0, max: 500_000 }),
        (counts, byMpt) => {
          const line = lineOf(counts)
          const before = placesOf(line)
          const after = placesOf(spreadLine(line, byMpt))
          const gaps = before.length - 1
          expect(after[0]).toBe(0)
          if (gaps === 0) return
          expect(after.at(-1)).toBe((before.at(-1) ?? 0) + byMpt)
          for (let at = 1; at <= gaps; at += 1) {
            const gap = (after[at] ?? 0) - (after[at - 1] ?? 0) - 10_000
            expect(Math.abs(gap - byMpt / gaps)).toBeLessThan(1)
          }
        },
      ),
    )
  })

  it('leaves a line of one glyph, and one without room, as they are', () => {
    const one = lineOf([1])
    expect(spreadLine(one, 5_000)).toBe(one)
    const full = lineOf([3])
    expect(spreadLine(full, -5)).toBe(full)
  })
})
