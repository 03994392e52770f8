import type { ColumnFill, Cursor } from './column-content'
import type { ContentShape, SliceShape } from './shape'
import { type ColumnFrame, type Stretch, stretchesOf } from './stretch'

/**
 * Columns filled one after another, each as full as widows, headings and pictures let it be.
 * For a text that goes on where the frame ends. Stops where nothing more finds room.
 */
export function fillColumns(
  content: ContentShape,
  from: Cursor,
  frame: ColumnFrame,
): readonly ColumnFill[] {
  const fills: ColumnFill[] = []
  let at = from
  let isEnded = false
  const stretches = stretchesOf(frame, frame.limit)
  for (const [index, stretch] of stretches.entries()) {
    const isLast = index === stretches.length - 1
    const limit = stretch.limit - (isLast ? (frame.reserved ?? 0) : 0)
    isEnded &&= !stretch.opensColumn
    const fullest = choicesOf(content, at, { ...stretch, limit }, false, isEnded).at(-1)
    if (fullest === undefined) break
    fills.push(fullest)
    at = fullest.to
    isEnded = endsColumn(content, fullest, isEnded)
  }
  return fills
}

/**
 * All that is left of a content in columns that end as level as they can, the lowest first and
 * any shortfall at the right (typography R11); what lies above a hole ends there instead.
 * `undefined` when it does not fit the frame.
 */
export function balanceColumns(
  content: ContentShape,
  from: Cursor,
  frame: ColumnFrame,
): readonly ColumnFill[] | undefined {
  let best: Balance | undefined
  let tried = 0
  for (let height = lowestHeight(content, from, frame); height <= frame.limit; height += 1) {
    const balance = balanceAt(stretchesOf(frame, height), content, from)
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
  stretches: readonly Stretch[],
  content: ContentShape,
  from: Cursor,
): Balance | undefined {
  const memo = new Map<number, Balance | undefined>()
  const count = stretches.length
  const solve = (index: number, at: Cursor, wasEnded: boolean): Balance | undefined => {
    const stretch = stretches[index]
    if (stretch === undefined) return undefined
    const isEnded = wasEnded && !stretch.opensColumn
    const place = (at.slice * (content.floats.length + 1) + at.float) * count + index
    const key = place * 2 + (isEnded ? 1 : 0)
    if (memo.has(key)) return memo.get(key)
    const isLast = index === count - 1
    let best: Balance | undefined
    for (const fill of choicesOf(content, at, stretch, isLast, isEnded)) {
      if (isLast && !isDone(content, fill.to)) continue
      const short = stretch.limit - fill.units
      const here = short * short * COST_OF_A_UNIT_SHORT + short * (count - index)
      if (best !== undefined && here >= best.cost) continue
      const rest = isLast
        ? { cost: 0, fills: [] }
        : solve(index + 1, fill.to, endsColumn(content, fill, isEnded))
      if (rest === undefined) continue
      const cost = here + rest.cost
      if (best === undefined || cost < best.cost) best = { cost, fills: [fill, ...rest.fills] }
    }
    memo.set(key, best)
    return best
  }
  return solve(0, from, false)
}

/** Whether the text asks for the end of a column that so far holds a stretch and what is above it. */
function endsColumn(
  { slices }: ContentShape,
  { from, to }: ColumnFill,
  wasEnded: boolean,
): boolean {
  return to.slice === from.slice ? wasEnded : slices[to.slice - 1]?.mustBreakAfter === true
}

/**
 * Every way to end a stretch that begins at a cursor, shortest first. Floats whose place in the
 * text has been passed stand at the top of its column; in the last one all that are left. What
 * holes leave of a column may stay empty, and does where the text has asked for the column's end
 * above it.
 */
function choicesOf(
  content: ContentShape,
  from: Cursor,
  { column, top, limit, isClosed, opensColumn, isWhole }: Stretch,
  isLast: boolean,
  isEnded: boolean,
): readonly ColumnFill[] {
  const { slices, floats } = content
  const first = slices[from.slice]
  let float = from.float
  let units = 0
  const choices: ColumnFill[] = []
  const most = isClosed ? limit : undefined
  const end = (slice: number): void => {
    choices.push({ column, top, from, to: { slice, float }, units, most })
  }
  if (!isWhole) end(from.slice)
  if (isEnded) return choices
  const takesFloats = opensColumn || isLast
  for (; takesFloats && float < floats.length; float += 1) {
    const candidate = floats[float]
    if (candidate === undefined) break
    const passed = first === undefined || candidate.block < first.block
    const height = candidate.units
    if (!(passed || isLast) || units + height > limit) break
    units += height
  }
  if ((first === undefined && isWhole) || float > from.float) end(from.slice)
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

const FIRST = { column: 0, top: 0, most: undefined }

/** The next float or slice alone in a column, however tall: for what no frame can hold. */
export function takeOne(content: ContentShape, from: Cursor): ColumnFill {
  const float = content.floats[from.float]
  const slice = content.slices[from.slice]
  if (float !== undefined && (slice === undefined || float.block < slice.block)) {
    return { ...FIRST, from, to: { ...from, float: from.float + 1 }, units: float.units }
  }
  const units = slice === undefined ? 0 : slice.units + unitsAbove(slice, true)
  return { ...FIRST, from, to: { ...from, slice: from.slice + 1 }, units }
}

function lowestHeight(content: ContentShape, from: Cursor, frame: ColumnFrame): number {
  const units = unitsLeft(content, from)
  let height = Math.max(1, Math.ceil(units / frame.columns))
  if (frame.holes === undefined) return height
  while (height < frame.limit && roomIn(stretchesOf(frame, height)) < units) height += 1
  return height
}

/** Units that stretches may hold together. */
export function roomIn(stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, { limit }) => sum + limit, 0)
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

/** Units down to the end of the tallest of some columns. */
export function unitsOf(fills: readonly ColumnFill[]): number {
  return fills.reduce((tallest, { top, units }) => {
    return Math.max(tallest, units === 0 ? 0 : top + units)
  }, 0)
}

/** Units that each of some columns is short of a depth, or of the figure that ends it. */
export function shortfallsOf(fills: readonly ColumnFill[], depth: number): readonly number[] {
  return fills.map(({ top, units, most = Infinity }) =>
    Math.max(0, Math.min(most, depth - top) - units),
  )
}
