import type { Node } from 'prosemirror-model'
import { BLACK, tintOf } from '../document/ink'
import { blockKey } from './block-key'
import { readInlineText } from './inline-text'
import type { PageItem, Source } from './page'
import { baselineInLine, placeLine } from './place-line'
import type { BlockPlace } from './set-blocks'
import type { Slice } from './slice'
import type { NoteText } from './typesetter'
import { translateItems } from './translate'

const HAIRLINE_MPT = 250
const CELL_GAP_MPT = 4_000

/**
 * A table in its column: columns of equal width, a hairline above, below and between rows. A row
 * is never parted, and the first row is kept with the next.
 */
export function tableSlices(node: Node, place: BlockPlace, note: NoteText): readonly Slice[] {
  const rows = node.children
  const columns = rows.reduce((most, row) => Math.max(most, row.childCount), 1)
  return rows.map((row, index): Slice => {
    const { units, items } = setRow(row, columns, place, note, index === 0)
    return {
      units,
      blankBefore: 0,
      mayBreakAfter: index > 0 || rows.length === 1,
      mustBreakAfter: false,
      block: place.block,
      key: blockKey(place.storyId, String(node.attrs['id'])),
      endsBlock: index === rows.length - 1,
      items,
    }
  })
}

function setRow(
  row: Node,
  columns: number,
  place: BlockPlace,
  note: NoteText,
  isFirst: boolean,
): { readonly units: number; readonly items: readonly PageItem[] } {
  const { typesetter, section, storyId, widthMpt, unitMpt } = place
  const items: PageItem[] = []
  let heightMpt = 0
  row.forEach((cell, _offset, column) => {
    const leftMpt = Math.round((widthMpt * column) / columns)
    const rightMpt = Math.round((widthMpt * (column + 1)) / columns) - CELL_GAP_MPT
    const blockId = String(cell.attrs['id'])
    const isHeader = cell.attrs['header'] === true
    const content = readInlineText(cell).map((inline) =>
      isHeader ? { ...inline, strong: true } : inline,
    )
    const set = typesetter.setText(content, section.tableCell, Math.max(rightMpt - leftMpt, 1))
    note(set, blockId)
    const { leadingMpt, sizeMpt } = set.bound.style
    const sourceAt = (offset: number): Source => ({ kind: 'story', storyId, blockId, offset })
    const baseline = Math.round((unitMpt - leadingMpt) / 2) + baselineInLine(leadingMpt, sizeMpt)
    for (const [index, line] of set.paragraph.lines.entries()) {
      const placed = placeLine(line, baseline + index * leadingMpt, sourceAt)
      items.push(...translateItems(placed, leftMpt, 0))
    }
    heightMpt = Math.max(heightMpt, set.paragraph.lines.length * leadingMpt)
  })
  const units = Math.max(1, Math.ceil(heightMpt / unitMpt))
  const rule = (yMpt: number): PageItem => ({
    kind: 'rect',
    xMpt: 0,
    yMpt,
    widthMpt,
    heightMpt: HAIRLINE_MPT,
    ink: tintOf(BLACK, 600),
    source: { kind: 'furniture' },
  })
  return { units, items: [...items, ...(isFirst ? [rule(0)] : []), rule(units * unitMpt)] }
}
