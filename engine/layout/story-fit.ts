import type { Issue } from '../document/issue'
import type { Measure, PlacedBand, PlannedFrame, PlannedPage } from './band'
import type { ColumnFill } from './column-content'
import { shortfallsOf, unitsOf } from './columns'
import type { StoryFit } from './composition'

/** What is known of a story while its pages are gone through. */
interface Account {
  measure: Measure
  readonly folios: Set<number>
  oversetLines: number
  shortLines: number
}

/**
 * How each story of the issue fits its pages as they are laid: where it stands, the lines that
 * came to stand on pages beyond the last one allowed, and those that its place still holds; see
 * `StoryFit`.
 */
export function fitStories(
  issue: Issue,
  pages: readonly PlannedPage[],
  maximumPages: number,
  gridLineMpt: number,
): readonly StoryFit[] {
  const accounts = new Map<string, Account>()
  for (const { index, frame } of framesOf(pages)) {
    for (const placed of frame.placed) {
      const account = accountOf(accounts, placed)
      if (account === undefined) continue
      if (index >= maximumPages) {
        account.oversetLines += linesOf(placed, account.measure, gridLineMpt)
      } else {
        account.folios.add(index + 1)
        // A story's place ends where its last part does: a later part counts anew.
        account.shortLines = blankLines(frame, placed, account.measure, gridLineMpt)
      }
    }
  }
  return issue.sections.flatMap((sectionId) =>
    (issue.records.sections[sectionId]?.stories ?? []).map((storyId): StoryFit => {
      const account = accounts.get(storyId)
      if (account === undefined) {
        return { storyId, folios: [], oversetLines: 0, shortLines: 0, lineCharacters: 0 }
      }
      const { measure, folios, oversetLines, shortLines } = account
      return {
        storyId,
        folios: [...folios],
        oversetLines,
        shortLines: oversetLines > 0 ? 0 : shortLines,
        lineCharacters: Math.max(1, Math.floor(measure.columnWidthMpt / measure.characterMpt)),
      }
    }),
  )
}

/** All frames, slots before the main frames that their stories jump to. */
function framesOf(
  pages: readonly PlannedPage[],
): readonly { readonly index: number; readonly frame: PlannedFrame }[] {
  const all = pages.flatMap(({ frames }, index) => frames.map((frame) => ({ index, frame })))
  const isSlot = ({ frame }: { readonly frame: PlannedFrame }): boolean => frame.slot !== undefined
  return [...all.filter(isSlot), ...all.filter((each) => !isSlot(each))]
}

/** The story that a band belongs to; a section's banner belongs to none. */
export function storyOf({ band }: PlacedBand): string | undefined {
  if (band.kind !== 'block') return band.storyId
  return band.of.kind === 'story' ? band.of.id : undefined
}

/**
 * The account of a band's story; its head, which comes first, opens it. Where it goes on after a
 * jump, it is measured by its columns there.
 */
function accountOf(accounts: Map<string, Account>, placed: PlacedBand): Account | undefined {
  const { band } = placed
  if (band.kind === 'block' && band.of.kind === 'story') {
    const { id, measure } = band.of
    const before = accounts.get(id)
    if (before !== undefined) before.measure = measure
    else accounts.set(id, { measure, folios: new Set(), oversetLines: 0, shortLines: 0 })
  }
  const storyId = storyOf(placed)
  return storyId === undefined ? undefined : accounts.get(storyId)
}

/** Lines of text that take the room of a band: what spans all columns takes a line of each. */
function linesOf(placed: PlacedBand, { columns, unitMpt }: Measure, gridLineMpt: number): number {
  if ('fills' in placed) {
    const units = placed.fills.reduce((sum, fill) => sum + fill.units, 0)
    return units * Math.round(columns / placed.band.columns)
  }
  return columns * Math.ceil((placed.lines * gridLineMpt) / unitMpt)
}

/**
 * Lines that could still be written after a band: in its columns down to the foot of the frame
 * if it is the last in it, else down to the longest of them. Columns that are no more than a line
 * short are full.
 */
function blankLines(
  frame: PlannedFrame,
  placed: PlacedBand,
  { columns, unitMpt }: Measure,
  gridLineMpt: number,
): number {
  const isLast = frame.placed.at(-1) === placed
  const linesBelow = (line: number, ofMpt = unitMpt): number =>
    Math.max(0, Math.floor(((frame.lines - line) * gridLineMpt) / ofMpt))
  if (!('fills' in placed)) {
    const below = isLast ? linesBelow(placed.line + placed.lines) : 0
    return below > 1 ? below * columns : 0
  }
  const { fills, band } = placed
  const tallest = unitsOf(fills)
  const depth = isLast ? Math.max(tallest, linesBelow(placed.line, band.unitMpt)) : tallest
  const blanks = Array.from({ length: band.columns }, (_, column) => {
    const own = fills.filter((fill) => fill.column === column)
    // Beside a pinned figure a column may have no room at all.
    if (own.length === 0) return frame.pinned.length === 0 ? depth : 0
    if (own.some((fill) => isBroken(fill, band.content.slices))) return 0
    return shortfallsOf(own, depth).reduce((sum, units) => sum + units, 0)
  })
  // A line of what spans all columns is one of each.
  const across = Math.round(columns / band.columns)
  return Math.max(...blanks) > 1 ? across * blanks.reduce((sum, blank) => sum + blank, 0) : 0
}

/** Whether a column ends where its story says that it must (换栏): what it leaves blank is meant. */
function isBroken(
  { from, to }: ColumnFill,
  slices: readonly { readonly mustBreakAfter: boolean }[],
): boolean {
  return to.slice > from.slice && slices[to.slice - 1]?.mustBreakAfter === true
}
