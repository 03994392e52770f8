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
  readonly of: number
}

/** Stories have six columns at most: all their shares of a width are whole in sixtieths. */
const WIDTH = 60

/** Lines between the text of a column and the figure below it. */
const LINES_ABOVE = 1

/** Names holes by all that they are. */
export function nameHoles(holes: readonly Hole[]): string {
  return holes
    .map(({ line, lines, column, endColumn, of }) => [line, lines, column, endColumn, of].join(':'))
    .join(' ')
}

/** Whether two holes have a place in common. */
export function overlap(one: Hole, other: Hole): boolean {
  return (
    one.line < other.line + other.lines &&
    other.line < one.line + one.lines &&
    one.column * other.of < other.endColumn * one.of &&
    other.column * one.of < one.endColumn * other.of
  )
}

/** The first line from another on from which so many are free across the whole frame. */
export function clearLine(from: number, lines: number, holes: readonly Hole[]): number {
  const met = holes.filter((hole) => from < hole.line + hole.lines && hole.line < from + lines)
  if (met.length === 0) return from
  return clearLine(Math.max(...met.map((hole) => hole.line + hole.lines)), lines, holes)
}

/** Lines of a frame from one on, less those that its holes take of its width. */
export function freeLines(from: number, lines: number, holes: readonly Hole[]): number {
  const taken = holes.reduce((sum, hole) => {
    const meets = Math.max(0, hole.line + hole.lines - Math.max(from, hole.line))
    return sum + (meets * (hole.endColumn - hole.column) * WIDTH) / hole.of
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
      .filter((column) => column * hole.of < hole.endColumn * columns)
      .filter((column) => (column + 1) * hole.of > hole.column * columns)
      .map((column) => ({ column, top: Math.max(0, top), end }))
  })
}
