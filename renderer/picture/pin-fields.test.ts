import { describe, expect, it } from 'vitest'
import type { FigurePin } from '../../engine/document/figure-pin'
import { namePinColumns, writePin, type PinField } from './pin-fields'

const pin: FigurePin = { page: 2, column: 1, columns: 2, line: 10, lines: 14 }

describe('writePin', () => {
  it.each<[PinField, string, Partial<FigurePin>]>([
    ['page', '5', { page: 5 }],
    ['columns', '3', { column: 3, columns: 1 }],
    ['columns', ' 2 - 3 ', { column: 2, columns: 2 }],
    ['columns', '1至3', { column: 1, columns: 3 }],
    ['line', '1', { line: 1 }],
    ['line', '顶', { line: 'top' }],
    ['line', 'Bottom', { line: 'bottom' }],
    ['lines', '20', { lines: 20 }],
  ])('takes %s written as “%s”', (field, text, change) => {
    expect(writePin(pin, field, text)).toEqual({ ...pin, ...change })
  })

  it.each<[PinField, string]>([
    ['page', '0'],
    ['page', '二'],
    ['page', ''],
    ['columns', '2-1'],
    ['columns', '5-8'],
    ['columns', '1-2-3'],
    ['line', '-3'],
    ['line', '3.5'],
    ['lines', '2'],
    ['lines', '501'],
  ])('has no place for %s written as “%s”', (field, text) => {
    expect(writePin(pin, field, text)).toBeUndefined()
  })

  it('reads back the columns that it names', () => {
    for (const columns of ['1', '1-2', '2-6']) {
      const written = writePin(pin, 'columns', columns) ?? pin
      expect(namePinColumns(written)).toBe(columns)
    }
  })
})
