import type { PageItem, Source } from './page'
import { placeLine } from './place-line'
import { translateItems } from './translate'
import { plainText, type SetText, type Typesetter } from './typesetter'

/** The mark of an item, and how its text hangs by it. */
export interface Hanging {
  /** How far all lines of the text stand in. */
  readonly indentMpt: number
  readonly mark: SetText
  readonly markLeftMpt: number
  /** How large the mark is set, for the size of its text. */
  readonly scale: number
}

/** Figures in circles as Unicode has them: 1 to 20, 21 to 35, 36 to 50. */
const CIRCLES = [
  { from: 1, to: 20, first: 0x2460 },
  { from: 21, to: 35, first: 0x3251 },
  { from: 36, to: 50, first: 0x32b1 },
] as const

const BULLET = '●'
/** A full disc is as large as a character; a bullet is not. */
const BULLET_SCALE = 0.4
/** How high the middle of a character stands over the baseline, in ems. */
const MIDDLE_EM = 0.38
/** More than any mark takes. */
const MARK_MPT = 1_000_000

/** The mark of the item at an index, from 0. */
export function markOf(kind: string, index: number): string {
  const number = index + 1
  if (kind === 'bullet') return BULLET
  const circles = CIRCLES.find(
    ({ from, to }) => kind === 'circle' && number >= from && number <= to,
  )
  if (circles === undefined) return `${String(number)}.`
  return String.fromCodePoint(circles.first + number - circles.from)
}

/**
 * How the items of a list hang by their marks, in a style: the texts stand in by whole ems, as far
 * as the style's paragraphs do or as the widest mark needs; the marks end a third of an
 * em before, bullets half an em.
 */
export function hangItems(
  kind: string,
  count: number,
  typesetter: Typesetter,
  styleName: string,
): readonly Hanging[] {
  const { sizeMpt, indentMpt: firstLineMpt } = typesetter.styles.get(styleName).style
  const scale = kind === 'bullet' ? BULLET_SCALE : 1
  const gapMpt = Math.round(kind === 'bullet' ? sizeMpt / 2 : sizeMpt / 3)
  const marks = Array.from({ length: count }, (_, index) => {
    const text = plainText(markOf(kind, index))
    const mark = typesetter.setText(text, styleName, MARK_MPT, { isUnindented: true })
    return { mark, widthMpt: Math.round((mark.paragraph.lines[0]?.widthMpt ?? 0) * scale) }
  })
  const widestMpt = Math.max(firstLineMpt, ...marks.map(({ widthMpt }) => widthMpt + gapMpt))
  const indentMpt = Math.ceil(widestMpt / sizeMpt) * sizeMpt
  return marks.map(({ mark, widthMpt }) => {
    return { indentMpt, mark, markLeftMpt: indentMpt - gapMpt - widthMpt, scale }
  })
}

/** The mark on its line; what stands before a text has negative offsets. */
export function drawMark(
  { mark, markLeftMpt, scale }: Hanging,
  baselineMpt: number,
  sourceAt: (offset: number) => Source,
): readonly PageItem[] {
  const { lines, text } = mark.paragraph
  const { sizeMpt } = mark.bound.style
  const riseMpt = Math.round((1 - scale) * MIDDLE_EM * sizeMpt)
  const items = lines
    .slice(0, 1)
    .flatMap((line) =>
      placeLine(line, baselineMpt - riseMpt, (offset) => sourceAt(offset - text.length)),
    )
  const scaled = items.map((item) =>
    item.kind === 'glyphs'
      ? {
          ...item,
          sizeMpt: Math.round(item.sizeMpt * scale),
          xMpt: item.xMpt.map((x) => Math.round(x * scale)),
        }
      : item,
  )
  return translateItems(scaled, markLeftMpt, 0)
}
