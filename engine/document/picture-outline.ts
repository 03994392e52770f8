import * as z from 'zod'
import type { Immutable } from './immutable'
import { picturePointSchema } from './picture-crop'

/**
 * The outline of what a picture shows: the corners of a polygon, in thousandths of its sides. Text
 * beside the picture keeps off it rather than off the picture's frame.
 */
export const pictureOutlineSchema = z.array(picturePointSchema).min(3).max(40)

/** See `pictureOutlineSchema`. */
export type PictureOutline = Immutable<z.infer<typeof pictureOutlineSchema>>

/** The part of a column's measure that a picture beside the text takes, in thousandths. */
export const SHARE_BESIDE = { least: 200, usual: 450, most: 700 } as const

/** How a picture stands beside the text: see the attributes of a figure. */
export interface PictureBeside {
  readonly side: 'left' | 'right'
  readonly share: number
  /** `null` where the text keeps off the picture's frame. */
  readonly outline: PictureOutline | null
}

/** How the attributes of a figure ask for text beside it; `undefined` where they do not. */
export function besideOf(attributes: Readonly<Record<string, unknown>>): PictureBeside | undefined {
  const { place: side, share } = attributes
  if (side !== 'left' && side !== 'right') return undefined
  const outline = pictureOutlineSchema.safeParse(attributes['outline'])
  return {
    side,
    share: isShareBeside(share) ? share : SHARE_BESIDE.usual,
    outline: outline.data ?? null,
  }
}

/** Whether a picture beside the text may take such a part of the measure. */
export function isShareBeside(share: unknown): share is number {
  const { least, most } = SHARE_BESIDE
  return typeof share === 'number' && Number.isInteger(share) && share >= least && share <= most
}
