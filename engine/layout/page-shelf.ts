import type { PlannedFrame, PlannedPage } from './band'
import type { PageFrame } from './composition'
import { createGenerations } from './generations'
import type { ComposedPage, PageItem } from './page'
import { isSamePins } from './page-pins'
import type { PictureHeights } from './part'
import type { SetText } from './typesetter'

/** A page as it is shown, and the frame that its stories were laid into. */
export interface FinishedPage {
  readonly page: ComposedPage
  readonly frame: PageFrame
}

/** The furniture of a page, and the texts in it. */
export interface DrawnFurniture {
  readonly items: readonly PageItem[]
  readonly texts: readonly SetText[]
}

/** What a finished page was made of. */
export interface PagePlan {
  readonly planned: PlannedPage
  readonly heights: PictureHeights
  readonly furniture: DrawnFurniture | undefined
  readonly parent: string
}

interface ShelvedPage extends PagePlan {
  readonly finished: FinishedPage
}

const MOST_FURNITURE = 400

/** Pages as they were finished last: one that is planned as it was is the very same page. */
export class PageShelf {
  readonly #pages = new Map<number, ShelvedPage>()
  readonly #furniture = createGenerations<string, DrawnFurniture>(MOST_FURNITURE)

  #shared = ''
  #sharedName = 0

  /** A short name for what all furniture may print: another whenever that is not what it was. */
  nameShared(shared: string): number {
    if (shared !== this.#shared) this.#sharedName += 1
    this.#shared = shared
    return this.#sharedName
  }

  /** Furniture by all that it depends on. */
  furniture(key: string, draw: () => DrawnFurniture): DrawnFurniture {
    const known = this.#furniture.get(key)
    if (known !== undefined) return known
    const drawn = draw()
    this.#furniture.set(key, drawn)
    return drawn
  }

  page(index: number, plan: PagePlan, finish: () => FinishedPage): FinishedPage {
    const before = this.#pages.get(index)
    if (before !== undefined && isLike(before, plan)) return before.finished
    const finished = finish()
    this.#pages.set(index, { ...plan, finished })
    return finished
  }

  turn(): void {
    this.#furniture.turn()
  }
}

function isLike(before: PagePlan, plan: PagePlan): boolean {
  const { planned, heights, furniture, parent } = plan
  return (
    before.furniture === furniture &&
    before.parent === parent &&
    before.planned.main.lines === planned.main.lines &&
    before.planned.main.firstLine === planned.main.firstLine &&
    before.planned.frames.length === planned.frames.length &&
    planned.frames.every((frame, at) => {
      const other = before.planned.frames[at]
      return other !== undefined && isLikeFrame(other, before.heights, frame, heights)
    })
  )
}

function isLikeFrame(
  before: PlannedFrame,
  heightsBefore: PictureHeights,
  frame: PlannedFrame,
  heights: PictureHeights,
): boolean {
  return (
    before.slot === frame.slot &&
    before.lines === frame.lines &&
    before.furniture === frame.furniture &&
    isSamePins(before.pinned, frame.pinned) &&
    before.placed.length === frame.placed.length &&
    before.placed.every((placed, at) => {
      const other = frame.placed[at]
      if (other === undefined || placed.band !== other.band || placed.line !== other.line)
        return false
      if ('pictureUnits' in placed) {
        return 'pictureUnits' in other && placed.pictureUnits === other.pictureUnits
      }
      if (!('fills' in placed)) return true
      if (!('fills' in other) || placed.fills !== other.fills) return false
      return placed.band.content.floats.every(
        ({ key }) => heightsBefore.get(key) === heights.get(key),
      )
    })
  )
}
