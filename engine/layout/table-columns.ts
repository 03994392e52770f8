import type { Node } from 'prosemirror-model'
import { readInlineText } from './inline-text'
import type { InlineText, SetText, Typesetter } from './typesetter'

/** A cell as it wants to be: what it says, and the room that this asks for. */
export interface Cell {
  readonly blockId: string
  readonly isHeader: boolean
  readonly content: readonly InlineText[]
  /** On one line. */
  readonly naturalMpt: number
  /** What it must have lest a word or a number be parted, or a line hold hardly a character. */
  readonly leastMpt: number
  /** Of a number: from the end of its whole part to its own. */
  readonly fractionMpt: number | undefined
}

/** A column of a table within its measure. */
export interface TableColumn {
  readonly leftMpt: number
  readonly widthMpt: number
  /** Of a column of numbers: the widest fraction, whose left edge all their whole parts end at. */
  readonly fractionMpt: number | undefined
}

/** Room for any text on one line. */
const ENDLESS_MPT = 1_000_000_000
/** Han characters that a line of a cell has room for. */
const LEAST_CHARACTERS = 4
const WORDS = /[^\s\p{Script=Han}，。、；：？！“”‘’（）《》]+/gu
const WHOLE_PART = /^[+\-−±]?(?:\d{1,3}(?:[,，]\d{3})+|\d+)/u
const NUMBER = /^[+\-−±]?(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.\d+)? ?[%％‰]?$/u
const NOTHING = /^[-–—―…/]*$/u

/** Blank at each side of a cell's text, in a style of a size. */
export function paddingMpt(sizeMpt: number): number {
  return Math.round(sizeMpt / 2)
}

/** Measures a cell; that of a header is set strong. */
export function measureCell(node: Node, typesetter: Typesetter, styleName: string): Cell {
  const isHeader = node.attrs['header'] === true
  const content = readInlineText(node).map((inline) =>
    isHeader ? { ...inline, strong: true } : inline,
  )
  const set = typesetter.setText(content, styleName, ENDLESS_MPT)
  const widthMpt = inkWidthMpt(set)
  const text = content.map((inline) => inline.text).join('')
  const [whole = ''] = WHOLE_PART.exec(text) ?? []
  const words = [...text.matchAll(WORDS)].map(
    ({ index, 0: word }) => penAt(set, index + word.length) - penAt(set, index),
  )
  const hanMpt = LEAST_CHARACTERS * set.bound.style.sizeMpt
  const isNumber = NUMBER.test(text)
  return {
    blockId: String(node.attrs['id']),
    isHeader,
    content,
    naturalMpt: widthMpt,
    leastMpt: isNumber ? widthMpt : Math.min(widthMpt, Math.max(hanMpt, ...words)),
    fractionMpt: isNumber ? penAt(set, text.length) - penAt(set, whole.length) : undefined,
  }
}

/**
 * The columns of a table of rows of cells, across a measure: each as wide as its cells ask for,
 * what is left over or wanting shared. A column whose body cells are numbers is one of numbers.
 */
export function shareColumns(
  rows: readonly (readonly Cell[])[],
  measureMpt: number,
  sizeMpt: number,
): readonly TableColumn[] {
  const columns = columnsOf(rows)
  const blankMpt = 2 * paddingMpt(sizeMpt)
  const wishes = columns.map((cells) => ({
    naturalMpt: blankMpt + Math.max(sizeMpt, ...cells.map((cell) => cell.naturalMpt)),
    leastMpt: blankMpt + Math.max(sizeMpt, ...cells.map((cell) => cell.leastMpt)),
  }))
  const widths = shareMeasure(wishes, measureMpt)
  let rightMpt = 0
  return columns.map((cells, index) => {
    const leftMpt = Math.round(rightMpt) + paddingMpt(sizeMpt)
    rightMpt += widths[index] ?? 0
    const widthMpt = Math.max(1, Math.round(rightMpt) - paddingMpt(sizeMpt) - leftMpt)
    return { leftMpt, widthMpt, fractionMpt: widestFraction(cells) }
  })
}

/** The narrowest measure in which no cell is cramped. */
export function leastMeasureMpt(rows: readonly (readonly Cell[])[], sizeMpt: number): number {
  return columnsOf(rows).reduce(
    (sum, cells) =>
      sum + 2 * paddingMpt(sizeMpt) + Math.max(sizeMpt, ...cells.map((cell) => cell.leastMpt)),
    0,
  )
}

interface Wish {
  readonly naturalMpt: number
  readonly leastMpt: number
}

/**
 * Shares a measure by wishes: what is left over goes to all in proportion. Where it is short, the
 * modest get what they wish, down to an even share of what is left, and no one less than the least
 * unless the measure is too narrow for all.
 */
function shareMeasure(wishes: readonly Wish[], measureMpt: number): readonly number[] {
  const sum = (of: (wish: Wish) => number): number =>
    wishes.reduce((total, wish) => total + of(wish), 0)
  const naturalMpt = sum((wish) => wish.naturalMpt)
  const leastMpt = sum((wish) => wish.leastMpt)
  if (naturalMpt <= measureMpt) {
    return wishes.map((wish) => (wish.naturalMpt * measureMpt) / naturalMpt)
  }
  if (leastMpt >= measureMpt) return wishes.map((wish) => (wish.leastMpt * measureMpt) / leastMpt)
  const shares = wishes.map(() => 0)
  const order = wishes.map((wish, index) => ({ ...wish, index }))
  order.sort((one, other) => one.naturalMpt - other.naturalMpt || one.index - other.index)
  let leftMpt = measureMpt
  let leastLeftMpt = leastMpt
  for (const [at, wish] of order.entries()) {
    leastLeftMpt -= wish.leastMpt
    const evenMpt = leftMpt / (order.length - at)
    const share = Math.min(wish.naturalMpt, Math.max(wish.leastMpt, evenMpt))
    const given = Math.max(wish.leastMpt, Math.min(share, leftMpt - leastLeftMpt))
    shares[wish.index] = given
    leftMpt -= given
  }
  return shares
}

function columnsOf(rows: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] {
  const count = rows.reduce((most, row) => Math.max(most, row.length), 1)
  return Array.from({ length: count }, (_, column) =>
    rows.flatMap((row) => {
      const cell = row[column]
      return cell === undefined ? [] : [cell]
    }),
  )
}

function widestFraction(cells: readonly Cell[]): number | undefined {
  const body = cells.filter(({ isHeader, content }) => !isHeader && !isBlank(content))
  const fractions = body.flatMap(({ fractionMpt }) =>
    fractionMpt === undefined ? [] : [fractionMpt],
  )
  return body.length > 0 && fractions.length === body.length ? Math.max(...fractions) : undefined
}

/** Whether a cell says that there is nothing to say. */
function isBlank(content: readonly InlineText[]): boolean {
  return NOTHING.test(content.map(({ text }) => text.trim()).join(''))
}

function inkWidthMpt({ paragraph }: SetText): number {
  return Math.max(
    0,
    ...paragraph.lines.map(({ widthMpt, runs }) => widthMpt - (runs[0]?.xMpt[0] ?? 0)),
  )
}

/** Where the pen stands on one line before a UTF-16 offset of its text. */
function penAt({ paragraph: { lines } }: SetText, offset: number): number {
  const [line] = lines
  if (line === undefined) return 0
  for (const { start, clusters, xMpt } of line.runs) {
    const at = clusters.findIndex((each) => start + each >= offset)
    if (at >= 0) return xMpt[at] ?? 0
  }
  return line.widthMpt
}
