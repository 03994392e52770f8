import type { PictureTreatment } from '../engine/document/export-preset'
import type { PictureCrop } from '../engine/document/picture-crop'
import type { Picture } from '../engine/pdf/embed-picture'
import { eraseHidden } from './erase-hidden'
import { decode, openDecoder } from './picture-decoder'
import { measurePicture } from './picture-file'
import { loadSharp } from './load-sharp'

const MPT_PER_INCH = 72_000
const STAND_IN_PX = 8
const JPEG = { chromaSubsampling: '4:4:4', optimiseCoding: true } as const

const SHARP_SPACES = { cmyk: 'cmyk', rgb: 'srgb' } as const

/** How pages place a picture. */
export interface Placement {
  /** The largest width that the whole picture would have, were nothing of it cropped. */
  readonly widthMpt: number
  /** What pages show of it, each its part. */
  readonly shown: PictureCrop
}

/**
 * Makes a photo ready for an export: upright by its EXIF mark, over white where it is see-through,
 * with no more pixels an inch than its treatment wants where it is placed, never enlarged, white
 * where no page shows it; grey as grey, which prints on the black plate alone; colour on all four
 * plates or as light. Same input, same bytes.
 * @throws {BanxinError} `picture-too-large` and others before it is decoded, `picture-damaged` when
 * it cannot be; `where` names it.
 */
export async function preparePicture(
  bytes: Uint8Array,
  { widthMpt, shown }: Placement,
  where: string,
  { colourSpace, mostPixelsPerInch, quality }: PictureTreatment,
): Promise<Picture> {
  await measurePicture(bytes, where)
  const sharp = await loadSharp()
  const mostWidth = Math.max(1, Math.ceil((widthMpt * mostPixelsPerInch) / MPT_PER_INCH))
  const upright = (await openDecoder(bytes))
    .autoOrient()
    .flatten({ background: '#ffffff' })
    .resize({ width: mostWidth, withoutEnlargement: true })
    .toColourspace('srgb')
    .raw()
  const { data, info } = await decode(upright.toBuffer({ resolveWithObject: true }), where)
  const { width, height, channels } = info
  eraseHidden({ data, width, height, channels }, shown)
  const grey = channels === 1 || isGrey(data, channels)
  const jpeg = await sharp(data, { raw: { width, height, channels } })
    .toColourspace(grey ? 'b-w' : SHARP_SPACES[colourSpace])
    .jpeg({ ...JPEG, quality })
    .toBuffer()
  return { jpeg, width, height, channels: grey ? 1 : colourSpace === 'cmyk' ? 4 : 3 }
}

/** A light grey, for a picture that is to be printed and cannot be. */
export async function makeStandIn(): Promise<Picture> {
  const sharp = await loadSharp()
  const [width, height] = [STAND_IN_PX, STAND_IN_PX]
  const create = { width, height, channels: 3, background: '#d9d9d9' } as const
  const jpeg = await sharp({ create }).toColourspace('b-w').jpeg(JPEG).toBuffer()
  return { jpeg, width, height, channels: 1 }
}

/** Whether red, green and blue of each pixel are the same. */
export function isGrey(pixels: Uint8Array, channels: number): boolean {
  for (let at = 0; at < pixels.length; at += channels) {
    if (pixels[at] !== pixels[at + 1] || pixels[at] !== pixels[at + 2]) return false
  }
  return true
}
