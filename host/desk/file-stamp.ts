import { stat } from 'node:fs/promises'
import { readBounded } from '../read-file'
import { sha256 } from '../package-file'

/** What tells at a glance whether a file may have changed, and for certain. */
export interface FileStamp {
  readonly hash: string
  readonly byteCount: number
  readonly modifiedMs: number
  readonly inode: number
}

/** The stamp of a file that holds, or was just given, bytes of that hash. */
export async function stampFile(path: string, hash: string): Promise<FileStamp> {
  const { size, mtimeMs, ino } = await stat(path)
  return { hash, byteCount: size, modifiedMs: mtimeMs, inode: ino }
}

/** How a file stands against its stamp; of the same one, what tells it at a glance from now on. */
export type FileComparison =
  { readonly state: 'same'; readonly stamp: FileStamp } | { readonly state: 'changed' | 'gone' }

/**
 * Looks whether another program changed a file, or took it away.
 * @throws when that cannot be told, as of a disk that does not answer
 */
export async function compareFile(path: string, stamp: FileStamp): Promise<FileComparison> {
  const now = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined
    throw error
  })
  if (now === undefined) return { state: 'gone' }
  const { byteCount, modifiedMs, inode, hash } = stamp
  if (now.size === byteCount && now.mtimeMs === modifiedMs && now.ino === inode) {
    return { state: 'same', stamp }
  }
  if (now.size !== byteCount) return { state: 'changed' }
  if (sha256(await readBounded(path, byteCount)) !== hash) return { state: 'changed' }
  return { state: 'same', stamp: { ...stamp, modifiedMs: now.mtimeMs, inode: now.ino } }
}

/** Whether another program changed a file for certain; one that is gone was not. */
export async function isFileChanged(path: string, stamp: FileStamp): Promise<boolean> {
  const found = await compareFile(path, stamp).catch(() => undefined)
  return found?.state === 'changed'
}
