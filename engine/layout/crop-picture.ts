import type { Asset } from '../document/asset'
import { focusOf, type PictureCrop, type PictureView } from '../document/picture-crop'

/** A picture, and what a person chose to show of it. */
export interface ShownPicture extends PictureView {
  readonly asset: Asset
}

/** A frame on the page. */
export interface Frame {
  readonly widthMpt: number
  readonly heightMpt: number
}

/** PNG holds drawings, charts and emblems, which lose their sense when their sides are cut off. */
export function isDrawing({ mediaType }: Asset): boolean {
  return mediaType === 'image/png'
}

/** How wide what shows of a picture is for its height. */
export function aspectOf(picture: ShownPicture): number {
  const { width, height } = sidesOf(picture)
  return width / height
}

/** The largest frame within another that has the proportions of what shows of a picture. */
export function fitWhole(picture: ShownPicture, { widthMpt, heightMpt }: Frame): Frame {
  const { width, height } = sidesOf(picture)
  const wholeMpt = Math.max(1, Math.round((widthMpt * height) / width))
  if (wholeMpt <= heightMpt) return { widthMpt, heightMpt: wholeMpt }
  return { widthMpt: Math.max(1, Math.round((heightMpt * width) / height)), heightMpt }
}

/**
 * The largest part of what shows of a picture that has the proportions of its frame; the focus is
 * as near its middle as what shows allows.
 */
export function cropTo(picture: ShownPicture, { widthMpt, heightMpt }: Frame): PictureCrop {
  const { asset, crop } = picture
  const focus = focusOf(picture, asset)
  const { width, height } = sidesOf(picture)
  if (heightMpt * width > widthMpt * height) {
    const part = Math.round((widthMpt * height) / (heightMpt * asset.width))
    const [left, across] = partAbout(focus.x, part, crop.left, crop.width)
    return { ...crop, left, width: across }
  }
  const part = Math.round((heightMpt * width) / (widthMpt * asset.height))
  const [top, down] = partAbout(focus.y, part, crop.top, crop.height)
  return { ...crop, top, height: down }
}

/** Sides of what shows of a picture, in thousandths of its pixels. */
function sidesOf({ asset, crop }: ShownPicture): { width: number; height: number } {
  return { width: asset.width * crop.width, height: asset.height * crop.height }
}

/** A part of a stretch of a side, a point as near its middle as the stretch allows. */
function partAbout(
  point: number,
  wanted: number,
  start: number,
  length: number,
): readonly [start: number, length: number] {
  const part = Math.max(1, Math.min(wanted, length))
  const latest = start + length - part
  return [Math.max(start, Math.min(point - Math.ceil(part / 2), latest)), part]
}
