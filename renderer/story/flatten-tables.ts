import { LINE_BREAK } from './pasted-lines'
import { MOST_COLUMNS, MOST_ROWS } from './table-shape'

const CELL_BLOCKS = 'p, div, section, h1, h2, h3, h4, h5, h6, ul, ol, li, blockquote, pre, br'

/**
 * Brings the tables of a pasted page into the shape of a story's: rows of cells with a line of text
 * each, as large as a table may be. Merged cells are taken apart, their text in the first; a
 * table around other tables, or around a single cell, was there for the layout and goes.
 */
export function flattenTables(root: HTMLElement): void {
  for (const table of Array.from(root.querySelectorAll('table'))) {
    const isLayout =
      table.querySelector('table') !== null || table.querySelectorAll('td, th').length < 2
    if (isLayout) unfold(table)
    else flatten(table)
  }
}

/** What a table held, without the table. */
function unfold(table: HTMLElement): void {
  const own = Array.from(table.querySelectorAll('td, th')).filter(
    (cell) => cell.closest('table') === table,
  )
  const parts = own.map((cell) => {
    const part = table.ownerDocument.createElement('div')
    part.append(...Array.from(cell.childNodes))
    return part
  })
  table.replaceWith(...parts)
}

function flatten(table: HTMLTableElement): void {
  const document = table.ownerDocument
  const grid: (Element | undefined)[][] = []
  Array.from(table.rows)
    .slice(0, MOST_ROWS)
    .forEach((row, rowIndex) => {
      let column = 0
      for (const cell of Array.from(row.cells)) {
        while (grid[rowIndex]?.[column] !== undefined) column += 1
        const columns = Math.min(Math.max(1, cell.colSpan), MOST_COLUMNS - column)
        const rows = Math.min(Math.max(1, cell.rowSpan), MOST_ROWS - rowIndex)
        if (columns < 1) break
        const isHead = cell.matches('th') || cell.closest('thead') !== null
        for (let down = 0; down < rows; down += 1) {
          const line = (grid[rowIndex + down] ??= [])
          for (let right = 0; right < columns; right += 1) {
            const made = document.createElement(isHead ? 'th' : 'td')
            if (down === 0 && right === 0) made.append(...cellContent(cell))
            line[column + right] = made
          }
        }
        column += columns
      }
    })
  const caption = table.querySelector('caption')
  if (caption !== null) {
    const line = document.createElement('p')
    line.append(...Array.from(caption.childNodes))
    table.before(line)
  }
  const rows = grid.slice(0, table.rows.length).map((cells) => {
    const row = document.createElement('tr')
    row.append(...Array.from(cells, (cell) => cell ?? document.createElement('td')))
    return row
  })
  table.replaceChildren(...rows)
}

/** The text of a cell with its marks, its blocks parted by line breaks. */
function cellContent(cell: Element): readonly ChildNode[] {
  for (const block of Array.from(cell.querySelectorAll(CELL_BLOCKS))) {
    block.before(LINE_BREAK)
    block.replaceWith(...Array.from(block.childNodes))
  }
  return Array.from(cell.childNodes)
}
