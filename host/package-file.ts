import { createHash } from 'node:crypto'
import { type Package, readPackage, writePackage } from '../engine/document/package'
import { inFile } from './place-error'
import { readBounded } from './read-file'
import { writeAtomically } from './write-file'

const MOST_BYTES = 1_100_000_000

/** The SHA-256 of bytes as lower-case hex, as asset ids are written. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/**
 * Opens a `.banxin` package and checks all of it.
 * @throws {BanxinError} whose place begins with the path of the file.
 */
export async function openPackage(path: string): Promise<Package> {
  const bytes = await readBounded(path, MOST_BYTES)
  return inFile(path, () => readPackage(bytes, sha256))
}

/** A package as `openPackage` opens it, and the SHA-256 of its file. */
export async function openHashedPackage(
  path: string,
): Promise<{ readonly content: Package; readonly hash: string }> {
  const bytes = await readBounded(path, MOST_BYTES)
  return { content: inFile(path, () => readPackage(bytes, sha256)), hash: sha256(bytes) }
}

/** Saves a package; the file that it replaces stays beside it, under its name and `~`. */
export async function savePackage(path: string, content: Package): Promise<void> {
  await writeAtomically(path, writePackage(content), { precious: true })
}
