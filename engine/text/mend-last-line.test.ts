import { describe, expect, it } from 'vitest'
import { openBundledFace } from '../../tests/readers/bundled-faces'
import { createCompositor, EM, readLines } from './specimen'

const compose = createCompositor({
  han: openBundledFace('song'),
  latin: openBundledFace('latin'),
  fallbacks: [],
})
const two = { lines: 'nearest', lastLineMinHan: 2 } as const

describe('the last line (孤字, R10) of text that is filled line by line', () => {
  it('gets a character of the line before', () => {
    const text = '春夏秋冬东西南北春夏秋冬。'
    expect(readLines(compose(text, 11, { lines: 'nearest' }))).toEqual([
      '春夏秋冬东西南北春夏秋',
      '冬。',
    ])
    const set = compose(text, 11, two)
    expect(readLines(set)).toEqual(['春夏秋冬东西南北春夏', '秋冬。'])
    expect(set.lines[0]).toMatchObject({ widthMpt: 11 * EM, adjustedMpt: EM })
  })

  it('is squeezed into the line before where that is enough', () => {
    const text = '春夏，秋冬，东西，南北，春夏，秋冬了'
    expect(readLines(compose(text, 16, two))).toEqual([text])
  })

  it('gets characters from further up where the line before has none to give', () => {
    const text = '春夏秋冬东西南北春夏秋冬东西“南北”春夏秋冬internationalization年。'
    const lines = readLines(compose(text, 12, two))
    expect(lines.join('')).toBe(text)
    expect(lines.at(-1)).toMatch(/[\u4e00-\u9fff].*[\u4e00-\u9fff]|[a-z]{2}/u)
  })

  it.each([
    ['春夏秋冬东西extraordinary responsibility environmental春夏。', 8.75, 3],
    ['春夏秋冬东西南wonderful communication extraordinary extraordinary春。', 7, 2],
  ])('never gets characters by a third hyphen in a row: %s', (text, measureEm, lastLineMinHan) => {
    const how = { lines: 'nearest', hyphenates: true } as const
    const ends = (least: number): string =>
      compose(text, measureEm, { ...how, lastLineMinHan: least })
        .lines.map(({ runs }) => (runs.some(({ isDivided }) => isDivided === true) ? '-' : '.'))
        .join('')
    expect(ends(1)).toContain('--')
    expect(ends(lastLineMinHan)).toBe(ends(1))
  })

  it('stays as it is where nothing can be done', () => {
    expect(readLines(compose('春夏。', 2, two))).toEqual(['春', '夏。'])
    expect(readLines(compose('春\n夏。', 9, two))).toEqual(['春\n', '夏。'])
  })

  it('counts two letters or digits as one Han', () => {
    const text = '春夏秋冬东西南北春夏2024'
    expect(readLines(compose(text, 10, two))).toEqual(['春夏秋冬东西南北春夏', '2024'])
  })

  it('of a Latin paragraph is no concern of it', () => {
    const text = 'The quick brown fox jumps over a dog'
    expect(compose(text, 15, two)).toEqual(compose(text, 15, { lines: 'nearest' }))
  })
})
