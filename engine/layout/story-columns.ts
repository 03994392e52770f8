import type { Story } from '../document/story'
import { LEAST_CHARACTERS } from '../document/template'
import { areaWidthMpt, type PageSpec } from '../document/template-page'
import type { SectionStyle } from '../document/template-sections'
import { columnWidthMpt } from './grid'

/** The columns of a story: its own number, unless that would leave next to no measure. */
export function columnsOf(
  story: Story,
  section: SectionStyle,
  page: PageSpec,
): { readonly columns: number; readonly columnWidthMpt: number } {
  const widthMpt = areaWidthMpt(page)
  const wanted = story.columns ?? section.columns
  const measureMpt = columnWidthMpt(widthMpt, wanted, section.gutter)
  if (measureMpt >= LEAST_CHARACTERS * page.typeArea.character) {
    return { columns: wanted, columnWidthMpt: measureMpt }
  }
  const { columns } = section
  return { columns, columnWidthMpt: columnWidthMpt(widthMpt, columns, section.gutter) }
}
