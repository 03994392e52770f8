import type { Issue } from '../../engine/document/issue'
import type { Template } from '../../engine/document/template'
import { areaWidthMpt } from '../../engine/document/template-page'
import { columnsOf, mainFrameOf, slotAreasOf } from '../../engine/layout/story-frame'

/** A width that a picture of a story can be placed at. */
export interface PicturePlace {
  readonly span: 'column' | 'all'
  readonly widthMpt: number
}

/** The widths that a picture of a story can be placed at: its column's, and that of all columns. */
export function picturePlaces(
  issue: Issue,
  template: Template,
  storyId: string,
): readonly PicturePlace[] {
  const all = { span: 'all', widthMpt: areaWidthMpt(template.page) } as const
  const story = issue.records.stories[storyId]
  const section = Object.values(issue.records.sections).find(({ stories }) =>
    stories.includes(storyId),
  )
  const style = section === undefined ? undefined : template.sections[section.style]
  if (story === undefined || style === undefined) return [all]
  const inSlot = slotAreasOf(template).get(story.slot ?? '')?.frame
  const frame = inSlot ?? mainFrameOf(style, template.page)
  const { columns, columnWidthMpt } = columnsOf(story, frame, template.page)
  const across = { span: 'all', widthMpt: frame.widthMpt } as const
  return columns === 1 ? [across] : [{ span: 'column', widthMpt: columnWidthMpt }, across]
}
