import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { copyFile, link, open, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { explainFileError } from './file-error'
import { irregularFile } from './read-file'

/** Whether the file that is replaced stays beside the target, under its name and `~`. */
export interface WriteOptions {
  readonly keepBackup: boolean
}

/**
 * Writes a file so that at every moment, a power cut included, the target is either whole as it
 * was or whole as it shall be: a temporary file beside it, fsync, rename, fsync of the folder.
 * @throws {BanxinError} when it cannot be written; then the target is as it was.
 */
export async function writeAtomically(
  path: string,
  bytes: Uint8Array,
  { keepBackup }: WriteOptions,
): Promise<void> {
  try {
    const { target, exists } = await findTarget(path)
    const temporary = besides(target)
    try {
      await writeDurably(temporary, bytes)
      if (keepBackup && exists) await keep(target)
      await rename(temporary, target)
    } catch (error) {
      await rm(temporary, { force: true })
      throw error
    }
    await syncFolder(dirname(target))
  } catch (error) {
    throw explainFileError(error, path)
  }
}

/** Follows links, so that the file is replaced and not the link to it. */
async function findTarget(path: string): Promise<{ target: string; exists: boolean }> {
  const status = await stat(path).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  })
  if (status === undefined) return { target: path, exists: false }
  if (status.isDirectory()) throw Object.assign(new Error('folder'), { code: 'EISDIR' })
  if (!status.isFile()) throw irregularFile(path)
  return { target: await realpath(path), exists: true }
}

function besides(target: string): string {
  return join(dirname(target), `.${basename(target).slice(0, 100)}.${randomUUID()}`)
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** The backup is a second name of the old file where the disk knows such, else a copy. */
async function keep(target: string): Promise<void> {
  const second = besides(target)
  try {
    await link(target, second).catch(() => copyFile(target, second, constants.COPYFILE_EXCL))
    await rename(second, `${target}~`)
  } catch (error) {
    await rm(second, { force: true })
    throw error
  }
}

async function syncFolder(path: string): Promise<void> {
  // Windows can neither open nor sync a folder, and needs no such help.
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
