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

  it('says what it looked for and what there is', async () => {
    await expect(loadFaces([{ family: 'FZXiaoBiaoSong', weight: 400 }])).rejects.toMatchObject({
      code: 'face-missing',
      explanation: { where: 'FZXiaoBiaoSong' },
      message: expect.stringContaining('Noto Serif SC') as string,
    })
  })
})
