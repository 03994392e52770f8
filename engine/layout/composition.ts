import type { Finding } from '../document/message'
import type { Bookmark, ComposedPage } from './page'

/**
 * How a story fits (copyfit): the folios of its pages, and by how much it is too long or too short
 * for them. Both are counted in lines of its own columns, as an editor cuts and writes them.
 */
export interface StoryFit {
  readonly storyId: string
  readonly folios: readonly number[]
  /**
   * Lines that found no place (超): those of its text on pages beyond the last one allowed. A head
   * or a picture there counts as the lines of text that its room would hold.
   */
  readonly oversetLines: number
  /**
   * Lines that could still be written at its end before its place is full (缺), and with it the
   * page: in columns that nothing follows, because the issue ends or what comes next begins a page,
   * those left down to the foot; in columns that something follows, those by which they are
   * shorter than the longest. 0 where no column is more than a line short (合适), and where a
   * story is overset. A column that its story breaks is as short as it is meant to be.
   */
  readonly shortLines: number
  /** Han characters that a full line of its columns holds; 0 where it does not stand on paper. */
  readonly lineCharacters: number
}

/** A rectangle of a page, from the top left corner of its trim. */
export interface PageArea {
  readonly leftMpt: number
  readonly topMpt: number
  readonly widthMpt: number
  readonly heightMpt: number
}

/** Lines on which text stands: the first baseline under the top of its area, and their distance. */
export interface BaselineGrid {
  readonly firstMpt: number
  readonly lineMpt: number
}

/** A column that text was laid into. */
export interface ColumnArea extends PageArea {
  readonly grid: BaselineGrid
}

/** The main frame of a page, and the columns into which its stories came, in reading order. */
export interface PageFrame extends PageArea {
  readonly grid: BaselineGrid
  readonly columns: readonly ColumnArea[]
}

/** An issue composed: its pages, its outline, how its stories fit, and what is amiss. */
export interface Composition {
  readonly pages: readonly ComposedPage[]
  /**
   * What found no place (溢出), as pages that follow on those allowed, their indexes too; without
   * furniture, for they are shown to an editor and never printed.
   */
  readonly oversetPages: readonly ComposedPage[]
  /** The frame of each page by its index, those overset included. */
  readonly frames: readonly PageFrame[]
  readonly bookmarks: readonly Bookmark[]
  readonly fits: readonly StoryFit[]
  readonly findings: readonly Finding[]
}
