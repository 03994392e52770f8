import type { StoryBox } from '../document/story-box'
import type { BlockKey } from './block-key'
import type { SetFigure } from './figure'
import type { PageItem } from './page'
import type { ColumnContent, ColumnFill } from './column-content'
import type { PlacedPin } from './page-pins'
import type { SlotArea } from './story-frame'

/**
 * A strip across the type area, on whole grid lines: what pages are stacked from. Bands come in
 * reading order; each knows its story or section.
 */
export type Band = BlockBand | FigureBand | ColumnsBand | PageBreakBand

/** A section's banner, a story's head or the line that says where a story comes from: never parted. */
export interface BlockBand {
  readonly kind: 'block'
  readonly lines: number
  /** Blank lines above; none at the top of a page. */
  readonly blankBefore: number
  readonly items: readonly PageItem[]
  /** The box that its story stands in. */
  readonly box?: StoryBox | undefined
  readonly title: string
  readonly of:
    | { readonly kind: 'section'; readonly id: string }
    | {
        readonly kind: 'story'
        readonly id: string
        readonly measure: Measure
        /** Whether the story begins here, and does not go on from another page. */
        readonly opens: boolean
      }
}

/** The columns that a story's text is set in: how many, how wide, and the grid they stand on. */
export interface Measure {
  readonly columns: number
  readonly columnWidthMpt: number
  readonly gutterMpt: number
  /** Height of a line. */
  readonly unitMpt: number
  /** Size of a Han character of the running text. */
  readonly characterMpt: number
}

/** A figure across all columns. */
export interface FigureBand {
  readonly kind: 'figure'
  readonly figure: SetFigure
  readonly key: BlockKey
  readonly block: number
  readonly storyId: string
  readonly box?: StoryBox | undefined
  /** Whether it opens its story, between head and text. */
  readonly opens: boolean
  /** Whether the make-up may let it keep to one column. */
  readonly mayNarrow: boolean
}

/** A stretch of a story in columns. */
export interface ColumnsBand extends Measure {
  readonly kind: 'columns'
  readonly storyId: string
  /** Blank lines above; none at the top of a page, nor where it goes on. */
  readonly blankBefore: number
  readonly box?: StoryBox | undefined
  readonly content: ColumnContent
  /** Blank lines below the end of its text: the padding of a box. */
  readonly linesAfter: number
}

/** What follows begins a page. */
export interface PageBreakBand {
  readonly kind: 'page-break'
}

/** A band, or the part of one that this page holds, at a line of the page's main frame. */
export type PlacedBand =
  | { readonly band: BlockBand; readonly line: number; readonly lines: number }
  | {
      readonly band: FigureBand
      readonly line: number
      readonly lines: number
      readonly pictureUnits: number
    }
  | {
      readonly band: ColumnsBand
      readonly line: number
      readonly lines: number
      readonly fills: readonly ColumnFill[]
    }

/** The bands of a frame, the lines that it has, and those down to the end of the last band. */
export interface PlannedFrame {
  readonly placed: readonly PlacedBand[]
  /** Figures that stand in it at places of their own. */
  readonly pinned: readonly PlacedPin[]
  readonly lines: number
  readonly usedLines: number
  /** Where it stands: the line of the page's grid, and how far from the inside edge. */
  readonly firstLine: number
  readonly leftMpt: number
  readonly widthMpt: number
  /** The slot that it is; none of the main frame. */
  readonly slot: SlotArea | undefined
  /** What it carries besides its stories, from its top left corner: the line of a story that jumps. */
  readonly furniture: readonly PageItem[]
}

/** A page: its main frame, and all frames that hold something, in reading order. */
export interface PlannedPage {
  readonly main: PlannedFrame
  readonly frames: readonly PlannedFrame[]
}
