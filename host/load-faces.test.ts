import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { bundledFamilies, locateFace } from './font-catalogue'
import { loadFaces } from './load-faces'

describe('the faces that come with the product', () => {
  it('are all there', () => {
    for (const [family, weights] of bundledFamilies) {
      for (const weight of weights) {
        const file = locateFace(family, weight)
        expect(file !== undefined && existsSync(file.path), `${family} ${weight}`).toBe(true)
      }
    }
    expect(locateFace('LXGW WenKai', 500)).toBeUndefined()
  })
})

describe('loadFaces', () => {
  it('opens each face once, at the nearest weight that there is', async () => {
    const faces = await loadFaces([
      { family: 'LXGW WenKai', weight: 500 },
      { family: 'LXGW WenKai', weight: 400 },
      { family: 'Noto Serif SC', weight: 900 },
    ])
    expect(faces.map((face) => face.id)).toEqual(['LXGW WenKai/400', 'Noto Serif SC/900'])
    for (const face of faces) expect(face.glyphOf(0x7248)).toBeGreaterThan(0)
  })

  it('has a bundled face stand in for one that is not to be had', async () => {
    const family = '没有这样的楷体'
    const [face] = await loadFaces([{ family, weight: 500 }])
    expect(face?.id).toBe(`${family}/500`)
    expect(face?.standIn).toEqual({ family: 'LXGW WenKai', reason: 'absent' })
  })
})
