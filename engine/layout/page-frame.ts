import type { PlannedPage } from './band'
import type { ColumnArea, PageFrame } from './composition'
import { type PageGrid, leftOf } from './grid'
import { baselineInLine } from './place-line'

/** The main frame of a planned page, with the columns of all its frames. */
export function frameOfPage(
  { main, frames }: PlannedPage,
  grid: PageGrid,
  characterMpt: number,
): PageFrame {
  const { widthMpt, lineMpt } = grid
  const topOf = (line: number): number => grid.topMpt + line * lineMpt
  const columns = frames.flatMap((frame) =>
    frame.placed.flatMap((placed): ColumnArea[] => {
      if (!('fills' in placed)) return []
      const { columnWidthMpt, gutterMpt, unitMpt, box, ...measure } = placed.band
      const leftMpt = leftOf(frame, grid) + (box?.inset ?? 0)
      const topMpt = topOf(frame.firstLine + placed.line)
      const heightMpt = placed.lines * lineMpt
      const areaOf = (column: number, fromMpt: number, toMpt: number): ColumnArea => ({
        leftMpt: leftMpt + column * (columnWidthMpt + gutterMpt),
        topMpt: topMpt + fromMpt,
        widthMpt: columnWidthMpt,
        heightMpt: toMpt - fromMpt,
        grid: { firstMpt: baselineInLine(unitMpt, measure.characterMpt), lineMpt: unitMpt },
      })
      if (frame.pinned.length === 0) {
        return Array.from({ length: measure.columns }, (_, at) => areaOf(at, 0, heightMpt))
      }
      return placed.fills.flatMap(({ column, top, most }): readonly ColumnArea[] => {
        const fromMpt = top * unitMpt
        const toMpt = most === undefined ? heightMpt : fromMpt + most * unitMpt
        return fromMpt < toMpt ? [areaOf(column, fromMpt, Math.min(toMpt, heightMpt))] : []
      })
    }),
  )
  return {
    leftMpt: grid.leftMpt,
    topMpt: topOf(main.firstLine),
    widthMpt,
    heightMpt: main.lines * lineMpt,
    grid: { firstMpt: baselineInLine(lineMpt, characterMpt), lineMpt },
    columns,
  }
}
