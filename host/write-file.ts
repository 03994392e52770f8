import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { access, copyFile, link, open, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { explainFileError } from './file-error'
import { irregularFile } from './read-file'

const PERMISSIONS = 0o777

/** How a file is written. */
export interface WriteOptions {
  /**
   * The file holds work that cannot be made again: it is on the disk before it takes the place of
   * the one before, which stays beside it under its name and `~`.
   */
  readonly precious: boolean
}

/** What became of a file that was written. */
export interface WrittenTarget {
  /** Whether it outlives a power cut, as far as its disk can tell; false of what is not precious. */
  readonly isLasting: boolean
}

/**
 * Writes a file so that at every moment the target is either whole as it was or whole as it shall
 * be: a temporary file beside it, with the mode of the one before, renamed. A precious one outlives
 * a power cut as well: fsync before the rename, fsync of the folder after it. Where only the latter
 * fails the file is written all the same, and not lasting.
 * @throws {BanxinError} when it cannot be written; then the target is as it was.
 */
export async function writeAtomically(
  path: string,
  bytes: Uint8Array,
  { precious }: WriteOptions,
): Promise<WrittenTarget> {
  try {
    const { target, mode } = await findTarget(path)
    const temporary = besides(target)
    try {
      await writeAnew(temporary, bytes, { durable: precious, mode })
      if (precious && mode !== undefined) await keep(target)
      await rename(temporary, target)
    } catch (error) {
      await rm(temporary, { force: true })
      throw error
    }
    return { isLasting: precious && (await isNameLasting(target)) }
  } catch (error) {
    throw explainFileError(error, path)
  }
}

/**
 * Finds out, before long work, whether a file can be written there.
 * @throws {BanxinError} when its folder is absent or closed, or something else stands in its place.
 */
export async function checkTarget(path: string): Promise<void> {
  try {
    const { target } = await findTarget(path)
    await access(dirname(target), constants.W_OK | constants.X_OK)
  } catch (error) {
    throw explainFileError(error, path)
  }
}

/** Where a file is to be written. */
interface Target {
  readonly target: string
  /** Who may do what with the file that is there; `undefined` where there is none. */
  readonly mode: number | undefined
}

/** Follows links, so that the file is replaced and not the link to it. */
async function findTarget(path: string): Promise<Target> {
  const status = await stat(path).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  })
  if (status === undefined) return { target: path, mode: undefined }
  if (status.isDirectory()) throw Object.assign(new Error('folder'), { code: 'EISDIR' })
  if (!status.isFile()) throw irregularFile(path)
  return { target: await realpath(path), mode: status.mode & PERMISSIONS }
}

function besides(target: string): string {
  return join(dirname(target), `.${basename(target).slice(0, 100)}.${randomUUID()}`)
}

async function writeAnew(
  path: string,
  bytes: Uint8Array,
  { durable, mode }: { readonly durable: boolean; readonly mode: number | undefined },
): Promise<void> {
  // Never open to more people than it will be, not even while it is written.
  const file = await open(path, 'wx', mode)
  try {
    // Not every disk knows modes.
    if (mode !== undefined) await file.chmod(mode).catch(() => undefined)
    await file.writeFile(bytes)
    if (durable) await file.sync()
  } finally {
    await file.close()
  }
}

async function isNameLasting(target: string): Promise<boolean> {
  return syncFolder(dirname(target)).then(
    () => true,
    () => false,
  )
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

/** Makes sure that the names in a folder outlive a power cut. */
export async function syncFolder(path: string): Promise<void> {
  // Windows can neither open nor sync a folder, and needs no such help.
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
