const ZERO = 48
const MINUS = 45
const POINT = 46
const FIVE = 53

/** No number is longer than this in decimal. */
export const MOST_NUMBER_BYTES = 32

/**
 * Writes a number at a place of `bytes`, as JavaScript has it in strings, and gives the place after
 * it. Whole and half ones, which coordinates nearly always are, need no string.
 */
export function writeNumber(bytes: Uint8Array, start: number, value: number): number {
  let at = start
  const size = Math.abs(value)
  const whole = Math.floor(size)
  if (whole > 9_999 || (size !== whole && size !== whole + 0.5)) {
    const text = String(value)
    for (let index = 0; index < text.length; index++) bytes[at++] = text.charCodeAt(index)
    return at
  }
  if (value < 0) bytes[at++] = MINUS
  if (whole > 999) bytes[at++] = ZERO + ((whole / 1_000) | 0)
  if (whole > 99) bytes[at++] = ZERO + (((whole / 100) | 0) % 10)
  if (whole > 9) bytes[at++] = ZERO + (((whole / 10) | 0) % 10)
  bytes[at++] = ZERO + (whole % 10)
  if (size !== whole) {
    bytes[at++] = POINT
    bytes[at++] = FIVE
  }
  return at
}
