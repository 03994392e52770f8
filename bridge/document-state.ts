import * as z from 'zod'
import { commandSchema, type Command } from '../engine/document/command'
import { idSchema } from '../engine/document/id'
import { type Issue, issueSchema } from '../engine/document/issue'
import { jsonSchema } from '../engine/document/json'
import { failureSchema } from './failure'
import { documentIdSchema, fileIdSchema } from './names'

/** How often a document has changed since it was opened; each batch of commands counts one. */
export const revisionSchema = z.int().min(0)

/** A file as it is shown: the last part of its path, and a name to speak of it by. */
export const fileSchema = z.strictObject({ fileId: fileIdSchema, name: z.string().max(1_000) })

/** How a document stands: what is on the disk of what was typed. */
export const documentStatusSchema = z.strictObject({
  documentId: documentIdSchema,
  revision: revisionSchema,
  /** What the file holds; `null` for a document that has none yet. */
  savedRevision: revisionSchema.nullable(),
  /** What the journal holds for sure, so that it outlives a power cut. */
  journaledRevision: revisionSchema,
  file: fileSchema.nullable(),
  /** Why it can only be read, if so: another desk has it open, its folder is closed. */
  readOnly: failureSchema.nullable(),
  /** What another program did to its file since that was read or written here, if anything. */
  outside: z.enum(['changed', 'gone']).nullable(),
  /** Why the journal cannot be written at present, if so: the disk is full. */
  journalFault: failureSchema.nullable(),
})

/** See `documentStatusSchema`. */
export type DocumentStatus = Readonly<z.infer<typeof documentStatusSchema>>

const documentIssueSchema = issueSchema as unknown as z.ZodType<Issue, Issue>

/** A document with all that it says. */
export const documentStateSchema = documentStatusSchema.extend({
  issue: documentIssueSchema,
  template: jsonSchema,
})

/** See `documentStateSchema`. */
export type DocumentState = Readonly<z.infer<typeof documentStateSchema>>

/** Of one batch. */
export const MOST_COMMANDS = 1_000

/** Commands that are made whole or not at all, and undone as one. */
export const commandsSchema = z
  .array(commandSchema)
  .min(1)
  .max(MOST_COMMANDS) as unknown as z.ZodType<readonly Command[], readonly Command[]>

/** The name that a desk gives to a batch, so that one that is sent twice is made once. */
export const batchIdSchema = idSchema
