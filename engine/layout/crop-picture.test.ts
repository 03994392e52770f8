import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Asset } from '../document/asset'
import {
  focusOf,
  LEAST_CROP,
  type PictureCrop,
  type PicturePoint,
  WHOLE_PICTURE,
} from '../document/picture-crop'
import { aspectOf, cropTo, fitWhole, type Frame, type ShownPicture } from './crop-picture'

const photo = (width: number, height: number): Asset => ({
  id: 'a'.repeat(64),
  mediaType: 'image/jpeg',
  width,
  height,
  name: 'photo.jpg',
})

const shown = (
  asset: Asset,
  crop: PictureCrop = WHOLE_PICTURE,
  focus: PicturePoint | null = null,
): ShownPicture => ({ asset, crop, focus })

const milli = fc.integer({ min: 0, max: 1_000 })
const side = fc.integer({ min: LEAST_CROP, max: 1_000 })
const pixels = fc.integer({ min: 600, max: 60_000 })
const anyPicture = fc
  .record({ width: pixels, height: pixels, left: milli, top: milli, across: side, down: side })
  .chain(({ width, height, left, top, across, down }) =>
    fc.option(fc.record({ x: milli, y: milli })).map((focus) =>
      shown(
        photo(width, height),
        {
          left: Math.min(left, 1_000 - across),
          top: Math.min(top, 1_000 - down),
          width: across,
          height: down,
        },
        focus,
      ),
    ),
  )
/** Frames as a make-up asks for them: at most half off, or grown by as much. */
const anyCropping = fc.record({
  picture: anyPicture,
  widthMpt: fc.integer({ min: 100_000, max: 3_000_000 }),
  share: fc.double({ min: 0.5, max: 2, noNaN: true }),
})
const frameOf = (picture: ShownPicture, widthMpt: number, share: number): Frame => ({
  widthMpt,
  heightMpt: Math.max(1, Math.round((widthMpt * share) / aspectOf(picture))),
})

const end = ({ left, width }: PictureCrop): number => left + width
const bottom = ({ top, height }: PictureCrop): number => top + height

describe('cropTo', () => {
  it('shows nothing that a person has cut off, in whole thousandths', () => {
    fc.assert(
      fc.property(anyCropping, ({ picture, widthMpt, share }) => {
        const part = cropTo(picture, frameOf(picture, widthMpt, share))
        const { crop } = picture
        expect(Object.values(part).every(Number.isInteger)).toBe(true)
        expect(Math.min(part.width, part.height)).toBeGreaterThan(0)
        expect(part.left).toBeGreaterThanOrEqual(crop.left)
        expect(part.top).toBeGreaterThanOrEqual(crop.top)
        expect(end(part)).toBeLessThanOrEqual(end(crop))
        expect(bottom(part)).toBeLessThanOrEqual(bottom(crop))
      }),
    )
  })

  it('has the proportions of its frame, as far as thousandths go, and takes from one side alone', () => {
    fc.assert(
      fc.property(anyCropping, ({ picture, widthMpt, share }) => {
        const frame = frameOf(picture, widthMpt, share)
        const { asset, crop } = picture
        const part = cropTo(picture, frame)
        const isNarrowed = part.width < crop.width
        expect(isNarrowed && part.height < crop.height).toBe(false)
        const aspect = frame.widthMpt / frame.heightMpt
        const exact = isNarrowed
          ? (aspect * asset.height * part.height) / asset.width
          : (asset.width * part.width) / (aspect * asset.height)
        const had = isNarrowed ? part.width : part.height
        // The height of the frame is rounded to a thousandth of a point before.
        expect(Math.abs(had - exact)).toBeLessThanOrEqual(0.5 + exact / frame.heightMpt + 1e-9)
      }),
    )
  })

  it('has the focus in view, in its middle unless that would show what is cut off', () => {
    fc.assert(
      fc.property(anyCropping, ({ picture, widthMpt, share }) => {
        const { asset, crop } = picture
        const part = cropTo(picture, frameOf(picture, widthMpt, share))
        const { x, y } = focusOf(picture, asset)
        expect(x >= part.left && x <= end(part)).toBe(true)
        expect(y >= part.top && y <= bottom(part)).toBe(true)
        const offX = 2 * x - part.left - end(part)
        const offY = 2 * y - part.top - bottom(part)
        if (offX < -1) expect(part.left).toBe(crop.left)
        if (offX > 1) expect(end(part)).toBe(end(crop))
        if (offY < -1) expect(part.top).toBe(crop.top)
        if (offY > 1) expect(bottom(part)).toBe(bottom(crop))
      }),
    )
  })

  it('takes as much from either side of a picture that nobody has cropped', () => {
    const wide = shown(photo(3_000, 2_000))
    const low = { widthMpt: 300_000, heightMpt: 160_000 }
    expect(cropTo(wide, low)).toEqual({ left: 0, top: 100, width: 1_000, height: 800 })
    const high = { widthMpt: 300_000, heightMpt: 250_000 }
    expect(cropTo(wide, high)).toEqual({ left: 100, top: 0, width: 800, height: 1_000 })
  })

  it('spares the upper part of one that is taller than wide', () => {
    const upright = shown(photo(2_000, 3_000))
    const low = { widthMpt: 200_000, heightMpt: 270_000 }
    expect(cropTo(upright, low)).toEqual({ left: 0, top: 0, width: 1_000, height: 900 })
    const lower = { widthMpt: 200_000, heightMpt: 180_000 }
    expect(cropTo(upright, lower)).toEqual({ left: 0, top: 100, width: 1_000, height: 600 })
  })
})

describe('fitWhole', () => {
  it('is the largest frame of the proportions of what shows', () => {
    fc.assert(
      fc.property(anyCropping, ({ picture, widthMpt, share }) => {
        const room = frameOf(picture, widthMpt, share)
        const frame = fitWhole(picture, room)
        expect(frame.widthMpt <= room.widthMpt && frame.heightMpt <= room.heightMpt).toBe(true)
        expect(frame.widthMpt === room.widthMpt || frame.heightMpt === room.heightMpt).toBe(true)
        const off = Math.abs(frame.widthMpt - frame.heightMpt * aspectOf(picture))
        expect(off).toBeLessThanOrEqual(Math.max(1, aspectOf(picture)))
      }),
    )
  })
})
