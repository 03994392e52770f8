/** A part of a column that holds no text: units from the top of its band. */
export interface ColumnHole {
  readonly column: number
  readonly top: number
  readonly end: number
}

/** The columns to fill: how many, and how many units each may hold. */
export interface ColumnFrame {
  readonly columns: number
  readonly limit: number
  /** Units that the last column keeps free at its end, where the text goes on. */
  readonly reserved?: number
  /** What is left out of them. */
  readonly holes?: readonly ColumnHole[]
}

/** A column, or what lies of it above, between or below its holes. */
export interface Stretch {
  readonly column: number
  /** Units from the top of its band. */
  readonly top: number
  /** Units that it may hold. */
  readonly limit: number
  /** Whether a hole ends it, and not the foot of the column. */
  readonly isClosed: boolean
  readonly opensColumn: boolean
  /** Whether it is all of its column. */
  readonly isWhole: boolean
}

const NO_HOLES: readonly ColumnHole[] = []

/** The stretches of columns of some height, in reading order. */
export function stretchesOf(
  { columns, holes = NO_HOLES }: ColumnFrame,
  height: number,
): readonly Stretch[] {
  const stretches: Stretch[] = []
  for (let column = 0; column < columns; column += 1) {
    const own = holes
      .filter((hole) => hole.column === column && hole.top < height)
      .sort((a, b) => a.top - b.top)
    const isWhole = own.length === 0
    let top = 0
    let opensColumn = true
    for (const hole of own) {
      const limit = hole.top - top
      if (limit > 0) {
        stretches.push({ column, top, limit, isClosed: true, opensColumn, isWhole })
        opensColumn = false
      }
      top = Math.max(top, hole.end)
    }
    const limit = height - top
    if (limit > 0 || isWhole) {
      stretches.push({ column, top, limit, isClosed: false, opensColumn, isWhole })
    }
  }
  return stretches
}
