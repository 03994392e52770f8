import type { Sharp } from 'sharp'
import type { Picture } from '../engine/pdf/embed-picture'
import { decode, openDecoder } from './picture-decoder'

const MOST_PIXELS_PER_INCH = 300
const MPT_PER_INCH = 72_000
const JPEG = { quality: 88, chromaSubsampling: '4:4:4', optimiseCoding: true } as const

/**
 * Turns a photo for print: upright by its EXIF mark, over white where it is see-through, at most
 * 300 pixels an inch at `widthMpt` (the width at which the whole picture would be placed), never
 * enlarged; grey on the black plate alone, colour on all four. Same input, same bytes.
 * @throws {BanxinError} `picture-damaged` when it cannot be decoded; `where` names it.
 */
export async function preparePicture(
  bytes: Uint8Array,
  widthMpt: number,
  where: string,
): Promise<Picture> {
  const { default: sharp } = await import('sharp')
  const mostWidth = Math.max(1, Math.ceil((widthMpt * MOST_PIXELS_PER_INCH) / MPT_PER_INCH))
  const upright = (await openDecoder(bytes))
    .autoOrient()
    .flatten({ background: '#ffffff' })
    .resize({ width: mostWidth, withoutEnlargement: true })
    .toColourspace('srgb')
    .raw()
  const { data, info } = await decode(upright.toBuffer({ resolveWithObject: true }), where)
  const { width, height, channels } = info
  const grey = channels === 1 || isGrey(data, channels)
  const pixels = sharp(data, { raw: { width, height, channels } })
  const jpeg = await writePlates(pixels, grey)
  return { jpeg, width, height, channels: grey ? 1 : 4 }
}

function writePlates(pixels: Sharp, grey: boolean): Promise<Uint8Array> {
  return pixels
    .toColourspace(grey ? 'b-w' : 'cmyk')
    .jpeg(JPEG)
    .toBuffer()
}

function isGrey(pixels: Uint8Array, channels: number): boolean {
  for (let at = 0; at < pixels.length; at += channels) {
    if (pixels[at] !== pixels[at + 1] || pixels[at] !== pixels[at + 2]) return false
  }
  return true
}
