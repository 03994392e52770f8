import { type LaidBand, type LaidPage, type PageStart, START } from './lay-page'
import type { PageLayer } from './page-layer'
import type { BandShape } from './shape'

/** Lines of a story that stay in its slot when it jumps, and that are left to go on with. */
const LEAST_LINES_BEFORE = 6
const LEAST_LINES_AFTER = 4
/** Lines that the last column gives up at most, so that enough is left to go on with. */
const MOST_RESERVED = 5

const TOP: PageStart = { band: 0, at: START, waiting: [] }

/**
 * Lays the stories of a slot, each opened by the block of its head, one below the other. A story
 * that does not fit jumps: it keeps a line free for saying so. One of which too little would stay
 * is not begun, and stories after the one that jumps are left whole.
 */
export function laySlot(bands: readonly BandShape[], lines: number, layer: PageLayer): LaidPage {
  const whole = withoutTooTall(layer.lay(bands, TOP, lines), bands)
  if (whole.next === undefined || !isParted(whole.next, bands)) return whole
  const jumping = layJumping(bands, lines, layer)
  const { next } = jumping
  if (next === undefined || !isParted(next, bands)) return jumping
  const opener = openerOf(bands, next)
  const begun = jumping.placed.filter(({ band }) => band >= opener)
  return linesIn(begun) < LEAST_LINES_BEFORE ? endBefore(jumping, opener) : jumping
}

/** What a band is, or its shape. */
interface Kind {
  readonly kind: BandShape['kind']
}

/** Whether a page ends inside a story, and not between two. */
export function isParted(next: PageStart, bands: readonly Kind[]): boolean {
  if (next.waiting.length > 0) return true
  const band = bands[next.band]
  return band !== undefined && band.kind !== 'block'
}

/** The band that opens the story which a page parts. */
export function openerOf(bands: readonly Kind[], next: PageStart): number {
  const first = Math.min(next.band, ...next.waiting.map((distance) => next.band + distance))
  for (let band = Math.min(first, bands.length - 1); band > 0; band -= 1) {
    if (bands[band]?.kind === 'block') return band
  }
  return 0
}

/** Whether there is room for a line below the text that ends a page. */
function hasRoom({ placed, lines, usedLines }: LaidPage, bands: readonly BandShape[]): boolean {
  if (usedLines < lines) return true
  const last = placed.at(-1)
  const band = bands[last?.band ?? 0]
  if (last?.fills === undefined || band?.kind !== 'columns') return false
  const units = last.fills.length < band.columns ? 0 : (last.fills.at(-1)?.units ?? 0)
  return units < Math.max(...last.fills.map((fill) => fill.units))
}

function layJumping(bands: readonly BandShape[], lines: number, layer: PageLayer): LaidPage {
  let page = layer.lay(bands, TOP, lines, 1)
  for (let reserved = 1; reserved <= MOST_RESERVED; reserved += 1) {
    page = layer.lay(bands, TOP, lines, reserved)
    if (linesAfter(page, bands) >= LEAST_LINES_AFTER) break
  }
  return hasRoom(page, bands) ? page : { ...layer.lay(bands, TOP, lines - 1, 1), lines }
}

function linesIn(placed: readonly LaidBand[]): number {
  return placed.reduce(
    (sum, { fills = [] }) => sum + fills.reduce((units, fill) => units + fill.units, 0),
    0,
  )
}

/** Lines of the parted story that are left, in its columns here. */
function linesAfter({ next }: LaidPage, bands: readonly BandShape[]): number {
  if (next === undefined) return 0
  let lines = 0
  for (let at = next.band; at < bands.length; at += 1) {
    const band = bands[at]
    if (band === undefined || band.kind === 'block') break
    if (band.kind !== 'columns') continue
    const { slices } = band.content
    const from = at === next.band ? next.at.slice : 0
    lines += slices.slice(from).reduce((sum, { units }) => sum + units, 0)
  }
  return lines
}

/** The page without the story that has a band which is taller than the slot, and what follows. */
function withoutTooTall(page: LaidPage, bands: readonly BandShape[]): LaidPage {
  const [first] = page.tooTall
  if (first === undefined) return page
  return endBefore(page, openerOf(bands, { ...TOP, band: first }))
}

function endBefore(page: LaidPage, band: number): LaidPage {
  const placed = page.placed.filter((each) => each.band < band)
  const usedLines = placed.reduce((end, { line, lines }) => Math.max(end, line + lines), 0)
  return { ...page, placed, usedLines, tooTall: [], deferred: 0, next: { ...TOP, band } }
}
