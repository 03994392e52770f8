import * as z from 'zod'
import { isArtworkPath } from './artwork-path'
import { inWords } from './fault'
import { distanceSchema, lengthSchema, positiveLengthSchema } from './length'
import { nameSchema } from './template-styles'

/** What furniture may print of an issue; `{name}` in a furniture text stands for its value. */
export const FIELD_NAMES = [
  'publication.name',
  'publication.publisher',
  'publication.editor',
  'publication.address',
  'publication.phone',
  'publication.notice',
  'issue.number',
  'issue.total',
  'issue.date',
  'issue.weekday',
  'issue.year',
  'page',
  'pages',
  'section.title',
] as const

const FIELD = /\{([^{}]*)\}/g

/** The parts of a furniture text: literal stretches and fields, in order. */
export function parseFieldText(text: string): readonly (string | { readonly field: string })[] {
  const parts: (string | { readonly field: string })[] = []
  let from = 0
  for (const match of text.matchAll(FIELD)) {
    if (match.index > from) parts.push(text.slice(from, match.index))
    parts.push({ field: match[1] ?? '' })
    from = match.index + match[0].length
  }
  if (from < text.length) parts.push(text.slice(from))
  return parts
}

const fieldText = z
  .string()
  .min(1)
  .max(500)
  .superRefine((text, context) => {
    for (const part of parseFieldText(text)) {
      if (typeof part === 'string') continue
      if ((FIELD_NAMES as readonly string[]).includes(part.field)) continue
      const known = FIELD_NAMES.join(', ')
      context.addIssue({
        code: 'custom',
        ...inWords(
          `没有字段 {${part.field}}，可用的字段有 ${known}`,
          `there is no field {${part.field}}; the fields are ${known}`,
        ),
      })
    }
  })

const id = nameSchema.optional()

/** One line of text on a baseline. It is left out when a field in it has no value. */
const textFurniture = z.strictObject({
  kind: z.literal('text'),
  id,
  text: fieldText,
  style: nameSchema,
  /** Styles for a text too long for the first, tried in order. */
  narrower: z.array(nameSchema).max(4).optional(),
  x: lengthSchema,
  baseline: lengthSchema,
  width: positiveLengthSchema,
})

/** A filled rectangle. With `after` it begins where that text ends, a gap later. */
const boxFurniture = z.strictObject({
  kind: z.literal('box'),
  x: lengthSchema,
  y: lengthSchema,
  width: positiveLengthSchema,
  height: positiveLengthSchema,
  swatch: nameSchema,
  after: z.strictObject({ text: nameSchema, gap: lengthSchema }).optional(),
})

/** A filled SVG path (M L H V C Z, absolute or relative) whose box is scaled into the frame. */
const artworkFurniture = z.strictObject({
  kind: z.literal('artwork'),
  path: z
    .string()
    .min(1)
    .max(20_000)
    .refine(
      isArtworkPath,
      inWords(
        '应是 M 开头的 SVG 路径，只用 M L H V C Z 和数字',
        'it should be an SVG path that begins with M and has only M L H V C Z and numbers',
      ),
    ),
  viewBox: z.tuple([z.number(), z.number(), z.number().positive(), z.number().positive()]),
  x: lengthSchema,
  y: lengthSchema,
  width: positiveLengthSchema,
  height: positiveLengthSchema,
  swatch: nameSchema,
})

/** The contents (导读): page number and headline of the stories, one line each, as many as fit. */
const contentsFurniture = z.strictObject({
  kind: z.literal('contents'),
  x: lengthSchema,
  baseline: lengthSchema,
  width: positiveLengthSchema,
  lines: z.int().min(1).max(60),
  columns: z.int().min(1).max(4),
  gutter: distanceSchema,
  style: nameSchema,
  folioStyle: nameSchema,
})

/**
 * What a page or a banner carries besides the stories. Lengths run from the top inside corner of
 * the type area (or of the banner); on a verso all is mirrored.
 */
export const furnitureSchema = z.discriminatedUnion('kind', [
  textFurniture,
  boxFurniture,
  artworkFurniture,
  contentsFurniture,
])

export type Furniture = z.infer<typeof furnitureSchema>
export type TextFurniture = z.infer<typeof textFurniture>
export type BoxFurniture = z.infer<typeof boxFurniture>
export type ArtworkFurniture = z.infer<typeof artworkFurniture>
export type ContentsFurniture = z.infer<typeof contentsFurniture>
