import type { Face } from '../fonts/face'
import type { SetRun } from './set-line'
import type { CharacterStyle } from './style'

/** Where one of the signs of a silent run stands, and the UTF-16 offset of what it belongs to. */
interface SignPlace {
  readonly xMpt: number
  readonly offset: number
}

/**
 * A run that draws one sign at many places, `riseMpt` over the baseline, in the size and ink of a
 * style. It says nothing, so that the text reads as it was typed.
 */
export function silentRun(
  { face, glyph }: { readonly face: Face; readonly glyph: number },
  { sizeMpt, ink }: Pick<CharacterStyle, 'sizeMpt' | 'ink'>,
  riseMpt: number,
  places: readonly SignPlace[],
): SetRun {
  const start = places[0]?.offset ?? 0
  return {
    face,
    sizeMpt,
    ink,
    start,
    glyphs: places.map(() => glyph),
    xMpt: places.map(({ xMpt }) => xMpt),
    clusters: places.map(({ offset }) => offset - start),
    text: '',
    ...(riseMpt === 0 ? {} : { riseMpt: places.map(() => riseMpt) }),
  }
}
