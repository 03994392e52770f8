import type { Issue } from '../document/issue'
import type { Template } from '../document/template'
import type { Band, PlannedPage } from './band'
import { type PictureUnits, unitsLeft } from './columns'
import type { StoryFit } from './composition'
import type { Flow } from './flow'
import type { ContentsEntry } from './furniture-context'
import { parentOf } from './page-sequence'
import type { Bookmark } from './page'

/** Sections and headlines with the pages they begin on, for the outline and the contents. */
export function outlineOf(pages: readonly PlannedPage[], template: Template): readonly Bookmark[] {
  return pages.flatMap((page, pageIndex) => {
    const { firstLine } = parentOf(template, pageIndex, pages.length).main
    return page.placed.flatMap(({ band, line }): Bookmark[] => {
      if (band.kind !== 'block' || band.title === '') return []
      const { margins, typeArea } = template.page
      const yMpt = margins.top + (firstLine + line) * typeArea.leading
      return [{ title: band.title, level: band.of.kind === 'section' ? 1 : 2, pageIndex, yMpt }]
    })
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

/** The titles of the sections whose stories a page shows, in order. */
export function sectionTitlesOf(issue: Issue, page: PlannedPage): readonly string[] {
  const sectionOf = new Map<string, string>()
  for (const section of Object.values(issue.records.sections)) {
    for (const storyId of section.stories) sectionOf.set(storyId, section.title)
  }
  const titles = page.placed.flatMap(({ band }) => {
    const storyId = band.kind === 'block' ? band.of.id : band.storyId
    const title = sectionOf.get(storyId)
    return title === undefined || title === '' ? [] : [title]
  })
  return [...new Set(titles)]
}

/** How each story of the issue fits its pages. */
export function fitStories(
  issue: Issue,
  bands: readonly Band[],
  flow: Flow,
  pictureUnits: PictureUnits,
): readonly StoryFit[] {
  const folios = new Map<string, Set<number>>()
  for (const [index, page] of flow.pages.entries()) {
    for (const { band } of page.placed) {
      const storyId = band.kind === 'block' ? band.of.id : band.storyId
      folios.set(storyId, (folios.get(storyId) ?? new Set()).add(index + 1))
    }
  }
  const overset = new Map<string, number>()
  const { overset: end } = flow
  if (end !== undefined) {
    for (const [index, band] of bands.entries()) {
      if (band.kind !== 'columns' || index < end.bandIndex) continue
      const from = index === end.bandIndex ? end.from : { slice: 0, float: 0 }
      const lines = unitsLeft(band.content, from, pictureUnits)
      overset.set(band.storyId, (overset.get(band.storyId) ?? 0) + lines)
    }
  }
  return issue.sections.flatMap((sectionId) =>
    (issue.records.sections[sectionId]?.stories ?? []).map((storyId) => ({
      storyId,
      folios: [...(folios.get(storyId) ?? [])],
      oversetLines: overset.get(storyId) ?? 0,
    })),
  )
}
