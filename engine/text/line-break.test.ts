import { describe, expect, it } from 'vitest'
import { hasLineBreakCases, readLineBreakCases } from '../../tests/readers/line-break-cases'
import { findLineBreaks, MAY_BREAK, MUST_BREAK, NO_BREAK } from './line-break'
import { classifyForLineBreaks } from './line-break-class'

/** A text with `|` at each break opportunity and `‖` at each break that must be. */
function showBreaks(text: string): string {
  const breaks = findLineBreaks(classifyForLineBreaks(text))
  const signs: Readonly<Record<number, string>> = {
    [NO_BREAK]: '',
    [MAY_BREAK]: '|',
    [MUST_BREAK]: '‖',
  }
  return Array.from({ length: text.length }, (_, at) => {
    return `${signs[breaks[at] ?? NO_BREAK] ?? ''}${text.charAt(at)}`
  }).join('')
}

describe('findLineBreaks', () => {
  it.each([
    ['spaces and words (LB7, LB18)', 'the quick brown', 'the |quick |brown'],
    ['hard breaks (LB4, LB5)', 'a\nb\r\nc\u2028d', 'a\n‖b\r\n‖c\u2028‖d'],
    ['hyphens (LB20a, LB21)', 'well-known -x', 'well-|known |-x'],
    ['numbers (LB25)', 'about $1,234.50 or 20% (3)', 'about |$1,234.50 |or |20% |(3)'],
    ['solidus in an address (LB13)', 'https://example.org/a', 'https://|example.org/|a'],
    ['Han', '中文，（引）文', '中|文，|（引）|文'],
    ['Han with a mark and a second plane', '葛\u{e0100}𠀀葛', '葛\u{e0100}|𠀀|葛'],
    ['quotation marks among Han (LB19a)', '引“用”号', '引|“用”|号'],
    ['flags (LB30a)', '🇨🇳🇨🇳', '🇨🇳|🇨🇳'],
    ['pictographs that are joined (LB8a, LB30b)', '👩‍🚀👍🏽', '👩‍🚀|👍🏽'],
    ['no-break and zero-width space (LB8, LB12)', 'a\u00a0b\u200bc', 'a\u00a0b\u200b|c'],
    ['dashes (LB17)', 'a——b', 'a|——|b'],
  ])('breaks %s', (_, text, shown) => {
    expect(showBreaks(text)).toBe(shown)
  })

  it('has no place to offer in no text', () => {
    expect(findLineBreaks(new Uint8Array(0))).toHaveLength(0)
  })

  it.skipIf(!hasLineBreakCases)(
    'agrees with every case of LineBreakTest-17.0.0 (../shared/data)',
    () => {
      const cases = readLineBreakCases()
      expect(cases).toHaveLength(19_338)
      const wrong = cases.filter(({ text, places }) => {
        const breaks = findLineBreaks(classifyForLineBreaks(text))
        const found = [...breaks.keys()].filter((at) => breaks[at] !== NO_BREAK)
        return found.join() !== places.join()
      })
      expect(wrong).toEqual([])
    },
  )
})
