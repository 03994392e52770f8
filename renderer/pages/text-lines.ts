import type { PageArea, PageFrame } from '../../engine/layout/composition'
import type { ComposedPage, GlyphItem, PageItem, Source } from '../../engine/layout/page'

/** How far a glyph of a face moves the pen, in ems. */
export type AdvanceOf = (face: string, glyph: number) => number

/** What shows one cluster of a text: UTF-16 offsets in its block, and where on the page it is. */
export interface TextCell {
  readonly from: number
  readonly to: number
  readonly text: string
  readonly leftMpt: number
  readonly rightMpt: number
}

/** The story and the block that something on a page is of. */
export interface TextSource {
  readonly storyId: string
  readonly blockId: string
}

/** A line of a block's text on a page, its cells from left to right. */
export interface TextLine extends TextSource {
  readonly cells: readonly TextCell[]
  /** Where the text of the line ends in its block, spaces that vanish there included. */
  readonly to: number
  readonly leftMpt: number
  readonly rightMpt: number
  readonly topMpt: number
  readonly bottomMpt: number
}

/** How far the em box of an ideograph stands above the baseline, in ems. */
const ASCENT = 0.88
/** A pen stands at most so far left of its column: half an em of the largest running text. */
const HANGING_MPT = 10_000
/** The next run of a line begins within so many ems; what is farther is in another column. */
const WIDEST_GAP = 2

type StorySource = Extract<Source, { readonly kind: 'story' }>

interface Run extends TextSource {
  readonly item: GlyphItem
  readonly offset: number
}

/**
 * The lines of the stories of a page that are wanted, in reading order. What is no text of theirs
 * (emphasis dots) is in none.
 */
export function textLines(
  page: ComposedPage,
  frame: PageFrame,
  advanceOf: AdvanceOf,
  isWanted: (source: TextSource) => boolean,
): readonly TextLine[] {
  const lines: Run[][] = []
  for (const item of page.items) {
    const { source } = item
    // All pages are gone through at each keystroke, for one block of them.
    const run = source.kind === 'story' && isWanted(source) ? runOf(item, source) : undefined
    if (run === undefined) continue
    const line = lines.at(-1)
    const last = line?.at(-1)
    if (line !== undefined && last !== undefined && goesOn(last, run)) line.push(run)
    else lines.push([run])
  }
  return lines.flatMap((runs) => lineOf(runs, frame, advanceOf) ?? [])
}

const known = new WeakMap<ComposedPage, readonly TextLine[]>()

/** All lines of the stories of a page, found once. */
export function allTextLines(
  page: ComposedPage,
  frame: PageFrame,
  advanceOf: AdvanceOf,
): readonly TextLine[] {
  const before = known.get(page)
  if (before !== undefined) return before
  const found = textLines(page, frame, advanceOf, () => true)
  known.set(page, found)
  return found
}

function runOf(item: PageItem, source: StorySource): Run | undefined {
  if (item.kind !== 'glyphs' || item.glyphs.length === 0 || item.text === '') return undefined
  return { item, ...source }
}

/** Whether a run carries on the line that another ends: its text, its baseline, to the right. */
function goesOn(last: Run, next: Run): boolean {
  const from = last.item.xMpt.at(-1) ?? 0
  const to = next.item.xMpt[0] ?? 0
  return (
    last.storyId === next.storyId &&
    last.blockId === next.blockId &&
    last.item.baselineMpt === next.item.baselineMpt &&
    last.offset + last.item.text.length === next.offset &&
    to > from &&
    to - from < (1 + WIDEST_GAP) * Math.max(last.item.sizeMpt, next.item.sizeMpt)
  )
}

