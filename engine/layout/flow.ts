import type { Template } from '../document/template'
import type { Hole } from './hole'
import { type LaidPage, type PageStart, START } from './lay-page'
import type { PageLayer } from './page-layer'
import { pinsOn } from './page-pins'
import { mainOf } from './page-sequence'
import type { PinnedFigure } from './pinned-figure'
import type { BandShape } from './shape'

/** Shapes laid on as many pages as they take. */
export interface Flow {
  readonly pages: readonly FlowPage[]
}

/** A page of a flow. */
export interface FlowPage {
  readonly page: LaidPage
  /** Index of the band that the page counts from. */
  readonly firstBand: number
}

/**
 * Flows with the last page on its own parent page, over no fewer pages than there must be. The
 * number of pages decides which page is the last: it is what the text takes when no page is the
 * last, or one more. Where the text ends on a
 * page that is one too many with the frame of a last page and one too few without, a page with
 * its furniture alone comes after it. A text that takes more pages than the template allows goes
 * on behind the last of them, where it is overset. Text goes around figures that are pinned; a page
 * that they leave no room on is passed.
 */
export function flowToLast(
  bands: readonly BandShape[],
  template: Template,
  layer: PageLayer,
  leastPages: number,
  pins: readonly PinnedFigure[],
): Flow {
  const { maximumPages } = template.sequence
  const linesOf = (index: number, count: number): number => mainOf(template, index, count).lines
  const holesOf = (index: number, count: number): readonly Hole[] =>
    pins.length === 0
      ? []
      : pinsOn(pins, index, mainOf(template, index, count)).map(({ hole }) => hole)
  /** Lays what comes after some pages; the page at index `last` has the frame of a last one. */
  const flowOn = (before: readonly FlowPage[], last: number): readonly FlowPage[] => {
    const pages = [...before]
    for (let start = startAfter(pages); start !== undefined; start = startAfter(pages)) {
      if (start.band >= bands.length && start.waiting.length === 0) break
      const lines = linesOf(pages.length, last + 1)
      if (lines === 0) {
        pages.push(blankPage(start))
        continue
      }
      const holes = holesOf(pages.length, last + 1)
      const page = layer.lay(bands, start, lines, 0, holes)
      if (page.placed.length === 0 && holes.length === 0) break
      pages.push({ page, firstBand: start.band })
    }
    return pages
  }
  const fillUp = (pages: readonly FlowPage[]): Flow => {
    const end = { band: bands.length, at: START, waiting: [] }
    const missing = Array.from({ length: Math.max(0, leastPages - pages.length) }, (_, at) => {
      return blankPage(end, linesOf(pages.length + at, leastPages))
    })
    return { pages: [...pages, ...missing] }
  }
  const endless = flowOn([], Number.MAX_SAFE_INTEGER)
  const count = Math.max(endless.length, leastPages)
  if (count > maximumPages) {
    return { pages: flowOn(endless.slice(0, maximumPages - 1), maximumPages - 1) }
  }
  const pages = flowOn(endless.slice(0, count - 1), count - 1)
  if (pages.length <= count || count === maximumPages) return fillUp(pages)
  const end = { band: bands.length, at: START, waiting: [] }
  return { pages: [...endless, blankPage(end, linesOf(count, count + 1))] }
}

function startAfter(pages: readonly FlowPage[]): PageStart | undefined {
  const before = pages.at(-1)
  if (before === undefined) return { band: 0, at: START, waiting: [] }
  const { next } = before.page
  return next === undefined ? undefined : { ...next, band: before.firstBand + next.band }
}

/** A page of which no text fills the main frame; with no lines it has none, and text passes it. */
function blankPage(start: PageStart, lines = 0): FlowPage {
  const { band: firstBand, ...rest } = start
  const next = lines === 0 ? { ...rest, band: 0 } : undefined
  const nothing = { placed: [], usedLines: 0, deferred: 0, tooTall: [], reach: 0 }
  return { page: { ...nothing, lines, next }, firstBand }
}
