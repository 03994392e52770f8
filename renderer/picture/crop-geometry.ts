import { LEAST_CROP, type PictureCrop, type PicturePoint } from '../../engine/document/picture-crop'

/** The corners and edges that a crop is resized by, as points of the compass. */
export const HANDLES = ['nw', 'n', 'ne', 'e', 'se', 's', 'sw', 'w'] as const

/** See `HANDLES`. */
export type Handle = (typeof HANDLES)[number]

/** A way across a picture, in thousandths of its sides, to the right and down. */
export interface Way {
  readonly across: number
  readonly down: number
}

/** Width of a crop for its height, both in thousandths of the picture's sides; `null`: any. */
export type Shape = number | null

const FULL = 1_000

/** A crop moved as far as the picture goes. */
export function moveCrop(crop: PictureCrop, { across, down }: Way): PictureCrop {
  const left = clamp(Math.round(crop.left + across), 0, FULL - crop.width)
  const top = clamp(Math.round(crop.top + down), 0, FULL - crop.height)
  return { ...crop, left, top }
}

/**
 * A crop resized by one of its handles: the corner or edge across from it stays. Where the shape
 * is bound, an edge takes the two beside it with it, about their middle.
 */
export function resizeCrop(crop: PictureCrop, handle: Handle, way: Way, shape: Shape): PictureCrop {
  const sideX = handle.includes('w') ? -1 : handle.includes('e') ? 1 : 0
  const sideY = handle.includes('n') ? -1 : handle.includes('s') ? 1 : 0
  const wanted = { width: crop.width + sideX * way.across, height: crop.height + sideY * way.down }
  const most = {
    width: roomOf(crop.left, crop.width, sideX),
    height: roomOf(crop.top, crop.height, sideY),
  }
  const size =
    shape === null
      ? {
          width: clamp(wanted.width, LEAST_CROP, most.width),
          height: clamp(wanted.height, LEAST_CROP, most.height),
        }
      : sizeOfShape(widthWanted(wanted, sideX, sideY, shape), most, shape)
  const { width, height } = roundSize(size, most)
  return {
    left: startOf(crop.left, crop.width, width, sideX),
    top: startOf(crop.top, crop.height, height, sideY),
    width,
    height,
  }
}

/** A crop grown (or shrunk, below 0) to the right and down, else to the left and up. */
export function growCrop(crop: PictureCrop, { across, down }: Way, shape: Shape): PictureCrop {
  const later = resizeCrop(crop, down === 0 ? 'e' : 's', { across, down }, shape)
  if (!isSameCrop(later, crop)) return later
  return resizeCrop(crop, down === 0 ? 'w' : 'n', { across: -across, down: -down }, shape)
}

/** A crop of a shape about the middle of another and as large, as far as the picture goes. */
export function reshapeCrop(crop: PictureCrop, shape: number): PictureCrop {
  const most = { width: FULL, height: FULL }
  const wanted = Math.sqrt(crop.width * crop.height * shape)
  const { width, height } = roundSize(sizeOfShape(wanted, most, shape), most)
  return {
    left: startOf(crop.left, crop.width, width, 0),
    top: startOf(crop.top, crop.height, height, 0),
    width,
    height,
  }
}

/** The point of a crop that is nearest to another, in whole thousandths. */
export function pointWithin({ left, top, width, height }: PictureCrop, at: PicturePoint) {
  return {
    x: clamp(Math.round(at.x), left, left + width),
    y: clamp(Math.round(at.y), top, top + height),
  }
}

/** Whether two crops show the same. */
export function isSameCrop(a: PictureCrop, b: PictureCrop): boolean {
  return a.left === b.left && a.top === b.top && a.width === b.width && a.height === b.height
}

interface Size {
  readonly width: number
  readonly height: number
}

/** How far a stretch can reach when it grows to one side, or to both. */
function roomOf(start: number, length: number, side: number): number {
  if (side === 0) return FULL
  return side > 0 ? FULL - start : start + length
}

/** A corner follows whichever way is further; an edge its own. */
function widthWanted(wanted: Size, sideX: number, sideY: number, shape: number): number {
  if (sideX === 0) return wanted.height * shape
  if (sideY === 0) return wanted.width
  return Math.max(wanted.width, wanted.height * shape)
}

function sizeOfShape(widthWanted: number, most: Size, shape: number): Size {
  const least = Math.max(LEAST_CROP, LEAST_CROP * shape)
  const width = clamp(widthWanted, least, Math.min(most.width, most.height * shape))
  return { width, height: width / shape }
}

function roundSize({ width, height }: Size, most: Size): Size {
  return {
    width: clamp(Math.round(width), LEAST_CROP, most.width),
    height: clamp(Math.round(height), LEAST_CROP, most.height),
  }
}

/** Where a stretch begins that has another length: its end stays, its beginning, or its middle. */
function startOf(start: number, before: number, length: number, side: number): number {
  if (side > 0) return start
  if (side < 0) return start + before - length
  return clamp(Math.round(start + (before - length) / 2), 0, FULL - length)
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most))
}
