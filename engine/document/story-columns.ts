import * as z from 'zod'

/** The most columns that a story is set in. */
export const MOST_COLUMNS = 6

/** How many columns a story, a section or a slot has. */
export const columnsSchema = z.int().min(1).max(MOST_COLUMNS)
