import type { Bilingual } from '../document/message'
import type { BodyNode } from '../document/story'

/** A manuscript as its editors wrote it: sections of stories, and what is said of the issue. */
export interface Manuscript {
  readonly details: IssueDetails
  readonly sections: readonly ManuscriptSection[]
  /** The photos that its figures ask for, in order. */
  readonly photos: readonly PhotoReference[]
  readonly warnings: readonly ManuscriptWarning[]
}

/** What an issue says of itself; a manuscript may leave any of it to others. */
export interface IssueDetails {
  readonly name?: string
  readonly publisher?: string
  readonly editor?: string
  readonly address?: string
  readonly phone?: string
  readonly notice?: string
  readonly number?: number
  readonly totalNumber?: number
  /** `YYYY-MM-DD`. */
  readonly date?: string
  readonly fields?: Readonly<Record<string, string>>
}

/** A section and its stories, in order. */
export interface ManuscriptSection {
  /** Empty for stories that stand before the first section. */
  readonly title: string
  readonly stories: readonly ManuscriptStory[]
}

/** A story: the parts of its head that were written, and its body. */
export interface ManuscriptStory {
  readonly kicker?: string
  /** Empty for text that stands in its section without a headline. */
  readonly headline: string
  readonly deck?: string
  readonly byline?: string
  /** The slot of a parent page that it stands in. */
  readonly slot?: string
  /** As in an issue, but that the `asset` of a figure is the file name of its photo. */
  readonly body: BodyNode
}

/** A photo by the file name that the manuscript gives it, and the line that asks for it. */
export interface PhotoReference {
  readonly name: string
  readonly line: number
}

/** Something that was kept as plain text because it did not read as what it looks like. */
export interface ManuscriptWarning {
  /** Counted from 1. */
  readonly line: number
  readonly what: Bilingual
}
