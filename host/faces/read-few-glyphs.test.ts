import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openFace } from '../../engine/fonts/open-face'
import { createOutliner } from '../../engine/fonts/shaper'
import { bundledFamilies, locateFace } from '../font-catalogue'
import type { FoundFace } from './read-face-file'
import { readFewGlyphs } from './read-few-glyphs'

const faces = [...bundledFamilies].flatMap(([family, weights]) => {
  const weight = weights.includes(400) ? 400 : weights[0]
  return weight === undefined ? [] : [{ family, weight }]
})

function found(family: string, weight: number): FoundFace {
  const file = locateFace(family, weight)
  if (file === undefined) throw new Error(`${family} is not bundled`)
  return { ...file, source: 'bundled', collectionIndex: 0 }
}

describe('readFewGlyphs', () => {
  it.each(faces)(
    'draws each glyph of $family as its whole file does',
    async ({ family, weight }) => {
      const face = found(family, weight)
      const bytes = readFileSync(face.path)
      const { glyphCount } = openFace(bytes, face)
      const whole = createOutliner(bytes, 0)
      const STEP = 1_000
      let composed = 0
      for (let first = 0; first < glyphCount; first += STEP) {
        const count = Math.min(STEP, glyphCount - first)
        const wanted = Array.from({ length: count }, (_, index) => first + index).reverse()
        const few = await readFewGlyphs(face, wanted)
        if (few === undefined) throw new Error('nothing is read')
        const draw = createOutliner(few.bytes, 0)
        expect(few.glyphs.slice(0, wanted.length)).toEqual(wanted)
        composed += few.glyphs.length - wanted.length
        for (const [index, glyph] of few.glyphs.entries()) {
          const one = JSON.stringify(draw(index))
          if (one !== JSON.stringify(whole(glyph))) expect.unreachable(`glyph ${String(glyph)}`)
        }
      }
      // Else nothing would be known of glyphs that are put together of others.
      if (family === 'Source Serif 4') expect(composed).toBeGreaterThan(0)
    },
  )

  it('leaves a glyph blank that the face has not', async () => {
    const few = await readFewGlyphs(found('Source Serif 4', 400), [65_535, 36])
    const draw = createOutliner(few?.bytes ?? new Uint8Array(0), 0)
    expect(draw(0)).toEqual([])
    expect(draw(1)).not.toEqual([])
  })
})
