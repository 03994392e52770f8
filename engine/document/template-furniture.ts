import * as z from 'zod'
import { isArtworkPath } from './artwork-path'
import { inWords } from './fault'
import { distanceSchema, lengthSchema, positiveLengthSchema } from './length'
import { nameSchema } from './template-styles'

/**
 * What furniture may print of an issue; `{name}` in a furniture text stands for its value. What
 * else a publication tells of itself is `{publication.fields.…}`, by the names that the template
 * lists under `publication.fields`.
 */
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
  'page.number',
  'pages',
  'section.title',
] as const

/** What the name of a field begins with that a template lists itself. */
export const OWN_FIELD = 'publication.fields.'

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
      if (part.field.startsWith(OWN_FIELD)) continue
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
  /** What room is left is shared between its characters, so that it spans its width. */
  spread: z.boolean().optional(),
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

/** A row: texts at its left, in its middle and at its right, each left out as any text is. */
const rowSchema = z
  .strictObject({
    left: fieldText.optional(),
    middle: fieldText.optional(),
    right: fieldText.optional(),
    style: nameSchema,
    /** What stands before the left text, whose lines all begin after it, on its whole ems: 报：. */
    label: z.string().min(1).max(20).optional(),
    /** Lines that the left text may take. */
    lines: z.int().min(1).max(10).default(1),
  })
  .refine(
    ({ left, middle, right }) => (left ?? middle ?? right) !== undefined,
    inWords('应有 left、middle 或 right', 'it should have left, middle or right'),
  )

/**
 * Groups of rows between rules, the last rule on a foot from which they grow upward (版记,
 * GB/T 9704-2012 7.4). Rows without a text are left out, groups without rows too. They read alike
 * on both sides of a sheet: nothing in them is mirrored.
 */
const rowsFurniture = z.strictObject({
  kind: z.literal('rows'),
  x: lengthSchema,
  /** Where the last rule ends. */
  foot: lengthSchema,
  width: positiveLengthSchema,
  /** White between the rules' ends and the texts. */
  inset: distanceSchema,
  /** White above and below the rows of a group. */
  padding: distanceSchema,
  rules: z.strictObject({
    outer: positiveLengthSchema,
    inner: positiveLengthSchema,
    swatch: nameSchema,
  }),
  groups: z.array(z.array(rowSchema).min(1).max(12)).min(1).max(6),
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
  rowsFurniture,
])

export type Furniture = z.infer<typeof furnitureSchema>
export type TextFurniture = z.infer<typeof textFurniture>
export type BoxFurniture = z.infer<typeof boxFurniture>
export type ArtworkFurniture = z.infer<typeof artworkFurniture>
export type RowsFurniture = z.infer<typeof rowsFurniture>
export type FurnitureRow = RowsFurniture['groups'][number][number]
export type ContentsFurniture = z.infer<typeof contentsFurniture>
