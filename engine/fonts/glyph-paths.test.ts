import { describe, expect, it } from 'vitest'
import { openBundledFace } from '../../tests/readers/bundled-faces'
import { makeCffFace } from '../../tests/readers/make-cff-face'
import { createPathDrawer } from './glyph-paths'
import { openFace } from './open-face'
import { writeOutlinePath } from '../../tests/readers/write-outline-path'

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

describe('glyphs drawn as paths', () => {
  it.each(['song', 'latin'] as const)('are the outlines of %s, step for step', (name) => {
    const face = openBundledFace(name)
    const draw = createPathDrawer(face.bytes, 0)
    for (let glyph = 0; glyph < Math.min(face.glyphCount, 5_000); glyph++) {
      const path = textOf(draw(glyph))
      if (path !== writeOutlinePath(face.outlineOf(glyph))) {
        expect.unreachable(`glyph ${String(glyph)} differs`)
      }
    }
  })

  it('are those of CFF too', () => {
    const bytes = makeCffFace({ characters: '一丁' })
    const face = openFace(bytes, { family: 'Squares', weight: 400 })
    const glyph = face.glyphOf(0x4e01)
    const path = textOf(createPathDrawer(bytes, 0)(glyph))
    expect(path).toMatch(/^M/)
    expect(path).toBe(writeOutlinePath(face.outlineOf(glyph)))
  })
})
