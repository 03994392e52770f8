import type { Ink } from '../document/ink'
import { lightOf } from '../document/light'

/** A length as content streams have it: points, exact to a thousandth. */
export function points(mpt: number): string {
  return String(Math.round(mpt) / 1000)
}

/** Several lengths, as operands. */
export function pointsOf(...mpts: readonly number[]): string {
  return mpts.map(points).join(' ')
}

/** Sets the ink of fills and text as shares of the plates (PDF 32000 8.6.8, `k`). */
export function fillInk(ink: Ink): string {
  return `${pointsOf(ink.cyan, ink.magenta, ink.yellow, ink.black)} k`
}

/** Sets the colour of fills and text as a screen shows the ink (PDF 32000 8.6.8, `rg`). */
export function fillLight(ink: Ink): string {
  const { red, green, blue } = lightOf(ink)
  return `${pointsOf(...[red, green, blue].map((part) => (part * 1000) / 255))} rg`
}
