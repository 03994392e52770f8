import sharp, { type Sharp } from 'sharp'
import { describe, expect, it } from 'vitest'
import { exportPresets } from '../engine/document/export-preset'
import { WHOLE_PICTURE } from '../engine/document/picture-crop'
import { makeVastPng } from '../tests/desk/vast-png'
import { makeStandIn, preparePicture } from './prepare-picture'

/** A picture whose left half is dark and right half light, tinted when `tint` is not 0. */
function paint(width: number, height: number, tint: number): Sharp {
  const pixels = new Uint8Array(width * height * 3)
  for (let at = 0; at < width * height; at++) {
    const value = at % width < width / 2 ? 40 : 215
    pixels.set([value + tint, value, value], at * 3)
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
}

const inch = { widthMpt: 72_000, shown: WHOLE_PICTURE }
const press = exportPresets.press.pictures
const screen = exportPresets.screen.pictures

describe('preparePicture', () => {
  it('sets colour on four plates and keeps the size of a picture that is small enough', async () => {
    const png = await paint(60, 40, 40).png().toBuffer()
    const prepared = await preparePicture(png, inch, 'a.png', press)
    expect(prepared).toMatchObject({ width: 60, height: 40, channels: 4 })
    const { space, channels, hasProfile } = await sharp(prepared.jpeg).metadata()
    expect({ space, channels, hasProfile }).toEqual({
      space: 'cmyk',
      channels: 4,
      hasProfile: false,
    })
  })

  it('refuses by its header what has too many pixels to decode', async () => {
    const prepared = preparePicture(makeVastPng(), inch, 'a.png', press)
    await expect(prepared).rejects.toMatchObject({
      code: 'picture-too-large',
      explanation: { where: 'a.png', mend: { en: 'Scale it down below 120 million first' } },
    })
  })

  it('takes a picture down to 300 pixels an inch', async () => {
    const jpeg = await paint(900, 600, 40).jpeg().toBuffer()
    const prepared = await preparePicture(jpeg, inch, 'a.jpg', press)
    expect(prepared).toMatchObject({ width: 300, height: 200 })
  })

  it('sets colour as light for screens, smaller, and grey as grey', async () => {
    const jpeg = await paint(900, 600, 40).jpeg().toBuffer()
    const prepared = await preparePicture(jpeg, inch, 'a.jpg', screen)
    expect(prepared).toMatchObject({ width: 130, channels: 3 })
    const { dominant } = await sharp(prepared.jpeg).stats()
    expect(dominant.r).toBeGreaterThan(dominant.b)
    const grey = await paint(60, 40, 0).png().toBuffer()
    expect(await preparePicture(grey, inch, 'a.png', screen)).toMatchObject({ channels: 1 })
  })

  it('keeps nothing of what no page shows, and all of what one does', async () => {
    const jpeg = await paint(200, 120, 0).jpeg({ quality: 100 }).toBuffer()
    const shown = { left: 600, top: 300, width: 200, height: 400 }
    const prepared = await preparePicture(jpeg, { ...inch, shown }, 'a.jpg', press)
    expect(prepared).toMatchObject({ width: 200, height: 120 })
    const pixels = await sharp(prepared.jpeg).toColourspace('b-w').raw().toBuffer()
    const values = (isShown: boolean): ReadonlySet<number> =>
      new Set(
        pixels.filter((_, at) => {
          const [x, y] = [at % 200, Math.floor(at / 200)]
          const inside = x >= 120 && x < 160 && y >= 36 && y < 84
          // Blocks of the JPEG that hold something of it, and an edge, stay too.
          const outside = x < 112 || x >= 168 || y < 32 || y >= 88
          return isShown ? inside : outside
        }),
      )
    expect(Math.min(...values(false))).toBeGreaterThan(250)
    expect(Math.max(...values(true))).toBeLessThan(220)
    expect(Math.min(...values(true))).toBeGreaterThan(210)
  })

  it('has a light grey for what cannot be shown', async () => {
    const { jpeg, channels } = await makeStandIn()
    const { channels: stats } = await sharp(jpeg).stats()
    expect(channels).toBe(1)
    expect(stats[0]).toMatchObject({ min: 217, max: 217 })
  })

  it('keeps grey on the black plate, however it was stored', async () => {
    const stored = [
      await paint(60, 40, 0).png().toBuffer(),
      await paint(60, 40, 0).toColourspace('b-w').jpeg().toBuffer(),
    ]
    for (const bytes of stored) {
      const prepared = await preparePicture(bytes, inch, 'grey', press)
      expect(prepared.channels).toBe(1)
      expect((await sharp(prepared.jpeg).metadata()).space).toBe('b-w')
    }
  })

  it('leaves paper white under what is see-through', async () => {
    const clear = { r: 200, g: 0, b: 0, alpha: 0 }
    const png = await sharp({ create: { width: 8, height: 8, channels: 4, background: clear } })
      .png()
      .toBuffer()
    const { jpeg } = await preparePicture(png, inch, 'clear.png', press)
    expect([...(await sharp(jpeg).raw().toBuffer())].every((value) => value === 255)).toBe(true)
  })

  it('turns a photo upright', async () => {
    const turned = await paint(60, 40, 40).withMetadata({ orientation: 6 }).jpeg().toBuffer()
    expect(await preparePicture(turned, inch, 'a.jpg', press)).toMatchObject({
      width: 40,
      height: 60,
    })
  })

  it('gives the same bytes twice', async () => {
    const jpeg = await paint(900, 600, 40).jpeg().toBuffer()
    const [first, second] = [
      await preparePicture(jpeg, inch, '', press),
      await preparePicture(jpeg, inch, '', press),
    ]
    expect(Buffer.compare(first.jpeg, second.jpeg)).toBe(0)
  })

  it('names a picture that is cut short', async () => {
    const jpeg = await paint(90, 60, 40).jpeg().toBuffer()
    const half = jpeg.subarray(0, jpeg.length / 2)
    await expect(preparePicture(half, inch, 'a.jpg', press)).rejects.toMatchObject({
      code: 'picture-damaged',
      cause: expect.any(Error) as Error,
    })
  })

  it('blames no picture for a width that makes no sense', async () => {
    const jpeg = await paint(90, 60, 40).jpeg().toBuffer()
    const wide = { ...inch, widthMpt: Number.NaN }
    await expect(preparePicture(jpeg, wide, 'a.jpg', press)).rejects.not.toMatchObject({
      code: 'picture-damaged',
    })
  })
})
