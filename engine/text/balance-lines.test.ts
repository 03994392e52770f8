import { describe, expect, it } from 'vitest'
import { openBundledFace } from '../../tests/readers/bundled-faces'
import { createCompositor, EM, readLines } from './specimen'

const compose = createCompositor({
  han: openBundledFace('song'),
  latin: openBundledFace('latin'),
  fallbacks: [],
})
const headline = { shape: 'balance', alignment: 'center' } as const

describe('balanced lines', () => {
  const plain = '重庆市职工半程马拉松比赛暨成渝地区双城经济圈邀请赛顺利举行'

  it('are as many as the greedy fill, and of like length', () => {
    expect(readLines(compose(plain, 24, { alignment: 'left' }))[1]).toHaveLength(5)
    const set = compose(plain, 24, headline)
    expect(set.lines.map(({ start, end }) => end - start)).toEqual([15, 14])
    expect(set.lines.map(({ adjustedMpt }) => adjustedMpt)).toEqual([0, 0])
  })

  it('stand in the middle of the measure', () => {
    const [first] = compose(plain, 24, headline).lines
    expect(first?.runs[0]?.xMpt[0]).toBe(4.5 * EM)
    expect(first?.widthMpt).toBe(19.5 * EM)
  })

  it.each([
    [
      'after a typed space',
      '永远跟党走 奋进新征程 川渝职工同台竞技展风采',
      ['永远跟党走 奋进新征程 ', '川渝职工同台竞技展风采'],
    ],
    [
      'after a closing mark',
      '“工会号移动体检车”为新就业形态劳动者健康保驾护航',
      ['“工会号移动体检车”', '为新就业形态劳动者健康保驾护航'],
    ],
    [
      'not within a name',
      '职工合唱团在山城唱响《我为祖国献石油》庆祝建成',
      ['职工合唱团在山城唱响', '《我为祖国献石油》庆祝建成'],
    ],
  ])('end %s', (_, text, lines) => {
    expect(readLines(compose(text, 18, headline))).toEqual(lines)
  })

  it('leave no character or two alone on the last line', () => {
    for (let length = 13; length <= 40; length++) {
      const lines = readLines(compose('春夏秋冬'.repeat(10).slice(0, length), 12, headline))
      expect(lines.at(-1)?.length, `${length} characters`).toBeGreaterThan(2)
    }
  })

  it('keep the breaks of the author, and balance between them', () => {
    expect(readLines(compose('春夏秋冬\n东西南北春夏秋冬东西南北', 10, headline))).toEqual([
      '春夏秋冬\n',
      '东西南北春夏',
      '秋冬东西南北',
    ])
  })

  it('are one where one is enough', () => {
    expect(readLines(compose(plain, 30, headline))).toEqual([plain])
  })

  it('heed what the setting says of each place', () => {
    const text = '春夏秋冬东西南北春夏秋冬'
    const bonds = Array.from(text, (_, at) => (at === 4 ? 0 : 60))
    expect(readLines(compose(text, 9, headline))[0]).toHaveLength(6)
    expect(readLines(compose(text, 9, { ...headline, bonds }))[0]).toHaveLength(5)
  })

  it('count places by UTF-16 unit, so that a character of two units is one of two places', () => {
    const text = '𠀀夏秋冬东西南北春夏秋冬'
    const bonds = Array.from({ length: text.length }, (_, at) => (at === 5 ? 0 : 60))
    expect(readLines(compose(text, 9, { ...headline, bonds }))[0]).toBe('𠀀夏秋冬东')
  })
})
