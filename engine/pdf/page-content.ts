import { typedArrayFor } from 'pdf-lib'
import { BLACK, type Ink } from '../document/ink'
import type {
  ComposedPage,
  GlyphItem,
  ImageItem,
  PageItem,
  PathItem,
  RectItem,
} from '../layout/page'
import type { FontUses } from './font-use'
import { fillInk, points, pointsOf } from './operators'
import { boxesOf, type PageBoxes } from './page-boxes'
import { drawPrinterMarks } from './printer-marks'
import { showLine, type TextSegment } from './show-line'
import { spellLine } from './spell-line'

/** The graphics state resources: fills that print over what is under them, and that do not. */
export const OVERPRINT = 'Over'
export const KNOCKOUT = 'Knock'

/** A page's content stream and the resources that it names. */
export interface PageContent {
  readonly boxes: PageBoxes
  /** The content stream, uncompressed. */
  readonly bytes: Uint8Array
  readonly fontNames: ReadonlySet<string>
  readonly assetIds: ReadonlySet<string>
}

/** The name of a picture among the resources of a page. */
export type PictureNames = (assetId: string) => string

function isSameInk(one: Ink, other: Ink): boolean {
  return (
    one.cyan === other.cyan &&
    one.magenta === other.magenta &&
    one.yellow === other.yellow &&
    one.black === other.black
  )
}

/** Whether `next` carries on the line of text that `item` is part of. */
function continuesLine(item: GlyphItem, next: PageItem | undefined): next is GlyphItem {
  return (
    next?.kind === 'glyphs' &&
    next.source.kind === 'story' &&
    item.source.kind === 'story' &&
    next.source.storyId === item.source.storyId &&
    next.source.blockId === item.source.blockId &&
    next.baselineMpt === item.baselineMpt &&
    (next.xMpt[0] ?? 0) > (item.xMpt.at(-1) ?? 0)
  )
}

/** The items of a page with the glyph items of each line gathered into one array. */
function gatherLines(items: readonly PageItem[]): (PageItem | GlyphItem[])[] {
  const gathered: (PageItem | GlyphItem[])[] = []
  for (const item of items) {
    const open = gathered.at(-1)
    const last = Array.isArray(open) ? open.at(-1) : undefined
    if (item.kind !== 'glyphs') gathered.push(item)
    else if (Array.isArray(open) && last && continuesLine(last, item)) open.push(item)
    else gathered.push([item])
  }
  return gathered
}

/**
 * Writes the content stream of a page: items in their order, black text overprinting, furniture
 * as artifacts (PDF 32000 14.8.2.2), and printer's marks in the slug where `marks` asks for them.
 */
export function writePageContent(
  page: ComposedPage,
  marks: boolean,
  fonts: FontUses,
  pictureNames: PictureNames,
): PageContent {
  const boxes = boxesOf(page, marks)
  const [left, , , top] = boxes.trim
  const operators: string[] = []
  const fontNames = new Set<string>()
  const assetIds = new Set<string>()

  let isArtifact = false
  let isText = false
  let ink: Ink | undefined
  let overprints = false
  let font = ''
  let scale = 1

  const setText = (on: boolean) => {
    if (isText !== on) operators.push(on ? 'BT' : 'ET')
    isText = on
  }
  const setArtifact = (on: boolean) => {
    if (isArtifact === on) return
    setText(false)
    operators.push(on ? '/Artifact BMC' : 'EMC')
    isArtifact = on
  }
  const setOverprint = (on: boolean) => {
    if (overprints !== on) operators.push(`/${on ? OVERPRINT : KNOCKOUT} gs`)
    overprints = on
  }
  const setInk = (wanted: Ink) => {
    if (ink === undefined || !isSameInk(ink, wanted)) operators.push(fillInk(wanted))
    ink = wanted
  }

  const showSegment = (segment: TextSegment) => {
    const { item, riseMpt, xMpt, shown, silent } = segment
    setInk(item.ink)
    setOverprint(isSameInk(item.ink, BLACK))
    setText(true)
    const wantedFont = `/${segment.font.name} ${points(item.sizeMpt)} Tf`
    if (font !== wantedFont) operators.push(wantedFont)
    font = wantedFont
    fontNames.add(segment.font.name)
    if (scale !== segment.scale) operators.push(`${100 / segment.scale} Tz`)
    scale = segment.scale
    if (silent) operators.push('/Span <</ActualText ()>> BDC')
    const y = top - item.baselineMpt + riseMpt
    operators.push(`${scale} 0 0 1 ${pointsOf(left + xMpt, y)} Tm`, `${shown} TJ`)
    if (silent) operators.push('EMC')
  }

  const fillRect = (item: RectItem) => {
    setText(false)
    setInk(item.ink)
    setOverprint(false)
    const { xMpt, yMpt, widthMpt, heightMpt } = item
    operators.push(`${pointsOf(left + xMpt, top - yMpt - heightMpt, widthMpt, heightMpt)} re f`)
  }

  const fillPath = ({ ink: wanted, steps }: PathItem) => {
    setText(false)
    setInk(wanted)
    setOverprint(false)
    for (const step of steps) {
      if (step.op === 'Z') {
        operators.push('h')
        continue
      }
      const end = pointsOf(left + step.xMpt, top - step.yMpt)
      const handles =
        step.op === 'C'
          ? `${pointsOf(left + step.x1Mpt, top - step.y1Mpt, left + step.x2Mpt, top - step.y2Mpt)} `
          : ''
      operators.push(`${handles}${end} ${step.op.toLowerCase()}`)
    }
    operators.push('f')
  }

  const placeImage = (item: ImageItem) => {
    setText(false)
    setOverprint(false)
    const { crop, xMpt, yMpt, widthMpt, heightMpt, assetId } = item
    const frameBottom = top - yMpt - heightMpt
    const fullWidth = (widthMpt * 1000) / crop.width
    const fullHeight = (heightMpt * 1000) / crop.height
    const x = left + xMpt - (fullWidth * crop.left) / 1000
    const y = top - yMpt - (fullHeight * (1000 - crop.top)) / 1000
    const isWhole = crop.width === 1000 && crop.height === 1000
    operators.push('q')
    if (!isWhole) {
      operators.push(`${pointsOf(left + xMpt, frameBottom, widthMpt, heightMpt)} re W n`)
    }
    operators.push(
      `${points(fullWidth)} 0 0 ${points(fullHeight)} ${pointsOf(x, y)} cm`,
      `/${pictureNames(assetId)} Do Q`,
    )
    assetIds.add(assetId)
  }

  const isFurniture = (item: PageItem) =>
    item.source.kind === 'furniture' || (item.kind === 'glyphs' && item.text === '')

  for (const item of gatherLines(page.items)) {
    if (Array.isArray(item)) {
      setArtifact(item.every(isFurniture))
      for (const segment of showLine(spellLine(item, fonts))) showSegment(segment)
      continue
    }
    setArtifact(isFurniture(item))
    if (item.kind === 'rect') fillRect(item)
    else if (item.kind === 'path') fillPath(item)
    else if (item.kind === 'image') placeImage(item)
  }
  setArtifact(false)
  setText(false)
  if (marks) operators.push('/Artifact BMC', drawPrinterMarks(boxes), 'EMC')
  return { boxes, bytes: typedArrayFor(operators.join('\n')), fontNames, assetIds }
}
