import { BLACK, type Ink } from '../document/ink'
import type { BoxFurniture, Furniture, TextFurniture } from '../document/template-furniture'
import { drawArtwork } from './artwork'
import { drawContents } from './contents'
import { drawRows } from './draw-rows'
import { fillFields } from './fields'
import type { FurnitureContext } from './furniture-context'
import type { PageItem } from './page'
import { placeLine } from './place-line'
import { spreadLine } from './spread-line'
import { translateItems } from './translate'
import { plainText, type SetText } from './typesetter'

/** Furniture as page items, from the top left corner of its type area or banner. */
export function drawFurniture(
  furniture: readonly Furniture[],
  context: FurnitureContext,
): readonly PageItem[] {
  const ends = new Map<string, TextExtent>()
  return furniture.flatMap((item): readonly PageItem[] => {
    switch (item.kind) {
      case 'text':
        return drawText(item, context, ends)
      case 'box':
        return drawBox(item, context, ends)
      case 'artwork': {
        const ink = inkOf(item.swatch, context)
        const shape = drawArtwork(item, ink, context.mirrored, context.source)
        return translateItems([shape], placeX(item.x, item.width, context), item.y)
      }
      case 'contents': {
        const x = placeX(item.x, item.width, context)
        return translateItems(drawContents(item, context), x, item.baseline)
      }
      case 'rows': {
        const x = placeX(item.x, item.width, context)
        return translateItems(drawRows(item, context), x, item.foot)
      }
    }
  })
}

interface TextExtent {
  readonly leftMpt: number
  readonly rightMpt: number
}

function inkOf(swatch: string, { typesetter }: FurnitureContext): Ink {
  return typesetter.template.inks.get(swatch) ?? BLACK
}

function placeX(xMpt: number, widthMpt: number, context: FurnitureContext): number {
  return context.mirrored ? context.widthMpt - xMpt - widthMpt : xMpt
}

/** A mirrored text keeps its reading direction; only where it stands changes sides. */
function drawText(
  item: TextFurniture,
  context: FurnitureContext,
  ends: Map<string, TextExtent>,
): readonly PageItem[] {
  const text = fillFields(item.text, context.fields)
  if (text === undefined) return []
  const set = setOnOneLine(text, item, context)
  context.note(set)
  const first = set.paragraph.lines[0]
  if (first === undefined) return []
  const inkLeft = first.runs[0]?.xMpt[0] ?? 0
  const spare = item.width - (first.widthMpt - inkLeft)
  const line = item.spread === true ? spreadLine(first, spare) : first
  const inkWidth = line.widthMpt - inkLeft
  const { align } = set.bound.style
  const atRight = (align === 'right') !== context.mirrored && align !== 'center'
  const slack = item.width - inkWidth
  const offset = align === 'center' ? Math.round(slack / 2) : atRight ? slack : 0
  const x = placeX(item.x, item.width, context) + offset - inkLeft
  if (item.id !== undefined) {
    ends.set(item.id, { leftMpt: x + inkLeft, rightMpt: x + line.widthMpt })
  }
  return translateItems(
    placeLine(line, 0, () => context.source),
    x,
    item.baseline,
  )
}

/** The text in the first of its styles in which it fits on one line, or in the last. */
function setOnOneLine(
  text: string,
  { style, narrower = [], width }: TextFurniture,
  { typesetter }: FurnitureContext,
): SetText {
  let set = typesetter.setText(plainText(text), style, width)
  for (const name of narrower) {
    if (set.paragraph.lines.length < 2) break
    set = typesetter.setText(plainText(text), name, width)
  }
  return set
}

function drawBox(
  item: BoxFurniture,
  context: FurnitureContext,
  ends: ReadonlyMap<string, TextExtent>,
): readonly PageItem[] {
  let leftMpt = placeX(item.x, item.width, context)
  let rightMpt = leftMpt + item.width
  const extent = item.after === undefined ? undefined : ends.get(item.after.text)
  if (item.after !== undefined && extent !== undefined) {
    if (context.mirrored) rightMpt = Math.min(rightMpt, extent.leftMpt - item.after.gap)
    else leftMpt = Math.max(leftMpt, extent.rightMpt + item.after.gap)
  }
  if (rightMpt <= leftMpt) return []
  return [
    {
      kind: 'rect',
      xMpt: leftMpt,
      yMpt: item.y,
      widthMpt: rightMpt - leftMpt,
      heightMpt: item.height,
      ink: inkOf(item.swatch, context),
      source: context.source,
    },
  ]
}
