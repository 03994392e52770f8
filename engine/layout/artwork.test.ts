import { describe, expect, it } from 'vitest'
import { BLACK } from '../document/ink'
import type { ArtworkFurniture } from '../document/template-furniture'
import { drawArtwork } from './artwork'

const FURNITURE = { kind: 'furniture' } as const

const artwork = (path: string): ArtworkFurniture => ({
  kind: 'artwork',
  path,
  viewBox: [0, 0, 10, 20],
  x: 0,
  y: 0,
  width: 20_000,
  height: 40_000,
  swatch: 'red',
})

describe('drawArtwork', () => {
  it('scales the view box into the frame', () => {
    const { steps } = drawArtwork(artwork('M0 0H10V20L5 10Z'), BLACK, false, FURNITURE)
    expect(steps).toEqual([
      { op: 'M', xMpt: 0, yMpt: 0 },
      { op: 'L', xMpt: 20_000, yMpt: 0 },
      { op: 'L', xMpt: 20_000, yMpt: 40_000 },
      { op: 'L', xMpt: 10_000, yMpt: 20_000 },
      { op: 'Z' },
    ])
  })

  it('reads relative commands from where the pen is', () => {
    const absolute = drawArtwork(artwork('M1 1L4 1L4 5C5 6 7 6 8 5Z'), BLACK, false, FURNITURE)
    const relative = drawArtwork(artwork('m1 1h3v4c1 1 3 1 4 0z'), BLACK, false, FURNITURE)
    expect(relative.steps).toEqual(absolute.steps)
  })

  it('faces the other way on a verso', () => {
    const { steps } = drawArtwork(artwork('M0 0L10 0'), BLACK, true, FURNITURE)
    expect(steps[0]).toEqual({ op: 'M', xMpt: 20_000, yMpt: 0 })
  })
})
