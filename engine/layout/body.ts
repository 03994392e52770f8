import type { Node } from 'prosemirror-model'
import type { Asset } from '../document/asset'
import { pinOf } from '../document/figure-pin'
import type { SectionStyle } from '../document/template-sections'
import { type BlockKey, blockKey } from './block-key'
import { setBeside } from './beside'
import type { Continuation } from './continuation'
import { dropCapSlices } from './drop-cap'
import {
  type FigurePlace,
  type SetFigure,
  drawFigure,
  figureUnits,
  resolutionAt,
  setFigure,
} from './figure'
import { blankAbove, setTexts } from './set-texts'
import type { ColumnContent, FloatingFigure } from './column-content'
import { type Slice } from './slice'
import { type PinnedFigure, setPinned } from './pinned-figure'
import type { StoryTexts } from './story-texts'
import { qrSlice } from './qr-slice'
import { readCells, type TablePlace, tableSlices, tableSpans } from './table'
import { besideSlice, fillToFoot, type OpenFigure, passFigure } from './wrap-text'
import type { NoteText, Typesetter } from './typesetter'

/** A figure across all columns, and where among the texts of its story it stands. */
export interface SpanningFigure {
  readonly figure: SetFigure
  readonly key: BlockKey
  readonly block: number
  /** Whether the make-up may let it keep to one column. */
  readonly mayNarrow: boolean
}

/**
 * A body made ready to flow: figures that open it, then stretches of columns, each followed by
 * the figure across all columns that parts it from the next.
 */
export interface SetBody {
  readonly opening: readonly SpanningFigure[]
  /** Figures that stand on a page at places of their own. */
  readonly pinned: readonly PinnedFigure[]
  readonly stretches: readonly {
    readonly content: ColumnContent
    readonly closing: readonly SpanningFigure[]
    /** Whether it is a table across all columns. */
    readonly isWide: boolean
  }[]
}

/** What a body is set in. */
export interface BodyPlace {
  readonly typesetter: Typesetter
  readonly section: SectionStyle
  readonly storyId: string
  readonly assets: Readonly<Record<string, Asset>>
  readonly columns: number
  readonly columnWidthMpt: number
  readonly gutterMpt: number
  /** Of the first column, from the left of the frame. */
  readonly insetMpt: number
  readonly areaWidthMpt: number
  readonly areaHeightMpt: number
  readonly unitMpt: number
  /** Whether this is the story that opens the issue: its first picture spans all columns. */
  readonly isLead: boolean
  /** Figures that the make-up lets span all columns although nobody asked for it. */
  readonly widened: ReadonlySet<BlockKey>
  /** Blocks that take a line more than they need (放行). */
  readonly loosened: ReadonlySet<BlockKey>
  /** Its texts as they were set for other choices. */
  readonly texts: StoryTexts
  /** Whether its tables are never parted. */
  readonly keepsTables: boolean
  /** Pinned figures that flow with the text all the same. */
  readonly unpinned: Unpinned
  /** Where the story goes on, if its beginning stands elsewhere. */
  readonly from: Continuation | undefined
}

/** Pinned figures that flow with the text: those with these keys, or all of a story. */
export type Unpinned = readonly BlockKey[] | 'all'

/** A picture with fewer pixels per inch across all columns keeps to its own. */
const LEAST_PPI_WIDENED = 200

const LEAVES_BLANK: ReadonlySet<string> = new Set(['pull_quote', 'table'])

