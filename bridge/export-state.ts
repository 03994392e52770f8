import * as z from 'zod'
import { fileSchema } from './document-state'
import { failureSchema } from './failure'

const count = z.int().min(0)

/** A part of an export as it begins; of pictures, how many are done. */
export const exportStepSchema = z.discriminatedUnion('part', [
  z.strictObject({ part: z.enum(['fonts', 'pages', 'pdf', 'file']) }),
  z.strictObject({ part: z.literal('pictures'), done: count, total: count }),
])

/** See `exportStepSchema`. */
export type ExportStep = Readonly<z.infer<typeof exportStepSchema>>

/** How an export ended. */
export const exportResultSchema = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('done'),
    file: fileSchema,
    pageCount: count,
    byteCount: count,
  }),
  z.strictObject({ state: z.literal('cancelled') }),
  z.strictObject({ state: z.literal('failed'), failure: failureSchema }),
])

/** See `exportResultSchema`. */
export type ExportResult = Readonly<z.infer<typeof exportResultSchema>>
