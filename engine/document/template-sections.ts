import * as z from 'zod'
import { distanceSchema, positiveLengthSchema } from './length'
import { storyBoxSchema } from './story-box'
import { columnsSchema } from './story-columns'
import { DEEPEST_SUBHEADING } from './subheading-level'
import { furnitureSchema } from './template-furniture'
import { nameSchema } from './template-styles'

/** The styles of the four parts of a story's head (引题, 主题, 副题, 署名). */
export const headStylesSchema = z.strictObject({
  kicker: nameSchema,
  headline: nameSchema,
  deck: nameSchema,
  byline: nameSchema,
})

export type HeadStyles = z.infer<typeof headStylesSchema>

/** How a section (栏目) opens: furniture on whole grid lines, with blank lines about it. */
const bannerSchema = z.strictObject({
  linesBefore: z.int().min(0).max(20),
  lines: z.int().min(1).max(40),
  linesAfter: z.int().min(0).max(20),
  furniture: z.array(furnitureSchema).max(40),
})

/** The first character of a story, as high as so many lines, in a style other than the text's. */
const dropCapSchema = z.strictObject({
  lines: z.int().min(2).max(4),
  style: nameSchema.exactOptional(),
})

/** How the stories of a section are set. */
export const sectionStyleSchema = z.strictObject({
  banner: bannerSchema,
  /** Where the section begins: right after what stands before it, or on the next page. */
  start: z.enum(['flow', 'page']),
  columns: columnsSchema,
  gutter: distanceSchema,
  /** The head of the section's first story and of the others. */
  firstHead: headStylesSchema,
  head: headStylesSchema,
  linesBetweenStories: z.int().min(0).max(20),
  /** The box that each of its stories stands in, in the main frame. */
  box: storyBoxSchema.optional(),
  body: nameSchema,
  dropCap: dropCapSchema.exactOptional(),
  /** The style of subheadings: one for all, or one for each level; the last goes for those below. */
  subheading: z.union([nameSchema, z.array(nameSchema).min(1).max(DEEPEST_SUBHEADING)]),
  /** Blank lines above a subheading. */
  linesBeforeSubheading: z.int().min(0).max(4).default(1),
  brief: nameSchema,
  pullQuote: nameSchema,
  tableCell: nameSchema,
  caption: nameSchema,
  credit: nameSchema,
  qrText: nameSchema,
  qrSize: positiveLengthSchema,
  /** Blank between a picture and the text beside it, in ems of the running text. */
  standoff: z.number().min(0.5).max(1).default(1),
})

export type SectionStyle = z.infer<typeof sectionStyleSchema>

/** The style of the subheadings of a level, from 1. */
export function subheadingStyleOf({ subheading }: SectionStyle, level: number): string {
  if (typeof subheading === 'string') return subheading
  return subheading[level - 1] ?? subheading.at(-1) ?? ''
}
