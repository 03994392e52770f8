import * as z from 'zod'
import { inWords } from './fault'
import type { Immutable } from './immutable'

/** The smallest part of a picture that can be shown, in thousandths of each of its sides. */
export const LEAST_CROP = 100

const FULL = 1_000

const milli = z.int().min(0).max(FULL)
const side = z.int().min(LEAST_CROP).max(FULL)

/** A part of a picture, in thousandths of its sides, from its left and its top. */
export const pictureCropSchema = z
  .strictObject({ left: milli, top: milli, width: side, height: side })
  .refine(
    ({ left, top, width, height }) => left + width <= FULL && top + height <= FULL,
    inWords('裁剪框应在图片之内', 'the crop should lie within the picture'),
  )

/** See `pictureCropSchema`. */
export type PictureCrop = Immutable<z.infer<typeof pictureCropSchema>>

/** A point of a picture, in thousandths of its sides, from its left and its top. */
export const picturePointSchema = z.strictObject({ x: milli, y: milli })

/** See `picturePointSchema`. */
export type PicturePoint = Immutable<z.infer<typeof picturePointSchema>>

/** What a picture shows that nobody has cropped. */
export const WHOLE_PICTURE: PictureCrop = Object.freeze({
  left: 0,
  top: 0,
  width: FULL,
  height: FULL,
})

/** What of its picture a figure shows, and the point that is to stay in view. */
export interface PictureView {
  readonly crop: PictureCrop
  /** `null` where nobody chose one. */
  readonly focus: PicturePoint | null
}

/** The view that the attributes of a figure ask for. */
export function viewOf(attributes: Readonly<Record<string, unknown>>): PictureView {
  const crop = pictureCropSchema.safeParse(attributes['crop'])
  const focus = picturePointSchema.safeParse(attributes['focus'])
  return { crop: crop.data ?? WHOLE_PICTURE, focus: focus.data ?? null }
}

/**
 * The point of a picture that stays in view: the chosen one, as near as the crop has it. Where
 * nobody chose one it is the middle of the crop, or two fifths down one that is taller than it is
 * wide, where people have their faces. `width` and `height` are the picture's, in any unit.
 */
export function focusOf(
  { crop, focus }: PictureView,
  { width, height }: { readonly width: number; readonly height: number },
): PicturePoint {
  if (focus === null) {
    const isUpright = crop.height * height > crop.width * width
    const down = isUpright ? (crop.height * 2) / 5 : crop.height / 2
    return { x: crop.left + Math.floor(crop.width / 2), y: crop.top + Math.floor(down) }
  }
  return {
    x: clamp(focus.x, crop.left, crop.left + crop.width),
    y: clamp(focus.y, crop.top, crop.top + crop.height),
  }
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most))
}
