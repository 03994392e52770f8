import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import sharp from 'sharp'
import type { PixelBox, RenderedPage } from '../readers/render-with-pdfium'

/** A picture row by row: red, green and blue of each pixel, 0…255. */
export interface PixelPicture {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
}

/** Reads a PNG. */
export async function readPng(bytes: Uint8Array): Promise<PixelPicture> {
  const { data, info } = await sharp(bytes)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, pixels: data }
}

/** Writes a picture as a PNG, in a folder that is made where there is none. */
export async function writePng(path: string, picture: PixelPicture): Promise<void> {
  const { width, height, pixels } = picture
  mkdirSync(dirname(path), { recursive: true })
  await sharp(pixels, { raw: { width, height, channels: 3 } }).toFile(path)
}

/** What of a picture is in a box. */
export function cutOut(picture: PixelPicture, [left, top, right, bottom]: PixelBox): PixelPicture {
  const [width, height] = [right - left, bottom - top]
  const pixels = new Uint8Array(3 * width * height)
  for (let y = 0; y < height; y += 1) {
    const first = (top + y) * picture.width + left
    pixels.set(picture.pixels.subarray(3 * first, 3 * (first + width)), 3 * y * width)
  }
  return { width, height, pixels }
}

/** A rendered page with `fineness` × `fineness` of its pixels made into one, their average. */
export function averageDown(page: RenderedPage, fineness: number): PixelPicture {
  const width = Math.floor(page.width / fineness)
  const height = Math.floor(page.height / fineness)
  const pixels = new Uint8Array(3 * width * height)
  for (let at = 0; at < width * height; at += 1) {
    const corner = fineness * (Math.floor(at / width) * page.width + (at % width))
    let [red, green, blue] = [0, 0, 0]
    for (let row = 0; row < fineness; row += 1) {
      const first = 4 * (corner + row * page.width)
      for (let from = first; from < first + 4 * fineness; from += 4) {
        red += page.pixels[from] ?? 0
        green += page.pixels[from + 1] ?? 0
        blue += page.pixels[from + 2] ?? 0
      }
    }
    const area = fineness ** 2
    pixels[3 * at] = Math.round(red / area)
    pixels[3 * at + 1] = Math.round(green / area)
    pixels[3 * at + 2] = Math.round(blue / area)
  }
  return { width, height, pixels }
}
