import sharp, { type Sharp } from 'sharp'
import { describe, expect, it } from 'vitest'
import { preparePicture } from './prepare-picture'

/** A picture whose left half is dark and right half light, tinted when `tint` is not 0. */
function paint(width: number, height: number, tint: number): Sharp {
  const pixels = new Uint8Array(width * height * 3)
  for (let at = 0; at < width * height; at++) {
    const value = at % width < width / 2 ? 40 : 215
    pixels.set([value + tint, value, value], at * 3)
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
}

const inch = 72_000

describe('preparePicture', () => {
  it('sets colour on four plates and keeps the size of a picture that is small enough', async () => {
    const png = await paint(60, 40, 40).png().toBuffer()
    const prepared = await preparePicture(png, inch, 'a.png')
    expect(prepared).toMatchObject({ width: 60, height: 40, channels: 4 })
    const { space, channels, hasProfile } = await sharp(prepared.jpeg).metadata()
    expect({ space, channels, hasProfile }).toEqual({
      space: 'cmyk',
      channels: 4,
      hasProfile: false,
    })
  })

  it('takes a picture down to 300 pixels an inch', async () => {
    const jpeg = await paint(900, 600, 40).jpeg().toBuffer()
    const prepared = await preparePicture(jpeg, inch, 'a.jpg')
    expect(prepared).toMatchObject({ width: 300, height: 200 })
  })

  it('keeps grey on the black plate, however it was stored', async () => {
    const stored = [
      await paint(60, 40, 0).png().toBuffer(),
      await paint(60, 40, 0).toColourspace('b-w').jpeg().toBuffer(),
    ]
    for (const bytes of stored) {
      const prepared = await preparePicture(bytes, inch, 'grey')
      expect(prepared.channels).toBe(1)
      expect((await sharp(prepared.jpeg).metadata()).space).toBe('b-w')
    }
  })

  it('leaves paper white under what is see-through', async () => {
    const clear = { r: 200, g: 0, b: 0, alpha: 0 }
    const png = await sharp({ create: { width: 8, height: 8, channels: 4, background: clear } })
      .png()
      .toBuffer()
    const { jpeg } = await preparePicture(png, inch, 'clear.png')
    expect([...(await sharp(jpeg).raw().toBuffer())].every((value) => value === 255)).toBe(true)
  })

  it('turns a photo upright', async () => {
    const turned = await paint(60, 40, 40).withMetadata({ orientation: 6 }).jpeg().toBuffer()
    expect(await preparePicture(turned, inch, 'a.jpg')).toMatchObject({ width: 40, height: 60 })
  })

  it('gives the same bytes twice', async () => {
    const jpeg = await paint(900, 600, 40).jpeg().toBuffer()
    const [first, second] = [
      await preparePicture(jpeg, inch, ''),
      await preparePicture(jpeg, inch, ''),
    ]
    expect(Buffer.compare(first.jpeg, second.jpeg)).toBe(0)
  })

  it('names a picture that is cut short', async () => {
    const jpeg = await paint(90, 60, 40).jpeg().toBuffer()
    const half = jpeg.subarray(0, jpeg.length / 2)
    await expect(preparePicture(half, inch, 'a.jpg')).rejects.toMatchObject({
      code: 'picture-damaged',
      cause: expect.any(Error) as Error,
    })
  })

  it('blames no picture for a width that makes no sense', async () => {
    const jpeg = await paint(90, 60, 40).jpeg().toBuffer()
    await expect(preparePicture(jpeg, Number.NaN, 'a.jpg')).rejects.not.toMatchObject({
      code: 'picture-damaged',
    })
  })
})
