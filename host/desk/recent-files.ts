import { readFile, stat } from 'node:fs/promises'
import * as z from 'zod'
import { writeAtomically } from '../write-file'

const MOST = 20

const listSchema = z
  .array(z.strictObject({ path: z.string().min(1).max(4_096), openedAt: z.iso.datetime() }))
  .max(MOST)

/** A file that was opened before. */
export type RecentFile = Readonly<z.infer<typeof listSchema>[number]>

/** The files opened before, the latest first; those that are gone are left out. */
export async function listRecentFiles(listPath: string): Promise<readonly RecentFile[]> {
  return (await sortRecentFiles(listPath)).there
}

/** The files opened before, the latest first: those that are there, and those that are gone. */
export async function sortRecentFiles(listPath: string): Promise<{
  readonly there: readonly RecentFile[]
  readonly gone: readonly RecentFile[]
}> {
  const files = await readList(listPath)
  const isThere = await Promise.all(files.map(({ path }) => isFile(path)))
  return {
    there: files.filter((_, index) => isThere[index] === true),
    gone: files.filter((_, index) => isThere[index] !== true),
  }
}

/** Puts a file at the head of the list. What goes wrong with the list is no one's loss. */
export async function noteRecentFile(listPath: string, file: RecentFile): Promise<void> {
  const others = (await readList(listPath)).filter(({ path }) => path !== file.path)
  const text = JSON.stringify([file, ...others].slice(0, MOST))
  await writeAtomically(listPath, new TextEncoder().encode(text), { precious: false }).catch(
    () => undefined,
  )
}

async function readList(listPath: string): Promise<readonly RecentFile[]> {
  try {
    return listSchema.parse(JSON.parse(await readFile(listPath, 'utf8')))
  } catch {
    return []
  }
}

async function isFile(path: string): Promise<boolean> {
  const status = await stat(path).catch(() => undefined)
  return status?.isFile() === true
}
