import type { Node } from 'prosemirror-model'
import { BLACK, tintOf } from '../document/ink'
import { blockKey } from './block-key'
import type { PageItem, Source } from './page'
import { baselineInLine, placeLine } from './place-line'
import type { BlockPlace } from './set-blocks'
import type { Slice } from './slice'
import {
  type Cell,
  type TableColumn,
  leastMeasureMpt,
  measureCell,
  shareColumns,
} from './table-columns'
import { type NoteText, plainText } from './typesetter'
import { translateItems } from './translate'

/** Where a table is set: its measure, and the lines of a column as tall as the type area. */
export interface TablePlace extends BlockPlace {
  readonly areaUnits: number
}

const HEAVY_RULE_MPT = 850
const MIDDLE_RULE_MPT = 500
const HAIRLINE_MPT = 250
const HAIRLINE = tintOf(BLACK, 450)
const HEADER_TINT = tintOf(BLACK, 70)

/** Body rows at least in each part of a table that is parted, if it has twice as many. */
const LEAST_ROWS = 2
/** Parts of the type area: a taller row is parted from any other, a taller header stands once. */
const TALL_ROW = 4
const TALL_HEADER = 3

interface Row {
  readonly units: number
  readonly items: readonly PageItem[]
}

/** The cells of a table, row by row. */
export type TableCells = readonly (readonly Cell[])[]

/** Measures the cells of a table. */
export function readCells(node: Node, { typesetter, section }: BlockPlace): TableCells {
  return node.children.map((row) =>
    row.children.map((cell) => measureCell(cell, typesetter, section.tableCell)),
  )
}

/** Whether a table spans all columns: by its own word, or since a column is too narrow for it. */
export function tableSpans(
  node: Node,
  cells: TableCells,
  place: BlockPlace,
  areaWidthMpt: number,
): boolean {
  const span: unknown = node.attrs['span']
  if (span !== 'auto' || place.widthMpt >= areaWidthMpt) return span === 'all'
  const { typesetter, section, widthMpt } = place
  const { sizeMpt } = typesetter.styles.get(section.tableCell).style
  return leastMeasureMpt(cells, sizeMpt) > widthMpt
}

/**
 * A table in its column, a blank line above: its title, and rows that are never parted, between
 * heavy rules at head and foot. The header stands again above every part of a table that is
 * parted; then it is furniture, for whoever reads the table has read it.
 */
export function tableSlices(
  node: Node,
  cells: TableCells,
  place: TablePlace,
  note: NoteText,
): readonly Slice[] {
  const { typesetter, section, widthMpt, areaUnits, storyId, block } = place
  const { sizeMpt } = typesetter.styles.get(section.tableCell).style
  const columns = shareColumns(cells, widthMpt, sizeMpt)
  const headers = countHeaders(cells)
  const rows = cells.map((row, index) => {
    const rules = {
      above: index === 0 ? HEAVY_RULE_MPT : 0,
      isHeader: index < headers,
      below:
        index === cells.length - 1 ? HEAVY_RULE_MPT : index === headers - 1 ? MIDDLE_RULE_MPT : 0,
    }
    return setRow(row, columns, place, note, rules)
  })
  const header = stack(rows.slice(0, headers), place.unitMpt)
  const repeats = headers > 0 && header.units * TALL_HEADER <= areaUnits
  const isTall = rows.some(({ units }) => units * TALL_ROW > areaUnits)
  const key = blockKey(storyId, String(node.attrs['id']))
  const shared = { mustBreakAfter: false, block, key }
  const title = setTitle(node, place, note)
  const bodyRows = rows.length - headers
  return [
    ...(title === undefined
      ? []
      : [{ ...shared, ...title, blankBefore: 1, mayBreakAfter: false, endsBlock: false }]),
    ...rows.map((row, index): Slice => {
      const before = index + 1 - headers
      const isLast = index === rows.length - 1
      return {
        ...shared,
        ...row,
        blankBefore: index === 0 && title === undefined ? 1 : 0,
        mayBreakAfter: isLast || (before > 0 && (isTall || mayPart(before, bodyRows))),
        endsBlock: isLast || (isTall && before > 0),
        ...(repeats && before > 0
          ? { repeatedUnits: header.units, repeated: asFurniture(header.items) }
          : {}),
      }
    }),
  ]
}

/** Whether a column may end after so many of a table's body rows. */
function mayPart(before: number, rows: number): boolean {
  const after = rows - before
  return after >= LEAST_ROWS && (before >= LEAST_ROWS || rows < 2 * LEAST_ROWS)
}

/** The rows at the head of a table that hold headers alone; a table of nothing else has none. */
function countHeaders(rows: TableCells): number {
  const count = rows.findIndex((row) => row.length === 0 || !row.every(({ isHeader }) => isHeader))
  return Math.max(0, count)
}

