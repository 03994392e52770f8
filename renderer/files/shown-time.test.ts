import { describe, expect, it } from 'vitest'
import { showTime } from './shown-time'

const now = new Date(2026, 9, 30, 9, 5)
const show = (...moment: [number, number, number, number, number]) =>
  showTime(new Date(...moment), now, 'zh-CN')

describe('showTime', () => {
  it('says the time of today and of yesterday', () => {
    expect(show(2026, 9, 30, 0, 0)).toEqual({ day: 'today', time: '00:00' })
    expect(show(2026, 9, 29, 23, 59)).toEqual({ day: 'yesterday', time: '23:59' })
  })

  it('says the date of other days, with the year where that is another', () => {
    expect(show(2026, 9, 28, 23, 59)).toEqual({ day: 'other', date: '10月28日' })
    expect(show(2025, 9, 30, 9, 5)).toEqual({ day: 'other', date: '2025年10月30日' })
  })
})
