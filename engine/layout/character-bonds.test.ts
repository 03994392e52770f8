import { describe, expect, it } from 'vitest'
import { learnBonds } from './character-bonds'

describe('learnBonds', () => {
  const bonds = learnBonds([
    '成渝地区双城经济圈建设',
    '川渝地区协同发展，成渝地区双城经济圈',
    '川渝地区产业升级，地区之间的友谊',
  ])

  it('holds together what often stands together', () => {
    const [cheng = 0, yu = 0, di = 0, qu = 0] = bonds('成渝地区双城')
    expect(di).toBeGreaterThan(qu)
    expect(yu).toBeGreaterThan(qu)
    expect(cheng).toBeGreaterThan(0)
  })

  it('leaves seams where it has learnt nothing', () => {
    expect(bonds('甲乙丙')).toEqual([0, 0, 0])
  })
})
