import { type Ink, BLACK, PAPER, tintOf } from './ink'
import type { Swatch } from './template-styles'

/** The swatches that every template has. */
export const PRESET_INKS: ReadonlyMap<string, Ink> = new Map([
  ['black', BLACK],
  ['paper', PAPER],
])

/** A tint of a tint of … ends somewhere; beyond this it is taken to be going round. */
const DEEPEST_TINT = 16

type Swatches = Readonly<Record<string, Swatch>>

/** The swatches that are tints of themselves, or of a longer row of tints than 16. */
export function findEndlessTints(swatches: Swatches): readonly string[] {
  return Object.keys(swatches).filter((name) => {
    let at = name
    for (let depth = 0; depth <= DEEPEST_TINT; depth++) {
      const swatch = PRESET_INKS.has(at) ? undefined : swatches[at]
      if (swatch === undefined || !('of' in swatch)) return false
      at = swatch.of
    }
    return true
  })
}

/** All swatches, tints mixed, and the presets. No tint may be endless, and each be of a swatch. */
export function mixInks(swatches: Swatches): ReadonlyMap<string, Ink> {
  const mix = (name: string): Ink => {
    const preset = PRESET_INKS.get(name)
    const swatch = swatches[name]
    if (preset !== undefined || swatch === undefined) return preset ?? BLACK
    if ('of' in swatch) return tintOf(mix(swatch.of), Math.round(swatch.tint * 10))
    const [cyan, magenta, yellow, black] = swatch.cmyk
    const part = (percent: number): number => Math.round(percent * 10)
    return { cyan: part(cyan), magenta: part(magenta), yellow: part(yellow), black: part(black) }
  }
  const mixed = Object.keys(swatches).map((name): [string, Ink] => [name, mix(name)])
  return new Map([...mixed, ...PRESET_INKS])
}
