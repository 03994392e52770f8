import type { PixelBox } from '../readers/render-with-pdfium'
import type { PixelPicture } from './pixel-picture'

/** Pixels that differ and touch each other, by a side or a corner. */
export interface DifferentSpot {
  /** How much they differ beyond the tolerance: one pixel black for white weighs 1. */
  readonly weight: number
  /** Around them. */
  readonly box: PixelBox
}

/** Where two pictures of one size differ. */
export interface PictureDifference {
  /** Of all pixels, those that differ, 0…1. */
  readonly share: number
  /** The heaviest first. */
  readonly spots: readonly DifferentSpot[]
  /** What each pixel weighs, row by row. */
  readonly weights: Float32Array
}

/**
 * Finds the pixels of which red, green or blue differ by more than `tolerance`, but for those
 * inside of `ignored`, and the spots that they make.
 */
export function comparePictures(
  one: PixelPicture,
  other: PixelPicture,
  tolerance: number,
  ignored: readonly PixelBox[] = [],
): PictureDifference {
  const { width, height } = one
  if (other.width !== width || other.height !== height) {
    throw new Error(`${width} × ${height} pixels cannot be ${other.width} × ${other.height}`)
  }
  const weights = new Float32Array(width * height)
  for (let pixel = 0; pixel < weights.length; pixel += 1) {
    const beyond = differenceAt(one.pixels, other.pixels, 3 * pixel) - tolerance
    if (beyond > 0) weights[pixel] = beyond / (255 - tolerance)
  }
  for (const [left, top, right, bottom] of ignored) {
    for (let y = Math.max(0, top); y < Math.min(height, bottom); y += 1) {
      weights.fill(0, y * width + Math.max(0, left), y * width + Math.min(width, right))
    }
  }
  const different = weights.reduce((sum, weight) => sum + (weight > 0 ? 1 : 0), 0)
  return { share: different / weights.length, spots: findSpots(weights, width), weights }
}

/** By how much red, green or blue of a pixel differ, the most of them. */
function differenceAt(one: Uint8Array, other: Uint8Array, at: number): number {
  let most = 0
  for (let part = at; part < at + 3; part += 1) {
    most = Math.max(most, Math.abs((one[part] ?? 0) - (other[part] ?? 0)))
  }
  return most
}

function findSpots(weights: Float32Array, width: number): readonly DifferentSpot[] {
  const left = weights.slice()
  const spots: DifferentSpot[] = []
  for (let at = 0; at < left.length; at += 1) {
    if ((left[at] ?? 0) > 0) spots.push(takeSpot(left, width, at))
  }
  return spots.sort((one, other) => other.weight - one.weight)
}

/** The spot that a pixel belongs to; its weights are set to nothing. */
function takeSpot(weights: Float32Array, width: number, first: number): DifferentSpot {
  const open = [first]
  let sum = weights[first] ?? 0
  weights[first] = 0
  let [left, top, right, bottom] = [Infinity, Infinity, 0, 0]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const [x, y] = [at % width, Math.floor(at / width)]
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x + 1)
    bottom = Math.max(bottom, y + 1)
    for (let nextY = y - 1; nextY <= y + 1; nextY += 1) {
      for (let nextX = Math.max(0, x - 1); nextX <= Math.min(width - 1, x + 1); nextX += 1) {
        const next = nextY * width + nextX
        const weight = weights[next] ?? 0
        if (weight === 0) continue
        sum += weight
        weights[next] = 0
        open.push(next)
      }
    }
  }
  return { weight: sum, box: [left, top, right, bottom] }
}
