import type { Band } from './band'
import type { BlockKey } from './block-key'
import type { ColumnFill } from './column-content'
import { shortfallsOf, unitsOf } from './columns'
import type { Flow } from './flow'

/**
 * By how many units more than one each column is shorter than the tallest beside it, or ends above
 * a figure.
 */
export function raggednessOf(fills: readonly ColumnFill[]): readonly number[] {
  return shortfallsOf(fills, unitsOf(fills)).map((units) => Math.max(0, units - 1))
}

/** Texts tried at one place: further off, running over hardly ever helps. */
const MOST_TEXTS = 10

/** A place where columns end unevenly, and the texts that could bring them level. */
export interface RaggedPlace {
  readonly storyId: string
  readonly pageIndex: number
  /** The keys of the texts up to that place, the nearest first: any of them might run over. */
  readonly texts: readonly BlockKey[]
}

/** The places of a flow of bands where columns end unevenly, in reading order. */
export function raggedPlaces({ pages }: Flow, bands: readonly Band[]): readonly RaggedPlace[] {
  return pages.flatMap(({ page, firstBand }, pageIndex) =>
    page.placed.flatMap(({ band: distance, fills = [] }): RaggedPlace[] => {
      const band = bands[firstBand + distance]
      if (band?.kind !== 'columns' || raggednessOf(fills).every((units) => units === 0)) return []
      const end = fills.at(-1)?.to.slice ?? 0
      const texts = band.content.slices.slice(0, end).map((slice) => slice.key)
      return [
        {
          storyId: band.storyId,
          pageIndex,
          texts: [...new Set(texts.reverse())].slice(0, MOST_TEXTS),
        },
      ]
    }),
  )
}
