import type { ColumnFill, Cursor } from './column-content'
import type { ContentShape, SliceShape } from './shape'

/** The columns to fill: how many, and how many units each may hold. */
export interface ColumnFrame {
  readonly columns: number
  readonly limit: number
  /** Units that the last column keeps free at its end, where the text goes on. */
  readonly reserved?: number
}

/**
 * Columns filled one after another, each as full as widows, headings and pictures let it be.
 * For a text that goes on where the frame ends. Stops early when the content is used up.
 */
export function fillColumns(
  content: ContentShape,
  from: Cursor,
  frame: ColumnFrame,
): readonly ColumnFill[] {
  const fills: ColumnFill[] = []
  let at = from
  for (let column = 0; column < frame.columns; column += 1) {
    const isLast = column === frame.columns - 1
    const limit = frame.limit - (isLast ? (frame.reserved ?? 0) : 0)
    const choices = columnChoices(content, at, limit, false)
    const fullest = choices.at(-1)
    if (fullest === undefined) break
    fills.push(fullest)
    at = fullest.to
  }
  return fills
}

/**
 * All that is left of a content in columns that end as level as they can, the lowest first and
 * any shortfall at the right (typography R11). `undefined` when it does not fit the frame.
 */
export function balanceColumns(
  content: ContentShape,
  from: Cursor,
  frame: ColumnFrame,
): readonly ColumnFill[] | undefined {
  let best: Balance | undefined
  let tried = 0
  for (let height = lowestHeight(content, from, frame); height <= frame.limit; height += 1) {
    const balance = balanceAt(height, content, from, frame.columns)
    if (balance === undefined && best === undefined) continue
    if (balance !== undefined) {
      const cost = balance.cost + tried * COST_OF_A_LOWER_EDGE
      if (best === undefined || cost < best.cost) best = { ...balance, cost }
    }
    tried += 1
    if (tried > EXTRA_HEIGHTS) break
  }
  return best?.fills
}

/** Heights tried above the lowest that fits, in case one line more makes the columns level. */
const EXTRA_HEIGHTS = 2
const COST_OF_A_LOWER_EDGE = 150
const COST_OF_A_UNIT_SHORT = 100

interface Balance {
  readonly cost: number
  readonly fills: readonly ColumnFill[]
}

function balanceAt(
  height: number,
  content: ContentShape,
  from: Cursor,
  columns: number,
): Balance | undefined {
  const memo = new Map<number, Balance | undefined>()
  const solve = (column: number, at: Cursor): Balance | undefined => {
    const key = (at.slice * (content.floats.length + 1) + at.float) * columns + column
    if (memo.has(key)) return memo.get(key)
    const isLast = column === columns - 1
    let best: Balance | undefined
    for (const fill of columnChoices(content, at, height, isLast)) {
      if (isLast && !isDone(content, fill.to)) continue
      const short = height - fill.units
      const here = short * short * COST_OF_A_UNIT_SHORT + short * (columns - column)
      if (best !== undefined && here >= best.cost) continue
      const rest = isLast ? { cost: 0, fills: [] } : solve(column + 1, fill.to)
      if (rest === undefined) continue
      const cost = here + rest.cost
      if (best === undefined || cost < best.cost) best = { cost, fills: [fill, ...rest.fills] }
    }
    memo.set(key, best)
    return best
  }
  return solve(0, from)
}

/**
 * Every way to end a column that begins at a cursor, shortest first. Floats whose place in the
 * text has been passed stand at its top; in the last column all that are left.
 */
function columnChoices(
  content: ContentShape,
  from: Cursor,
  limit: number,
  isLast: boolean,
): readonly ColumnFill[] {
  const { slices, floats } = content
  const first = slices[from.slice]
  let float = from.float
  let units = 0
  for (; float < floats.length; float += 1) {
    const candidate = floats[float]
    if (candidate === undefined) break
    const passed = first === undefined || candidate.block < first.block
    const height = candidate.units
    if (!(passed || isLast) || units + height > limit) break
    units += height
  }
  const choices: ColumnFill[] = []
  const end = (slice: number): void => {
    choices.push({ from, to: { slice, float }, units })
  }
  if (first === undefined || float > from.float) end(from.slice)
  for (let index = from.slice; index < slices.length; index += 1) {
    const slice = slices[index]
    if (slice === undefined) break
    units += slice.units + unitsAbove(slice, index === from.slice)
    if (units > limit) break
    // A lone line between two columns would be widow and orphan at once.
    const isLone = index === from.slice && !slice.endsBlock
    if ((slice.mayBreakAfter && !isLone) || index === slices.length - 1) end(index + 1)
    if (slice.mustBreakAfter) break
  }
  return choices
}

/** Units that stand above a slice: its blanks, or what is repeated where a column begins with it. */
export function unitsAbove(slice: SliceShape, opensColumn: boolean): number {
  return opensColumn ? (slice.repeatedUnits ?? 0) : slice.blankBefore
}

/** The next float or slice alone in a column, however tall: for what no frame can hold. */
export function takeOne(content: ContentShape, from: Cursor): ColumnFill {
  const float = content.floats[from.float]
  const slice = content.slices[from.slice]
  if (float !== undefined && (slice === undefined || float.block < slice.block)) {
    return { from, to: { ...from, float: from.float + 1 }, units: float.units }
  }
  const units = slice === undefined ? 0 : slice.units + unitsAbove(slice, true)
  return { from, to: { ...from, slice: from.slice + 1 }, units }
}

function lowestHeight(content: ContentShape, from: Cursor, { columns }: ColumnFrame): number {
  return Math.max(1, Math.ceil(unitsLeft(content, from) / columns))
}

/** Units of a content from a cursor on, blanks left out. */
function unitsLeft(content: ContentShape, from: Cursor): number {
  let units = 0
  for (let at = from.slice; at < content.slices.length; at += 1) {
    units += content.slices[at]?.units ?? 0
  }
  for (const float of content.floats.slice(from.float)) units += float.units
  return units
}

/** Whether everything has been laid. */
export function isDone(content: ContentShape, at: Cursor): boolean {
  return at.slice >= content.slices.length && at.float >= content.floats.length
}

/** Units of the tallest of some columns. */
export function unitsOf(fills: readonly ColumnFill[]): number {
  return fills.reduce((tallest, fill) => Math.max(tallest, fill.units), 0)
}
