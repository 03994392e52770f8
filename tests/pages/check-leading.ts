import type { PageFault, RunningStyle } from './page-fault'
import { readColumnRuns } from './column-run'
import type { TextLine } from './text-line'

/** The leading of running text, in parts of its size (R11); of newspapers, whose columns are narrow. */
const LEAST_LEADING = 0.5
const LEAST_TIGHT_LEADING = 0.4
const MOST_LEADING = 1

/** Lines of a style are given to a thousandth of a point, and the grid parts them otherwise. */
const ROUNDING_MPT = 1

function checkStyle({ sizeMpt, lineMpt, isTight }: RunningStyle): PageFault[] {
  const leading = (lineMpt - sizeMpt) / sizeMpt
  const least = isTight === true ? LEAST_TIGHT_LEADING : LEAST_LEADING
  if (leading >= least && leading <= MOST_LEADING) return []
  const what = `leading is ${Math.round(100 * leading)} % of ${sizeMpt} mpt`
  return [{ rule: 'R11 leading', pageIndex: 0, what }]
}

/**
 * Checks the leading of a running style, 50 to 100 % of its size, and that the lines of a paragraph
 * in a column stand that far apart, whatever the column is filled with (R11).
 */
export function checkLeading(
  lines: readonly TextLine[],
  style: RunningStyle,
): readonly PageFault[] {
  const steps = readColumnRuns(lines).flatMap((run) =>
    run.lines.flatMap((line, index): PageFault[] => {
      const above = run.lines[index - 1]
      if (above?.blockId !== line.blockId) return []
      const stepMpt = line.baselineMpt - above.baselineMpt
      if (Math.abs(stepMpt - style.lineMpt) <= ROUNDING_MPT) return []
      const what = `“${line.text}” is ${stepMpt} mpt below the line before it`
      return [{ rule: 'R11 leading', pageIndex: line.pageIndex, what }]
    }),
  )
  return [...checkStyle(style), ...steps]
}
