import { readdir, realpath, stat } from 'node:fs/promises'
import { dirname, join, relative, isAbsolute, sep } from 'node:path'
import { explainFileError } from '../file-error'
import { deskError } from './desk-error'
import { hidePath } from './path-names'

/** What a folder holds that a desk may be shown, by name. */
export interface FolderContent {
  readonly folders: readonly string[]
  readonly files: readonly {
    readonly path: string
    readonly changedAt: Date
    readonly byteCount: number
  }[]
  /** The folder that it lies in, where that may be looked into too. */
  readonly parent: string | undefined
}

const MOST_SHOWN = 2_000

/**
 * The folders and those files of a folder whose names end in `ending`. Hidden ones are left out,
 * and so is what links lead to outside of the `roots`.
 * @throws {BanxinError} when it cannot be read.
 */
export async function listFolder(
  path: string,
  ending: string,
  roots: readonly string[],
): Promise<FolderContent> {
  const names = await readdir(path).catch((error: unknown) => {
    throw hidePath(explainFileError(error, path), path)
  })
  const shown = names
    .filter((name) => !name.startsWith('.'))
    .sort()
    .slice(0, MOST_SHOWN)
  const entries = await Promise.all(shown.map((name) => describe(join(path, name))))
  const known = entries.filter((entry) => entry !== undefined)
  const inside = known.filter((entry) => isInside(entry.real, roots))
  const parent = dirname(path)
  return {
    folders: inside.filter(({ status }) => status.isDirectory()).map(({ real }) => real),
    files: inside
      .filter(({ status, real }) => status.isFile() && real.toLowerCase().endsWith(ending))
      .map(({ real, status }) => ({ path: real, changedAt: status.mtime, byteCount: status.size })),
    parent: parent !== path && isInside(parent, roots) ? parent : undefined,
  }
}

/** A place for a file, and whether there is one. */
export interface FilePlace {
  readonly path: string
  readonly exists: boolean
}

/**
 * The place of a file in a folder, its ending added where the name lacks it.
 * @throws {BanxinError} `name-unsuitable` for what is no plain name of a file, `file-outside` for a
 * link that leads out of the `roots`.
 */
export async function placeFile(
  folder: string,
  name: string,
  ending: string,
  roots: readonly string[],
): Promise<FilePlace> {
  const full = name.toLowerCase().endsWith(ending) ? name : `${name}${ending}`
  const isPlain = /^[^./\\:*?"<>|\p{Cc}][^/\\:*?"<>|\p{Cc}]*$/u.test(full)
  if (!isPlain || /[. ]$/u.test(name) || Buffer.byteLength(full) > 200) {
    throw deskError('name-unsuitable', name)
  }
  const path = join(folder, full)
  const real = await realPathIfAny(path)
  if (real !== undefined && !isInside(real, roots)) throw deskError('file-outside', full)
  return { path, exists: real !== undefined }
}

async function realPathIfAny(path: string): Promise<string | undefined> {
  try {
    return await realpath(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw hidePath(explainFileError(error, path), path)
  }
}

/** Whether a path is one of the roots or lies below one; `/a-b` does not lie in `/a`. */
export function isInside(path: string, roots: readonly string[]): boolean {
  return roots.some((root) => {
    const way = relative(root, path)
    return !isAbsolute(way) && way !== '..' && !way.startsWith(`..${sep}`)
  })
}

async function describe(path: string) {
  try {
    const real = await realpath(path)
    return { real, status: await stat(real) }
  } catch {
    return undefined
  }
}
