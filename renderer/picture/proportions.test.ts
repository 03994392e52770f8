import { describe, expect, it } from 'vitest'
import { WHOLE_PICTURE } from '../../engine/document/picture-crop'
import { reshapeCrop } from './crop-geometry'
import { isCropUpright, pixelsOf, PROPORTIONS, shapeOf } from './proportions'

const wide = { width: 6_000, height: 4_000 }
const upright = { width: 3_000, height: 4_000 }

const largest = (...asked: Parameters<typeof shapeOf>): object => {
  const shape = shapeOf(...asked)
  if (shape === null) throw new Error('There is no shape')
  return pixelsOf(reshapeCrop(WHOLE_PICTURE, shape), asked[1])
}

describe('shapeOf', () => {
  it('leaves a free crop free, and binds every other', () => {
    const free = PROPORTIONS.filter((name) => shapeOf(name, wide, false) === null)
    expect(free).toEqual(['free'])
  })

  it.each([
    ['original', wide, false, 6_000, 4_000],
    ['original', upright, true, 3_000, 4_000],
    ['1:1', wide, false, 4_002, 4_000],
    ['16:9', wide, false, 6_000, 3_376],
    ['4:3', upright, true, 3_000, 4_000],
    ['4:3', upright, false, 3_000, 2_252],
    ['3:2', wide, true, 2_664, 4_000],
  ] as const)('gives %s of %j, upright: %s', (name, picture, isUpright, width, height) => {
    expect(largest(name, picture, isUpright)).toEqual({ width, height })
  })
})

describe('isCropUpright', () => {
  it('counts pixels, not thousandths', () => {
    expect(isCropUpright(WHOLE_PICTURE, wide)).toBe(false)
    expect(isCropUpright(WHOLE_PICTURE, upright)).toBe(true)
    expect(isCropUpright({ left: 0, top: 0, width: 700, height: 1_000 }, wide)).toBe(false)
    expect(isCropUpright({ left: 0, top: 0, width: 600, height: 1_000 }, wide)).toBe(true)
  })
})
