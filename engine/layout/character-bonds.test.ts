import { describe, expect, it } from 'vitest'
import { createBondLearner } from './character-bonds'

describe('bonds of characters', () => {
  const groups = [
    ['成渝地区双城经济圈建设', '川渝地区协同发展，成渝地区双城经济圈'],
    ['川渝地区产业升级，地区之间的友谊'],
  ]
  const bonds = createBondLearner().learn(groups)

  it('holds together what often stands together', () => {
    const [cheng = 0, yu = 0, di = 0, qu = 0] = bonds('成渝地区双城')
    expect(di).toBeGreaterThan(qu)
    expect(yu).toBeGreaterThan(qu)
    expect(cheng).toBeGreaterThan(0)
  })

  it('leaves seams where it has learnt nothing', () => {
    expect(bonds('甲乙丙')).toEqual([0, 0, 0])
  })

  it('are the same however they came to be learnt', () => {
    const learner = createBondLearner()
    const [first = [], second = []] = groups
    learner.learn([first, ['甲乙甲乙，甲乙']])
    const before = learner.learn([first, second, ['甲乙甲乙']])('成渝地区双城')
    const after = learner.learn([second, first])
    expect(after('成渝地区双城')).toEqual(bonds('成渝地区双城'))
    expect(after('甲乙丙')).toEqual([0, 0, 0])
    expect(before.length).toBe(6)
    expect(after('成渝地区双城')).toBe(after('成渝地区双城'))
  })
})
