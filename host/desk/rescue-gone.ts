import { existsSync } from 'node:fs'
import { takeLock } from './document-lock'
import { journalFile } from './journal'
import type { RecentFile } from './recent-files'
import { readJournal, rescueWork } from './rescue-work'
import { journalFolder, type SessionContext } from './session-context'

/**
 * Makes documents of their own out of work on files that were opened before and are gone since,
 * for nothing leads to their journals any more. What a desk has open is left to it, and what lay in
 * a folder that is not there waits until it is again.
 */
export async function rescueGone(
  context: SessionContext,
  gone: readonly RecentFile[],
): Promise<void> {
  for (const { path } of gone) {
    if (!existsSync(journalFile(journalFolder(context.folder, path)))) continue
    try {
      const lock = takeLock(path, false)
      try {
        await rescueWork(context, path, await readJournal(context, path))
      } finally {
        lock.release()
      }
    } catch {
      // It is tried again the next time.
    }
  }
}
