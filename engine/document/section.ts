import * as z from 'zod'
import { idSchema } from './id'
import type { Immutable } from './immutable'

/** How many stories a section holds. */
export const MAXIMUM_STORIES = 2_000

/** A section (栏目) of an issue: stories in order under one title. */
export const sectionSchema = z.strictObject({
  id: idSchema,
  /** The name of a section style of the template. */
  style: z.string().min(1).max(100),
  title: z.string().max(200),
  stories: z.array(idSchema).max(MAXIMUM_STORIES),
})

/** See `sectionSchema`. */
export type Section = Immutable<z.infer<typeof sectionSchema>>
