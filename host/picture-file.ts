import { createHash } from 'node:crypto'
import { join, relative, isAbsolute, sep } from 'node:path'
import { BanxinError, type Bilingual } from '../engine/document/message'
import { readBounded } from './read-file'

/** A photo as it came, checked to be whole. Sides in pixels, as it is seen (EXIF turned). */
export interface Picture {
  /** SHA-256 of its bytes, in hexadecimal: its id in an issue. */
  readonly id: string
  /** The file's name as the manuscript gives it. */
  readonly name: string
  readonly mediaType: PictureType
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
}

export type PictureType = 'image/jpeg' | 'image/png'

/** A picture with more is refused before it is decoded. */
export const MOST_PIXELS = 120_000_000

const MOST_BYTES = 100_000_000
const mendFile: Bilingual = {
  zh: '请换一张完好的 JPEG 或 PNG 图片',
  en: 'Supply a sound JPEG or PNG picture',
}

/**
 * Reads a picture that a manuscript names, from the folder of its photos, and decodes it once to
 * know that it is whole.
 * @throws {BanxinError} `picture-…` or `file-…`, naming the file.
 */
export async function readPicture(folder: string, name: string): Promise<Picture> {
  const path = join(folder, name)
  const inside = relative(folder, path)
  if (isAbsolute(name) || inside === '..' || inside.startsWith(`..${sep}`)) {
    throw pictureError('picture-outside', name, {
      what: { zh: '图片不在照片文件夹里', en: 'The picture lies outside the folder of photos' },
      mend: { zh: '请把图片放进照片文件夹', en: 'Put the picture into that folder' },
    })
  }
  return checkPicture(await readBounded(path, MOST_BYTES), name, path)
}

/**
 * A picture of these bytes, decoded once to know that it is whole.
 * @throws {BanxinError} `picture-…`, in which `where` names it.
 */
export async function checkPicture(
  bytes: Uint8Array,
  name: string,
  where: string,
): Promise<Picture> {
  const mediaType = detectPictureType(bytes)
  if (mediaType === undefined) {
    throw pictureError('picture-unsupported', where, {
      what: { zh: '这不是 JPEG 或 PNG 图片', en: 'This is no JPEG or PNG picture' },
      mend: mendFile,
    })
  }
  const { width, height } = await measurePicture(bytes, where)
  const id = createHash('sha256').update(bytes).digest('hex')
  return { id, name, mediaType, bytes, width, height }
}

/** What the first bytes say a file is; its name has no say. */
export function detectPictureType(bytes: Uint8Array): PictureType | undefined {
  const starts = (magic: readonly number[]): boolean =>
    magic.every((byte, index) => bytes[index] === byte)
  if (starts([0xff, 0xd8, 0xff])) return 'image/jpeg'
  if (starts([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png'
  return undefined
}

/** The sides in pixels of a picture as it is seen; decodes all of it, so that damage shows here. */
async function measurePicture(
  bytes: Uint8Array,
  where: string,
): Promise<{ width: number; height: number }> {
  const { default: sharp } = await import('sharp')
  const decoder = sharp(bytes, { failOn: 'error', limitInputPixels: false })
  try {
    const { autoOrient: size } = await decoder.metadata()
    if (size.width * size.height > MOST_PIXELS) {
      throw pictureError('picture-too-large', where, {
        what: { zh: '图片的像素太多', en: 'The picture has too many pixels' },
        mend: { zh: '请先缩小到一亿像素以内', en: 'Scale it down below 100 million first' },
      })
    }
    await decoder.clone().resize(8, 8, { fastShrinkOnLoad: false }).raw().toBuffer()
    return size
  } catch (error) {
    if (error instanceof BanxinError) throw error
    throw pictureError('picture-damaged', where, {
      what: { zh: '图片文件已损坏或不完整', en: 'The picture is damaged or cut short' },
      mend: mendFile,
    })
  }
}

function pictureError(
  code: string,
  where: string,
  { what, mend }: { what: Bilingual; mend: Bilingual },
): BanxinError {
  return new BanxinError(code, { what, where, mend })
}
