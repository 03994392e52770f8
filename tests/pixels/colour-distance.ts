import type { Light } from '../../engine/document/light'

/** Lightness and the two opponent colours (CIE 1976 L*a*b*, D65). */
type Lab = readonly [lightness: number, redness: number, yellowness: number]

function linear(part: number): number {
  const encoded = part / 255
  return encoded <= 0.04045 ? encoded / 12.92 : ((encoded + 0.055) / 1.055) ** 2.4
}

function root(part: number): number {
  return part > 216 / 24_389 ? Math.cbrt(part) : ((24_389 / 27) * part + 16) / 116
}

function toLab(light: Light): Lab {
  const [red, green, blue] = [linear(light.red), linear(light.green), linear(light.blue)]
  const x = root((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505)
  const y = root(0.2126 * red + 0.7152 * green + 0.0722 * blue)
  const z = root((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

/** How different two colours look, ΔE*ab: below 2 is hard to see, above 10 is plain. */
export function colourDistance(one: Light, other: Light): number {
  const [from, to] = [toLab(one), toLab(other)]
  return Math.hypot(from[0] - to[0], from[1] - to[1], from[2] - to[2])
}
