import { describe, expect, it } from 'vitest'
import { makeCollection, openBundledFace } from '../../tests/readers/bundled-faces'
import { makeCffFace } from '../../tests/readers/make-cff-face'
import { blankOutlines } from './blank-outlines'
import { openFace } from './open-face'

const han = { script: 'Hani', language: 'zh-Hans', features: ['halt', 'kern'] }
const latin = { script: 'Latn', language: 'en' }

describe('blankOutlines', () => {
  it.each(['song', 'hei', 'kai', 'latin'] as const)(
    'leaves of %s all but what it draws',
    (name) => {
      const whole = openBundledFace(name)
      const bytes = blankOutlines(whole.bytes, 0, whole.id)
      const blank = openFace(bytes, whole)
      expect({ ...blank, ...functionsOf(whole) }).toEqual({ ...whole, bytes: blank.bytes })
      for (let code = 0; code < 0x30000; code++) {
        const glyph = blank.glyphOf(code)
        if (glyph !== whole.glyphOf(code) || blank.advanceOf(glyph) !== whole.advanceOf(glyph)) {
          expect.unreachable(`U+${code.toString(16)} differs`)
        }
      }
      expect(blank.shape('（版心），“一九”——……', han)).toEqual(
        whole.shape('（版心），“一九”——……', han),
      )
      expect(blank.shape('AVATAR office', latin)).toEqual(whole.shape('AVATAR office', latin))
      expect(blank.outlineOf(blank.glyphOf(0x41))).toEqual([])
      if (name !== 'latin') expect(bytes.length).toBeLessThan(whole.bytes.length / 15)
    },
  )

  it('takes a face out of its collection', () => {
    const whole = openBundledFace('latin')
    const blank = blankOutlines(makeCollection(whole.bytes), 1, whole.id)
    expect(Buffer.from(blank)).toEqual(Buffer.from(blankOutlines(whole.bytes, 0, whole.id)))
  })

  it('blanks outlines of CFF too', () => {
    const bytes = makeCffFace({ characters: '一丁' })
    const identity = { family: 'Squares', weight: 400 }
    const whole = openFace(bytes, identity)
    const blank = openFace(blankOutlines(bytes, 0, whole.id), identity)
    expect(blank.outlines).toBe('CFF')
    expect(blank.shape('一丁', han)).toEqual(whole.shape('一丁', han))
    expect(whole.outlineOf(whole.glyphOf(0x4e01))).not.toEqual([])
    expect(blank.outlineOf(blank.glyphOf(0x4e01))).toEqual([])
  })

  it('refuses what is no font', () => {
    expect(() => blankOutlines(new Uint8Array(100), 0, 'x')).toThrow('x')
  })
})

function functionsOf({ glyphOf, advanceOf, shape, outlineOf }: ReturnType<typeof openFace>) {
  return { glyphOf, advanceOf, shape, outlineOf }
}
