import * as z from 'zod'
import { distanceSchema, positiveLengthSchema } from './length'
import { storyBoxSchema } from './story-box'
import { columnsSchema } from './story-columns'
import { furnitureSchema } from './template-furniture'
import { headStylesSchema } from './template-sections'
import { nameSchema } from './template-styles'

/**
 * A slot (版位): a block of a page that stories are put into by its name. Its left side is a
 * distance from the inside edge of the type area, so that it changes sides on a verso; its top and
 * its height are lines of the baseline grid.
 */
export const slotSchema = z.strictObject({
  left: distanceSchema,
  width: positiveLengthSchema,
  firstLine: z.int().min(0),
  lines: z.int().min(3),
  columns: columnsSchema,
  gutter: distanceSchema,
  box: storyBoxSchema.optional(),
  /** The head of its first story, where it is not that of the story's section. */
  head: headStylesSchema.optional(),
})

export type Slot = z.infer<typeof slotSchema>

/**
 * A parent page (母版): its furniture, its slots, and the grid lines of the type area that the main
 * frame takes, across its whole width; none where a page is slots alone.
 */
export const parentSchema = z.strictObject({
  furniture: z.array(furnitureSchema).max(200),
  main: z.strictObject({ firstLine: z.int().min(0), lines: z.int().min(0) }),
  slots: z.record(nameSchema, slotSchema).optional(),
})

export type ParentPage = z.infer<typeof parentSchema>