/** Sets the blocks of a story's body. */
export function setBody(body: Node, place: BodyPlace, note: NoteText): SetBody {
  const opening: SpanningFigure[] = []
  const pinned: PinnedFigure[] = []
  const stretches: { content: ColumnContent; closing: SpanningFigure[]; isWide: boolean }[] = []
  let slices: Slice[] = []
  let floats: FloatingFigure[] = []
  let beside: OpenFigure | undefined
  const clearBeside = (): void => {
    const last = slices.at(-1)
    if (beside === undefined || last === undefined) return
    slices = [...slices.slice(0, -1), ...fillToFoot(beside, last)]
    beside = undefined
  }
  const closeStretch = (closing: SpanningFigure[]): void => {
    clearBeside()
    if (slices.length > 0 || floats.length > 0 || closing.length > 0) {
      stretches.push({ content: { slices, floats }, closing, isWide: false })
    }
    slices = []
    floats = []
  }
  /** A quote or a table leaves a blank line below itself, unless a column ends with it. */
  let follows = ''
  const addSlices = (added: readonly Slice[], type: string): void => {
    for (const [index, slice] of added.entries()) {
      const isSpaced = index === 0 && LEAVES_BLANK.has(follows)
      slices.push(isSpaced ? standOff(slice, 1) : slice)
    }
    follows = type
  }
  /** Whether nothing but figures has come so far. */
  let isOpening = place.from === undefined
  const addText = (node: Node, block: number): void => {
    const blockPlace = { ...place, widthMpt: place.columnWidthMpt, block }
    const figure = slices.at(-1)
    if (beside === undefined || figure === undefined) {
      const opens = isOpening && node.type.name === 'paragraph'
      const capital = opens ? dropCapSlices(node, blockPlace, note) : undefined
      addSlices(capital ?? place.texts.slicesOf(node, blockPlace, note), node.type.name)
      return
    }
    const isAtTop = figure.units === 0
    if (isAtTop) slices[slices.length - 1] = standOff(figure, blankAbove(node, blockPlace))
    const texts = setTexts(node, blockPlace, note, { rooms: beside.rooms, isAtTop })
    const passed = passFigure(texts, beside)
    addSlices(passed.slices, node.type.name)
    beside = passed.left
  }
  const addTable = (node: Node, block: number): void => {
    const columnPlace = { ...place, widthMpt: place.columnWidthMpt, block }
    const cells = readCells(node, columnPlace)
    const isWide = tableSpans(node, cells, columnPlace, place.areaWidthMpt)
    const parted = tableSlices(node, cells, tablePlace(place, block, isWide), note)
    const table = place.keepsTables ? keepTogether(parted) : parted
    if (!isWide) {
      addSlices(table, 'table')
      return
    }
    closeStretch([])
    stretches.push({ content: { slices: table, floats: [] }, closing: [], isWide })
    follows = ''
  }
  const late: SpanningFigure[] = []
  const lateInColumn: Slice[] = []
  let figures = 0
  const addFigure = (node: Node, block: number): void => {
    const key = blockKey(place.storyId, String(node.attrs['id']))
    const pin = holds(place.unpinned, key) ? pinOf(attributesOf(node)) : undefined
    if (pin !== undefined) {
      const pinPlace = { ...place, place: figurePlace(place, true) }
      const set = setPinned(node, pin, { key, block }, pinPlace, note)
      if (set !== undefined) pinned.push(set)
      return
    }
    figures += 1
    const where = placeOf(node)
    const isBeside = where === 'left' || where === 'right'
    const set = isBeside ? setBeside(node, figurePlace(place, false), note) : undefined
    if (set !== undefined) {
      clearBeside()
      addSlices([besideSlice(set, key, block)], 'figure')
      beside = { key, rooms: set.rooms }
      return
    }
    const isAuto = attributesOf(node)['span'] === 'auto' && !isBeside
    const isOpen = isAuto && !(place.isLead && figures === 1)
    const spans = !isBeside && (isOpen ? place.widened.has(key) : spansAll(node))
    const figure = setFigure(node, figurePlace(place, spans), note)
    if (figure === undefined) return
    if (spans) {
      const spanning = { figure, key, block, mayNarrow: isOpen }
      if (where === 'bottom') late.push(spanning)
      else if (where === 'top' && opening.length === 0) opening.push(spanning)
      else closeStretch([spanning])
    } else if (where === 'here' || isBeside) {
      clearBeside()
      addSlices([figureSlice(figure, key, block)], 'figure')
    } else if (where === 'bottom') lateInColumn.push(figureSlice(figure, key, block))
    else {
      const isSharp = resolutionAt(figure, place.areaWidthMpt) >= LEAST_PPI_WIDENED
      const mayWiden = isOpen && isSharp && !figure.isWhole
      floats.push({ figure, key, block, mayWiden })
    }
  }
  body.forEach((node, _offset, block) => {
    const type = node.type.name
    const isFigure = type === 'figure' || type === 'figure_group'
    if (isBefore(place, node, block, isFigure)) return
    if (isFigure) {
      addFigure(node, block)
      return
    }
    if (RUNS_BESIDE.has(type)) addText(node, block)
    else {
      clearBeside()
      if (type === 'column_break') breakColumn(slices)
      else if (type === 'table') addTable(node, block)
      else if (type === 'qr_code') {
        keepLastWithNext(slices)
        const qrPlace = { ...place, widthMpt: place.columnWidthMpt, block }
        addSlices([qrSlice(node, qrPlace, note)], type)
      } else addText(node, block)
    }
    isOpening = false
  })
  clearBeside()
  addSlices(lateInColumn, 'figure')
  closeStretch(late)
  return { opening, pinned, stretches }
}

