import type { Node } from 'prosemirror-model'
import type { FigurePin } from '../document/figure-pin'
import type { BlockKey } from './block-key'
import { isDrawing } from './crop-picture'
import { type FigurePlace, type SetFigure, setFigure } from './figure'
import type { Hole } from './hole'
import type { MainLines } from './page-sequence'
import type { NoteText } from './typesetter'

/** A figure that stands at a place of its own: set, as tall as it was asked to be. */
export interface PinnedFigure {
  readonly key: BlockKey
  readonly storyId: string
  /** Index of the body block that it is: it is read after the text before it. */
  readonly block: number
  readonly pin: FigurePin
  readonly figure: SetFigure
  /** Lines of the grid, those of its picture alone, and how far it stands from the frame's left. */
  readonly lines: number
  readonly pictureUnits: number
  readonly leftMpt: number
  /** How many columns its story has. */
  readonly columnsOfStory: number
}

/** What a pinned figure is set in: a place across its columns, and the columns of its story. */
export interface PinPlace {
  readonly place: FigurePlace
  readonly columns: number
  readonly columnWidthMpt: number
  readonly gutterMpt: number
  /** Of the first column, from the left of the frame. */
  readonly insetMpt: number
}

/** Lines of a picture, however tall its caption is. */
const LEAST_PICTURE = 2

/**
 * Sets a figure for its pin: a photograph is cropped to the place, a drawing is shown whole in it.
 * `undefined` when none of its pictures is among the assets.
 */
export function setPinned(
  node: Node,
  pin: FigurePin,
  { key, block }: { readonly key: BlockKey; readonly block: number },
  { place, columns, columnWidthMpt, gutterMpt, insetMpt }: PinPlace,
  note: NoteText,
): PinnedFigure | undefined {
  const widthMpt = pin.columns * (columnWidthMpt + gutterMpt) - gutterMpt
  const set = setFigure(node, { ...place, widthMpt }, note)
  if (set === undefined) return undefined
  const isWhole = set.pictures.some(({ asset }) => isDrawing(asset))
  const pictureUnits = Math.max(LEAST_PICTURE, pin.lines - set.captionUnits)
  return {
    key,
    storyId: place.storyId,
    block,
    pin,
    figure: { ...set, isWhole },
    lines: pictureUnits + set.captionUnits,
    pictureUnits,
    leftMpt: insetMpt + (pin.column - 1) * (columnWidthMpt + gutterMpt),
    columnsOfStory: columns,
  }
}

/** What a pinned figure takes of a main frame; `undefined` where it goes beyond it. */
export function holeOf(
  { pin, lines, columnsOfStory, storyId }: PinnedFigure,
  main: MainLines,
): Hole | undefined {
  const line = lineOf(pin, lines, main)
  const endColumn = pin.column - 1 + pin.columns
  const isInside = line >= 0 && line + lines <= main.lines && endColumn <= columnsOfStory
  const hole = { line, lines, column: pin.column - 1, endColumn, columnsOfStory, storyId }
  return isInside ? hole : undefined
}

function lineOf({ line }: FigurePin, lines: number, main: MainLines): number {
  if (line === 'top') return 0
  return line === 'bottom' ? main.lines - lines : line - 1 - main.firstLine
}
