import { describe, expect, it } from 'vitest'
import { makeCffFace } from '../../tests/readers/make-cff-face'
import { readCids } from './cff'
import { readSfnt } from './sfnt'

const characters = '一丁七万'

function cffOf(cids?: readonly number[]): Uint8Array {
  const file = makeCffFace({ characters, ...(cids === undefined ? {} : { cids }) })
  return readSfnt(file, 0, 'test').get('CFF ')?.bytes ?? new Uint8Array()
}

describe('readCids', () => {
  it('gives the CID of every glyph', () => {
    expect([...(readCids(cffOf([9, 300, 301, 65_534]), 5, 'test') ?? [])]).toEqual([
      0, 9, 300, 301, 65_534,
    ])
  })

  it('gives none where glyphs have names', () => {
    expect(readCids(cffOf(), 5, 'test')).toBeUndefined()
  })

  it('reads charsets of ranges', () => {
    const cff = cffOf([9, 300, 301, 302])
    const at = cff.findIndex((_, index) =>
      [0, 0, 9, 1, 44, 1, 45, 1, 46].every((byte, offset) => cff[index + offset] === byte),
    )
    const withCharset = (...charset: number[]) => {
      const changed = cff.slice()
      changed.set(charset, at)
      return [...(readCids(changed, 5, 'test') ?? [])]
    }
    expect(withCharset(1, 0, 7, 1, 0, 20, 1)).toEqual([0, 7, 8, 20, 21])
    expect(withCharset(2, 0, 7, 0, 3)).toEqual([0, 7, 8, 9, 10])
  })

  it('refuses a table cut short', () => {
    const cff = cffOf([9, 300, 301, 302])
    for (let length = 0; length < 60; length++) {
      expect(() => readCids(cff.slice(0, length), 5, 'test')).toThrow(
        expect.objectContaining({ code: 'face-unreadable' }),
      )
    }
  })
})
