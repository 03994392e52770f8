import * as z from 'zod'
import { inWords } from './fault'
import { lengthSchema, positiveLengthSchema } from './length'
import type { Bilingual } from './message'

/**
 * The sheet and its type area (版心). The type area is given in characters and lines, its place
 * by the top and inside margins; the outside and bottom margins are what is left.
 */
export const pageSchema = z.strictObject({
  width: positiveLengthSchema,
  height: positiveLengthSchema,
  bleed: lengthSchema.refine(
    (mpt) => mpt >= 0 && mpt <= 72_000,
    inWords('应在 0 与 1in 之间', 'it should lie between 0 and 1in'),
  ),
  facing: z.boolean(),
  margins: z.strictObject({ top: lengthSchema, inside: lengthSchema }),
  typeArea: z.strictObject({
    character: positiveLengthSchema,
    characters: z.int().min(4).max(200),
    leading: positiveLengthSchema,
    lines: z.int().min(4).max(300),
  }),
})

export type PageSpec = z.infer<typeof pageSchema>

/** Width of the type area. */
export function areaWidthMpt(page: PageSpec): number {
  return page.typeArea.character * page.typeArea.characters
}

/** Height of the type area: its lines on the baseline grid. */
export function areaHeightMpt(page: PageSpec): number {
  return page.typeArea.leading * page.typeArea.lines
}

/** Pages whose type area does not lie on the sheet, in words; `undefined` when all is well. */
export function describePageFault(page: PageSpec): Bilingual | undefined {
  const right = page.margins.inside + areaWidthMpt(page)
  const bottom = page.margins.top + areaHeightMpt(page)
  if (page.margins.inside < 0 || page.margins.top < 0) {
    return { zh: '边距不能为负', en: 'margins must not be negative' }
  }
  if (right > page.width) {
    return { zh: '版心比页面留给它的地方宽', en: 'the type area is too wide for the page' }
  }
  if (bottom > page.height) {
    return { zh: '版心比页面留给它的地方高', en: 'the type area is too tall for the page' }
  }
  return undefined
}
