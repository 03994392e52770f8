import { describe, expect, it } from 'vitest'
import { toUnicodeCMap } from './to-unicode'

const notdef = { glyph: 0, text: '' }

describe('toUnicodeCMap', () => {
  it('says each code in UTF-16, surrogates and longer texts included', () => {
    const cmap = toUnicodeCMap([
      notdef,
      { glyph: 7, text: '版' },
      { glyph: 8, text: '𠮷' },
      { glyph: 9, text: 'ffi' },
    ])
    expect(cmap).toContain(
      '3 beginbfchar\n<0001> <7248>\n<0002> <d842dfb7>\n<0003> <006600660069>\nendbfchar',
    )
  })

  it('gives a glyph that says nothing a character that readers leave out', () => {
    expect(toUnicodeCMap([notdef, { glyph: 7, text: '' }])).toContain('<0001> <2060>')
  })

  it('has at most a hundred entries a block', () => {
    const coded = Array.from({ length: 251 }, (_, glyph) => ({ glyph, text: '一' }))
    const counts = [...toUnicodeCMap(coded).matchAll(/(\d+) beginbfchar/g)].map((match) => match[1])
    expect(counts).toEqual(['100', '100', '50'])
  })
})
