import type { PlannedPage } from './band'
import type { Flow } from './flow'
import { raggednessOf } from './ragged-places'

/** What a make-up did that nobody asked for. */
export interface Liberties {
  /** Lines by which pictures are taller or shorter than they would be. */
  readonly croppedLines: number
  /** Pictures that span all columns. */
  readonly widened: number
  /** Texts that take a line more than they need. */
  readonly loosened: number
}

const COST_OF_AN_OVERSET_PAGE = 1_000_000
const COST_OF_AN_ODD_PAGE = 400
const COST_OF_A_PAGE = 40
const COST_OF_A_HOLE = 6
const COST_OF_A_STEP_IN_COLUMNS = 20
const COST_OF_DEFERRING = 12
const COST_OF_A_CROPPED_LINE = 2
const COST_OF_WIDENING = 10
const COST_OF_RUNNING_OVER = 5
const COST_OF_A_SCRAP = 30
/** A part of a text with fewer lines than this is a scrap. */
const LEAST_LINES_OF_A_PART = 5

/**
 * What is wrong with a flow, summed: holes, ragged columns, an empty last page, and the lines by
 * which its pictures are cropped or grown, and the other liberties taken.
 */
export function costOf(flow: Flow, maximumPages: number, liberties: Liberties): number {
  let cost = Math.max(0, flow.pages.length - maximumPages) * COST_OF_AN_OVERSET_PAGE
  cost += flow.deferred * COST_OF_DEFERRING
  if (flow.pages.length % 2 === 1 && flow.pages.length > 1) cost += COST_OF_AN_ODD_PAGE
  cost += flow.pages.length * COST_OF_A_PAGE
  for (const [index, page] of flow.pages.entries()) {
    const hole = page.lines - page.usedLines
    const isLast = index === flow.pages.length - 1
    cost += isLast ? costOfLastPage(page) : hole * hole * COST_OF_A_HOLE
    cost += raggedness(page) * COST_OF_A_STEP_IN_COLUMNS
    cost += scraps(page) * COST_OF_A_SCRAP
  }
  return (
    cost +
    liberties.croppedLines * COST_OF_A_CROPPED_LINE +
    liberties.widened * COST_OF_WIDENING +
    liberties.loosened * COST_OF_RUNNING_OVER
  )
}

/** A last page may end early, but under three quarters it looks deserted. */
function costOfLastPage(page: PlannedPage): number {
  const hole = page.lines - page.usedLines
  const wanted = Math.ceil((page.lines * 3) / 4)
  const short = Math.max(0, wanted - page.usedLines)
  return hole + short * short * 2
}

function raggedness(page: PlannedPage): number {
  return page.placed.flatMap(raggednessOf).reduce((sum, units) => sum + units * units, 0)
}

/** Lines that parts of a text carried over to or left on a page are short of a decent size. */
function scraps(page: PlannedPage): number {
  let lines = 0
  for (const item of page.placed) {
    if (!('fills' in item)) continue
    const from = item.fills[0]?.from.slice ?? 0
    const to = item.fills.at(-1)?.to.slice ?? 0
    const isPart = from > 0 || to < item.band.content.slices.length
    if (isPart) lines += Math.max(0, LEAST_LINES_OF_A_PART - item.lines)
  }
  return lines
}
