import type { Node } from 'prosemirror-model'
import type { Asset } from '../document/asset'
import type { SectionStyle } from '../document/template-sections'
import { type BlockKey, blockKey } from './block-key'
import { type SetFigure, drawFigure, figureUnits, resolutionAt, setFigure } from './figure'
import type { Continuation } from './continuation'
import { type BlockPlace, pullQuoteSlices, subheadingSlices, textSlices } from './set-blocks'
import type { ColumnContent, FloatingFigure } from './column-content'
import { type Slice } from './slice'
import { qrSlice } from './qr-slice'
import { tableSlices } from './table'
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
  readonly stretches: readonly {
    readonly content: ColumnContent
    readonly closing: readonly SpanningFigure[]
  }[]
}

/** What a body is set in. */
export interface BodyPlace {
  readonly typesetter: Typesetter
  readonly section: SectionStyle
  readonly storyId: string
  readonly assets: Readonly<Record<string, Asset>>
  readonly columnWidthMpt: number
  readonly areaWidthMpt: number
  readonly areaHeightMpt: number
  readonly unitMpt: number
  /** Whether this is the story that opens the issue: its first picture spans all columns. */
  readonly isLead: boolean
  /** Figures that the make-up lets span all columns although nobody asked for it. */
  readonly widened: ReadonlySet<BlockKey>
  /** Blocks that take a line more than they need (放行). */
  readonly loosened: ReadonlySet<BlockKey>
  /** Whether its tables are never parted. */
  readonly keepsTables: boolean
  /** Where the story goes on, if its beginning stands elsewhere. */
  readonly from: Continuation | undefined
}

/** A picture with fewer pixels per inch across all columns keeps to its own. */
const LEAST_PPI_WIDENED = 200

/** Sets the blocks of a story's body. */
export function setBody(body: Node, place: BodyPlace, note: NoteText): SetBody {
  const opening: SpanningFigure[] = []
  const stretches: { content: ColumnContent; closing: SpanningFigure[] }[] = []
  let slices: Slice[] = []
  let floats: FloatingFigure[] = []
  const closeStretch = (closing: SpanningFigure[]): void => {
    if (slices.length > 0 || floats.length > 0 || closing.length > 0) {
      stretches.push({ content: { slices, floats }, closing })
    }
    slices = []
    floats = []
  }
  /** A quote leaves a blank line below itself, unless a column ends with it. */
  let follows = ''
  const addSlices = (added: readonly Slice[], type: string): void => {
    if (type === 'qr_code') keepLastWithNext(slices)
    for (const [index, slice] of added.entries()) {
      const isSpaced = index === 0 && follows === 'pull_quote'
      slices.push(isSpaced ? { ...slice, blankBefore: Math.max(1, slice.blankBefore) } : slice)
    }
    follows = type
  }
  const late: SpanningFigure[] = []
  const lateInColumn: Slice[] = []
  let figures = 0
  body.forEach((node, _offset, block) => {
    const type = node.type.name
    const isFigure = type === 'figure' || type === 'figure_group'
    if (isBefore(place, node, block, isFigure)) return
    if (type === 'column_break') {
      breakColumn(slices)
      return
    }
    if (!isFigure) {
      addSlices(blockSlices(node, { ...place, widthMpt: place.columnWidthMpt, block }, note), type)
      return
    }
    figures += 1
    const key = blockKey(place.storyId, String(node.attrs['id']))
    const isOpen = attributesOf(node)['span'] === 'auto' && !(place.isLead && figures === 1)
    const spans = isOpen ? place.widened.has(key) : spansAll(node)
    const figure = placeFigure(node, place, spans, note)
    if (figure === undefined) return
    const where = placeOf(node)
    if (spans) {
      const spanning = { figure, key, block, mayNarrow: isOpen }
      if (where === 'bottom') late.push(spanning)
      else if (where === 'top' && opening.length === 0) opening.push(spanning)
      else closeStretch([spanning])
    } else if (where === 'here') addSlices([figureSlice(figure, key, block)], type)
    else if (where === 'bottom') lateInColumn.push(figureSlice(figure, key, block))
    else {
      const isSharp = resolutionAt(figure, place.areaWidthMpt) >= LEAST_PPI_WIDENED
      const mayWiden = isOpen && isSharp && !figure.isWhole
      floats.push({ figure, key, block, mayWiden })
    }
  })
  addSlices(lateInColumn, 'figure')
  closeStretch(late)
  return { opening, stretches }
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

function placeFigure(
  node: Node,
  place: BodyPlace,
  spans: boolean,
  note: NoteText,
): SetFigure | undefined {
  const { areaWidthMpt, areaHeightMpt, columnWidthMpt, unitMpt } = place
  const gridMpt = place.typesetter.template.page.typeArea.leading
  return setFigure(
    node,
    {
      ...place,
      widthMpt: spans ? areaWidthMpt : columnWidthMpt,
      unitMpt: spans ? gridMpt : unitMpt,
      areaUnits: Math.floor(areaHeightMpt / (spans ? gridMpt : unitMpt)),
    },
    note,
  )
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

/** A QR code stays with the text that it belongs to. */
function keepLastWithNext(slices: Slice[]): void {
  const last = slices.pop()
  if (last !== undefined) slices.push({ ...last, mayBreakAfter: last.mustBreakAfter })
}

function breakColumn(slices: Slice[]): void {
  const last = slices.pop()
  if (last !== undefined) slices.push({ ...last, mayBreakAfter: true, mustBreakAfter: true })
}

/** The briefs of a list, from the one on that a story goes on with. */
function briefsFrom(list: Node, { from, storyId }: BodyPlace): readonly Node[] {
  const keys = list.children.map((brief) => blockKey(storyId, String(brief.attrs['id'])))
  return list.children.slice(Math.max(0, keys.indexOf(from?.key ?? '')))
}

/** Slices that a column may not end between. */
function keepTogether(slices: readonly Slice[]): readonly Slice[] {
  return slices.map((slice, at) => ({ ...slice, mayBreakAfter: at === slices.length - 1 }))
}

function blockSlices(node: Node, place: BodyPlace & BlockPlace, note: NoteText): readonly Slice[] {
  const { section } = place
  switch (node.type.name) {
    case 'subheading':
      return subheadingSlices(node, place, note)
    case 'brief_list':
      return briefsFrom(node, place).flatMap((brief) => [
        ...textSlices(brief, section.brief, place, note),
      ])
    case 'pull_quote':
      return pullQuoteSlices(node, place, note)
    case 'table':
      return place.keepsTables
        ? keepTogether(tableSlices(node, place, note))
        : tableSlices(node, place, note)
    case 'qr_code':
      return [qrSlice(node, place, note)]
    default:
      return textSlices(node, section.body, place, note)
  }
}
