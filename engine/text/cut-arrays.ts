/**
 * Arrays for the clusters of a paragraph, cut out of larger stretches of memory. V8 takes a
 * microsecond to make a typed array with memory of its own, which is most of what it takes to
 * shape a short paragraph with forty of them; to cut one takes a tenth of that. No part is handed
 * out twice, so that every array begins with zeros; a stretch is let go with the last array that
 * was cut out of it, so that none of them is to be kept for long. Long arrays have memory of their
 * own.
 */

const STRETCH_BYTES = 65_536
const LONGEST_BYTES = STRETCH_BYTES / 4
const LARGEST_ELEMENT_BYTES = 8

let stretch = new ArrayBuffer(STRETCH_BYTES)
let usedBytes = 0

/** The start of so many bytes that are free within `stretch`, for elements of any size. */
function cut(bytes: number): number {
  if (usedBytes + bytes > STRETCH_BYTES) {
    stretch = new ArrayBuffer(STRETCH_BYTES)
    usedBytes = 0
  }
  const start = usedBytes
  usedBytes += Math.ceil(bytes / LARGEST_ELEMENT_BYTES) * LARGEST_ELEMENT_BYTES
  return start
}

export function cutBytes(length: number): Uint8Array<ArrayBuffer> {
  if (length > LONGEST_BYTES) return new Uint8Array(length)
  const start = cut(length)
  return new Uint8Array(stretch, start, length)
}

export function cutIntegers(length: number): Int32Array<ArrayBuffer> {
  const bytes = length * Int32Array.BYTES_PER_ELEMENT
  if (bytes > LONGEST_BYTES) return new Int32Array(length)
  const start = cut(bytes)
  return new Int32Array(stretch, start, length)
}

export function cutNumbers(length: number): Float64Array<ArrayBuffer> {
  const bytes = length * Float64Array.BYTES_PER_ELEMENT
  if (bytes > LONGEST_BYTES) return new Float64Array(length)
  const start = cut(bytes)
  return new Float64Array(stretch, start, length)
}
