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

/** Whether another program changed a file since; one that is gone counts as it was. */
export async function isFileChanged(path: string, stamp: FileStamp): Promise<boolean> {
  const now = await stat(path).catch(() => undefined)
  if (now === undefined) return false
  const { byteCount, modifiedMs, inode, hash } = stamp
  if (now.size === byteCount && now.mtimeMs === modifiedMs && now.ino === inode) return false
  if (now.size !== byteCount) return true
  return sha256(await readBounded(path, byteCount)) !== hash
}
