import type { PlannedPage } from './band'
import type { Flow } from './flow'

const COST_OF_OVERSET = 1_000_000
const COST_OF_AN_ODD_PAGE = 400
const COST_OF_A_HOLE = 6
const COST_OF_A_STEP_IN_COLUMNS = 4
const COST_OF_DEFERRING = 12
const COST_OF_A_CROPPED_LINE = 2

/**
 * What is wrong with a flow, summed: holes, ragged columns, an empty last page, and the lines by
 * which its pictures are cropped or grown.
 */
export function costOf(flow: Flow, croppedLines: number): number {
  let cost = flow.overset === undefined ? 0 : COST_OF_OVERSET
  cost += flow.deferred * COST_OF_DEFERRING
  if (flow.pages.length % 2 === 1 && flow.pages.length > 1) cost += COST_OF_AN_ODD_PAGE
  for (const [index, page] of flow.pages.entries()) {
    const hole = page.lines - page.usedLines
    const isLast = index === flow.pages.length - 1
    cost += isLast ? costOfLastPage(page) : hole * hole * COST_OF_A_HOLE
    cost += raggedness(page) * COST_OF_A_STEP_IN_COLUMNS
  }
  return cost + croppedLines * COST_OF_A_CROPPED_LINE
}

/** A last page may end early, but under two thirds it looks deserted. */
function costOfLastPage(page: PlannedPage): number {
  const hole = page.lines - page.usedLines
  const wanted = Math.ceil((page.lines * 2) / 3)
  const short = Math.max(0, wanted - page.usedLines)
  return hole + short * short
}

function raggedness(page: PlannedPage): number {
  let sum = 0
  for (const item of page.placed) {
    if (!('fills' in item)) continue
    const height = Math.max(...item.fills.map((fill) => fill.units))
    for (const fill of item.fills) {
      const short = Math.max(0, height - fill.units - 1)
      sum += short * short
    }
  }
  return sum
}
