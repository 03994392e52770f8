import type { Ink } from '../../engine/document/ink'

/** An ink as the screen shows it: each plate takes its share of the light (PDF 32000 10.3.5). */
export function inkColour({ cyan, magenta, yellow, black }: Ink): string {
  const light = (part: number): number => Math.round((255 * (1_000 - part) * (1_000 - black)) / 1e6)
  return `rgb(${light(cyan)} ${light(magenta)} ${light(yellow)})`
}
