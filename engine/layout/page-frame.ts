import type { PlannedPage } from './band'
import type { ColumnArea, PageFrame } from './composition'
import type { PageGrid } from './grid'
import { baselineInLine } from './place-line'

/** The frame of a planned page whose main frame begins at a line of the page's grid. */
export function frameOfPage(
  page: PlannedPage,
  grid: PageGrid,
  firstLine: number,
  characterMpt: number,
): PageFrame {
  const { leftMpt, widthMpt, lineMpt } = grid
  const topMpt = grid.topMpt + firstLine * lineMpt
  const columns = page.placed.flatMap((placed): ColumnArea[] => {
    if (!('fills' in placed)) return []
    const { columnWidthMpt, gutterMpt, unitMpt, ...measure } = placed.band
    return Array.from({ length: measure.columns }, (_, column) => ({
      leftMpt: leftMpt + column * (columnWidthMpt + gutterMpt),
      topMpt: topMpt + placed.line * lineMpt,
      widthMpt: columnWidthMpt,
      heightMpt: placed.lines * lineMpt,
      grid: { firstMpt: baselineInLine(unitMpt, measure.characterMpt), lineMpt: unitMpt },
    }))
  })
  return {
    leftMpt,
    topMpt,
    widthMpt,
    heightMpt: page.lines * lineMpt,
    grid: { firstMpt: baselineInLine(lineMpt, characterMpt), lineMpt },
    columns,
  }
}
