import { existsSync } from 'node:fs'
import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { takeLock } from './document-lock'
import { journalFile } from './journal'
import { journalFolder, type SessionContext } from './session-context'

/** Another window may be about to open one that it has just made. */
const OPENING_MS = 5 * 60_000

/** A document that lies in the desk's own folder. */
export interface Draft {
  readonly path: string
  readonly changedAt: Date
}

/**
 * Documents without a file of their own, the latest first. A draft that nobody has changed for a
 * while and that no desk has open holds no work, and is taken away.
 */
export async function listDrafts(context: SessionContext): Promise<readonly Draft[]> {
  const { drafts, rescued } = context.folder
  const all: Draft[] = []
  for (const folder of [drafts, rescued]) {
    const names = (await readdir(folder)).filter((name) => name.endsWith('.banxin'))
    for (const path of names.map((name) => join(folder, name))) {
      const journal = journalFile(journalFolder(context.folder, path))
      if (folder === rescued || existsSync(journal)) {
        const status = await stat(existsSync(journal) ? journal : path)
        all.push({ path, changedAt: status.mtime })
      } else await removeUnused(path)
    }
  }
  return all.sort((a, b) => b.changedAt.getTime() - a.changedAt.getTime())
}

async function removeUnused(path: string): Promise<void> {
  try {
    const { mtimeMs } = await stat(path)
    if (Date.now() - mtimeMs < OPENING_MS) return
    const lock = takeLock(path, false)
    await rm(path, { force: true })
    lock.release()
  } catch {
    // A desk has it open, or took it away.
  }
}
