import { Fragment, type Node } from 'prosemirror-model'
import { newId } from '../desk/new-id'
import { nodeType } from './editor-schema'

/** As large as a table may be made here; a page holds no more. */
export const MOST_ROWS = 200
/** See `MOST_ROWS`. */
export const MOST_COLUMNS = 30

/** An empty cell. */
export function makeCell(header = false): Node {
  return nodeType('table_cell').create({ id: newId('p'), header })
}

/** A row of cells. */
export function makeRow(cells: readonly Node[]): Node {
  return nodeType('table_row').create({ id: newId('p') }, cells)
}

/** A table of empty cells, the first row its head. */
export function makeTable(rows: number, columns: number): Node {
  const all = Array.from({ length: rows }, (_, row) =>
    makeRow(Array.from({ length: columns }, () => makeCell(row === 0))),
  )
  return nodeType('table').create({ id: newId('p') }, all)
}

/** How many cells the longest row of a table has. */
export function columnsOf(table: Node): number {
  return Math.max(0, ...table.children.map(({ childCount }) => childCount))
}

/**
 * A table whose rows are all as long as the longest, the same where they are already; `undefined`
 * for one without a cell.
 */
export function squareTable(table: Node): Node | undefined {
  const columns = columnsOf(table)
  if (columns === 0) return undefined
  if (table.children.every(({ childCount }) => childCount === columns)) return table
  const rows = table.children
    .filter(({ childCount }) => childCount > 0)
    .map((row) => {
      const missing = Array.from({ length: columns - row.childCount }, () =>
        makeCell(row.lastChild?.attrs['header'] === true),
      )
      return row.copy(Fragment.from([...row.children, ...missing]))
    })
  return table.copy(Fragment.from(rows))
}

/** A table without the rows and columns at its end that hold nothing. */
export function trimTable(table: Node): Node {
  const isFull = ({ content }: Node): boolean => content.size > 0
  const lastRow = table.children.findLastIndex(({ children }) => children.some(isFull))
  const lastColumn = Math.max(
    -1,
    ...table.children.map(({ children }) => children.findLastIndex(isFull)),
  )
  const rows = table.children
    .slice(0, Math.min(lastRow + 1, MOST_ROWS))
    .map((row) =>
      row.copy(Fragment.from(row.children.slice(0, Math.min(lastColumn + 1, MOST_COLUMNS)))),
    )
  return table.copy(Fragment.from(rows))
}
