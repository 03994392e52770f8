import type { PlacedBand, PlannedFrame } from './band'

/** The most lines that the white above one banner or head may grow by. */
const MOST_PER_GAP = 1

/**
 * Lets the lines that a frame leaves empty at its foot into the white above its banners and
 * heads, so that it ends where its neighbours do. What no gap can take stays at the foot.
 */
export function spreadSlack(page: PlannedFrame): PlannedFrame {
  const gaps = page.placed.flatMap((item, index) =>
    item.band.kind === 'block' && item.band.blankBefore > 0 && index > 0 ? [index] : [],
  )
  const slack = Math.min(page.lines - page.usedLines, gaps.length * MOST_PER_GAP)
  if (slack <= 0) return page
  const share = Math.floor(slack / gaps.length)
  const rest = slack - share * gaps.length
  let added = 0
  const placed = page.placed.map((item, index): PlacedBand => {
    const gap = gaps.indexOf(index)
    if (gap >= 0) added += share + (gap < rest ? 1 : 0)
    return { ...item, line: item.line + added }
  })
  return { ...page, placed, usedLines: page.usedLines + added }
}
