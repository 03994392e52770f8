import { balanceColumns, fillColumns } from './columns'
import type { ColumnFill, Cursor } from './column-content'
import type { ContentShape } from './shape'
import type { ColumnFrame } from './stretch'

type Lay = (
  content: ContentShape,
  from: Cursor,
  frame: ColumnFrame,
) => readonly ColumnFill[] | undefined

/** Lays columns, level or full. */
export interface ColumnLayer {
  readonly balance: Lay
  readonly fill: Lay
}

/**
 * A column layer that remembers: while an issue is made up, the same content meets the same frame
 * again and again. What it knows goes with the contents it was asked about.
 */
export function createColumnLayer(): ColumnLayer {
  return { balance: remember(balanceColumns), fill: remember(fillColumns) }
}

function remember(lay: Lay): Lay {
  const known = new WeakMap<ContentShape, Map<string, ReturnType<Lay>>>()
  return (content, from, frame) => {
    const ofContent = known.get(content) ?? new Map<string, ReturnType<Lay>>()
    known.set(content, ofContent)
    const { columns, limit, reserved = 0, holes = [] } = frame
    const left = holes.map(({ column, top, end }) => ` ${column}:${top}-${end}`).join('')
    const key = `${from.slice} ${from.float} ${columns} ${limit} ${reserved}${left}`
    if (!ofContent.has(key)) ofContent.set(key, lay(content, from, frame))
    return ofContent.get(key)
  }
}
