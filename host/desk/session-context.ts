import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Emit } from '../../bridge/events'
import type { DataFolder } from './data-folder'

/** What sessions have in common. */
export interface SessionContext {
  readonly folder: DataFolder
  readonly emit: Emit
  /** A file as it is shown to desks. */
  readonly nameFile: (path: string) => { readonly fileId: string; readonly name: string }
}

/** Where the journal of a file is kept: not beside it, where a cloud might carry it off. */
export function journalFolder({ journals }: DataFolder, path: string): string {
  return join(journals, createHash('sha256').update(path).digest('hex').slice(0, 32))
}
