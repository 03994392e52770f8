import type { ComposedPage, GlyphItem, PageItem } from '../../engine/layout/page'
import { checkHeadings } from './check-headings'
import { checkLeading } from './check-leading'
import { readBands, readColumnRuns, type ColumnRun } from './column-run'
import type { PageFault, RunningStyle } from './page-fault'
import { isHeadLine, readTextLines, type TextLine } from './text-line'

/** Han faces draw from 0.88 em above to 0.12 em below the baseline; a little less is all ink. */
const INK_TOP_EM = 0.8
const INK_BOTTOM_EM = 0.05

interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

function boxOfGlyphs(item: GlyphItem): Box {
  const rises = item.riseMpt ?? [0]
  return {
    left: Math.min(...item.xMpt),
    // Half an em is the least that a last Han or mark shows.
    right: Math.max(...item.xMpt) + item.sizeMpt / 2,
    top: item.baselineMpt - Math.max(...rises) - INK_TOP_EM * item.sizeMpt,
    bottom: item.baselineMpt - Math.min(...rises) + INK_BOTTOM_EM * item.sizeMpt,
  }
}

function boxOf(item: PageItem): Box | undefined {
  switch (item.kind) {
    case 'glyphs':
      return item.glyphs.length === 0 ? undefined : boxOfGlyphs(item)
    case 'path': {
      const points = item.steps.flatMap((step) => (step.op === 'Z' ? [] : [step]))
      const [xs, ys] = [points.map((point) => point.xMpt), points.map((point) => point.yMpt)]
      return {
        left: Math.min(...xs),
        right: Math.max(...xs),
        top: Math.min(...ys),
        bottom: Math.max(...ys),
      }
    }
    default:
      return {
        left: item.xMpt,
        right: item.xMpt + item.widthMpt,
        top: item.yMpt,
        bottom: item.yMpt + item.heightMpt,
      }
  }
}

function checkBleed(page: ComposedPage): PageFault[] {
  const { bleedMpt, widthMpt, heightMpt, index } = page
  return page.items.flatMap((item): PageFault[] => {
    const box = boxOf(item)
    if (box === undefined) return []
    const isInside =
      box.left >= -bleedMpt &&
      box.top >= -bleedMpt &&
      box.right <= widthMpt + bleedMpt &&
      box.bottom <= heightMpt + bleedMpt
    const name = item.kind === 'glyphs' ? item.text : item.kind
    return isInside ? [] : [{ rule: 'bleed', pageIndex: index, what: `${name} leaves the bleed` }]
  })
}

/** Whether an item goes on where another of its block does on the same line; half an em may meet. */
function isNextInBlock(one: GlyphItem, other: GlyphItem): boolean {
  return (
    one.source.kind === 'story' &&
    other.source.kind === 'story' &&
    one.source.storyId === other.source.storyId &&
    one.source.blockId === other.source.blockId &&
    one.baselineMpt === other.baselineMpt &&
    one.source.offset < other.source.offset &&
    Math.max(...one.xMpt) < Math.min(...other.xMpt)
  )
}

function checkOverlap(page: ComposedPage): PageFault[] {
  const texts = page.items.flatMap((item) => {
    if (item.kind !== 'glyphs' || item.text.trim() === '') return []
    return [{ item, text: item.text, ...boxOfGlyphs(item) }]
  })
  return texts.flatMap((one, index) =>
    texts.slice(index + 1).flatMap((other): PageFault[] => {
      const isApart =
        one.right <= other.left ||
        other.right <= one.left ||
        one.bottom <= other.top ||
        other.bottom <= one.top
      if (isApart || isNextInBlock(one.item, other.item)) return []
      const what = `“${one.text}” and “${other.text}” overlap`
      return [{ rule: 'overlap', pageIndex: page.index, what }]
    }),
  )
}

/** Every body line stands on the grid of its page's first (R11; the grid runs through the issue). */
function checkGrid(body: readonly TextLine[], gridMpt: number): PageFault[] {
  const [first] = body
  if (first === undefined) return []
  const phase = first.baselineMpt % gridMpt
  return body
    .filter((line) => line.baselineMpt % gridMpt !== phase)
    .map((line) => ({
      rule: 'R11 grid',
      pageIndex: line.pageIndex,
      what: `“${line.text}” is ${(line.baselineMpt % gridMpt) - phase} mpt off the grid`,
    }))
}

/** The lowest edge of a column run, with the pictures and captions of its story in that column. */
function endOf(run: ColumnRun, page: ComposedPage | undefined, widthMpt: number): number {
  const last = run.lines.at(-1)?.baselineMpt ?? 0
  const ends = (page?.items ?? []).flatMap((item) => {
    const isOfStory = item.source.kind === 'story' && item.source.storyId === run.storyId
    const box = boxOf(item)
    if (!isOfStory || item.kind === 'rect' || box === undefined) return []
    const isInColumn = box.left >= run.leftMpt - 1 && box.right <= run.leftMpt + widthMpt + 1
    return isInColumn ? [box.bottom] : []
  })
  return Math.max(last, ...ends)
}

