/** A section or story of the list as it stands on the screen; lengths in pixels, y down. */
export interface PanelRow {
  readonly kind: 'section' | 'story'
  readonly id: string
  readonly top: number
  readonly bottom: number
}

/** Where something can be dropped. */
export type DropPlace =
  /** Among the sections: before the one that stands there. */
  | { readonly kind: 'section'; readonly index: number }
  /** In a section: before the story that stands there; see `StoryPlace`. */
  | { readonly kind: 'story'; readonly sectionId: string; readonly index: number }

/** A place between two rows, and the line in which it would be shown. */
export interface DropGap {
  readonly place: DropPlace
  readonly y: number
}

/** A section's row with the rows of those of its stories that are in view. */
interface Group {
  readonly head: PanelRow
  readonly stories: readonly PanelRow[]
}

function group(rows: readonly PanelRow[]): readonly Group[] {
  const groups: { head: PanelRow; stories: PanelRow[] }[] = []
  for (const row of rows) {
    if (row.kind === 'section') groups.push({ head: row, stories: [] })
    else groups.at(-1)?.stories.push(row)
  }
  return groups
}

/** The gaps for a section: over each, and under the last. */
export function sectionGaps(rows: readonly PanelRow[]): readonly DropGap[] {
  const groups = group(rows)
  const over = groups.map(({ head }, index): DropGap => ({
    place: { kind: 'section', index },
    y: head.top,
  }))
  const last = rows.at(-1)
  if (last === undefined) return over
  return [...over, { place: { kind: 'section', index: groups.length }, y: last.bottom }]
}

/**
 * The gaps for a story: over and under each, and under the head of a section that shows none; there
 * a story comes after those that are folded away, of which `countIn` tells.
 */
export function storyGaps(
  rows: readonly PanelRow[],
  countIn: (sectionId: string) => number,
): readonly DropGap[] {
  return group(rows).flatMap(({ head, stories }): readonly DropGap[] => {
    const gap = (index: number, y: number): DropGap => {
      return { place: { kind: 'story', sectionId: head.id, index }, y }
    }
    const [first] = stories
    if (first === undefined) return [gap(countIn(head.id), head.bottom)]
    return [gap(0, first.top), ...stories.map(({ bottom }, index) => gap(index + 1, bottom))]
  })
}

/** The gap nearest to a height; the upper one of two. */
export function nearestGap(gaps: readonly DropGap[], y: number): DropGap | undefined {
  return gaps.reduce<DropGap | undefined>(
    (best, gap) => (best === undefined || Math.abs(gap.y - y) < Math.abs(best.y - y) ? gap : best),
    undefined,
  )
}
