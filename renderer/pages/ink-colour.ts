import type { Ink } from '../../engine/document/ink'
import { lightOf } from '../../engine/document/light'

const colours = new Map<number, string>()

/** An ink as the colour that the screen shows, for a canvas. */
export function inkColour(ink: Ink): string {
  const { cyan, magenta, yellow, black } = ink
  const key = ((cyan * 1_001 + magenta) * 1_001 + yellow) * 1_001 + black
  const known = colours.get(key)
  if (known !== undefined) return known
  const { red, green, blue } = lightOf(ink)
  const colour = `rgb(${red} ${green} ${blue})`
  colours.set(key, colour)
  return colour
}
