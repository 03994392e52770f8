import { type Command, EditorState, TextSelection } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { editorSchema, nodeType } from './editor-schema'
import { repairBody } from './repair-body'
import {
  addColumn,
  addRow,
  cellAt,
  clearCells,
  deleteColumns,
  deleteRows,
  deleteTable,
  fillCells,
  goToCell,
  goToCellBelow,
  goToRow,
  hasHeader,
  toggleHeader,
} from './table-commands'
import { makeTable, squareTable, trimTable } from './table-shape'

const tableOf = (rows: readonly (readonly string[])[]) =>
  nodeType('table').create(
    { id: 't' },
    rows.map((cells, row) =>
      nodeType('table_row').create(
        { id: `r${String(row)}` },
        cells.map((text, column) =>
          nodeType('table_cell').create(
            { id: `c${String(row)}${String(column)}` },
            text === '' ? [] : [editorSchema.text(text)],
          ),
        ),
      ),
    ),
  )

const textsOf = (state: EditorState): readonly (readonly string[])[] => {
  const rows: string[][] = []
  state.doc.descendants((node) => {
    if (node.type.name === 'table_row') rows.push(node.children.map((cell) => cell.textContent))
    return node.type.name !== 'table_cell'
  })
  return rows
}

/** A state with a table, the selection from one text in it to another. */
function start(rows: readonly (readonly string[])[], from: string, to = from): EditorState {
  const doc = editorSchema.node('doc', null, [
    nodeType('paragraph').create({ id: 'p' }, editorSchema.text('前')),
    tableOf(rows),
    nodeType('paragraph').create({ id: 'q' }, editorSchema.text('后')),
  ])
  const place = (text: string): number => {
    let found = 0
    doc.descendants((node, position) => {
      if (node.isText && node.text === text) found = position
    })
    return found
  }
  const state = EditorState.create({ doc, plugins: [repairBody] })
  const selection = TextSelection.create(doc, place(from), place(to) + (from === to ? 0 : 1))
  return state.apply(state.tr.setSelection(selection))
}

function run(state: EditorState, command: Command): EditorState {
  let after = state
  command(state, (tr) => {
    after = state.apply(tr)
  })
  after.doc.check()
  return after
}

const grid = [
  ['甲', '乙'],
  ['丙', '丁'],
]
const where = (state: EditorState) => {
  const place = cellAt(state.selection.$head)
  return [place?.row, place?.column]
}

describe('tables', () => {
  it('adds rows and columns beside the cursor', () => {
    expect(textsOf(run(start(grid, '丙'), addRow('before')))).toEqual([grid[0], ['', ''], grid[1]])
    expect(textsOf(run(start(grid, '丙'), addRow('after')))).toEqual([...grid, ['', '']])
    const after = run(start(grid, '甲'), addColumn('after'))
    expect(textsOf(after)).toEqual([
      ['甲', '', '乙'],
      ['丙', '', '丁'],
    ])
    expect(where(after)).toEqual([0, 1])
    expect(textsOf(run(start(grid, '甲'), addColumn('before')))[1]).toEqual(['', '丙', '丁'])
  })

  it('deletes the rows and columns of the selection, with the last of them the table', () => {
    expect(textsOf(run(start(grid, '甲'), deleteRows))).toEqual([['丙', '丁']])
    expect(textsOf(run(start(grid, '丁'), deleteColumns))).toEqual([['甲'], ['丙']])
    expect(textsOf(run(start(grid, '甲', '丙'), deleteRows))).toEqual([])
    expect(run(start(grid, '甲', '丁'), deleteColumns).doc.textContent).toBe('前后')
    expect(run(start(grid, '甲'), deleteTable).doc.childCount).toBe(2)
  })

  it('goes from cell to cell; after the last comes another row', () => {
    expect(where(run(start(grid, '乙'), goToCell(1)))).toEqual([1, 0])
    expect(where(run(start(grid, '丙'), goToCell(-1)))).toEqual([0, 1])
    expect(where(run(start(grid, '甲'), goToCell(-1)))).toEqual([0, 0])
    const grown = run(start(grid, '丁'), goToCell(1))
    expect(textsOf(grown)).toEqual([...grid, ['', '']])
    expect(where(grown)).toEqual([2, 0])
    expect(where(run(start(grid, '乙'), goToCellBelow))).toEqual([1, 1])
    expect(where(run(start(grid, '丁'), goToCellBelow))).toEqual([1, 1])
    expect(where(run(start(grid, '丁'), goToRow(-1)))).toEqual([0, 1])
    expect(goToRow(1)(start(grid, '丁'))).toBe(false)
  })

  it('makes the first row a header and back', () => {
    const headed = run(start(grid, '丁'), toggleHeader)
    expect(hasHeader(headed.doc.child(1))).toBe(true)
    expect(hasHeader(run(headed, toggleHeader).doc.child(1))).toBe(false)
    expect(hasHeader(makeTable(3, 2))).toBe(true)
  })

  it('empties cells rather than joining them', () => {
    const cleared = run(start(grid, '甲', '丙'), clearCells)
    expect(textsOf(cleared)).toEqual([
      ['', ''],
      ['', '丁'],
    ])
    expect(where(cleared)).toEqual([0, 0])
    const one = start(grid, '甲')
    expect(run(one, clearCells)).toBe(one)
  })

  it('fills cells from another table, and grows for it', () => {
    const state = start(grid, '丁')
    const source = tableOf([
      ['1', '2'],
      ['3', '4'],
    ])
    const filled = state.apply(fillCells(state.tr, source) ?? state.tr)
    expect(textsOf(filled)).toEqual([
      ['甲', '乙', ''],
      ['丙', '1', '2'],
      ['', '3', '4'],
    ])
  })

  it('stays rectangular whatever is deleted, without empty rows and columns from elsewhere', () => {
    const state = start(grid, '甲')
    const torn = state.apply(state.tr.delete(5, 8))
    expect(textsOf(torn)).toEqual([
      ['乙', ''],
      ['丙', '丁'],
    ])
    expect(squareTable(tableOf([['甲'], [], ['乙', '丙']]))?.childCount).toBe(2)
    expect(squareTable(tableOf([[], []]))).toBeUndefined()
    expect(
      trimTable(
        tableOf([
          ['甲', ''],
          ['', ''],
        ]),
      ).toString(),
    ).toBe('table(table_row(table_cell("甲")))')
  })
})
