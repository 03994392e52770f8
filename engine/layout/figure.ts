import type { Node } from 'prosemirror-model'
import type { Asset } from '../document/asset'
import { viewOf } from '../document/picture-crop'
import type { SectionStyle } from '../document/template-sections'
import { aspectOf, cropTo, fitWhole, isDrawing, type ShownPicture } from './crop-picture'
import { readInlineText } from './inline-text'
import type { ImageItem, PageItem, Source } from './page'
import { EM_TOP_MILLI, baselineInLine, placeLine } from './place-line'
import { translateItems } from './translate'
import { type NoteText, plainText, type Typesetter } from './typesetter'

/** One picture of a figure and what stands under it. */
interface Picture extends ShownPicture {
  readonly alt: string
  readonly source: Source
  readonly widthMpt: number
  readonly leftMpt: number
  /** Caption and credit, their top at 0. */
  readonly caption: readonly PageItem[]
}

/** A figure, or a group of them side by side, set to a width; how tall it gets is still open. */
export interface SetFigure {
  readonly pictures: readonly Picture[]
  readonly unitMpt: number
  /** Top of the picture under the top of its first line: where the em boxes of text begin. */
  readonly topMpt: number
  /** The baseline of a line, on which the picture ends. */
  readonly baselineMpt: number
  readonly captionUnits: number
  /**
   * Whether its pictures are shown whole, narrower if need be, standing on the baseline: drawings,
   * and photographs too tall to be cropped to what a page can spare.
   */
  readonly isWhole: boolean
  /** Lines that show the whole picture, and the fewest and most that crop it acceptably. */
  readonly natural: number
  readonly least: number
  readonly most: number
}

/** What a figure is set in. */
export interface FigurePlace {
  readonly typesetter: Typesetter
  readonly section: SectionStyle
  readonly storyId: string
  readonly widthMpt: number
  readonly unitMpt: number
  /** Lines of the type area: no picture takes more than nine twentieths of them. */
  readonly areaUnits: number
  readonly assets: Readonly<Record<string, Asset>>
}

const GAP_ABOVE_CAPTION_MPT = 5_000
const GAP_BELOW_CAPTION_MPT = 4_000
const GAP_BETWEEN_PICTURES_MPT = 10_500
/** Shares of its natural height that a photograph may be cropped or grown to. */
const LEAST_SHARE = 0.8
const MOST_SHARE = 1.12
const POINTS_PER_INCH_MPT = 72_000

/**
 * Sets a figure, or a figure group in a row with pictures of one height. `undefined` when none
 * of its pictures is among the assets; that is a finding of the document, not a hole in the page.
 */
export function setFigure(node: Node, place: FigurePlace, note: NoteText): SetFigure | undefined {
  const nodes = node.type.name === 'figure_group' ? node.children : [node]
  const found = nodes.flatMap((figure) => {
    const asset = place.assets[String(figure.attrs['asset'])]
    return asset === undefined ? [] : [{ figure, shown: { asset, ...viewOf(figure.attrs) } }]
  })
  if (found.length === 0) return undefined
  const aspects = found.map(({ shown }) => aspectOf(shown))
  const sum = aspects.reduce((total, aspect) => total + aspect, 0)
  const room = place.widthMpt - GAP_BETWEEN_PICTURES_MPT * (found.length - 1)
  let leftMpt = 0
  const pictures = found.map(({ figure, shown }, index): Picture => {
    const isLast = index === found.length - 1
    const share = Math.round((room * (aspects[index] ?? 1)) / sum)
    const widthMpt = isLast ? place.widthMpt - leftMpt : share
    const source = sourceOf(place.storyId, figure)
    const caption = setCaption(figure, place, widthMpt, note)
    const alt = String(figure.attrs['alt'])
    const picture = { ...shown, alt, source, widthMpt, leftMpt, caption }
    leftMpt += widthMpt + GAP_BETWEEN_PICTURES_MPT
    return picture
  })
  return measureFigure(pictures, place, room / sum)
}

function sourceOf(storyId: string, figure: Node): Source {
  return { kind: 'story', storyId, blockId: String(figure.attrs['id']), offset: 0 }
}

function measureFigure(
  pictures: readonly Picture[],
  place: FigurePlace,
  heightMpt: number,
): SetFigure {
  const { unitMpt, section, typesetter, areaUnits } = place
  const bodySizeMpt = typesetter.styles.get(section.body).style.sizeMpt
  const topMpt = Math.round((unitMpt - bodySizeMpt) / 2)
  const baselineMpt = baselineInLine(unitMpt, bodySizeMpt)
  const captionHeightMpt = Math.max(...pictures.map(({ caption }) => heightOf(caption)))
  const captionUnits =
    captionHeightMpt === 0
      ? 0
      : Math.ceil(
          (captionHeightMpt + GAP_ABOVE_CAPTION_MPT + GAP_BELOW_CAPTION_MPT + baselineMpt) /
            unitMpt,
        ) - 1
  const largest = Math.max(3, Math.floor((areaUnits * 9) / 20))
  const exact = (heightMpt + topMpt - baselineMpt) / unitMpt + 1
  const shared = { pictures, unitMpt, topMpt, baselineMpt, captionUnits }
  const isTall = Math.ceil(exact * LEAST_SHARE) > largest
  if (isTall || pictures.some(({ asset }) => isDrawing(asset))) {
    const whole = Math.min(largest, Math.max(2, Math.ceil(exact)))
    return { ...shared, isWhole: true, natural: whole, least: whole, most: whole }
  }
  const natural = Math.min(largest, Math.max(2, Math.round(exact)))
  const least = Math.max(2, Math.min(natural, Math.ceil(exact * LEAST_SHARE)))
  const most = Math.max(natural, Math.min(largest, Math.floor(exact * MOST_SHARE)))
  return { ...shared, isWhole: false, natural, least, most }
}

