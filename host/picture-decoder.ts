import type { Sharp } from 'sharp'
import { BanxinError, type Bilingual } from '../engine/document/message'
import { loadSharp } from './load-sharp'

/** What helps where a file is no picture, or no longer one. */
export const MEND_PICTURE: Bilingual = {
  zh: '请换一张完好的 JPEG 或 PNG 图片',
  en: 'Supply a sound JPEG or PNG picture',
}

/**
 * A decoder of these bytes that stops at the first damage, loaded when it is first wanted. How many
 * pixels there may be is for `inspectPicture` to say, before any of them is decoded.
 */
export async function openDecoder(bytes: Uint8Array): Promise<Sharp> {
  const sharp = await loadSharp()
  return sharp(bytes, { failOn: 'error', limitInputPixels: false })
}

/**
 * What decoding comes to.
 * @throws {BanxinError} `picture-damaged`, naming the picture, with the decoder's error as cause.
 */
export async function decode<Result>(work: Promise<Result>, where: string): Promise<Result> {
  try {
    return await work
  } catch (cause) {
    const what = { zh: '图片文件已损坏或不完整', en: 'The picture is damaged or cut short' }
    throw new BanxinError('picture-damaged', { what, where, mend: MEND_PICTURE }, { cause })
  }
}
