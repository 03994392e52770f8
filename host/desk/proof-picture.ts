import { decode, openDecoder } from '../picture-decoder'
import { measurePicture } from '../picture-file'
import { isGrey } from '../prepare-picture'
import { showAsPrinted } from '../press-light'
import { loadSharp } from '../load-sharp'

const JPEG = { quality: 90, chromaSubsampling: '4:4:4' } as const

/**
 * A picture for the screen as an export will print it: upright by its EXIF mark, over white where
 * it is see-through, no wider than `widthPx`, in the colours that the inks can give it. A JPEG.
 * @throws {BanxinError} `picture-too-large` and others before it is decoded, `picture-damaged` when
 * it cannot be; `where` names it.
 */
export async function proofPicture(
  bytes: Uint8Array,
  widthPx: number,
  where: string,
): Promise<Uint8Array> {
  await measurePicture(bytes, where)
  const sharp = await loadSharp()
  const upright = (await openDecoder(bytes))
    .autoOrient()
    .flatten({ background: '#ffffff' })
    .resize({ width: widthPx, withoutEnlargement: true })
    .toColourspace('srgb')
    .raw()
  const { data, info } = await decode(upright.toBuffer({ resolveWithObject: true }), where)
  const { width, height, channels } = info
  // Grey stands on the black plate alone, and readers of the PDF show it as it is.
  if (channels === 3 && !isGrey(data, channels)) await showAsPrinted(data)
  return sharp(data, { raw: { width, height, channels } }).jpeg(JPEG).toBuffer()
}