function heightOf(items: readonly PageItem[]): number {
  return items.reduce(
    (height, item) =>
      item.kind === 'glyphs'
        ? Math.max(
            height,
            item.baselineMpt + Math.round((item.sizeMpt * (1000 - EM_TOP_MILLI)) / 1000),
          )
        : height,
    0,
  )
}

/** The caption at left, the credit at right: on the caption's last line if there is room. */
function setCaption(
  figure: Node,
  place: FigurePlace,
  widthMpt: number,
  note: NoteText,
): readonly PageItem[] {
  const { typesetter, section } = place
  const content = readInlineText(figure)
  const creditText = String(figure.attrs['credit'])
  const blockId = String(figure.attrs['id'])
  const sourceAt = (offset: number): Source => ({
    kind: 'story',
    storyId: place.storyId,
    blockId,
    offset,
  })
  const items: PageItem[] = []
  let baselineMpt = 0
  let usedMpt = widthMpt
  if (content.length > 0) {
    const caption = typesetter.setText(content, section.caption, widthMpt)
    note(caption, blockId)
    const { leadingMpt, sizeMpt } = caption.bound.style
    baselineMpt = Math.round((sizeMpt * EM_TOP_MILLI) / 1000) - leadingMpt
    for (const line of caption.paragraph.lines) {
      baselineMpt += leadingMpt
      usedMpt = line.widthMpt
      items.push(...placeLine(line, baselineMpt, sourceAt))
    }
  }
  if (creditText === '') return items
  const credit = typesetter.setText(plainText(creditText), section.credit, widthMpt)
  note(credit, blockId)
  const { leadingMpt, sizeMpt } = credit.bound.style
  const start = content.reduce((length, { text }) => length + text.length, 0) + 1
  for (const line of credit.paragraph.lines) {
    const inkMpt = line.widthMpt - (line.runs[0]?.xMpt[0] ?? 0)
    const fits = items.length > 0 && usedMpt + sizeMpt + inkMpt <= widthMpt
    if (!fits) {
      baselineMpt += items.length === 0 ? Math.round((sizeMpt * EM_TOP_MILLI) / 1000) : leadingMpt
    }
    usedMpt = widthMpt
    const placed = placeLine(line, baselineMpt, (offset) => sourceAt(start + offset))
    items.push(...translateItems(placed, widthMpt - line.widthMpt, 0))
  }
  return items
}

/** Units that a figure takes with so many units of picture. */
export function figureUnits(figure: SetFigure, pictureUnits: number): number {
  return pictureUnits + figure.captionUnits
}

/** The figure with a picture of so many units, its top left corner at 0. */
export function drawFigure(figure: SetFigure, pictureUnits: number): readonly PageItem[] {
  const { unitMpt, topMpt, baselineMpt } = figure
  const bottomMpt = (pictureUnits - 1) * unitMpt + baselineMpt
  return figure.pictures.flatMap((picture): PageItem[] => {
    const { asset, widthMpt, leftMpt } = picture
    const frame = { widthMpt, heightMpt: bottomMpt - topMpt }
    const placed = figure.isWhole ? fitWhole(picture, frame) : frame
    const image: ImageItem = {
      kind: 'image',
      assetId: asset.id,
      xMpt: leftMpt + Math.floor((widthMpt - placed.widthMpt) / 2),
      yMpt: bottomMpt - placed.heightMpt,
      ...placed,
      crop: figure.isWhole ? picture.crop : cropTo(picture, placed),
      alt: picture.alt,
      source: picture.source,
    }
    return [image, ...translateItems(picture.caption, leftMpt, bottomMpt + GAP_ABOVE_CAPTION_MPT)]
  })
}

/** Pixels per inch that every picture of a figure would have at a width. */
export function resolutionAt(figure: SetFigure, widthMpt: number): number {
  const setMpt = figure.pictures.reduce((sum, picture) => sum + picture.widthMpt, 0)
  const pixels = figure.pictures.map(
    ({ asset, crop, widthMpt: own }) => (asset.width * crop.width * setMpt) / (1000 * own),
  )
  return Math.floor((Math.min(...pixels) * POINTS_PER_INCH_MPT) / widthMpt)
}
