import { describe, expect, it } from 'vitest'
import { openBundledFace } from '../../tests/readers/bundled-faces'
import { type Compositor, createCompositor, readLines } from './specimen'

const fill = createCompositor({
  han: openBundledFace('hei'),
  latin: openBundledFace('latin'),
  fallbacks: [],
})
const compose: Compositor = (text, measureEm, setting) =>
  fill(text, measureEm, { lines: 'nearest', ...setting })
const strict = { prohibition: 'strict' } as const

describe('a stretch that is too long for a line', () => {
  it.each([
    [10, '第21～28页；……——·第3.14月余阳藏盈', ['第21～28页；……——', '·第3.14月余阳藏盈']],
    [11.5, '第10～196页！！·第20～42页', ['第10～196页！！·', '第20～42页']],
    [
      10.5,
      '暑吕玄》：第8～249页……——』？！。吕张昃藏',
      ['暑吕玄》：', '第8～249页……——』？', '！。吕张昃藏'],
    ],
  ])('is parted in its run of marks before a number is torn, at %d em', (measure, text, lines) => {
    expect(readLines(compose(text, measure, strict))).toEqual(lines)
  })

  it('is parted behind an interpunct before a number is torn', () => {
    const text = '第1～215页！！第9～130页·第3～167页'
    expect(readLines(compose(text, 10))).toEqual(['第1～215页！！', '第9～130页·', '第3～167页'])
  })

  it('is parted in no long mark nor between a dash and an ellipsis', () => {
    const text = '天地￥100余名！》’——……——第26～196页'
    expect(readLines(compose(text, 12, strict))).toEqual([
      '天地￥100余名！》’',
      '——……——第26～196页',
    ])
  })

  it('is parted between number and unit before a word or the number itself is', () => {
    expect(readLines(compose('第1234567890', 6))).toEqual(['第', '1234567890'])
    expect(readLines(compose('共12345678901年的', 6))).toEqual(['共', '12345678901', '年的'])
  })

  it('fills the line before it where it is parted within a word in any case', () => {
    const [first] = readLines(compose('天地见internationalization了', 7))
    expect(first).toMatch(/^天地见int/)
  })

  it('leaves a number that is longer than a line to the next line', () => {
    expect(readLines(compose('天地12345678901234567890', 6))[0]).toBe('天地')
  })
})