/** Whether the first line of a column could end the one before it, widows and orphans 2/2 (R10). */
function mayMoveBack(from: ColumnRun, to: ColumnRun): boolean {
  const blockId = from.lines[0]?.blockId
  const isBlock = (line: TextLine): boolean => line.blockId === blockId
  const [before, after] = [to.lines.filter(isBlock).length, from.lines.filter(isBlock).length]
  return before > 0 && after !== 2
}

/** Whether the last line of a column could begin the next, and no orphan or bare heading be left. */
function mayMoveOn(from: ColumnRun, to: ColumnRun): boolean {
  const blockId = from.lines.at(-1)?.blockId
  const isBlock = (line: TextLine): boolean => line.blockId === blockId
  const before = from.lines.filter(isBlock).length
  const after = to.lines.filter(isBlock).length
  return before > 2 && after > 0
}

/** The most that columns may differ by: a line, a picture or code in it being seldom full lines high. */
const LEVEL_LINES = 1.5

/**
 * Neighbouring columns end level, the shortfall of a line at the right (R11). A column is shorter
 * than its right neighbour, or two lines longer than it, only where a widow, an orphan or a
 * heading without text would be the price.
 */
function checkLevel(
  body: readonly TextLine[],
  pages: readonly ComposedPage[],
  lineMpt: number,
): PageFault[] {
  return readBands(readColumnRuns(body)).flatMap((band): PageFault[] => {
    const [first, second] = band
    if (first === undefined || second === undefined) return []
    const widthMpt = second.leftMpt - first.leftMpt
    const page = pages[first.pageIndex]
    const ends = band.map((run) => endOf(run, page, widthMpt))
    const spread = Math.max(...ends) - Math.min(...ends)
    const last = band.at(-1)
    const isStuck = last !== undefined && band.length === 2 && !mayMoveOn(first, last)
    const mostMpt = (isStuck ? 1 + LEVEL_LINES : LEVEL_LINES) * lineMpt
    const isFalling = band.every((run, index) => {
      const left = band[index - 1]
      const risesMpt = (ends[index] ?? 0) - (ends[index - 1] ?? Infinity)
      return left === undefined || risesMpt <= lineMpt / 2 || !mayMoveBack(run, left)
    })
    if (spread <= mostMpt && isFalling) return []
    const counts = band.map((run) => run.lines.length).join('/')
    const what = `columns from “${first.lines[0]?.text ?? ''}” end ${ends.join(' / ')} (${counts} lines)`
    return [{ rule: 'R11 level', pageIndex: first.pageIndex, what }]
  })
}

/** A paragraph that a column parts has two lines at least on both sides (R10). */
function checkWidows(runs: readonly ColumnRun[]): PageFault[] {
  const blocksOf = (run: ColumnRun): readonly string[] => run.lines.map((line) => line.blockId)
  return runs.flatMap((run, index): PageFault[] => {
    const next = runs[index + 1]
    const blockId = run.lines.at(-1)?.blockId
    if (next?.storyId !== run.storyId || next.lines[0]?.blockId !== blockId) return []
    const isBlock = (id: string): boolean => id === blockId
    const before = blocksOf(run).filter(isBlock).length
    const after = blocksOf(next).filter(isBlock).length
    if (before >= 2 && after >= 2) return []
    const what = `“${run.lines.at(-1)?.text ?? ''}” ends a column: ${before}/${after} lines`
    return [{ rule: 'R10 widow', pageIndex: run.pageIndex, what }]
  })
}

/**
 * Checks composed pages: nothing outside the bleed, no text over text, headings with text below
 * them, and, of each running style, its leading, columns that end level, and widows and orphans
 * 2/2. Lines of the first style stand on the baseline grid of the issue.
 */
export function checkPages(
  pages: readonly ComposedPage[],
  styles: readonly RunningStyle[],
): readonly PageFault[] {
  const lines = readTextLines(pages)
  const running = styles.map((style) => ({
    style,
    lines: lines.filter((line) => line.sizeMpt === style.sizeMpt && !isHeadLine(line)),
  }))
  const [body] = running
  return [
    ...pages.flatMap((page) => [...checkBleed(page), ...checkOverlap(page)]),
    ...(body === undefined ? [] : checkGrid(body.lines, body.style.lineMpt)),
    ...checkHeadings(lines, body?.lines ?? [], pages),
    ...running.flatMap(({ style, lines: ofStyle }) => [
      ...checkLeading(ofStyle, style),
      ...checkLevel(ofStyle, pages, style.lineMpt),
      ...checkWidows(readColumnRuns(ofStyle)),
    ]),
  ]
}
