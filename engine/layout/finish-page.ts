import type { Issue } from '../document/issue'
import type { PlannedPage } from './band'
import type { PictureUnits } from './columns'
import type { FieldValues } from './fields'
import { drawFurniture } from './furniture'
import type { ContentsEntry } from './furniture-context'
import { gridOfPage } from './grid'
import { parentNameOf, parentOf } from './page-sequence'
import { sectionTitlesOf } from './outline'
import type { ComposedPage } from './page'
import { paintStories } from './paint-page'
import { translateItems } from './translate'
import type { SetText, Typesetter } from './typesetter'

/** What all pages of an issue share when they are painted. */
export interface IssuePages {
  readonly issue: Issue
  readonly typesetter: Typesetter
  readonly fields: FieldValues
  readonly contents: readonly ContentsEntry[]
  readonly count: number
  readonly pictureUnits: PictureUnits
  readonly note: (set: SetText, parent: string) => void
}

/** A planned page as a display list: its stories in reading order, then its furniture. */
export function finishPage(page: PlannedPage, index: number, pages: IssuePages): ComposedPage {
  const { issue, typesetter, count } = pages
  const { template } = typesetter
  const grid = gridOfPage(template.page, index)
  const parent = parentOf(template, index, count)
  const name = parentNameOf(template, index, count)
  const folio = index + 1
  const fields = new Map(pages.fields)
    .set('page', String(folio).padStart(2, '0'))
    .set('pages', String(count))
    .set('section.title', sectionTitlesOf(issue, page).join(' · '))
  const furniture = drawFurniture(parent.furniture, {
    typesetter,
    fields,
    contents: pages.contents,
    mirrored: grid.side === 'verso',
    widthMpt: grid.widthMpt,
    source: { kind: 'furniture' },
    note: (set) => {
      pages.note(set, name)
    },
  })
  const stories = paintStories(page, grid, parent.main.firstLine, pages.pictureUnits)
  return {
    index,
    folio,
    side: grid.side,
    parent: name,
    widthMpt: template.page.width,
    heightMpt: template.page.height,
    bleedMpt: template.page.bleed,
    items: [...stories, ...translateItems(furniture, grid.leftMpt, grid.topMpt)],
  }
}
