import { randomUUID } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import type { DataFolder } from './data-folder'

/** What a document's file is: one of its maker's, or one that the desk keeps until it has such. */
export type FileOrigin = 'file' | 'draft' | 'rescued'

const MARK = '--'
const OWN = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}--/
const LONGEST_LABEL = 60

/** A new path in a folder of the desk, which shows as `label`. */
export function draftPath(folder: string, label: string): string {
  const title = label.replace(/\.banxin$/u, '').replaceAll(/[^\p{L}\p{N}]+/gu, '-')
  const name = `${randomUUID()}${MARK}${[...title].slice(0, LONGEST_LABEL).join('')}`
  return join(folder, `${name}.banxin`)
}

/** What a file shows as. */
export function labelOf(path: string): string {
  return basename(path).replace(OWN, '')
}

/** Whose file a path is. */
export function originOf(path: string, { drafts, rescued }: DataFolder): FileOrigin {
  const folder = dirname(path)
  if (folder === drafts) return 'draft'
  return folder === rescued ? 'rescued' : 'file'
}
