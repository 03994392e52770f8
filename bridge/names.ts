import * as z from 'zod'

/**
 * A name that the host gave to a document, a file, a folder or a job: 128 random bits, so that one
 * can be passed back and none can be guessed. Paths never cross the bridge.
 */
const name = z.string().regex(/^[A-Za-z0-9_-]{22}$/)

/** An open document. */
export const documentIdSchema = name
/** A file that a person chose: in a dialog, or among recent files. */
export const fileIdSchema = name
/** A folder that a person may look into. */
export const folderIdSchema = name
/** An export under way. */
export const jobIdSchema = name
