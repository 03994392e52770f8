import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MOST_NUMBER_BYTES, writeNumber } from './write-number'

describe('writeNumber', () => {
  it('writes numbers as JavaScript has them in strings', () => {
    const number = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.integer({ min: -40_000, max: 40_000 }).map((value) => value / 2),
    )
    fc.assert(
      fc.property(number, (value) => {
        const bytes = new Uint8Array(MOST_NUMBER_BYTES + 1)
        const end = writeNumber(bytes, 1, value)
        expect(new TextDecoder().decode(bytes.subarray(1, end))).toBe(String(value))
      }),
      { numRuns: 5_000 },
    )
  })
})
