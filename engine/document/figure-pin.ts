import * as z from 'zod'
import { inWords } from './fault'
import type { Immutable } from './immutable'
import { columnsSchema, MOST_COLUMNS } from './story-columns'

/** The most lines that a type area has. */
const MOST_LINES = 500

/** The fewest lines that a pinned figure takes, its caption included. */
export const LEAST_PINNED_LINES = 3

/**
 * Where a figure stands whatever the text does (固定在版面): on a page of the issue by its number, in
 * columns of its story, from a line of the type area, or at the top or the foot of the text there;
 * `lines` is its height, caption included. The page is the issue's, not the story's: text that
 * grows or shrinks anywhere then moves it nowhere.
 */
export const figurePinSchema = z
  .strictObject({
    page: z.int().min(1).max(999),
    column: columnsSchema,
    columns: columnsSchema,
    line: z.union([z.int().min(1).max(MOST_LINES), z.enum(['top', 'bottom'])]),
    lines: z.int().min(LEAST_PINNED_LINES).max(MOST_LINES),
  })
  .refine(
    ({ column, columns }) => column + columns - 1 <= MOST_COLUMNS,
    inWords('图片超出了最后一栏', 'the figure goes beyond the last column'),
  )

/** See `figurePinSchema`. */
export type FigurePin = Immutable<z.infer<typeof figurePinSchema>>

/** The pin that the attributes of a figure ask for; `undefined` where it flows with the text. */
export function pinOf(attributes: Readonly<Record<string, unknown>>): FigurePin | undefined {
  return figurePinSchema.safeParse(attributes['pin']).data
}
