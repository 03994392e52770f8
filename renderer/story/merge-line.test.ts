import { describe, expect, it } from 'vitest'
import { mergeLines } from './merge-line'

describe('a line that two change at once', () => {
  it('has what both wrote', () => {
    expect(mergeLines('江水', '江水绿了', '大江水')).toBe('大江水绿了')
    expect(mergeLines('江水', '大江水', '江水绿了')).toBe('大江水绿了')
    expect(mergeLines('一二三四', '一三四', '一二三五')).toBe('一三五')
    expect(mergeLines('', '新闻', '标题')).toBe('标题新闻')
  })

  it('is the one that was changed where the other was not', () => {
    expect(mergeLines('江', '江水', '江')).toBe('江水')
    expect(mergeLines('江', '江', '河')).toBe('河')
    expect(mergeLines('江', '江', '')).toBe('')
  })

  it('keeps mine where theirs took the text around it away', () => {
    expect(mergeLines('一二三', '一二新三', '')).toBe('新')
    expect(mergeLines('一二三', '一新三', '四')).toBe('四新')
  })
})
