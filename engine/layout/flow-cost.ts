import type { LaidBand, LaidPage } from './lay-page'
import type { Flow } from './flow'
import { raggednessOf } from './ragged-places'
import type { BandShape } from './shape'

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
const COST_OF_A_JUMP = 10_000
/** A part of a text with fewer lines than this is a scrap. */
const LEAST_LINES_OF_A_PART = 5

/**
 * What is wrong with a flow, summed: holes, ragged columns, an empty last page, and the lines by
 * which its pictures are cropped or grown, and the other liberties taken.
 */
export function costOf(
  { pages }: Flow,
  bands: readonly BandShape[],
  maximumPages: number,
  liberties: Liberties,
): number {
  let cost = Math.max(0, pages.length - maximumPages) * COST_OF_AN_OVERSET_PAGE
  if (pages.length % 2 === 1 && pages.length > 1) cost += COST_OF_AN_ODD_PAGE
  cost += pages.length * COST_OF_A_PAGE
  for (const [index, { page, firstBand }] of pages.entries()) {
    const isLast = index === pages.length - 1
    cost += isLast ? costOfLastPage(page) : costOfHole(page)
    cost += costOfPage(page, (band) => bands[firstBand + band])
  }
  return cost + costOfLiberties(liberties)
}

/**
 * What is wrong with a slot: the lines at its foot that stay empty, ragged columns, and that not
 * all of its stories found room.
 */
export function costOfSlot(
  { pages }: Flow,
  bands: readonly BandShape[],
  liberties: Liberties,
): number {
  let cost = costOfLiberties(liberties)
  for (const { page, firstBand } of pages) {
    cost += costOfHole(page) + costOfPage(page, (band) => bands[firstBand + band])
    if (page.next !== undefined) cost += COST_OF_A_JUMP
  }
  return cost
}

function costOfLiberties({ croppedLines, widened, loosened }: Liberties): number {
  return (
    croppedLines * COST_OF_A_CROPPED_LINE +
    widened * COST_OF_WIDENING +
    loosened * COST_OF_RUNNING_OVER
  )
}

function costOfHole({ lines, usedLines }: LaidPage): number {
  const hole = lines - usedLines
  return hole * hole * COST_OF_A_HOLE
}

/** A last page may end early, but under three quarters it looks deserted. */
function costOfLastPage({ lines, usedLines }: LaidPage): number {
  const wanted = Math.ceil((lines * 3) / 4)
  const short = Math.max(0, wanted - usedLines)
  return lines - usedLines + short * short * 2
}

/** Pages are laid once and met again in one flow after the other. */
const costs = new WeakMap<LaidPage, number>()

function costOfPage(page: LaidPage, bandAt: (band: number) => BandShape | undefined): number {
  const known = costs.get(page)
  if (known !== undefined) return known
  let cost = page.deferred * COST_OF_DEFERRING
  for (const placed of page.placed) {
    const ragged = raggednessOf(placed.fills ?? []).reduce((sum, units) => sum + units * units, 0)
    cost += ragged * COST_OF_A_STEP_IN_COLUMNS
    cost += scrapLines(placed, bandAt(placed.band)) * COST_OF_A_SCRAP
  }
  costs.set(page, cost)
  return cost
}

/** Lines that a part of a text carried over to or left on a page is short of a decent size. */
function scrapLines({ fills = [], lines }: LaidBand, band: BandShape | undefined): number {
  if (band?.kind !== 'columns') return 0
  const from = fills[0]?.from.slice ?? 0
  const to = fills.at(-1)?.to.slice ?? 0
  const isPart = from > 0 || to < band.content.slices.length
  return isPart ? Math.max(0, LEAST_LINES_OF_A_PART - lines) : 0
}
