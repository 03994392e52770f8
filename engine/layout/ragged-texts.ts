import type { PlacedBand } from './band'
import type { Flow } from './flow'

/** By how many units more than one a column may be shorter than the tallest beside it. */
export function raggednessOf(placed: PlacedBand): readonly number[] {
  if (!('fills' in placed)) return []
  const height = Math.max(...placed.fills.map((fill) => fill.units))
  return placed.fills.map((fill) => Math.max(0, height - fill.units - 1))
}

/**
 * The texts that could bring ragged columns level by running over: those that stand in a stretch
 * whose columns end unevenly, and those that came before it in the same story.
 */
export function raggedTexts(flow: Flow): readonly string[] {
  const ragged = new Set<string>()
  for (const page of flow.pages) {
    for (const placed of page.placed) {
      if ('fills' in placed && raggednessOf(placed).some((units) => units > 0)) {
        ragged.add(placed.band.storyId)
      }
    }
  }
  const texts = new Set<string>()
  for (const page of flow.pages) {
    for (const placed of page.placed) {
      if (!('fills' in placed) || !ragged.has(placed.band.storyId)) continue
      for (const slice of placed.band.content.slices) texts.add(slice.blockId)
    }
  }
  return [...texts]
}
