import { describe, expect, it } from 'vitest'
import {
  parseDate,
  parseLetterFit,
  parseNumber,
  parsePages,
  parseSize,
  parseTypedLength,
} from './parse-values'
import { UsageError } from './usage-error'

describe('values on the command line', () => {
  it('are lengths in em or in units', () => {
    expect(parseTypedLength('21em')).toEqual({ milliEm: 21_000 })
    expect(parseTypedLength('8.25em')).toEqual({ milliEm: 8_250 })
    expect(parseTypedLength('25.4mm')).toEqual({ mpt: 72_000 })
    expect(parseTypedLength('0pt')).toEqual({ mpt: 0 })
  })

  it('are type sizes in points or 字号', () => {
    expect(parseSize('10.5pt')).toBe(10_500)
    expect(parseSize('三号')).toBe(16_000)
  })

  it('are pages counted from 1', () => {
    expect(parsePages('1-4')).toEqual([0, 1, 2, 3])
    expect(parsePages('3, 1-2,2')).toEqual([0, 1, 2])
  })

  it('are days on the calendar and whole numbers', () => {
    expect(parseDate('2024-02-29')).toBe('2024-02-29')
    expect(parseNumber('007')).toBe(7)
    expect([parseLetterFit('2'), parseLetterFit('1.5')]).toEqual([20, 15])
  })

  it.each([
    [parseTypedLength, ['21', 'em', '-1mm', '1.2345em', '21 ems', '']],
    [parseSize, ['0pt', '9000pt', '10.5', '21em', '大号']],
    [parsePages, ['0', '4-1', '1-', 'all', '', '1,,2', '1-99999']],
    [parseDate, ['2025-02-29', '2025-13-01', '2025-1-1', 'today', '2025-03-31T00:00']],
    [parseLetterFit, ['-1', '3.1', '4', '1.25', '2%', '']],
    [parseNumber, ['-1', '1.5', '1234567', 'twelve', '']],
  ])('are refused with a sentence: %o', (parse, texts) => {
    for (const text of texts) expect(() => parse(text), text).toThrow(UsageError)
  })
})
