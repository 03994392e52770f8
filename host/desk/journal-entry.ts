import { createHash } from 'node:crypto'
import * as z from 'zod'
import { batchIdSchema, commandsSchema, revisionSchema } from '../../bridge/document-state'
import type { Document } from '../../engine/document/document'
import { isSafeJson, jsonSchema } from '../../engine/document/json'
import { migrateIssue } from '../../engine/document/migration'
import { parseIssue } from '../../engine/document/parse-issue'

const hash = z.string().regex(/^[0-9a-f]{64}$/)

const entrySchema = z.discriminatedUnion('kind', [
  /** The first line: which file the journal goes with, and a document to begin from. */
  z.strictObject({
    kind: z.literal('base'),
    /** SHA-256 of the package. */
    file: hash,
    /** What the file holds; the document may be further on. */
    fileRevision: revisionSchema,
    revision: revisionSchema,
    issue: jsonSchema,
    template: jsonSchema,
  }),
  /** A batch of commands, and the revision that it led to. */
  z.strictObject({
    kind: z.literal('batch'),
    revision: revisionSchema,
    batchId: batchIdSchema,
    commands: commandsSchema,
  }),
  /** Written before a save: a file of this hash holds this revision. */
  z.strictObject({ kind: z.literal('save'), file: hash, revision: revisionSchema }),
])

/** One line of a journal. */
export type JournalEntry = Readonly<z.infer<typeof entrySchema>>
/** The first line of a journal. */
export type BaseEntry = Extract<JournalEntry, { kind: 'base' }>
/** The line of a batch. */
export type BatchEntry = Extract<JournalEntry, { kind: 'batch' }>

/**
 * The document of a base entry, which an earlier Banxin may have written.
 * @throws {BanxinError} what `migrateIssue` or `parseIssue` finds.
 */
export function readBase({ issue, template }: BaseEntry): Document {
  return { issue: parseIssue(migrateIssue(issue, 'journal'), 'journal'), template }
}

const LINE_FEED = 0x0a
const SUM_DIGITS = 16

/**
 * An entry as a line: a checksum, a space, JSON, a line feed. The checksum is over that of the
 * line before as well, so that no line can be missing or stand elsewhere.
 */
export function encodeEntry(
  entry: JournalEntry,
  sumBefore: string,
): { readonly line: Buffer; readonly sum: string } {
  const json = JSON.stringify(entry)
  const sum = sumOf(json, sumBefore)
  return { line: Buffer.from(`${sum} ${json}\n`), sum }
}

/** What a journal holds. */
export interface JournalContent {
  readonly entries: readonly JournalEntry[]
  /** Whether more follows than the one line that was being written at the end. */
  readonly isDamaged: boolean
}

/** Reads lines as far as they are whole and follow each other. */
export function decodeEntries(bytes: Buffer): JournalContent {
  const entries: JournalEntry[] = []
  let sum = ''
  let start = 0
  for (;;) {
    const end = bytes.indexOf(LINE_FEED, start)
    if (end < 0) return { entries, isDamaged: false }
    const line = bytes.toString('utf8', start, end)
    const json = line.slice(SUM_DIGITS + 1)
    const entry = line === `${sumOf(json, sum)} ${json}` ? parseEntry(json) : undefined
    if (entry === undefined) {
      const isLast = bytes.indexOf(LINE_FEED, end + 1) < 0
      return { entries, isDamaged: !isLast }
    }
    entries.push(entry)
    sum = line.slice(0, SUM_DIGITS)
    start = end + 1
  }
}

function parseEntry(json: string): JournalEntry | undefined {
  const value: unknown = JSON.parse(json)
  return isSafeJson(value) ? entrySchema.safeParse(value).data : undefined
}

function sumOf(json: string, sumBefore: string): string {
  return createHash('sha256')
    .update(sumBefore + json)
    .digest('hex')
    .slice(0, SUM_DIGITS)
}
