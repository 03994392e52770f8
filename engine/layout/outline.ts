import type { Issue } from '../document/issue'
import type { Template } from '../document/template'
import type { PlannedPage } from './band'
import type { ContentsEntry } from './furniture-context'
import type { Bookmark } from './page'
import { storyOf } from './story-fit'

/** Sections and headlines with the pages they begin on, for the outline and the contents. */
export function outlineOf(pages: readonly PlannedPage[], template: Template): readonly Bookmark[] {
  return pages.flatMap((page, pageIndex) => {
    return page.frames.flatMap(({ placed, firstLine }) =>
      placed.flatMap(({ band, line }): Bookmark[] => {
        if (band.kind !== 'block' || band.title === '') return []
        const { margins, typeArea } = template.page
        const yMpt = margins.top + (firstLine + line) * typeArea.leading
        return [{ title: band.title, level: band.of.kind === 'section' ? 1 : 2, pageIndex, yMpt }]
      }),
    )
  })
}

/**
 * The contents (导读): the stories behind the first page, and sections that have no headlines.
 */
export function contentsOf(outline: readonly Bookmark[]): readonly ContentsEntry[] {
  return outline.flatMap(({ title, level, pageIndex }, index): ContentsEntry[] => {
    const hasStories = level === 1 && outline[index + 1]?.level === 2
    return pageIndex === 0 || hasStories ? [] : [{ folio: pageIndex + 1, title }]
  })
}

/** The titles of the sections whose stories or pinned figures a page shows, in order. */
export function sectionTitlesOf(issue: Issue, page: PlannedPage): readonly string[] {
  const sectionOf = sectionTitles(issue.records.sections)
  const ids = page.frames.flatMap(({ placed, pinned: pins }) => [
    ...placed.map((each) => storyOf(each) ?? ''),
    ...pins.map(({ pinned }) => pinned.storyId),
  ])
  const titles = ids.flatMap((storyId) => {
    const title = sectionOf.get(storyId) ?? ''
    return title === '' ? [] : [title]
  })
  return [...new Set(titles)]
}

type Sections = Issue['records']['sections']

/** Records are immutable, so each is gone through once for as long as it is held. */
const knownTitles = new WeakMap<Sections, ReadonlyMap<string, string>>()

/** The title of the section that each story stands in. */
function sectionTitles(sections: Sections): ReadonlyMap<string, string> {
  const known = knownTitles.get(sections)
  if (known !== undefined) return known
  const titles = new Map(
    Object.values(sections).flatMap(({ stories, title }) =>
      stories.map((storyId) => [storyId, title] as const),
    ),
  )
  knownTitles.set(sections, titles)
  return titles
}
