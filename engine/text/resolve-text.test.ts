import { describe, expect, it } from 'vitest'
import { Kind } from './character-kind'
import { resolveText } from './resolve-text'

const NAMES = new Map<number, string>(Object.entries(Kind).map(([name, kind]) => [kind, name]))

/** The names of the kinds of a text's units. */
function kindsOf(text: string): readonly (string | undefined)[] {
  return Array.from(resolveText(text).kinds, (kind) => NAMES.get(kind))
}

describe('long marks', () => {
  it.each(['中', 'A', ''])('are two ems and one mark after “%s”', (before) => {
    for (const [mark, kind] of [
      ['——', 'LongDash'],
      ['……', 'LongDots'],
      ['⋯⋯', 'LongDots'],
    ] as const) {
      expect(kindsOf(before + mark).slice(before.length), mark).toEqual([kind, 'LongTail'])
    }
    expect(kindsOf(`${before}⸺`).at(-1)).toBe('LongDash')
  })

  it('do not make a Latin paragraph Chinese', () => {
    expect(resolveText('AI——“yes”').isChinese).toBe(false)
    expect(kindsOf('——“')).toEqual(['LongDash', 'LongTail', 'Open'])
    expect(kindsOf('A——“').at(-1)).toBe('LatinMark')
  })

  it('pair from the left, and what is left over stays with them', () => {
    expect(kindsOf('A———B').slice(1, 4)).toEqual(['LongDash', 'LongTail', 'Connector'])
    expect(kindsOf('A………B').slice(1, 4)).toEqual(['LongDots', 'LongTail', 'LongDots'])
  })
})

describe('marks that no Latin text has', () => {
  it.each(['～', '－', '・', '／', '，', '！'])('make a paragraph Chinese: “%s”', (mark) => {
    expect(resolveText(`DN80${mark}AI`).isChinese).toBe(true)
  })

  it('are not those of pictographs, degrees or amounts, however they were typed', () => {
    for (const mark of ['😀', '℃', '€', '§', '￥', '％']) {
      expect(resolveText(`DN80${mark} AI`).isChinese, mark).toBe(false)
    }
  })
})

describe('marks that Chinese and Latin share', () => {
  it('are those of the paragraph when they stand alone', () => {
    for (const mark of '—…·“”') expect(kindsOf(`so ${mark} no`)[3], mark).toBe('LatinMark')
    expect(kindsOf('是—…·“”')).toEqual(['Han', 'Connector', 'LongDots', 'Dot', 'Open', 'Close'])
  })
})
