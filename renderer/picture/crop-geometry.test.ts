import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  LEAST_CROP,
  type PictureCrop,
  pictureCropSchema,
  WHOLE_PICTURE,
} from '../../engine/document/picture-crop'
import {
  growCrop,
  HANDLES,
  moveCrop,
  pointWithin,
  reshapeCrop,
  resizeCrop,
  type Shape,
} from './crop-geometry'

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
const step = fc.double({ min: -1_500, max: 1_500, noNaN: true })
const anyWay = fc.record({ across: step, down: step })
const anyShape = fc.double({ min: 0.3, max: 3, noNaN: true })
const anyHandle = fc.constantFrom(...HANDLES)

const isSound = (crop: PictureCrop): boolean => pictureCropSchema.safeParse(crop).success
const right = ({ left, width }: PictureCrop): number => left + width
const bottom = ({ top, height }: PictureCrop): number => top + height
const middle = { left: 400, top: 400, width: 200, height: 200 }

/** Off by the rounding of either side, no more. */
function expectShape(crop: PictureCrop, shape: Shape): void {
  if (shape === null) return
  expect(Math.abs(crop.width - crop.height * shape)).toBeLessThanOrEqual(0.51 + 0.51 * shape)
}

describe('a crop', () => {
  it('is moved without a change of size, as far as the picture goes', () => {
    fc.assert(
      fc.property(anyCrop, anyWay, (crop, way) => {
        const moved = moveCrop(crop, way)
        expect(isSound(moved)).toBe(true)
        expect([moved.width, moved.height]).toEqual([crop.width, crop.height])
        if (crop.left + way.across < 0) expect(moved.left).toBe(0)
        if (right(crop) + way.across > 1_000) expect(right(moved)).toBe(1_000)
      }),
    )
    expect(moveCrop(middle, { across: 30.4, down: -50 })).toEqual({
      ...middle,
      left: 430,
      top: 350,
    })
  })

  it('is resized within the picture, what is across from the handle staying', () => {
    fc.assert(
      fc.property(anyCrop, anyHandle, anyWay, (crop, handle, way) => {
        const resized = resizeCrop(crop, handle, way, null)
        expect(isSound(resized)).toBe(true)
        if (!handle.includes('w')) expect(resized.left).toBe(crop.left)
        if (!handle.includes('e')) expect(right(resized)).toBe(right(crop))
        if (!handle.includes('n')) expect(resized.top).toBe(crop.top)
        if (!handle.includes('s')) expect(bottom(resized)).toBe(bottom(crop))
      }),
    )
  })

  it('keeps a shape that it is bound to, whatever handle it is resized by', () => {
    fc.assert(
      fc.property(anyCrop, anyShape, anyHandle, anyWay, (from, shape, handle, way) => {
        const crop = reshapeCrop(from, shape)
        const resized = resizeCrop(crop, handle, way, shape)
        expect(isSound(resized)).toBe(true)
        expectShape(resized, shape)
        if (handle.includes('e')) expect(resized.left).toBe(crop.left)
        if (handle.includes('w')) expect(right(resized)).toBe(right(crop))
        if (handle.includes('s')) expect(resized.top).toBe(crop.top)
        if (handle.includes('n')) expect(bottom(resized)).toBe(bottom(crop))
      }),
    )
  })

  it('follows the pointer by a corner and takes both sides along by an edge', () => {
    expect(resizeCrop(middle, 'se', { across: 100, down: 20 }, null)).toEqual({
      ...middle,
      width: 300,
      height: 220,
    })
    expect(resizeCrop(middle, 'nw', { across: -100, down: 0 }, 1)).toEqual({
      left: 300,
      top: 300,
      width: 300,
      height: 300,
    })
    expect(resizeCrop(middle, 'e', { across: 100, down: 999 }, 1)).toEqual({
      left: 400,
      top: 350,
      width: 300,
      height: 300,
    })
  })

  it('grows to the side that has room', () => {
    const atEnd = { left: 800, top: 0, width: 200, height: 1_000 }
    expect(growCrop(atEnd, { across: 50, down: 0 }, null)).toEqual({
      ...atEnd,
      left: 750,
      width: 250,
    })
    expect(growCrop(atEnd, { across: 0, down: -100 }, null)).toEqual({ ...atEnd, height: 900 })
    expect(growCrop(WHOLE_PICTURE, { across: 50, down: 0 }, null)).toEqual(WHOLE_PICTURE)
  })

  it('takes a shape about its own middle, as large as the picture lets it be', () => {
    fc.assert(
      fc.property(anyCrop, anyShape, (crop, shape) => {
        const reshaped = reshapeCrop(crop, shape)
        expect(isSound(reshaped)).toBe(true)
        expectShape(reshaped, shape)
        const isFree =
          reshaped.left > 0 &&
          reshaped.top > 0 &&
          right(reshaped) < 1_000 &&
          bottom(reshaped) < 1_000
        if (!isFree) return
        expect(Math.abs(reshaped.left + right(reshaped) - crop.left - right(crop))).toBeLessThan(2)
        expect(Math.abs(reshaped.top + bottom(reshaped) - crop.top - bottom(crop))).toBeLessThan(2)
      }),
    )
    expect(reshapeCrop(WHOLE_PICTURE, 0.5)).toEqual({
      left: 250,
      top: 0,
      width: 500,
      height: 1_000,
    })
  })

  it('has the nearest point within it', () => {
    expect(pointWithin(middle, { x: 500.4, y: 599.6 })).toEqual({ x: 500, y: 600 })
    expect(pointWithin(middle, { x: -20, y: 1_200 })).toEqual({ x: 400, y: 600 })
  })
})
