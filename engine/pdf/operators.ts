import type { Ink } from '../document/ink'

/** A length as content streams have it: points, exact to a thousandth. */
export function points(mpt: number): string {
  return String(Math.round(mpt) / 1000)
}

/** Several lengths, as operands. */
export function pointsOf(...mpts: readonly number[]): string {
  return mpts.map(points).join(' ')
}

/** Sets the ink of fills and text (PDF 32000 8.6.8, `k`). */
export function fillInk(ink: Ink): string {
  return `${pointsOf(ink.cyan, ink.magenta, ink.yellow, ink.black)} k`
}
