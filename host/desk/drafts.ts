import { randomUUID } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import type { DataFolder } from './data-folder'

/** What a document's file is: one of its maker's, or one that the desk keeps until it has such. */
export type FileOrigin = 'file' | 'draft' | 'rescued'

const MARK = '--'
const LONGEST_LABEL = 60

/** A new path in a folder of the desk, which shows as `label`. */
export function draftPath(folder: string, label: string): string {
  const plain = [...label.replaceAll(/[^\p{L}\p{N}]+/gu, '-')].slice(0, LONGEST_LABEL).join('')
  return join(folder, `${randomUUID()}${MARK}${plain}.banxin`)
}

/** What a file of the desk shows as. */
export function labelOf(path: string): string {
  const name = basename(path)
  const mark = name.indexOf(MARK)
  return mark < 0 ? name : name.slice(mark + MARK.length)
}

/** Whose file a path is. */
export function originOf(path: string, { drafts, rescued }: DataFolder): FileOrigin {
  const folder = dirname(path)
  if (folder === drafts) return 'draft'
  return folder === rescued ? 'rescued' : 'file'
}
