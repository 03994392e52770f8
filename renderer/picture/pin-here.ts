import { type FigurePin, LEAST_PINNED_LINES } from '../../engine/document/figure-pin'
import type { Issue } from '../../engine/document/issue'
import type { Template } from '../../engine/document/template'
import { gridOfPage } from '../../engine/layout/grid'
import type { ComposedPage, PageItem } from '../../engine/layout/page'
import { columnsOf, mainFrameOf } from '../../engine/layout/story-frame'

/** A figure of an issue. */
export interface FigureOfIssue {
  readonly issue: Issue
  readonly storyId: string
  readonly blockId: string
}

/** Where a figure begins to be pinned that stands on no page. */
const ANYWHERE: FigurePin = { page: 1, column: 1, columns: 1, line: 'top', lines: 12 }

/** Below a caption: the foot of its characters, and the white to the text. */
const BELOW_CAPTION_MPT = 5_000

/** The pin of a figure at the place where it stands on the pages that are shown. */
export function pinHere(
  { issue, storyId, blockId }: FigureOfIssue,
  pages: readonly ComposedPage[],
  template: Template,
): FigurePin {
  const isOwn = ({ source }: PageItem): boolean =>
    source.kind === 'story' && source.storyId === storyId && source.blockId === blockId
  const page = pages.find(({ items }) => items.some((item) => item.kind === 'image' && isOwn(item)))
  const own = page?.items.filter(isOwn) ?? []
  const image = own.find((item) => item.kind === 'image')
  const story = issue.records.stories[storyId]
  const section = Object.values(issue.records.sections).find(({ stories }) =>
    stories.includes(storyId),
  )
  const style = section === undefined ? undefined : template.sections[section.style]
  if (!page || !image || !story || !style) return ANYWHERE
  const frame = mainFrameOf(style, template.page)
  const { columns: count, columnWidthMpt } = columnsOf(story, frame, template.page)
  const { leftMpt, topMpt, lineMpt } = gridOfPage(template.page, page.index)
  const stepMpt = columnWidthMpt + frame.gutterMpt
  const fromLeftMpt = image.xMpt - leftMpt - (style.box?.inset ?? 0)
  const column = within(Math.round(fromLeftMpt / stepMpt) + 1, 1, count)
  const columns = Math.round((image.widthMpt + frame.gutterMpt) / stepMpt)
  const line = Math.floor((image.yMpt - topMpt) / lineMpt) + 1
  const endMpt = Math.max(
    image.yMpt + image.heightMpt,
    ...own.flatMap((item) =>
      item.kind === 'glyphs' ? [item.baselineMpt + BELOW_CAPTION_MPT] : [],
    ),
  )
  const lines = Math.ceil((endMpt - topMpt) / lineMpt) - line + 1
  return {
    page: page.folio,
    column,
    columns: within(columns, 1, count - column + 1),
    line: Math.max(1, line),
    lines: Math.max(LEAST_PINNED_LINES, lines),
  }
}

function within(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most))
}
