import type { PlacedBand } from './band'
import type { BlockKey } from './block-key'
import type { Flow } from './flow'

/** By how many units more than one a column may be shorter than the tallest beside it. */
export function raggednessOf(placed: PlacedBand): readonly number[] {
  if (!('fills' in placed)) return []
  const height = Math.max(...placed.fills.map((fill) => fill.units))
  return placed.fills.map((fill) => Math.max(0, height - fill.units - 1))
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

/** The places of a flow where columns end unevenly, in reading order. */
export function raggedPlaces(flow: Flow): readonly RaggedPlace[] {
  return flow.pages.flatMap((page, pageIndex) =>
    page.placed.flatMap((placed): RaggedPlace[] => {
      if (!('fills' in placed) || raggednessOf(placed).every((units) => units === 0)) return []
      const end = placed.fills.at(-1)?.to.slice ?? 0
      const texts = placed.band.content.slices.slice(0, end).map((slice) => slice.key)
      return [
        {
          storyId: placed.band.storyId,
          pageIndex,
          texts: [...new Set(texts.reverse())].slice(0, MOST_TEXTS),
        },
      ]
    }),
  )
}
