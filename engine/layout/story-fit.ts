import type { Issue } from '../document/issue'
import type { PlacedBand, PlannedPage } from './band'
import type { StoryFit } from './composition'

/**
 * How each story of the issue fits: the folios of its pages, and the lines (grid lines of heads
 * and pictures, units of its columns) that came to stand on pages beyond the last one allowed.
 */
export function fitStories(
  issue: Issue,
  pages: readonly PlannedPage[],
  maximumPages: number,
): readonly StoryFit[] {
  const folios = new Map<string, Set<number>>()
  const overset = new Map<string, number>()
  for (const [index, page] of pages.entries()) {
    for (const placed of page.placed) {
      const storyId = storyOf(placed)
      if (storyId === undefined) continue
      if (index >= maximumPages) {
        overset.set(storyId, (overset.get(storyId) ?? 0) + linesOf(placed))
      } else {
        folios.set(storyId, (folios.get(storyId) ?? new Set()).add(index + 1))
      }
    }
  }
  return issue.sections.flatMap((sectionId) =>
    (issue.records.sections[sectionId]?.stories ?? []).map((storyId) => ({
      storyId,
      folios: [...(folios.get(storyId) ?? [])],
      oversetLines: overset.get(storyId) ?? 0,
    })),
  )
}

/** The story that a band belongs to; a section's banner belongs to none. */
export function storyOf({ band }: PlacedBand): string | undefined {
  if (band.kind !== 'block') return band.storyId
  return band.of.kind === 'story' ? band.of.id : undefined
}

function linesOf(placed: PlacedBand): number {
  if (!('fills' in placed)) return placed.lines
  return placed.fills.reduce((sum, fill) => sum + fill.units, 0)
}
