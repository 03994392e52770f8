import { beforeAll, describe, expect, it } from 'vitest'
import { facePaths, openBundledFace, readPackageFile } from '../../tests/readers/bundled-faces'
import type { Face } from './face'
import { resolveGlyph } from './face-stack'
import { createFontBook, nearestWeight, type FontBook } from './font-book'
import { openFace } from './open-face'

const latinBytes = readPackageFile(facePaths.latin)
let kai: Face
let book: FontBook

beforeAll(() => {
  kai = openBundledFace('kai')
  const faces = [400, 700].map((weight) => openFace(latinBytes, { family: 'Serif', weight }))
  book = createFontBook(
    {
      body: { family: 'LXGW WenKai', latin: 'Serif', fallbacks: ['Serif'] },
      caption: { family: 'LXGW WenKai' },
      missing: { family: 'FangSong' },
    },
    [kai, ...faces],
  )
})

describe('createFontBook', () => {
  it('gives the same stack for the same arguments', () => {
    expect(book.stack('body', 400)).toBe(book.stack('body', 400))
    expect(book.stack('body', 400)).not.toBe(book.stack('body', 700))
  })

  it('takes the nearest loaded weight of every family', () => {
    const stack = book.stack('body', 900)
    expect(stack.han.id).toBe('LXGW WenKai/500')
    expect(stack.latin.id).toBe('Serif/700')
    expect(stack.fallbacks.map((face) => face.id)).toEqual(['Serif/700'])
  })

  it('lets a family be its own companion', () => {
    const stack = book.stack('caption', 400)
    expect(stack.latin).toBe(kai)
    expect(resolveGlyph(stack, 0x41, true)?.face).toBe(kai)
    expect(resolveGlyph(stack, 0x10fffd, false)).toBeUndefined()
  })

  it('finds an open face by its id', () => {
    expect(book.face('LXGW WenKai/500')).toBe(kai)
  })

  it('names what is missing', () => {
    expect(() => book.stack('missing', 400)).toThrow('FangSong/400')
    expect(() => book.face('FangSong/700')).toThrow('FangSong/700')
    expect(() => book.stack('headline', 400)).toThrow('headline')
    expect(() => book.stack('toString', 400)).toThrow('toString')
  })
})

describe('nearestWeight', () => {
  it.each([
    [[300, 400, 700], 400, 400],
    [[300, 500, 700], 400, 500],
    [[300, 600], 400, 300],
    [[600, 900], 500, 600],
    [[200, 300, 900], 250, 200],
    [[300, 900], 100, 300],
    [[300, 700, 900], 800, 900],
    [[300, 400], 900, 400],
  ])('of %j for %i takes %i', (loaded, wanted, taken) => {
    expect(nearestWeight(loaded, wanted)).toBe(taken)
  })

  it('takes nothing where nothing is loaded', () => {
    expect(nearestWeight([], 400)).toBeUndefined()
  })
})
