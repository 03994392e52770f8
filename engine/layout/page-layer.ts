import { type ColumnLayer, createColumnLayer } from './column-layer'
import { createGenerations } from './generations'
import { type Hole, nameHoles } from './hole'
import { type LaidPage, type PageStart, layPage } from './lay-page'
import type { BandShape } from './shape'

/** Lays pages, and remembers them: what depends on the same shapes is laid once. */
export interface PageLayer {
  /**
   * The page of so many lines that begins at a place in a list of shapes. Of a text that goes on
   * elsewhere the last column keeps `reserved` units free; nothing is laid into `holes`.
   */
  lay(
    bands: readonly BandShape[],
    start: PageStart,
    lines: number,
    reserved?: number,
    holes?: readonly Hole[],
  ): LaidPage
  /** Lets go of pages that have long been of no use. */
  turn(): void
}

interface KnownPage {
  /** The shapes that the page was laid of, as far as it looked; `undefined` is the end. */
  readonly bands: readonly (BandShape | undefined)[]
  readonly page: LaidPage
}

const MOST_STARTS = 6_000

export function createPageLayer(gridLineMpt: number): PageLayer {
  const layer: ColumnLayer = createColumnLayer()
  const known = createGenerations<string, KnownPage[]>(MOST_STARTS)
  return {
    lay(bands, start, lines, reserved = 0, holes = []) {
      const key = `${nameOf(bands, start, lines)} ${reserved} ${nameHoles(holes)}`
      const pages = known.get(key)
      const before = pages?.find((each) =>
        each.bands.every((band, at) => bands[start.band + at] === band),
      )
      if (before !== undefined) return before.page
      const page = layPage(bands, start, { lines, reserved, holes, gridLineMpt, layer })
      const looked = Array.from({ length: page.reach }, (_, at) => bands[start.band + at])
      if (pages === undefined) known.set(key, [{ bands: looked, page }])
      else pages.push({ bands: looked, page })
      return page
    },
    turn: known.turn,
  }
}

function nameOf(
  bands: readonly BandShape[],
  { band, at, waiting }: PageStart,
  lines: number,
): string {
  const first = bands[band]?.name ?? ''
  const begun = waiting.map((distance) => `${distance}:${bands[band + distance]?.name ?? ''}`)
  return `${first} ${lines} ${at.slice} ${at.float} ${begun.join(' ')}`
}
