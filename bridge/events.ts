import * as z from 'zod'
import {
  batchIdSchema,
  commandsSchema,
  documentStatusSchema,
  revisionSchema,
} from './document-state'
import { exportStepSchema } from './export-state'
import { failureSchema } from './failure'
import { documentIdSchema, fileIdSchema, jobIdSchema } from './names'
import { commandKeySchema } from './window-description'

/** What the host tells every desk of its own accord: event → payload. */
export const events = {
  /** A batch was made; a desk knows its own by their `batchId`. */
  'document.changed': z.strictObject({
    documentId: documentIdSchema,
    revision: revisionSchema,
    batchId: batchIdSchema,
    commands: commandsSchema,
  }),
  /** More of it is on the disk, or can no longer be brought there. */
  'document.status': documentStatusSchema,
  'document.closed': z.strictObject({ documentId: documentIdSchema }),
  'export.progress': z.strictObject({ jobId: jobIdSchema, step: exportStepSchema }),
  /** Something that a person should be told, as that work was recovered. */
  'host.notice': z.strictObject({
    documentId: documentIdSchema.nullable(),
    severity: z.enum(['error', 'warning', 'note']),
    message: failureSchema,
  }),
  /** A command was chosen in a menu of the system. */
  'menu.command': z.strictObject({ key: commandKeySchema }),
  /** A file came from outside for this window, which has none open. */
  'file.wanted': z.strictObject({ fileId: fileIdSchema }),
  /** The person or the system wants the window closed; answered by `window.close` or `.keep`. */
  'window.closing': z.strictObject({}),
} as const

/** The name of an event. */
export type EventName = keyof typeof events
/** What an event tells. */
export type EventPayload<Name extends EventName> = Readonly<z.output<(typeof events)[Name]>>

/** Tells of an event. */
export type Emit = <Name extends EventName>(name: Name, payload: EventPayload<Name>) => void
