import type { Finding } from '../document/message'
import type { Bookmark, ComposedPage } from './page'

/** Where a story stands: the folios of its pages, and whether all of it is on them. */
export interface StoryFit {
  readonly storyId: string
  readonly folios: readonly number[]
  /** Lines, in its own columns, that found no place. */
  readonly oversetLines: number
}

/** An issue composed: its pages, its outline, how its stories fit, and what is amiss. */
export interface Composition {
  readonly pages: readonly ComposedPage[]
  readonly bookmarks: readonly Bookmark[]
  readonly fits: readonly StoryFit[]
  readonly findings: readonly Finding[]
}
