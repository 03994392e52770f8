import type { Story } from '../document/story'
import type { Template } from '../document/template'
import { type PageSpec, areaHeightMpt, areaWidthMpt } from '../document/template-page'
import type { Slot } from '../document/template-parents'
import type { SectionStyle } from '../document/template-sections'
import { LEAST_CHARACTERS, paddingLines } from '../document/template-slots'
import { columnWidthMpt } from './grid'
import { pageOfParent } from './page-sequence'

/** What the text of a story is set for: the room beside it and its columns. */
export interface StoryFrame {
  readonly widthMpt: number
  /** The height that pictures are kept in proportion to; see `FigurePlace`. */
  readonly heightMpt: number
  readonly columns: number
  readonly gutterMpt: number
}

/** A slot with its place, and the part of it that text may fill, inside its box. */
export interface SlotArea {
  readonly name: string
  readonly parent: string
  readonly slot: Slot
  readonly frame: StoryFrame
  /** From the left of the slot, the line of its page's grid, and how many lines. */
  readonly insetMpt: number
  readonly firstLine: number
  readonly lines: number
}

/** The main frame as a section fills it. */
export function mainFrameOf({ columns, gutter, box }: SectionStyle, page: PageSpec): StoryFrame {
  const widthMpt = areaWidthMpt(page) - 2 * (box?.inset ?? 0)
  return { widthMpt, heightMpt: areaHeightMpt(page), columns, gutterMpt: gutter }
}

/** The slots of a template by name, those on parent pages that an issue may have. */
export function slotAreasOf(template: Template): ReadonlyMap<string, SlotArea> {
  const { maximumPages } = template.sequence
  const areas = Object.entries(template.parents).flatMap(([parent, { slots = {} }]) =>
    pageOfParent(template, parent, maximumPages) === undefined
      ? []
      : Object.entries(slots).map(([name, slot]) => areaOf(name, parent, slot, template.page)),
  )
  return new Map(areas.map((area) => [area.name, area]))
}

/** A picture may rule a slot as it may not rule a page: two thirds of it instead of nine twentieths. */
const SHARE_FOR_PICTURES = 3 / 2

function areaOf(name: string, parent: string, slot: Slot, page: PageSpec): SlotArea {
  const insetMpt = slot.box?.inset ?? 0
  const padding = paddingLines(slot.box, page.typeArea.leading)
  const lines = slot.lines - 2 * padding
  const frame = {
    widthMpt: slot.width - 2 * insetMpt,
    heightMpt: Math.floor(lines * page.typeArea.leading * SHARE_FOR_PICTURES),
    columns: slot.columns,
    gutterMpt: slot.gutter,
  }
  return { name, parent, slot, frame, insetMpt, firstLine: slot.firstLine + padding, lines }
}

/** The columns of a story: its own number, unless that would leave next to no measure. */
export function columnsOf(
  story: Story,
  { widthMpt, columns, gutterMpt }: StoryFrame,
  { typeArea }: PageSpec,
): { readonly columns: number; readonly columnWidthMpt: number } {
  const wanted = story.columns ?? columns
  const measureMpt = columnWidthMpt(widthMpt, wanted, gutterMpt)
  return measureMpt >= LEAST_CHARACTERS * typeArea.character
    ? { columns: wanted, columnWidthMpt: measureMpt }
    : { columns, columnWidthMpt: columnWidthMpt(widthMpt, columns, gutterMpt) }
}
