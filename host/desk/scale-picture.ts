import type { PictureType } from '../picture-file'

const JPEG = { quality: 85 } as const

/** A picture for the screen: upright by its EXIF mark, no wider than `widthPx`, of the same type. */
export async function scalePicture(
  bytes: Uint8Array,
  mediaType: PictureType,
  widthPx: number,
): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp')
  const scaled = sharp(bytes)
    .autoOrient()
    .resize({ width: widthPx, withoutEnlargement: true })
    .toColourspace('srgb')
  return mediaType === 'image/jpeg' ? scaled.jpeg(JPEG).toBuffer() : scaled.png().toBuffer()
}
