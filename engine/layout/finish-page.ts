import type { Issue } from '../document/issue'
import type { PlannedPage } from './band'
import type { FieldValues } from './fields'
import { drawFurniture } from './furniture'
import type { ContentsEntry } from './furniture-context'
import { gridOfPage } from './grid'
import { sectionTitlesOf } from './outline'
import { frameOfPage } from './page-frame'
import { parentNameOf, parentOf } from './page-sequence'
import type { DrawnFurniture, FinishedPage, PageShelf } from './page-shelf'
import { paintBoxes, paintFurniture } from './paint-frame'
import { paintStories } from './paint-page'
import type { PictureHeights } from './part'
import { translateItems } from './translate'
import type { SetText, Typesetter } from './typesetter'

/** What all pages of an issue share when they are painted. */
export interface IssuePages {
  readonly issue: Issue
  readonly typesetter: Typesetter
  readonly fields: FieldValues
  /** Names fields and contents together. */
  readonly sharedName: number
  readonly contents: readonly ContentsEntry[]
  /** How many pages are printed; those after them show what found no place. */
  readonly count: number
  readonly heights: PictureHeights
  readonly shelf: PageShelf
  readonly note: (set: SetText, parent: string, pageIndex: number) => void
}

/**
 * A planned page as a display list: what lies behind its stories, they in
 * reading order, then its furniture. What found
 * no place is shown without any: it is never printed.
 */
export function finishPage(planned: PlannedPage, index: number, pages: IssuePages): FinishedPage {
  const { typesetter, count, heights, shelf } = pages
  const parent = parentNameOf(typesetter.template, index, count)
  const furniture = index < count ? furnitureOf(planned, index, parent, pages) : undefined
  for (const set of furniture?.texts ?? []) pages.note(set, parent, index)
  return shelf.page(index, { planned, heights, furniture, parent }, () => {
    const { template } = typesetter
    const grid = gridOfPage(template.page, index)
    const stories = planned.frames.flatMap((frame) => paintStories(frame, grid, heights))
    return {
      page: {
        index,
        folio: index + 1,
        side: grid.side,
        parent,
        widthMpt: template.page.width,
        heightMpt: template.page.height,
        bleedMpt: template.page.bleed,
        items: [
          ...planned.frames.flatMap((frame) => paintBoxes(frame, grid, template)),
          ...stories,
          ...planned.frames.flatMap((frame) => paintFurniture(frame, grid)),
          ...(furniture?.items ?? []),
        ],
      },
      frame: frameOfPage(planned, grid, template.page.typeArea.character),
    }
  })
}

function furnitureOf(
  planned: PlannedPage,
  index: number,
  parent: string,
  { issue, typesetter, fields: issueFields, sharedName, contents, count, shelf }: IssuePages,
): DrawnFurniture {
  const { template } = typesetter
  const grid = gridOfPage(template.page, index)
  const titles = sectionTitlesOf(issue, planned).join(' · ')
  const key = [parent, grid.side, index, count, titles, sharedName].join('|')
  return shelf.furniture(key, () => {
    const fields = new Map(issueFields)
      .set('page', String(index + 1).padStart(2, '0'))
      .set('page.number', String(index + 1))
      .set('pages', String(count))
      .set('section.title', titles)
    const texts: SetText[] = []
    const items = drawFurniture(parentOf(template, index, count).furniture, {
      typesetter,
      fields,
      contents,
      mirrored: grid.side === 'verso',
      widthMpt: grid.widthMpt,
      source: { kind: 'furniture' },
      note: (set) => {
        texts.push(set)
      },
    })
    return { items: translateItems(items, grid.leftMpt, grid.topMpt), texts }
  })
}