function lineOf(
  runs: readonly Run[],
  frame: PageFrame,
  advanceOf: AdvanceOf,
): TextLine | undefined {
  const [first] = runs
  const lastRun = runs.at(-1)
  if (first === undefined || lastRun === undefined) return undefined
  const { baselineMpt } = first.item
  const start = first.item.xMpt[0] ?? 0
  const area = [...frame.columns, frame].find((each) => standsIn(each, start, baselineMpt))
  const cells = besideEachOther(
    runs.flatMap((run) => clustersOf(run, advanceOf)),
    area,
  )
  const sizeMpt = Math.max(...runs.map(({ item }) => item.sizeMpt))
  const topMpt = baselineMpt - Math.round(sizeMpt * ASCENT)
  return {
    storyId: first.storyId,
    blockId: first.blockId,
    cells,
    to: lastRun.offset + lastRun.item.text.length,
    leftMpt: cells[0]?.leftMpt ?? 0,
    rightMpt: cells.at(-1)?.rightMpt ?? 0,
    topMpt,
    bottomMpt: topMpt + sizeMpt,
  }
}

/** A cluster at the place of its pen. */
interface Cluster {
  readonly from: number
  readonly text: string
  readonly penMpt: number
  readonly advanceMpt: number
  readonly sizeMpt: number
}

function clustersOf({ item, offset }: Run, advanceOf: AdvanceOf): readonly Cluster[] {
  const { clusters, xMpt, glyphs, text, sizeMpt, face } = item
  const firsts = clusters.flatMap((cluster, index) =>
    index === 0 || cluster !== clusters[index - 1] ? [index] : [],
  )
  return firsts.map((index, at): Cluster => {
    const cluster = clusters[index] ?? 0
    const following = firsts[at + 1]
    const rest = text.slice(cluster, following === undefined ? undefined : clusters[following])
    // A space that vanishes at the end of its line stays in the text, and is shown by nothing.
    const own = following === undefined ? rest.trimEnd() || rest.slice(0, 1) : rest
    return {
      from: offset + cluster,
      text: own,
      penMpt: xMpt[index] ?? 0,
      advanceMpt: Math.round(advanceOf(face, glyphs[index] ?? 0) * sizeMpt),
      sizeMpt,
    }
  })
}

/** Marks that fill half of their em box, so that the other half may be trimmed away. */
const HALF_MARK = /^[\p{Ps}\p{Pe}\p{Pi}\p{Pf}，。、；：？！·]$/u

/** What a cluster takes at the least: half an em for a mark, else all of its advance. */
function bodyMpt({ text, advanceMpt, sizeMpt }: Cluster): number {
  const half = Math.round(sizeMpt / 2)
  return HALF_MARK.test(text) && advanceMpt > half ? half : advanceMpt
}

/**
 * Cells of clusters in a line, each to where the next begins. An opening mark whose blank half is
 * trimmed has its pen left of its body: under the mark before it, or outside its column.
 */
function besideEachOther(
  clusters: readonly Cluster[],
  area: PageArea | undefined,
): readonly TextCell[] {
  const lefts: number[] = []
  let edge = area?.leftMpt ?? -Infinity
  for (const cluster of clusters) {
    const left = Math.max(cluster.penMpt, edge)
    lefts.push(left)
    edge = left + bodyMpt(cluster)
  }
  const last = clusters.at(-1)
  const lastLeft = lefts.at(-1) ?? 0
  const natural = lastLeft + (last?.advanceMpt ?? 0)
  const end = area === undefined ? natural : Math.min(natural, area.leftMpt + area.widthMpt)
  return clusters.map(({ from, text }, index) => ({
    from,
    to: from + text.length,
    text,
    leftMpt: lefts[index] ?? 0,
    rightMpt: lefts[index + 1] ?? Math.max(end, edge),
  }))
}

/** Whether a line that begins at a point stands in an area; its pen may be half an em outside. */
function standsIn(area: PageArea, xMpt: number, baselineMpt: number): boolean {
  return (
    xMpt >= area.leftMpt - HANGING_MPT &&
    xMpt < area.leftMpt + area.widthMpt - HANGING_MPT &&
    baselineMpt > area.topMpt &&
    baselineMpt <= area.topMpt + area.heightMpt
  )
}
