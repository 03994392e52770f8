import { type ColumnFrame, type PictureUnits, balanceColumns, fillColumns } from './columns'
import type { ColumnContent, ColumnFill, Cursor } from './column-content'

type Lay = (
  content: ColumnContent,
  from: Cursor,
  frame: ColumnFrame,
  pictureUnits: PictureUnits,
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
  const known = new WeakMap<ColumnContent, Map<string, ReturnType<Lay>>>()
  return (content, from, frame, pictureUnits) => {
    const ofContent = known.get(content) ?? new Map<string, ReturnType<Lay>>()
    known.set(content, ofContent)
    const heights = content.floats.map((float) => pictureUnits(float.key))
    const key = [from.slice, from.float, frame.columns, frame.limit, ...heights].join(' ')
    if (!ofContent.has(key)) ofContent.set(key, lay(content, from, frame, pictureUnits))
    return ofContent.get(key)
  }
}
