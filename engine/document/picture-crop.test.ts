import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  focusOf,
  LEAST_CROP,
  type PictureCrop,
  pictureCropSchema,
  viewOf,
  WHOLE_PICTURE,
} from './picture-crop'

const milli = fc.integer({ min: 0, max: 1_000 })
const side = fc.integer({ min: LEAST_CROP, max: 1_000 })

const anyCrop = fc
  .record({ left: milli, top: milli, width: side, height: side })
  .map(({ left, top, width, height }): PictureCrop => ({
    left: Math.min(left, 1_000 - width),
    top: Math.min(top, 1_000 - height),
    width,
    height,
  }))

const wide = { width: 3_000, height: 2_000 }
const upright = { width: 2_000, height: 3_000 }

describe('viewOf', () => {
  it('is what the attributes ask for', () => {
    const view = { crop: { left: 10, top: 20, width: 300, height: 400 }, focus: { x: 5, y: 6 } }
    expect(viewOf({ id: 'f', ...view })).toEqual(view)
  })

  it('is the whole picture where they ask for nothing', () => {
    expect(viewOf({})).toEqual({ crop: WHOLE_PICTURE, focus: null })
    expect(viewOf({ crop: WHOLE_PICTURE, focus: null })).toEqual(viewOf({}))
  })
})

describe('focusOf', () => {
  it('is the middle of what shows, or above it in what is taller than wide', () => {
    const crop = { left: 100, top: 200, width: 600, height: 400 }
    expect(focusOf({ crop, focus: null }, wide)).toEqual({ x: 400, y: 400 })
    expect(focusOf({ crop: WHOLE_PICTURE, focus: null }, upright)).toEqual({ x: 500, y: 400 })
    const slice = { left: 0, top: 0, width: 300, height: 1_000 }
    expect(focusOf({ crop: slice, focus: null }, wide)).toEqual({ x: 150, y: 400 })
  })

  it('is the chosen point, or the nearest one that shows', () => {
    fc.assert(
      fc.property(anyCrop, fc.record({ x: milli, y: milli }), (crop, focus) => {
        expect(pictureCropSchema.safeParse(crop).success).toBe(true)
        const { x, y } = focusOf({ crop, focus }, wide)
        const nearestX = Math.min(Math.max(focus.x, crop.left), crop.left + crop.width)
        const nearestY = Math.min(Math.max(focus.y, crop.top), crop.top + crop.height)
        expect({ x, y }).toEqual({ x: nearestX, y: nearestY })
      }),
    )
  })
})
