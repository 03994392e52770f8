import { Fragment, type Node, type ResolvedPos } from 'prosemirror-model'
import {
  type Command,
  type EditorState,
  Selection,
  TextSelection,
  type Transaction,
} from 'prosemirror-state'
import { columnsOf, makeCell, makeRow, MOST_COLUMNS, MOST_ROWS } from './table-shape'

/** A cell in its table; rows and columns count from 0. */
export interface CellPlace {
  readonly table: Node
  /** Where the table begins. */
  readonly start: number
  readonly row: number
  readonly column: number
}

/** The cell that a place in the text lies in; `undefined` outside of tables. */
export function cellAt($place: ResolvedPos): CellPlace | undefined {
  for (let depth = $place.depth; depth > 1; depth -= 1) {
    if ($place.node(depth).type.name !== 'table_cell') continue
    return {
      table: $place.node(depth - 2),
      start: $place.before(depth - 2),
      row: $place.index(depth - 2),
      column: $place.index(depth - 1),
    }
  }
  return undefined
}

/** Where the text of a cell begins. */
function cellStart({ table, start }: CellPlace, row: number, column: number): number {
  let position = start + 1
  for (const before of table.children.slice(0, row)) position += before.nodeSize
  const cells = table.maybeChild(row)?.children ?? []
  for (const before of cells.slice(0, column)) position += before.nodeSize
  return position + 2
}

/** Adds a row before or after that of the cursor. */
export function addRow(side: 'before' | 'after'): Command {
  return inTable(({ head, tr }) => {
    const { table, start, row, column } = head
    if (table.childCount >= MOST_ROWS) return undefined
    const index = side === 'before' ? row : row + 1
    const cells = Array.from({ length: columnsOf(table) }, () => makeCell())
    tr.insert(rowStart(table, start, index), makeRow(cells))
    return putCursor(tr, start, index, column)
  })
}

/** Adds a column before or after that of the cursor. */
export function addColumn(side: 'before' | 'after'): Command {
  return inTable(({ head, tr }) => {
    const { table, start, row, column } = head
    if (columnsOf(table) >= MOST_COLUMNS) return undefined
    const index = side === 'before' ? column : column + 1
    table.children.forEach((each, at) => {
      const neighbour = each.maybeChild(Math.min(column, each.childCount - 1))
      const place = cellStart(head, at, index) - 1
      tr.insert(tr.mapping.map(place), makeCell(neighbour?.attrs['header'] === true))
    })
    return putCursor(tr, start, row, index)
  })
}

/** Deletes the rows of the selection, and the table with the last. */
export const deleteRows: Command = inTable(({ from, to, tr }) => {
  const { table, start, column } = from
  const first = Math.min(from.row, to.row)
  const last = Math.max(from.row, to.row)
  if (last - first + 1 >= table.childCount) return removeTable(tr, from)
  tr.delete(rowStart(table, start, first), rowStart(table, start, last + 1))
  return putCursor(tr, start, Math.min(first, table.childCount - (last - first) - 2), column)
})

/** Deletes the columns of the selection, and the table with the last. */
export const deleteColumns: Command = inTable(({ from, to, tr }) => {
  const { table, start, row } = from
  const first = Math.min(from.column, to.column)
  const last = Math.max(from.column, to.column)
  const columns = columnsOf(table)
  if (last - first + 1 >= columns) return removeTable(tr, from)
  table.children.forEach((each, at) => {
    const end = Math.min(last + 1, each.childCount)
    if (first >= end) return
    const begin = cellStart(from, at, first) - 1
    tr.delete(tr.mapping.map(begin), tr.mapping.map(cellStart(from, at, end) - 1))
  })
  return putCursor(tr, start, row, Math.min(first, columns - (last - first) - 2))
})

/** Deletes the table of the cursor. */
export const deleteTable: Command = inTable(({ head, tr }) => removeTable(tr, head))

/** Whether the cells of the first row are all those of a header. */
export function hasHeader(table: Node): boolean {
  return table.firstChild?.children.every(({ attrs }) => attrs['header'] === true) ?? false
}

/** Makes the first row a header, or an ordinary row again. */
export const toggleHeader: Command = inTable(({ head, tr }) => {
  const header = !hasHeader(head.table)
  head.table.firstChild?.children.forEach((_, column) => {
    tr.setNodeAttribute(cellStart(head, 0, column) - 1, 'header', header)
  })
  return tr
})

/** Says of the table of the cursor what is in force for all of it: its title, its span. */
export function describeTable(name: 'caption' | 'span', value: string): Command {
  return inTable(({ head, tr }) => tr.setNodeAttribute(head.start, name, value))
}

