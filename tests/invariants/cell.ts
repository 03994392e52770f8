import type { Face } from '../../engine/fonts/face'
import { isHan, isWesternLetterOrDigit, markClassOf } from './mark-classes'
import { extentOf, type Extent, type PlacedCluster } from './placed-cluster'

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

const WESTERN = /[\x21-\x7e\p{Script=Latin}]/u

/** Whether a quote or interpunct is set as Western: in a face that sets no Han. */
function isSetAsWestern(character: string, face: Face): boolean {
  return '“”‘’·'.includes(character) && face.glyphOf(0x4e2d) === 0
}

/**
 * The kind of a character as wide as it is set. A narrow hyphen or slash beside a Western
 * character belongs to a Western text.
 */
function kindOf(character: string, face: Face, widthEm: number, neighbours: string): CellKind {
  if (isHan(character)) return 'han'
  const isShared = '-–/'.includes(character) && widthEm < 0.75 && WESTERN.test(neighbours)
  if (isShared || isSetAsWestern(character, face)) return 'symbol'
  const markClass = markClassOf(character)
  if (markClass === 'slash') return widthEm > 0.9 ? 'wide' : 'connector'
  if (markClass === 'long') return 'wide'
  if (markClass !== undefined) return markClass
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

/** Word spaces at the end of a cluster's text; an ideographic space is a character of its own. */
function countSpaces(text: string): number {
  let count = 0
  while (text[text.length - 1 - count] === ' ') count += 1
  return count
}

/**
 * The visible cells of a line's clusters, left to right; typed spaces become counts between them.
 * `longStarts` gives, of every offset inside a long mark of the text, where the mark starts.
 */
export function readCells(
  text: string,
  clusters: readonly PlacedCluster[],
  longStarts: ReadonlyMap<number, number>,
): readonly Cell[] {
  const cells: Cell[] = []
  for (const cluster of clusters) {
    const { offset, face, emMpt } = cluster
    const last = cells.at(-1)
    const spacesAfter = countSpaces(cluster.text)
    const shown = cluster.text.slice(0, cluster.text.length - spacesAfter)
    const extent = extentOf(cluster)
    const longStart = longStarts.get(offset)
    if (last !== undefined && shown === '') {
      cells[cells.length - 1] = { ...last, spacesAfter: last.spacesAfter + spacesAfter }
    } else if (last !== undefined && longStart !== undefined && last.offset >= longStart) {
      const { rightMpt, inkRightMpt } = extent
      const whole = { text: last.text + shown, rightMpt, inkRightMpt, spacesAfter }
      cells[cells.length - 1] = { ...last, ...whole }
    } else if (shown !== '') {
      const widthEm = (extent.rightMpt - extent.leftMpt) / emMpt
      const neighbours = `${text[offset - 1] ?? ''}${text[offset + shown.length] ?? ''}`
      const kind = longStart === undefined ? kindOf(shown, face, widthEm, neighbours) : 'long'
      const [leftMpt, rightMpt] = bodyOf(kind, extent, emMpt)
      const slackMpt = kind === 'dot' || kind === 'connector' ? 1 : 0
      const { inkLeftMpt, inkRightMpt } = extent
      const place = { leftMpt, rightMpt, slackMpt, inkLeftMpt, inkRightMpt }
      cells.push({ text: shown, offset, kind, face, emMpt, ...place, spacesAfter })
    }
  }
  return cells
}
