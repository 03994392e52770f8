import { describe, expect, it } from 'vitest'
import type { PixelBox } from '../readers/render-with-pdfium'
import { comparePictures } from './compare-pictures'
import type { PixelPicture } from './pixel-picture'

/** White, with boxes in greys. */
function draw(...boxes: readonly (readonly [box: PixelBox, grey: number])[]): PixelPicture {
  const [width, height] = [40, 30]
  const pixels = new Uint8Array(3 * width * height).fill(255)
  for (const [[left, top, right, bottom], grey] of boxes) {
    for (let y = top; y < bottom; y += 1) {
      pixels.fill(grey, 3 * (y * width + left), 3 * (y * width + right))
    }
  }
  return { width, height, pixels }
}

describe('comparePictures', () => {
  it('finds nothing where light differs by no more than the tolerance', () => {
    const { share, spots } = comparePictures(
      draw([[3, 3, 9, 9], 100]),
      draw([[3, 3, 9, 9], 132]),
      32,
    )
    expect({ share, spots }).toEqual({ share: 0, spots: [] })
  })

  it('sees one part of the light alone', () => {
    const red = draw([[3, 3, 4, 4], 0])
    red.pixels[3 * (3 * 40 + 3)] = 200
    expect(comparePictures(red, draw([[3, 3, 4, 4], 0]), 64).spots).toHaveLength(1)
  })

  it('parts what does not touch, joins what touches by a corner, the heaviest first', () => {
    const { share, spots } = comparePictures(
      draw([[0, 0, 2, 1], 0], [[10, 10, 12, 12], 0], [[12, 12, 13, 14], 0]),
      draw(),
      64,
    )
    expect(spots.map(({ weight }) => weight)).toEqual([expect.closeTo(6), expect.closeTo(2)])
    expect(spots.map(({ box }) => box)).toEqual([
      [10, 10, 13, 14],
      [0, 0, 2, 1],
    ])
    expect(share).toBeCloseTo(8 / 1_200)
  })

  it('does not join the ends of two rows', () => {
    const { spots } = comparePictures(draw([[39, 4, 40, 5], 0], [[0, 5, 1, 6], 0]), draw(), 64)
    expect(spots).toHaveLength(2)
  })

  it('leaves out what is ignored, also where that goes over the edge', () => {
    const { spots } = comparePictures(draw([[0, 0, 10, 10], 0]), draw(), 64, [[-5, -5, 10, 9]])
    expect(spots).toEqual([{ weight: expect.closeTo(10) as number, box: [0, 9, 10, 10] }])
  })

  it('weighs by how far beyond the tolerance light differs', () => {
    const { spots } = comparePictures(draw([[0, 0, 1, 1], 255 - 150]), draw(), 55)
    expect(spots[0]?.weight).toBeCloseTo(95 / 200)
  })

  it('refuses pictures of different sizes', () => {
    const small: PixelPicture = { width: 1, height: 1, pixels: new Uint8Array(3) }
    expect(() => comparePictures(small, draw(), 64)).toThrow('1 × 1')
  })
})