/** To the next cell or the one before; after the last cell into another row. */
export function goToCell(by: -1 | 1): Command {
  return (state, dispatch) => {
    const place = cellAt(state.selection.$head)
    if (place === undefined) return false
    const columns = columnsOf(place.table)
    const index = place.row * columns + place.column + by
    if (index >= columns * place.table.childCount) {
      return addRow('after')(
        state,
        dispatch && ((tr) => dispatch(putCursor(tr, place.start, place.row + 1, 0))),
      )
    }
    if (index >= 0) {
      const tr = putCursor(state.tr, place.start, Math.floor(index / columns), index % columns)
      dispatch?.(tr.scrollIntoView())
    }
    return true
  }
}

/** To the cell below; stays in the last row. */
export const goToCellBelow: Command = (state, dispatch) => {
  if (cellAt(state.selection.$head) === undefined) return false
  goToRow(1)(state, dispatch)
  return true
}

/** From the first or last line of a cell to the cell above or below, where there is one. */
export function goToRow(by: -1 | 1): Command {
  return (state, dispatch, view) => {
    const place = cellAt(state.selection.$head)
    const row = (place?.row ?? 0) + by
    if (place === undefined || row < 0 || row >= place.table.childCount) return false
    if (view?.endOfTextblock(by < 0 ? 'up' : 'down') === false) return false
    dispatch?.(putCursor(state.tr, place.start, row, place.column).scrollIntoView())
    return true
  }
}

/** Empties the cells of a selection over more than one, which stay where they are. */
export const clearCells: Command = (state, dispatch) => {
  const from = cellAt(state.selection.$from)
  const to = cellAt(state.selection.$to)
  if (from === undefined || to?.start !== from.start) return false
  if (from.row === to.row && from.column === to.column) return false
  const { tr } = state
  state.doc.nodesBetween(
    state.selection.from,
    state.selection.to,
    ({ type, content }, position) => {
      if (type.name !== 'table_cell') return
      tr.delete(tr.mapping.map(position + 1), tr.mapping.map(position + 1 + content.size))
    },
  )
  dispatch?.(putCursor(tr, from.start, from.row, from.column).scrollIntoView())
  return true
}

/**
 * Fills the cells from that of the cursor on with those of another table, which the table grows
 * for; `undefined` where the cursor stands in none.
 */
export function fillCells(tr: Transaction, source: Node): Transaction | undefined {
  const head = cellAt(tr.selection.$head)
  if (head === undefined) return undefined
  const { table, start, row, column } = head
  const rows = Math.min(MOST_ROWS, Math.max(table.childCount, row + source.childCount))
  const columns = Math.min(MOST_COLUMNS, Math.max(columnsOf(table), column + columnsOf(source)))
  const filled = Array.from({ length: rows }, (_, atRow) => {
    const old = table.maybeChild(atRow)
    const cells = Array.from({ length: columns }, (__, atColumn) => {
      const cell = old?.maybeChild(atColumn) ?? makeCell()
      const given = source.maybeChild(atRow - row)?.maybeChild(atColumn - column)
      return atRow < row || atColumn < column || !given ? cell : cell.copy(given.content)
    })
    return old?.copy(Fragment.from(cells)) ?? makeRow(cells)
  })
  tr.replaceWith(start + 1, start + table.nodeSize - 1, filled)
  return putCursor(tr, start, row, column)
}

interface TableChange {
  readonly from: CellPlace
  readonly to: CellPlace
  readonly head: CellPlace
  readonly tr: Transaction
}

/** A command that is possible where the selection lies in one table. */
function inTable(change: (given: TableChange) => Transaction | undefined): Command {
  return (state: EditorState, dispatch) => {
    const from = cellAt(state.selection.$from)
    const to = cellAt(state.selection.$to)
    const head = cellAt(state.selection.$head)
    if (from === undefined || head === undefined || to?.start !== from.start) return false
    const tr = change({ from, to, head, tr: state.tr })
    if (tr === undefined) return false
    dispatch?.(tr.scrollIntoView())
    return true
  }
}

function rowStart(table: Node, start: number, row: number): number {
  return table.children
    .slice(0, row)
    .reduce((position, { nodeSize }) => position + nodeSize, start + 1)
}

/** The cursor at the end of a cell's text, as far as the table has such a cell. */
function putCursor(tr: Transaction, start: number, row: number, column: number): Transaction {
  const table = tr.doc.nodeAt(start)
  if (table === null) return tr
  const place = { table, start, row, column }
  const size = table.maybeChild(row)?.maybeChild(column)?.content.size ?? 0
  return tr.setSelection(TextSelection.create(tr.doc, cellStart(place, row, column) + size))
}

function removeTable(tr: Transaction, { table, start }: CellPlace): Transaction {
  tr.delete(start, start + table.nodeSize)
  return tr.setSelection(Selection.near(tr.doc.resolve(start), -1))
}
