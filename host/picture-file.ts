import { createHash } from 'node:crypto'
import { join, relative, isAbsolute, sep } from 'node:path'
import { isPlaceable, TOO_SLENDER } from '../engine/document/asset'
import { BanxinError, type Bilingual } from '../engine/document/message'
import { decode, MEND_PICTURE, openDecoder } from './picture-decoder'
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

/** What the header of a picture tells. */
export type PictureSides = Pick<Picture, 'mediaType' | 'width' | 'height'>

/** A picture with more is refused before it is decoded. */
const MOST_PIXELS = 120_000_000

const MOST_BYTES = 100_000_000

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
  const picture = await measurePicture(bytes, where)
  await decodePicture(bytes, where)
  const id = createHash('sha256').update(bytes).digest('hex')
  return { id, name, bytes, ...picture }
}

/**
 * What `inspectPicture` gives of a picture that may be decoded: how much memory that takes is known
 * by its header.
 * @throws {BanxinError} `picture-…`, in which `where` names it.
 */
export async function measurePicture(bytes: Uint8Array, where: string): Promise<PictureSides> {
  const picture = await inspectPicture(bytes, where)
  if (isPlaceable(picture)) return picture
  throw pictureError('picture-slender', where, {
    what: TOO_SLENDER,
    mend: { zh: '请先裁切这张图片', en: 'Crop it first' },
  })
}

/**
 * The type of a picture and its sides as it is seen, by its header.
 * @throws {BanxinError} `picture-…`, in which `where` names it.
 */
export async function inspectPicture(bytes: Uint8Array, where: string): Promise<PictureSides> {
  const mediaType = detectPictureType(bytes)
  if (mediaType === undefined) {
    throw pictureError('picture-unsupported', where, {
      what: { zh: '这不是 JPEG 或 PNG 图片', en: 'This is no JPEG or PNG picture' },
      mend: MEND_PICTURE,
    })
  }
  const decoder = await openDecoder(bytes)
  const { width, height } = (await decode(decoder.metadata(), where)).autoOrient
  if (width * height > MOST_PIXELS) {
    throw pictureError('picture-too-large', where, {
      what: { zh: '图片的像素太多', en: 'The picture has too many pixels' },
      mend: { zh: '请先缩小到 1.2 亿像素以内', en: 'Scale it down below 120 million first' },
    })
  }
  return { mediaType, width, height }
}

/**
 * Decodes all of a picture, so that damage anywhere in it shows.
 * @throws {BanxinError} `picture-damaged`, in which `where` names it.
 */
export async function decodePicture(bytes: Uint8Array, where: string): Promise<void> {
  const decoder = await openDecoder(bytes)
  const small = decoder.resize(8, 8, { fastShrinkOnLoad: false }).raw()
  await decode(small.toBuffer(), where)
}

/** What the first bytes say a file is; its name has no say. */
function detectPictureType(bytes: Uint8Array): PictureType | undefined {
  const starts = (magic: readonly number[]): boolean =>
    magic.every((byte, index) => bytes[index] === byte)
  if (starts([0xff, 0xd8, 0xff])) return 'image/jpeg'
  if (starts([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png'
  return undefined
}

function pictureError(
  code: string,
  where: string,
  { what, mend }: { what: Bilingual; mend: Bilingual },
): BanxinError {
  return new BanxinError(code, { what, where, mend })
}
