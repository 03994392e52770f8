import type { PictureCrop } from '../../engine/document/picture-crop'

/** The proportions that a crop can be bound to, the longer side first. */
export const PROPORTIONS = ['free', 'original', '3:2', '4:3', '16:9', '1:1'] as const

/** See `PROPORTIONS`. */
export type Proportion = (typeof PROPORTIONS)[number]

const ASPECTS = { '3:2': 3 / 2, '4:3': 4 / 3, '16:9': 16 / 9, '1:1': 1 } as const

/** The sides of a picture in pixels. */
export interface PictureSize {
  readonly width: number
  readonly height: number
}

/**
 * Width for height of a crop of such proportions, in thousandths of the picture's sides; `null`
 * where it is free. Upright ones have their longer side down.
 */
export function shapeOf(
  proportion: Proportion,
  picture: PictureSize,
  isUpright: boolean,
): number | null {
  if (proportion === 'free') return null
  const own = picture.width / picture.height
  const named = proportion === 'original' ? Math.max(own, 1 / own) : ASPECTS[proportion]
  return (isUpright ? 1 / named : named) / own
}

/** Whether what a crop shows is taller than it is wide. */
export function isCropUpright(crop: PictureCrop, picture: PictureSize): boolean {
  return crop.height * picture.height > crop.width * picture.width
}

/** What a crop shows, in pixels of the picture. */
export function pixelsOf(crop: PictureCrop, { width, height }: PictureSize): PictureSize {
  return {
    width: Math.round((width * crop.width) / 1_000),
    height: Math.round((height * crop.height) / 1_000),
  }
}
