import { BLACK } from '../document/ink'
import type { FurnitureRow, RowsFurniture } from '../document/template-furniture'
import { fillFields } from './fields'
import type { FurnitureContext } from './furniture-context'
import type { PageItem } from './page'
import { baselineInLine, placeLine } from './place-line'
import { translateItems } from './translate'
import { plainText, type SetText } from './typesetter'

/** White between two texts of a row that would else meet, in ems. */
const LEAST_GAP_EM = 1

interface DrawnRow {
  readonly heightMpt: number
  readonly items: readonly PageItem[]
}

/** Rows between rules as page items, from the left edge of their box; the foot is at 0. */
export function drawRows(item: RowsFurniture, context: FurnitureContext): readonly PageItem[] {
  const groups = item.groups
    .map((rows) => rows.flatMap((row) => drawRow(row, item, context)))
    .filter((rows) => rows.length > 0)
  const { outer, inner } = item.rules
  const items: PageItem[] = []
  let topMpt = 0
  const addRule = (heightMpt: number): void => {
    topMpt -= heightMpt
    items.unshift({
      kind: 'rect',
      xMpt: 0,
      yMpt: topMpt,
      widthMpt: item.width,
      heightMpt,
      ink: context.typesetter.template.inks.get(item.rules.swatch) ?? BLACK,
      source: context.source,
    })
  }
  for (const [index, rows] of groups.toReversed().entries()) {
    addRule(index === 0 ? outer : inner)
    topMpt -= item.padding
    for (const row of rows.toReversed()) {
      topMpt -= row.heightMpt
      items.unshift(...translateItems(row.items, item.inset, topMpt))
    }
    topMpt -= item.padding
  }
  if (groups.length > 0) addRule(outer)
  return items
}

/** A row from its top left corner; none where no text of it has all its values. */
function drawRow(
  row: FurnitureRow,
  { width, inset }: RowsFurniture,
  context: FurnitureContext,
): readonly DrawnRow[] {
  const { typesetter, fields, note, source } = context
  const [left, middle, right] = [row.left, row.middle, row.right].map((text) =>
    text === undefined ? undefined : fillFields(text, fields),
  )
  if ((left ?? middle ?? right) === undefined) return []
  const widthMpt = width - 2 * inset
  const { sizeMpt, leadingMpt } = typesetter.styles.get(row.style).style
  const gapMpt = sizeMpt * LEAST_GAP_EM
  const baselineMpt = baselineInLine(leadingMpt, sizeMpt)
  const items: PageItem[] = []
  /** Where the room for texts begins, and where it ends. */
  let startMpt = 0
  let endMpt = widthMpt
  const setIn = (text: string, mostLines: number): SetText => {
    const roomMpt = Math.max(endMpt - startMpt, 1)
    const set = typesetter.setText(plainText(text), row.style, roomMpt, { mostLines })
    note(set)
    return set
  }
  const place = (set: SetText, leftMpt: number): void => {
    for (const [index, line] of set.paragraph.lines.slice(0, set.mostLines).entries()) {
      const placed = placeLine(line, baselineMpt + index * leadingMpt, () => source)
      items.push(...translateItems(placed, leftMpt, 0))
    }
  }
  const placeAtEnd = (text: string | undefined, leftOf: (ownMpt: number) => number): void => {
    if (text === undefined) return
    const set = setIn(text, 1)
    const [line] = set.paragraph.lines
    const inkLeft = line?.runs[0]?.xMpt[0] ?? 0
    const ownMpt = (line?.widthMpt ?? 0) - inkLeft
    const leftMpt = Math.min(leftOf(ownMpt), endMpt - ownMpt)
    place(set, leftMpt - inkLeft)
    endMpt = leftMpt - gapMpt
  }
  placeAtEnd(right, (ownMpt) => widthMpt - ownMpt)
  placeAtEnd(middle, (ownMpt) => Math.round((widthMpt - ownMpt) / 2))
  let lines = 1
  if (left !== undefined) {
    const label = row.label === undefined ? undefined : setIn(row.label, 1)
    if (label !== undefined) place(label, 0)
    // A mark at the end of a line is half as wide; before the text that follows it has its em.
    startMpt = Math.ceil((label?.paragraph.lines[0]?.widthMpt ?? 0) / sizeMpt) * sizeMpt
    const set = setIn(left, row.lines)
    place(set, startMpt)
    lines = Math.min(set.paragraph.lines.length, row.lines)
  }
  return [{ heightMpt: lines * leadingMpt, items }]
}
