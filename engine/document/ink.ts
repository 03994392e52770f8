/**
 * A printing ink as the press sees it: DeviceCMYK parts in thousandths (0…1000), so that page
 * JSON stays integer and two runs agree byte for byte.
 */
export interface Ink {
  readonly cyan: number
  readonly magenta: number
  readonly yellow: number
  readonly black: number
}

/** 100 % black alone: the ink of text, which overprints whatever lies under it. */
export const BLACK: Ink = { cyan: 0, magenta: 0, yellow: 0, black: 1000 }

/** No ink at all. */
export const PAPER: Ink = { cyan: 0, magenta: 0, yellow: 0, black: 0 }

/** The same hue at a share of its strength; `thousandths` 1000 leaves it as it is. */
export function tintOf(ink: Ink, thousandths: number): Ink {
  const part = (value: number): number => Math.round((value * thousandths) / 1000)
  return {
    cyan: part(ink.cyan),
    magenta: part(ink.magenta),
    yellow: part(ink.yellow),
    black: part(ink.black),
  }
}
