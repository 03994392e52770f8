import type { Face } from '../../engine/fonts/face'
import type { SetLine, SetParagraph } from '../../engine/text/set-line'
import { inkOf } from './glyph-ink'
import { findLongMarks, isHan, isWesternLetterOrDigit, markClassOf } from './mark-classes'

/** How a cell takes room: marks by their class, `wide` for symbols as wide as Han. */
export type CellKind =
  'han' | 'wide' | 'latin' | 'symbol' | 'open' | 'close' | 'stop' | 'dot' | 'connector' | 'long'

/**
 * What stands in one place of a line and moves as one: a character, a ligature, or a long mark.
 * All positions from the left edge of the measure; `leftMpt` to `rightMpt` is the body, which of a
 * full-width mark is the half em that holds its ink (R3).
 */
export interface Cell {
  readonly text: string
  /** UTF-16 offset in the paragraph's text. */
  readonly offset: number
  readonly kind: CellKind
  readonly face: Face
  readonly emMpt: number
  readonly leftMpt: number
  readonly rightMpt: number
  /** How far the body may lie from where it is taken to be: a glyph centred in its body. */
  readonly slackMpt: number
  readonly inkLeftMpt: number
  readonly inkRightMpt: number
  /** Spaces typed between this cell and the next. */
  readonly spacesAfter: number
}

/** The glyphs of one shaping cluster where the composer put them. */
export interface PlacedCluster {
  readonly offset: number
  /** Exactly the paragraph's text from this cluster to the next, spaces included. */
  readonly text: string
  readonly face: Face
  readonly emMpt: number
  readonly glyphs: readonly { readonly glyph: number; readonly xMpt: number }[]
}

/** The glyphs of a line by cluster, in the order of the line's runs. */
export function readClusters(paragraph: SetParagraph, line: SetLine): readonly PlacedCluster[] {
  const clusters: (Omit<PlacedCluster, 'text' | 'glyphs'> & {
    glyphs: { glyph: number; xMpt: number }[]
  })[] = []
  for (const run of line.runs) {
    for (const [index, glyph] of run.glyphs.entries()) {
      const placed = { glyph, xMpt: run.xMpt[index] ?? NaN }
      const offset = run.offsets[index] ?? NaN
      const last = clusters.at(-1)
      if (last?.offset === offset) last.glyphs.push(placed)
      else clusters.push({ offset, face: run.face, emMpt: run.sizeMpt, glyphs: [placed] })
    }
  }
  return clusters.map((cluster, index) => ({
    ...cluster,
    text: paragraph.text.slice(cluster.offset, clusters[index + 1]?.offset ?? line.end),
  }))
}

interface Extent {
  readonly leftMpt: number
  readonly rightMpt: number
  readonly inkLeftMpt: number
  readonly inkRightMpt: number
}

function extentOf(cluster: PlacedCluster): Extent {
  const { face, emMpt } = cluster
  const scale = emMpt / face.unitsPerEm
  const parts = cluster.glyphs.map(({ glyph, xMpt }) => {
    const ink = inkOf(face, glyph)
    return {
      leftMpt: xMpt,
      rightMpt: xMpt + Math.round(face.advanceOf(glyph) * scale),
      inkLeftMpt: ink === undefined ? Infinity : xMpt + ink.left * scale,
      inkRightMpt: ink === undefined ? -Infinity : xMpt + ink.right * scale,
    }
  })
  return {
    leftMpt: Math.min(...parts.map((part) => part.leftMpt)),
    rightMpt: Math.max(...parts.map((part) => part.rightMpt)),
    inkLeftMpt: Math.min(...parts.map((part) => part.inkLeftMpt)),
    inkRightMpt: Math.max(...parts.map((part) => part.inkRightMpt)),
  }
}

const WESTERN = /[\x21-\x7e\p{Script=Latin}]/u

/** Whether a quote is set as Western: in a face that sets no Han. */
function isWesternQuote(character: string, face: Face): boolean {
  return '“”‘’'.includes(character) && face.glyphOf(0x4e2d) === 0
}

/**
 * The kind of a character as wide as it is set. A narrow hyphen or slash beside a Western
 * character belongs to a Western text.
 */
function kindOf(character: string, face: Face, widthEm: number, neighbours: string): CellKind {
  const isShared = '-–/'.includes(character) && widthEm < 0.75 && WESTERN.test(neighbours)
  if (isShared || isWesternQuote(character, face)) return 'symbol'
  const markClass = markClassOf(character)
  if (markClass === 'slash') return widthEm > 0.9 ? 'wide' : 'connector'
  if (markClass === 'long') return 'wide'
  if (markClass !== undefined) return markClass
  if (isHan(character)) return 'han'
  if (isWesternLetterOrDigit(character)) return 'latin'
  return widthEm > 0.9 && !WESTERN.test(character) ? 'wide' : 'symbol'
}

/** The body of a mark: the half em of its class, or one centred on a glyph that is narrower. */
function bodyOf(kind: CellKind, extent: Extent, emMpt: number): readonly [number, number] {
  const { leftMpt, rightMpt } = extent
  const half = emMpt / 2
  if (kind === 'open') return [rightMpt - half, rightMpt]
  if (kind === 'close' || kind === 'stop') return [leftMpt, leftMpt + half]
  const isNarrow = rightMpt - leftMpt < 0.75 * emMpt
  if (kind !== 'dot' && !(kind === 'connector' && isNarrow)) return [leftMpt, rightMpt]
  const middle = (leftMpt + rightMpt) / 2
  return [Math.round(middle - half / 2), Math.round(middle + half / 2)]
}

const trailingSpaces = (text: string): number => text.length - text.trimEnd().length

/** The visible cells of a line, left to right; typed spaces become counts between them. */
export function readCells(paragraph: SetParagraph, line: SetLine): readonly Cell[] {
  const longMarks = findLongMarks(paragraph.text)
  const cells: Cell[] = []
  for (const cluster of readClusters(paragraph, line)) {
    const last = cells.at(-1)
    const spacesAfter = trailingSpaces(cluster.text.replaceAll('\u3000', '口'))
    const text = cluster.text.slice(0, cluster.text.length - spacesAfter)
    if (text === '') {
      if (last !== undefined) {
        cells[cells.length - 1] = { ...last, spacesAfter: last.spacesAfter + spacesAfter }
      }
      continue
    }
    const extent = extentOf(cluster)
    const long = longMarks.find(({ start, end }) => cluster.offset >= start && cluster.offset < end)
    if (long !== undefined && last !== undefined && last.offset >= long.start) {
      cells[cells.length - 1] = {
        ...last,
        text: last.text + text,
        rightMpt: extent.rightMpt,
        inkRightMpt: extent.inkRightMpt,
        spacesAfter,
      }
      continue
    }
    const widthEm = (extent.rightMpt - extent.leftMpt) / cluster.emMpt
    const { offset } = cluster
    const neighbours = [offset - 1, offset + text.length]
      .map((at) => paragraph.text[at] ?? '')
      .join('')
    const kind = long === undefined ? kindOf(text, cluster.face, widthEm, neighbours) : 'long'
    const [leftMpt, rightMpt] = bodyOf(kind, extent, cluster.emMpt)
    cells.push({
      text,
      offset: cluster.offset,
      kind,
      face: cluster.face,
      emMpt: cluster.emMpt,
      leftMpt,
      rightMpt,
      slackMpt: kind === 'dot' || kind === 'connector' ? 1 : 0,
      inkLeftMpt: extent.inkLeftMpt,
      inkRightMpt: extent.inkRightMpt,
      spacesAfter,
    })
  }
  return cells
}
