import { typedArrayFor } from 'pdf-lib'
import type { ColourSpace, SheetExtent } from '../document/export-preset'
import { type Ink, BLACK } from '../document/ink'
import type { TextLink } from '../document/text-links'
import type { ComposedPage, GlyphItem, PageItem } from '../layout/page'
import { createPainter, isSameInk, type ContentPainter } from './content-painter'
import type { FontUses } from './font-use'
import { findLinkAreas, type LinkArea } from './link-areas'
import { points, pointsOf } from './operators'
import { boxesOf, type PageBoxes } from './page-boxes'
import { drawPrinterMarks } from './printer-marks'
import { fillPath, fillRect, placeImage, type SheetOrigin } from './shapes'
import { showLine, type TextSegment } from './show-line'
import { spellLine } from './spell-line'

/** A page's content stream and the resources that it names. */
export interface PageContent {
  readonly boxes: PageBoxes
  /** The content stream, uncompressed. */
  readonly bytes: Uint8Array
  readonly fontNames: ReadonlySet<string>
  readonly assetIds: ReadonlySet<string>
  readonly linkAreas: readonly LinkArea[]
}

/** Whether `next` carries on the line of text that `item` is part of. */
function continuesLine(item: GlyphItem, next: GlyphItem): boolean {
  return (
    next.source.kind === 'story' &&
    item.source.kind === 'story' &&
    next.source.storyId === item.source.storyId &&
    next.source.blockId === item.source.blockId &&
    next.baselineMpt === item.baselineMpt &&
    next.text !== '' &&
    item.text !== '' &&
    (next.xMpt[0] ?? 0) > (item.xMpt.at(-1) ?? 0)
  )
}

/** The items of a page, the glyph items of each line gathered into one array. */
function gatherLines(items: readonly PageItem[]): (Exclude<PageItem, GlyphItem> | GlyphItem[])[] {
  const gathered: (Exclude<PageItem, GlyphItem> | GlyphItem[])[] = []
  for (const item of items) {
    if (item.kind !== 'glyphs') {
      gathered.push(item)
      continue
    }
    const open = gathered.at(-1)
    const last = Array.isArray(open) ? open.at(-1) : undefined
    if (Array.isArray(open) && last && continuesLine(last, item)) open.push(item)
    else gathered.push([item])
  }
  return gathered
}

/** Furniture, and glyphs that say nothing, such as emphasis dots. */
function isArtifact(item: PageItem): boolean {
  return item.source.kind === 'furniture' || (item.kind === 'glyphs' && item.text === '')
}

/** Pure black overprints, so that no plate that slips leaves a white edge beside it. */
function setFill(ink: Ink, painter: ContentPainter): void {
  painter.setInk(ink)
  painter.setOverprint(isSameInk(ink, BLACK))
}

function paintSegment(segment: TextSegment, origin: SheetOrigin, painter: ContentPainter): void {
  const { item, font, scale, shown, silent } = segment
  const x = origin.leftMpt + segment.xMpt
  const y = origin.topMpt - item.baselineMpt + segment.riseMpt
  setFill(item.ink, painter)
  const placed = [`${scale} 0 0 1 ${pointsOf(x, y)} Tm`, `${shown} TJ`]
  painter.addText(
    { font: `/${font.name} ${points(item.sizeMpt)}`, scale },
    ...(silent ? ['/Span <</ActualText ()>> BDC', ...placed, 'EMC'] : placed),
  )
}

/** How a page is put on its sheet. */
export interface SheetChoice {
  readonly sheet: SheetExtent
  readonly colourSpace: ColourSpace
  /** Those that can be clicked. */
  readonly links: readonly TextLink[]
}

/**
 * Writes the content stream of a page: items in their order, black overprinting, furniture
 * as artifacts, and printer's marks in the slug where the sheet has one. `nameOf` gives a
 * picture's name among the resources.
 */
export function writePageContent(
  page: ComposedPage,
  { sheet, colourSpace, links }: SheetChoice,
  fonts: FontUses,
  nameOf: (assetId: string) => string,
): PageContent {
  const boxes = boxesOf(page, sheet)
  const origin: SheetOrigin = { leftMpt: boxes.trim[0], topMpt: boxes.trim[3] }
  const painter = createPainter(colourSpace)
  const fontNames = new Set<string>()
  const assetIds = new Set<string>()
  for (const item of gatherLines(page.items)) {
    if (Array.isArray(item)) {
      painter.setArtifact(item.every(isArtifact))
      for (const segment of showLine(spellLine(item, fonts))) {
        paintSegment(segment, origin, painter)
        fontNames.add(segment.font.name)
      }
      continue
    }
    painter.setArtifact(isArtifact(item))
    if (item.kind === 'image') {
      painter.setOverprint(false)
      painter.addGraphics(placeImage(item, nameOf(item.assetId), origin))
      assetIds.add(item.assetId)
      continue
    }
    setFill(item.ink, painter)
    painter.addGraphics(
      item.kind === 'rect' ? fillRect(item, origin) : fillPath(item.steps, origin),
    )
  }
  if (sheet === 'marks') {
    painter.setArtifact(true)
    painter.addGraphics(drawPrinterMarks(boxes))
  }
  const linkAreas = findLinkAreas(page, links, (id) => fonts.of(id).face, origin)
  return { boxes, bytes: typedArrayFor(painter.finish()), fontNames, assetIds, linkAreas }
}
