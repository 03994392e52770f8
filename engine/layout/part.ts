import type { Band } from './band'
import type { BlockKey } from './block-key'
import { type SetFigure, figureUnits } from './figure'
import type { PinnedFigure } from './pinned-figure'
import { type BandShape, PAGE_BREAK, type ShapeMaker, type TextShape } from './shape'
import type { SetText } from './typesetter'

/** A figure whose height is open, and maybe its span. */
export interface OpenFigure {
  readonly key: BlockKey
  readonly figure: SetFigure
  readonly isSpanOpen: boolean
}

/** Lines of the picture of each figure. */
export type PictureHeights = ReadonlyMap<BlockKey, number>

/** A text as it was set, and where it stands: a block of a story, or furniture. */
export interface TextNote {
  readonly set: SetText
  readonly storyId?: string
  readonly where: string
}

/** A part of an issue that is set on its own: a banner, a story, a page break. */
export interface Part {
  readonly bands: readonly Band[]
  readonly figures: readonly OpenFigure[]
  /** Figures that stand at places of their own, in no band. */
  readonly pinned: readonly PinnedFigure[]
  /** Texts of which something is to be said. */
  readonly notes: readonly TextNote[]
  /** The shapes of its bands, with pictures of such heights. */
  shapesAt(heights: PictureHeights): readonly BandShape[]
  /** All that a make-up may learn of the part: parts alike in this are made up alike. */
  readonly signature: string
}

export function createPart(
  bands: readonly Band[],
  notes: readonly TextNote[],
  maker: ShapeMaker,
  pinned: readonly PinnedFigure[] = [],
): Part {
  const figures = bands.flatMap(openFiguresOf)
  const texts = bands.map((band) =>
    band.kind === 'columns' ? maker.text(band.content.slices) : undefined,
  )
  const known = new Map<string, readonly BandShape[]>()
  let plain: readonly BandShape[] | undefined
  const shapesAt = (heights: PictureHeights): readonly BandShape[] => {
    if (figures.length === 0) {
      plain ??= bands.map((band, at) => shapeOf(band, texts[at], heights, maker))
      return plain
    }
    const name = figures.map(({ key }) => heights.get(key)).join(' ')
    const before = known.get(name)
    if (before !== undefined) return before
    const shapes = bands.map((band, at) => shapeOf(band, texts[at], heights, maker))
    known.set(name, shapes)
    return shapes
  }
  const natural = new Map(figures.map(({ key, figure }) => [key, figure.natural]))
  const signature = [
    ...shapesAt(natural).map(({ name }) => name),
    ...figures.map(({ key, figure, isSpanOpen }) => {
      const { least, natural: lines, most, captionUnits } = figure
      return [key, least, lines, most, captionUnits, isSpanOpen].join(':')
    }),
    ...textKeysOf(bands),
  ].join(' ')
  return { bands, figures, pinned, notes, shapesAt, signature }
}

/** Units of a figure whose picture has the height that it was given. */
export function unitsAt(heights: PictureHeights, key: BlockKey, figure: SetFigure): number {
  return figureUnits(figure, heights.get(key) ?? figure.natural)
}

function openFiguresOf(band: Band): readonly OpenFigure[] {
  if (band.kind === 'figure') return [{ ...band, isSpanOpen: band.mayNarrow }]
  if (band.kind !== 'columns') return []
  return band.content.floats.map((float) => ({ ...float, isSpanOpen: float.mayWiden }))
}

function textKeysOf(bands: readonly Band[]): readonly BlockKey[] {
  const keys = bands.flatMap((band) =>
    band.kind === 'columns' ? band.content.slices.map(({ key }) => key) : [],
  )
  return [...new Set(keys)]
}

function shapeOf(
  band: Band,
  text: TextShape | undefined,
  heights: PictureHeights,
  maker: ShapeMaker,
): BandShape {
  switch (band.kind) {
    case 'page-break':
      return PAGE_BREAK
    case 'block':
      return maker.block(
        band.lines,
        band.blankBefore,
        band.of.kind === 'story' ? band.of.id : undefined,
      )
    case 'figure':
      return maker.figure(unitsAt(heights, band.key, band.figure), band.opens)
    case 'columns': {
      const floats = band.content.floats.map(({ key, figure, block }) => {
        return { units: unitsAt(heights, key, figure), block }
      })
      const slices = text ?? maker.text(band.content.slices)
      const { blankBefore, linesAfter } = band
      return maker.columns(band.columns, band.unitMpt, slices, floats, { blankBefore, linesAfter })
    }
  }
}
