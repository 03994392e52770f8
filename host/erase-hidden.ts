import type { PictureCrop } from '../engine/document/picture-crop'

const WHITE = 255
/** Of the blocks that a JPEG is made of: what is erased must not be seen at the edge of what stays. */
const BLOCK_PX = 8
const EDGE_PX = 2

/** Pixels in rows, each of so many bytes. */
export interface Pixels {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
  readonly channels: number
}

/**
 * Makes white what no page shows of a picture, but for some pixels around what is shown: what a
 * person has cut off is not to be found in the file.
 */
export function eraseHidden({ data, width, height, channels }: Pixels, shown: PictureCrop): void {
  const [left, right] = stretchOf(shown.left, shown.width, width)
  const [top, bottom] = stretchOf(shown.top, shown.height, height)
  const row = width * channels
  data.fill(WHITE, 0, top * row)
  data.fill(WHITE, bottom * row)
  for (let y = top; y < bottom; y++) {
    data.fill(WHITE, y * row, y * row + left * channels)
    data.fill(WHITE, y * row + right * channels, (y + 1) * row)
  }
}

/** The pixels of a side that thousandths of it take, from the first to the one after the last. */
function stretchOf(start: number, length: number, sidePx: number): readonly [number, number] {
  const first = Math.floor((start * sidePx) / 1_000) - EDGE_PX
  const after = Math.ceil(((start + length) * sidePx) / 1_000) + EDGE_PX
  return [
    Math.max(0, Math.floor(first / BLOCK_PX) * BLOCK_PX),
    Math.min(sidePx, Math.ceil(after / BLOCK_PX) * BLOCK_PX),
  ]
}
