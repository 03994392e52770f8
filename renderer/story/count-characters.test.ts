import { describe, expect, it } from 'vitest'
import {
  addLengths,
  countCharacters,
  countStory,
  measureHead,
  measureText,
} from './count-characters'

describe('countCharacters', () => {
  it('counts each Han character and each word or number', () => {
    expect(countCharacters('岚江铁桥，428米。')).toBe(6)
    expect(countCharacters("It's open-air: 3.5 km")).toBe(4)
    expect(countCharacters('用Vue写App')).toBe(4)
    expect(countCharacters('，。——“”')).toBe(0)
  })

  it('does not join the words of two blocks', () => {
    const block = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })
    const body = { type: 'doc', content: [block('one'), block('two')] }
    expect(countStory({ id: 'a', headline: '', status: 'draft', body })).toBe(2)
  })

  it('tells the length with punctuation, without white space, from that in words', () => {
    const length = measureText('岚江铁桥，428 米。')
    expect(length).toEqual({ words: 6, characters: 10 })
    expect(addLengths([length, length])).toEqual({ words: 12, characters: 20 })
    const head = { kicker: '引', headline: '主题！', byline: 'A B' }
    const body = { type: 'doc' }
    expect(measureHead({ id: 'a', status: 'draft', body, ...head })).toEqual({
      words: 5,
      characters: 6,
    })
  })
})
