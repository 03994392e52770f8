import type { ContentsFurniture } from '../document/template-furniture'
import type { FurnitureContext } from './furniture-context'
import { columnWidthMpt } from './grid'
import type { PageItem } from './page'
import { placeLine } from './place-line'
import { translateItems } from './translate'
import { plainText } from './typesetter'

/**
 * The contents as page items, the first baseline at 0: a folio and, hanging beside it, the
 * title. Entries fill the columns one after another; those that no longer fit are left out.
 */
export function drawContents(
  item: ContentsFurniture,
  context: FurnitureContext,
): readonly PageItem[] {
  const { typesetter } = context
  const widthMpt = columnWidthMpt(item.width, item.columns, item.gutter)
  const folioStyle = typesetter.styles.get(item.folioStyle).style
  const titleStyle = typesetter.styles.get(item.style).style
  const hangMpt = Math.round(folioStyle.sizeMpt * 2)
  const items: PageItem[] = []
  let column = 0
  let line = 0
  for (const entry of context.contents) {
    const title = typesetter.setText(plainText(entry.title), item.style, widthMpt - hangMpt)
    const folioText = String(entry.folio).padStart(2, '0')
    const folio = typesetter.setText(plainText(folioText), item.folioStyle, hangMpt)
    const height = title.paragraph.lines.length
    if (line + height > item.lines) {
      column += 1
      line = 0
    }
    if (column >= item.columns || height > item.lines) break
    const leftMpt = column * (widthMpt + item.gutter)
    const baselineMpt = line * titleStyle.leadingMpt
    const sourceAt = () => context.source
    for (const [index, set] of title.paragraph.lines.entries()) {
      const y = baselineMpt + index * titleStyle.leadingMpt
      items.push(...translateItems(placeLine(set, y, sourceAt), leftMpt + hangMpt, 0))
    }
    for (const set of folio.paragraph.lines.slice(0, 1)) {
      items.push(...translateItems(placeLine(set, baselineMpt, sourceAt), leftMpt, 0))
    }
    line += height
  }
  return items
}
