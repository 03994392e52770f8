import type { Band, ColumnsBand, Measure, PlannedFrame } from './band'
import type { BlockKey } from './block-key'
import type { Continuation } from './continuation'
import type { JumpPage } from './jump-lines'
import { isParted, openerOf } from './lay-slot'
import type { LaidPage, PageStart } from './lay-page'
import type { MakeUp } from './attempt'
import type { MadeSlot } from './plan-pages'
import type { Slice } from './slice'
import type { Rest } from './story-places'

/** Where a story leaves its slot for the main frame. */
export interface Jump {
  readonly storyId: string
  readonly measure: Measure
  readonly to: Continuation
}

/** The jump of the story that a slot could not hold whole. */
export function jumpOf({ flow, bands }: MakeUp): Jump | undefined {
  const page = flow.pages[0]?.page
  if (page?.next === undefined || !isParted(page.next, bands)) return undefined
  const opener = openerOf(bands, page.next)
  const head = bands[opener]
  if (head?.kind !== 'block' || head.of.kind !== 'story') return undefined
  const { id: storyId, measure } = head.of
  return { storyId, measure, to: continuationAt(page, page.next, bands, opener) }
}

/**
 * What a slot leaves to the main frame, by story: where the one that jumps goes on, and all of
 * those behind it. `page` is that of the slot.
 */
export function restsOf({ made }: MadeSlot, page: JumpPage): ReadonlyMap<string, Rest> {
  const next = made.flow.pages[0]?.page.next
  if (next === undefined) return new Map()
  const jump = jumpOf(made)
  const behind = made.bands.slice(next.band).flatMap((band): readonly [string, Rest][] => {
    const opens = band.kind === 'block' && band.of.kind === 'story'
    return opens ? [[band.of.id, 'whole']] : []
  })
  return new Map(jump === undefined ? behind : [[jump.storyId, { ...jump.to, page }], ...behind])
}

function continuationAt(
  { placed }: LaidPage,
  next: PageStart,
  bands: readonly Band[],
  opener: number,
): Continuation {
  const shown: BlockKey[] = []
  for (const { band: at, fills = [] } of placed) {
    const band = bands[at]
    if (at <= opener || band === undefined) continue
    if (band.kind === 'figure') shown.push(band.key)
    if (band.kind !== 'columns') continue
    const { slice, float } = fills.at(-1)?.to ?? { slice: 0, float: 0 }
    shown.push(...band.content.floats.slice(0, float).map(({ key }) => key))
    shown.push(
      ...band.content.slices
        .slice(0, slice)
        .filter(isFigure)
        .map(({ key }) => key),
    )
  }
  for (let at = next.band; at < bands.length; at += 1) {
    const band = bands[at]
    if (band === undefined || band.kind === 'block') break
    if (band.kind !== 'columns') continue
    const { slices } = band.content
    const from = at === next.band ? next.at.slice : 0
    const slice = slices.slice(from).find((each) => !isFigure(each))
    if (slice === undefined) continue
    return { block: slice.block, key: slice.key, offset: offsetOf(slice, slices), shown }
  }
  return { block: Number.MAX_SAFE_INTEGER, key: '', offset: 0, shown }
}

const isFigure = ({ items }: Slice): boolean => items.some(({ kind }) => kind === 'image')

/** Where in the text of its block a slice begins. */
function offsetOf(slice: Slice, slices: readonly Slice[]): number {
  const before = slices[slices.indexOf(slice) - 1]
  if (before === undefined || before.endsBlock) return 0
  const offsets = slice.items.flatMap(({ source }) =>
    source.kind === 'story' ? [source.offset] : [],
  )
  return offsets.length === 0 ? 0 : Math.max(0, Math.min(...offsets))
}

/** Where the line stands that says that a story jumps: at the end of its last column. */
export interface JumpLinePlace {
  /** From the top left corner of the frame. */
  readonly leftMpt: number
  readonly topMpt: number
  readonly widthMpt: number
  readonly unitMpt: number
}

/** The place below the last text of a frame that has room for the line. */
export function placeJumpLine(
  frame: PlannedFrame,
  { columns, columnWidthMpt: widthMpt, gutterMpt, unitMpt }: Measure,
  gridLineMpt: number,
): JumpLinePlace | undefined {
  const last = frame.placed.at(-1)
  if (last === undefined) return undefined
  const column = 'fills' in last ? Math.max(0, last.fills.length - 1) : columns - 1
  const textMpt = 'fills' in last ? endOf(last.fills, last.band) : last.lines * gridLineMpt
  const topMpt = last.line * gridLineMpt + textMpt
  return { leftMpt: column * (widthMpt + gutterMpt), topMpt, widthMpt, unitMpt }
}

function endOf(fills: readonly { readonly units: number }[], { unitMpt }: ColumnsBand): number {
  return (fills.at(-1)?.units ?? 0) * unitMpt
}

/** The number of the page on which a story goes on; `undefined` where none is printed. */
export function folioAfterJump(
  storyId: string,
  { flow, bands }: MakeUp,
  maximumPages: number,
): number | undefined {
  const index = flow.pages.findIndex(({ page, firstBand }) =>
    page.placed.some(({ band: distance }) => {
      const band = bands[firstBand + distance]
      return (
        band?.kind === 'block' &&
        band.of.kind === 'story' &&
        band.of.id === storyId &&
        !band.of.opens
      )
    }),
  )
  return index < 0 || index >= maximumPages ? undefined : index + 1
}
