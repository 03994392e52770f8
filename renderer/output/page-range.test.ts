import { describe, expect, it } from 'vitest'
import type { ComposedPage } from '../../engine/layout/page'
import { namePageRange, parsePageRange } from './page-range'

const pages = [1, 2, 3, 4].map((folio, index): ComposedPage => {
  const size = { widthMpt: 1, heightMpt: 1, bleedMpt: 0 }
  return { index, folio, side: 'recto', parent: 'inside', items: [], ...size }
})

describe('parsePageRange', () => {
  it('reads single pages and ranges, each page once, in order', () => {
    expect(parsePageRange('3-4, 1', pages)).toEqual([0, 2, 3])
    expect(parsePageRange('2，2–3', pages)).toEqual([1, 2])
  })

  it('refuses what is no page', () => {
    for (const text of ['', '0', '5', '3-5', '4-2', 'a', '1-2-3']) {
      expect(parsePageRange(text, pages)).toBeUndefined()
    }
  })
})

describe('namePageRange', () => {
  it('joins pages in a row', () => {
    expect(namePageRange([0, 1, 3], pages, '、')).toBe('1–2、4')
    expect(namePageRange([0, 1, 3], pages, ',', '-')).toBe('1-2,4')
    expect(namePageRange([2], pages, '、')).toBe('3')
    expect(namePageRange([], pages, '、')).toBe('')
  })
})
