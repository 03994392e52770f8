import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lengthSchema, parseLength } from './length'

describe('parseLength', () => {
  it.each([
    ['10.5pt', 10_500],
    ['25.4mm', 72_000],
    ['2.54cm', 72_000],
    ['1in', 72_000],
    ['0.5 in', 36_000],
    ['3mm', 8_504],
    ['210mm', 595_276],
    ['-3mm', -8_504],
    ['+1PT', 1_000],
    ['0.0005pt', 1],
    ['-0.0005pt', -1],
    ['0.0004pt', 0],
    ['-0mm', 0],
    ['五号', 10_500],
    [' 小四 ', 12_000],
    ['三号', 16_000],
    ['方正三号', 15_750],
    ['方正 六号', 7_875],
  ])('reads %s as %i', (text, mpt) => {
    expect(parseLength(text)).toBe(mpt)
  })

  it.each([
    '',
    '10',
    'pt',
    '1e3pt',
    '1,5mm',
    '.5pt',
    '1.pt',
    '十号',
    '方正十号',
    '1pt 2',
    '1234567pt',
  ])('refuses “%s”', (text) => {
    expect(parseLength(text)).toBeUndefined()
  })

  it('is exact where halves of a thousandth would mislead a float', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (mpt) => {
        const fraction = String(mpt % 1000).padStart(3, '0')
        expect(parseLength(`${String(Math.trunc(mpt / 1000))}.${fraction}pt`)).toBe(mpt)
      }),
    )
  })
})

describe('lengthSchema', () => {
  it('gives thousandths of a point', () => {
    expect(lengthSchema.parse('-2pt')).toBe(-2_000)
  })

  it('says in words what it takes', () => {
    const result = lengthSchema.safeParse('3 apples')
    expect(result.error?.issues[0]?.message).toContain('“3 apples” is not a length')
  })
})
