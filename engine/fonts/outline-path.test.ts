import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openBundledFace } from '../../tests/readers/bundled-faces'
import type { OutlineStep } from './face'
import { writeOutlinePath } from '../../tests/readers/write-outline-path'
import { readOutlinePath } from './outline-path'

const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0)
const anyStep: fc.Arbitrary<OutlineStep> = fc.oneof(
  fc.record({ op: fc.constantFrom('M' as const, 'L' as const), x: number, y: number }),
  fc.record({ op: fc.constant('Q' as const), x1: number, y1: number, x: number, y: number }),
  fc.record({
    op: fc.constant('C' as const),
    x1: number,
    y1: number,
    x2: number,
    y2: number,
    x: number,
    y: number,
  }),
  fc.constant({ op: 'Z' as const }),
)

describe('outlines as path data', () => {
  it('are written as SVG has them', () => {
    const square = openBundledFace('song')
    const path = writeOutlinePath(square.outlineOf(square.glyphOf(0x4e00)))
    expect(path).toMatch(/^(M-?[\d.]+ -?[\d.]+([LQ]-?[\d.]+( -?[\d.]+)+)+Z)+$/)
    expect(writeOutlinePath([])).toBe('')
  })

  it('are read back to the last digit', () => {
    fc.assert(
      fc.property(fc.array(anyStep), (steps) => {
        expect(readOutlinePath(writeOutlinePath(steps))).toEqual(steps)
      }),
    )
  })
})
