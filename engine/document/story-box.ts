import * as z from 'zod'
import { distanceSchema, positiveLengthSchema } from './length'
import { nameSchema } from './template-styles'

/**
 * A box round stories: a ground, a rule about it, or both. The text stands off its sides by the
 * inset, and off its top and bottom by as many whole lines of the grid as hold the inset.
 */
export const storyBoxSchema = z.strictObject({
  fill: nameSchema.optional(),
  rule: z.strictObject({ swatch: nameSchema, thickness: positiveLengthSchema }).optional(),
  inset: distanceSchema,
})

export type StoryBox = z.infer<typeof storyBoxSchema>
