import { type Failure, toFailure } from '../../bridge/failure'
import { BanxinError } from '../../engine/document/message'
import { openHashedPackage } from '../package-file'
import { type DocumentLock, takeLock } from './document-lock'
import { originOf } from './drafts'
import { stampFile } from './file-stamp'
import { removeJournal } from './journal'
import { hidePath } from './path-names'
import { readJournal, rescueWork, restorePackage } from './rescue-work'
import { Session, type SessionStart } from './session'
import { journalFolder, type SessionContext } from './session-context'
import { sweepTemporaries } from './sweep-temporaries'

/** A session, and how many batches the journal brought back that the file does not hold. */
export interface OpenedSession {
  readonly session: Session
  readonly recoveredBatches: number
}

/**
 * Opens a file, at its real path, with what its journal has beyond it. Where the lock is not to be
 * had the document can only be read.
 * @throws {BanxinError} when the file cannot be read or is no sound package.
 */
export async function openSession(
  context: SessionContext,
  path: string,
  takeOver: boolean,
): Promise<OpenedSession> {
  const access = tryLock(path, takeOver)
  try {
    const begun = await begin(context, path, access)
    const session = new Session(context, begun)
    return { session, recoveredBatches: begun.revision - begun.fileRevision }
  } catch (error) {
    if (!('code' in access)) access.release()
    throw hidePath(error, path)
  }
}

function tryLock(path: string, takeOver: boolean): DocumentLock | Failure {
  try {
    return takeLock(path, takeOver)
  } catch (error) {
    if (error instanceof BanxinError) return toFailure(hidePath(error, path))
    throw error
  }
}

async function begin(
  context: SessionContext,
  path: string,
  access: DocumentLock | Failure,
): Promise<SessionStart> {
  const { content, hash } = await openHashedPackage(path)
  const asSaved = {
    path,
    origin: originOf(path, context.folder),
    content,
    assets: Object.values(content.document.issue.assets),
    revision: 0,
    fileRevision: 0,
    stamp: await stampFile(path, hash),
    access,
  }
  // Another desk's journal is its own.
  if ('code' in access) return asSaved
  await sweepTemporaries(path)
  const replayed = await readJournal(context, path)
  const fileRevision = replayed?.fileRevision(hash)
  if (replayed === undefined || fileRevision === undefined) {
    await rescueWork(context, path, replayed)
    return asSaved
  }
  if (replayed.revision === fileRevision) {
    await removeJournal(journalFolder(context.folder, path))
    return asSaved
  }
  return {
    ...asSaved,
    content: await restorePackage(context, path, replayed, content.assets),
    assets: replayed.assets.values(),
    revision: replayed.revision,
    fileRevision,
  }
}
