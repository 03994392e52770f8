import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { describe, expect, it } from 'vitest'
import { exportPresets } from '../../engine/document/export-preset'
import type { Light } from '../../engine/document/light'
import { WHOLE_PICTURE } from '../../engine/document/picture-crop'
import { colourDistance } from '../../tests/pixels/colour-distance'
import { makeVastPng } from '../../tests/desk/vast-png'
import { averageDown, type PixelPicture, readPng } from '../../tests/pixels/pixel-picture'
import { renderWithPdfium } from '../../tests/readers/render-with-pdfium'
import { pageOf, STORY } from '../../tests/readers/set-page'
import { writeTestPdf } from '../../tests/readers/write-test-pdf'
import { preparePicture } from '../prepare-picture'
import { productRoot } from '../product-root'
import { proofPicture } from './proof-picture'

const WIDTH_PX = 400
const MPT_PER_PIXEL = 240

/** What PDFium shows of a picture that is printed at 300 pixels an inch, a pixel to each of its. */
async function showPrinted(bytes: Uint8Array): Promise<PixelPicture> {
  const picture = await preparePicture(
    bytes,
    { widthMpt: WIDTH_PX * MPT_PER_PIXEL, shown: WHOLE_PICTURE },
    'a picture',
    exportPresets.press.pictures,
  )
  const [widthMpt, heightMpt] = [1_000 * picture.width, 1_000 * picture.height]
  const place = {
    xMpt: 0,
    yMpt: 0,
    widthMpt,
    heightMpt,
    crop: WHOLE_PICTURE,
    alt: '',
    source: STORY,
  }
  const page = pageOf([{ kind: 'image', assetId: 'a', ...place }], {
    widthMpt,
    heightMpt,
    bleedMpt: 0,
  })
  const pdf = await writeTestPdf([page], [], { pictures: new Map([['a', picture]]) })
  const [rendered] = await renderWithPdfium(pdf, 1)
  if (rendered === undefined) throw new Error('PDFium rendered nothing')
  return averageDown(rendered, 1)
}

/** The colours of two pictures of one size are this far from each other on average. */
function meanDistance(one: PixelPicture, other: PixelPicture): number {
  expect([one.width, one.height]).toEqual([other.width, other.height])
  const lightAt = ({ pixels }: PixelPicture, at: number): Light => ({
    red: pixels[at] ?? 0,
    green: pixels[at + 1] ?? 0,
    blue: pixels[at + 2] ?? 0,
  })
  let sum = 0
  for (let at = 0; at < one.pixels.length; at += 3) {
    sum += colourDistance(lightAt(one, at), lightAt(other, at))
  }
  return (3 * sum) / one.pixels.length
}

const toPng = (picture: Sharp): Promise<Uint8Array> => picture.png().toBuffer()

describe('proofPicture', () => {
  for (const name of ['boatwright.jpg', 'bus.jpg', 'market.jpg', 'tools.png']) {
    it(`shows ${name} in colours near to those of its print, and nearer than its own`, async () => {
      const bytes = readFileSync(join(productRoot, 'samples/weekly/photos', name))
      const printed = await showPrinted(bytes)
      const proof = await readPng(await proofPicture(bytes, WIDTH_PX, name))
      const own = await readPng(await toPng(sharp(bytes).resize({ width: WIDTH_PX })))
      const distance = meanDistance(proof, printed)
      expect(distance).toBeLessThan(3)
      expect(distance).toBeLessThan(0.65 * meanDistance(own, printed))
    })
  }

  it('leaves grey as it is', async () => {
    const grey = await toPng(
      sharp({ create: { width: 30, height: 20, channels: 3, background: '#5a5a5a' } }),
    )
    const { pixels } = await readPng(await proofPicture(grey, 30, 'grey'))
    expect(new Set(pixels)).toEqual(new Set([0x5a]))
  })

  it('is upright, over white, no wider than asked and never wider than it was', async () => {
    const background = { r: 200, g: 0, b: 0, alpha: 0 }
    const clear = sharp({ create: { width: 60, height: 40, channels: 4, background } })
    const turned = await clear.withMetadata({ orientation: 6 }).png().toBuffer()
    const small = await readPng(await proofPicture(turned, 20, 'a'))
    expect([small.width, small.height, new Set(small.pixels)]).toEqual([20, 30, new Set([255])])
    const whole = await readPng(await proofPicture(turned, 900, 'a'))
    expect([whole.width, whole.height]).toEqual([40, 60])
  })

  it('refuses by its header what has too many pixels, or is a mere line', async () => {
    const refusal = (code: string) => expect.objectContaining({ code }) as Error
    await expect(proofPicture(makeVastPng(), 16, 'a')).rejects.toEqual(refusal('picture-too-large'))
    const create = { width: 4, height: 4_000, channels: 3, background: '#ffffff' } as const
    const line = await toPng(sharp({ create }))
    await expect(proofPicture(line, 16, 'a')).rejects.toEqual(refusal('picture-slender'))
  })

  it('names what cannot be decoded', async () => {
    const bytes = readFileSync(join(productRoot, 'samples/weekly/photos/bus.jpg'))
    await expect(proofPicture(bytes.subarray(0, 9_000), 100, 'bus.jpg')).rejects.toMatchObject({
      code: 'picture-damaged',
      explanation: { where: 'bus.jpg' },
    })
  })
})
