import type { ColumnHole } from './stretch'

/**
 * A part of a frame that nothing flows through, for a pinned figure stands there: lines of the
 * frame, and columns of so many that the figure's story has. A column of a story with another number
 * of them is parted where it meets a hole at all.
 */
export interface Hole {
  readonly line: number
  readonly lines: number
  /** The first column, and the one after the last. */
  readonly column: number
  readonly endColumn: number
  readonly columnsOfStory: number
  readonly storyId: string
}

/** Stories have six columns at most: all their shares of a width are whole in sixtieths. */
const WIDTH = 60

/** Lines between a text and the figure below it. */
export const LINES_ABOVE = 1

/** Names holes by all that they are. */
export function nameHoles(holes: readonly Hole[]): string {
  return holes
    .map(({ line, lines, column, endColumn, columnsOfStory, storyId }) =>
      [line, lines, column, endColumn, columnsOfStory, storyId].join(':'),
    )
    .join(' ')
}

/** Whether two holes have a place in common. */
export function overlap(one: Hole, other: Hole): boolean {
  return (
    one.line < other.line + other.lines &&
    other.line < one.line + one.lines &&
    one.column * other.columnsOfStory < other.endColumn * one.columnsOfStory &&
    other.column * one.columnsOfStory < one.endColumn * other.columnsOfStory
  )
}

/** The first line from another on from which each hole leaves so many free as it must. */
export function clearLine(
  from: number,
  holes: readonly Hole[],
  linesFor: (hole: Hole) => number,
): number {
  const ends = holes
    .filter((hole) => hole.line < from + linesFor(hole))
    .map((hole) => hole.line + hole.lines)
    .filter((end) => end > from)
  return ends.length === 0 ? from : clearLine(Math.max(...ends), holes, linesFor)
}

/** Lines of a frame from one on, less those that its holes take of its width. */
export function freeLines(from: number, lines: number, holes: readonly Hole[]): number {
  const taken = holes.reduce((sum, hole) => {
    const meets = Math.max(0, hole.line + hole.lines - Math.max(from, hole.line))
    return sum + (meets * (hole.endColumn - hole.column) * WIDTH) / hole.columnsOfStory
  }, 0)
  return lines - from - Math.ceil(taken / WIDTH)
}

/** What holes leave out of the columns of a band that begins at a line, in its units. */
export function columnHolesOf(
  holes: readonly Hole[],
  { columns, unitMpt }: { readonly columns: number; readonly unitMpt: number },
  line: number,
  gridLineMpt: number,
): readonly ColumnHole[] {
  return holes.flatMap((hole): readonly ColumnHole[] => {
    const end = Math.ceil(((hole.line + hole.lines - line) * gridLineMpt) / unitMpt)
    if (end <= 0) return []
    const top = Math.floor(((hole.line - LINES_ABOVE - line) * gridLineMpt) / unitMpt)
    return Array.from({ length: columns }, (_, column) => column)
      .filter((column) => column * hole.columnsOfStory < hole.endColumn * columns)
      .filter((column) => (column + 1) * hole.columnsOfStory > hole.column * columns)
      .map((column) => ({ column, top: Math.max(0, top), end }))
  })
}