function setTitle(node: Node, place: BlockPlace, note: NoteText): Row | undefined {
  const { typesetter, section, storyId, widthMpt, unitMpt } = place
  const content = plainText(String(node.attrs['caption'])).map((inline) => ({
    ...inline,
    strong: true,
  }))
  if (content.length === 0) return undefined
  const blockId = String(node.attrs['id'])
  const set = typesetter.setText(content, section.tableCell, widthMpt)
  note(set, blockId)
  const { leadingMpt, sizeMpt } = set.bound.style
  const { lines } = set.paragraph
  const units = Math.max(1, Math.ceil((lines.length * leadingMpt) / unitMpt))
  const topMpt = Math.round((units * unitMpt - lines.length * leadingMpt) / 2)
  const sourceAt = (offset: number): Source => ({ kind: 'story', storyId, blockId, offset })
  const items = lines.flatMap((line, index) => {
    const baseline = topMpt + index * leadingMpt + baselineInLine(leadingMpt, sizeMpt)
    const shift = Math.floor((widthMpt - line.widthMpt - (line.runs[0]?.xMpt[0] ?? 0)) / 2)
    return translateItems(placeLine(line, baseline, sourceAt), Math.max(0, shift), 0)
  })
  return { units, items }
}

/** A row: its tallest cell in the middle, the others level with it. */
function setRow(
  cells: readonly Cell[],
  columns: readonly TableColumn[],
  place: BlockPlace,
  note: NoteText,
  rules: { readonly above: number; readonly isHeader: boolean; readonly below: number },
): Row {
  const { typesetter, section, storyId, widthMpt, unitMpt } = place
  const sets = cells.map(({ content, blockId }, column) => {
    const set = typesetter.setText(content, section.tableCell, columns[column]?.widthMpt ?? 1)
    note(set, blockId)
    return set
  })
  const { leadingMpt, sizeMpt } = typesetter.styles.get(section.tableCell).style
  const mostLines = Math.max(1, ...sets.map(({ paragraph }) => paragraph.lines.length))
  const units = Math.max(1, Math.ceil((mostLines * leadingMpt) / unitMpt))
  const topMpt = Math.round((units * unitMpt - mostLines * leadingMpt) / 2)
  const texts = sets.flatMap((set, index) => {
    const cell = cells[index]
    const column = columns[index]
    if (cell === undefined || column === undefined) return []
    const sourceAt = (offset: number): Source => ({
      kind: 'story',
      storyId,
      blockId: cell.blockId,
      offset: offset - set.leadLength,
    })
    const isAlone = set.paragraph.lines.length === 1
    return set.paragraph.lines.flatMap((line, at) => {
      const baseline = topMpt + at * leadingMpt + baselineInLine(leadingMpt, sizeMpt)
      const shift = shiftIn(column, cell, line.widthMpt, isAlone)
      return translateItems(placeLine(line, baseline, sourceAt), column.leftMpt + shift, 0)
    })
  })
  const bar = (yMpt: number, heightMpt: number, ink = BLACK): PageItem => ({
    kind: 'rect',
    xMpt: 0,
    yMpt,
    widthMpt,
    heightMpt,
    ink,
    source: { kind: 'furniture' },
  })
  const heightMpt = units * unitMpt
  const items = [
    ...(rules.isHeader ? [bar(0, heightMpt, HEADER_TINT)] : []),
    ...texts,
    ...(rules.above > 0 ? [bar(0, rules.above)] : []),
    rules.below > 0
      ? bar(heightMpt - rules.below, rules.below)
      : bar(heightMpt - HAIRLINE_MPT, HAIRLINE_MPT, HAIRLINE),
  ]
  return { units, items }
}

/** How far a line of a cell stands off the left of its column: numbers end where their kind do. */
function shiftIn(
  { widthMpt, fractionMpt }: TableColumn,
  cell: Cell,
  lineMpt: number,
  isAlone: boolean,
): number {
  if (fractionMpt === undefined || !isAlone) return 0
  const afterMpt = cell.fractionMpt === undefined ? 0 : fractionMpt - cell.fractionMpt
  return Math.max(0, widthMpt - lineMpt - afterMpt)
}

/** Rows one under the other. */
function stack(rows: readonly Row[], unitMpt: number): Row {
  let units = 0
  const items = rows.flatMap((row) => {
    const topMpt = units * unitMpt
    units += row.units
    return translateItems(row.items, 0, topMpt)
  })
  return { units, items }
}

function asFurniture(items: readonly PageItem[]): readonly PageItem[] {
  return items.map((item) => ({ ...item, source: { kind: 'furniture' } }))
}