/** What may stand beside a picture; all else stands below its foot. */
const RUNS_BESIDE: ReadonlySet<string> = new Set(['paragraph', 'subheading', 'brief_list', 'list'])

function tablePlace(place: BodyPlace, block: number, isWide: boolean): TablePlace {
  const unitMpt = isWide ? place.typesetter.template.page.typeArea.leading : place.unitMpt
  return {
    ...place,
    block,
    unitMpt,
    widthMpt: isWide ? place.areaWidthMpt : place.columnWidthMpt,
    areaUnits: Math.floor(place.areaHeightMpt / unitMpt),
  }
}

/** Whether a block stands before the place where its story goes on. */
function isBefore(
  { from, storyId }: BodyPlace,
  node: Node,
  block: number,
  isFigure: boolean,
): boolean {
  if (from === undefined) return false
  return isFigure
    ? from.shown.includes(blockKey(storyId, String(node.attrs['id'])))
    : block < from.block
}

function holds(unpinned: Unpinned, key: BlockKey): boolean {
  return unpinned !== 'all' && !unpinned.includes(key)
}

/** Figures in a group take their place from its first. */
function attributesOf(node: Node): Node['attrs'] {
  return node.type.name === 'figure_group' ? (node.firstChild?.attrs ?? {}) : node.attrs
}

/** A figure whose span nobody chose spans all columns when it opens the issue. */
function spansAll(node: Node): boolean {
  const span: unknown = attributesOf(node)['span']
  return span === 'auto' || span === 'all'
}

function placeOf(node: Node): string {
  return String(attributesOf(node)['place'])
}

function figurePlace(place: BodyPlace, spans: boolean): FigurePlace {
  const { areaWidthMpt, areaHeightMpt, columnWidthMpt } = place
  const unitMpt = spans ? place.typesetter.template.page.typeArea.leading : place.unitMpt
  return {
    ...place,
    widthMpt: spans ? areaWidthMpt : columnWidthMpt,
    unitMpt,
    areaUnits: Math.floor(areaHeightMpt / unitMpt),
  }
}

function figureSlice(figure: SetFigure, key: BlockKey, block: number): Slice {
  return {
    units: figureUnits(figure, figure.natural),
    blankBefore: 1,
    mayBreakAfter: true,
    mustBreakAfter: false,
    block,
    key,
    endsBlock: true,
    items: drawFigure(figure, figure.natural),
  }
}

/** A slice with so many blank units above it at least. */
function standOff(slice: Slice, blankBefore: number): Slice {
  return { ...slice, blankBefore: Math.max(slice.blankBefore, blankBefore) }
}

/** A QR code stays with the text that it belongs to. */
function keepLastWithNext(slices: Slice[]): void {
  const last = slices.pop()
  if (last !== undefined) slices.push({ ...last, mayBreakAfter: last.mustBreakAfter })
}

function breakColumn(slices: Slice[]): void {
  const last = slices.pop()
  if (last !== undefined) slices.push({ ...last, mayBreakAfter: true, mustBreakAfter: true })
}

/** Slices that a column may not end between. */
function keepTogether(slices: readonly Slice[]): readonly Slice[] {
  return slices.map((slice, at) => ({ ...slice, mayBreakAfter: at === slices.length - 1 }))
}
