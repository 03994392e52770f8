import { describe, expect, it } from 'vitest'
import { findHyphens } from './find-hyphens'
import { resolveText } from './resolve-text'

/** A text with a `|` at each place where a word of it may be divided. */
function divide(text: string): string {
  const at = [0, ...findHyphens(resolveText(text)), text.length]
  return at
    .slice(1)
    .map((end, index) => text.slice(at[index], end))
    .join('|')
}

describe('the places of hyphens', () => {
  it.each([
    ['government', 'gov|ern|ment'],
    ['internationalization', 'in|ter|na|tion|al|iza|tion'],
    ['本报编辑部的editorial工作', '本报编辑部的ed|i|to|r|ial工作'],
    ['“hyphenation”', '“hy|phen|ation”'],
    ['(hyphenation), and the government’s', '(hy|phen|ation), and the gov|ern|ment’s'],
    ["the government's.", "the gov|ern|ment's."],
  ])('in %s', (text, divided) => {
    expect(divide(text)).toBe(divided)
  })

  it('leave two letters before them and three after', () => {
    // The patterns alone give `ea-ger-ly` and `read-i-ly`.
    expect(divide('eagerly readily')).toBe('ea|gerly read|ily')
  })

  it('are those of the list of exceptions, every one of them', () => {
    expect(divide('associate reformation recognizance')).toBe(
      'as|so|ciate ref|or|ma|tion re|cog|ni|zance',
    )
    expect(divide('project present')).toBe('project present')
  })

  it.each([
    ['shorter words', 'table paper'],
    ['names', 'Chongqing Government'],
    ['capitals inside', 'iPhone NASA typeScript unESCO'],
    ['digits', 'vitamin12 covid19vaccine 3dprinting'],
    ['compounds, which have places of their own', 'well-established'],
    ['addresses', 'www.government.example editor@government.example https://government.example/'],
    ['words whose author has said where', 'gov\u00adernment'],
    ['letters with accents', 'déjeunering'],
  ])('are none in %s', (_, text) => {
    expect(divide(text)).toBe(text)
  })
})
