import { copyFile, readFile } from 'node:fs/promises'
import { canonicalJson } from '../../engine/document/canonical-json'
import type { Document } from '../../engine/document/document'
import type { Package } from '../../engine/document/package'
import { toFailure } from '../../bridge/failure'
import { explainFileError } from '../file-error'
import { openPackage, savePackage } from '../package-file'
import { type DeskFault, deskError } from './desk-error'
import { draftPath, labelOf } from './drafts'
import { journalFile, moveJournal, removeJournal } from './journal'
import { withoutLostPictures } from './lost-pictures'
import { type Replayed, replayJournal } from './replay-journal'
import { readKeptAssets } from './session-assets'
import { journalFolder, type SessionContext } from './session-context'

/**
 * The journal of a file as far as it can be replayed; `undefined` where there is none, or nothing
 * of it can be. Of one that is damaged a copy is kept, and a person is told.
 * @throws {BanxinError} when there is one that cannot be read.
 */
export async function readJournal(
  context: SessionContext,
  path: string,
): Promise<Replayed | undefined> {
  const folder = journalFolder(context.folder, path)
  const bytes = await readJournalFile(folder, path)
  if (bytes.length === 0) return undefined
  const replayed = replayJournal(bytes)
  if (replayed?.isDamaged === false) return replayed
  const copy = `${draftPath(context.folder.rescued, labelOf(path))}.journal`
  try {
    if (replayed === undefined) await moveJournal(folder, copy)
    else await copyFile(journalFile(folder), copy)
  } catch (error) {
    throw explainFileError(error, path)
  }
  tell(context, 'journal-damaged', path)
  return replayed
}

async function readJournalFile(folder: string, path: string): Promise<Buffer> {
  try {
    return await readFile(journalFile(folder))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return Buffer.alloc(0)
    throw explainFileError(error, path)
  }
}

/** The document of a journal with all of its pictures that can be found, and without the others. */
export async function restorePackage(
  context: SessionContext,
  path: string,
  { document, assets: records }: Replayed,
  present: ReadonlyMap<string, Uint8Array>,
): Promise<Package> {
  const kept = await readKeptAssets(journalFolder(context.folder, path), records.keys())
  const assets = new Map([...present, ...kept])
  const isWhole = Object.keys(document.issue.assets).every((id) => assets.has(id))
  if (isWhole) return { document, assets }
  const backup = await openPackage(`${path}~`).catch(() => undefined)
  for (const [id, bytes] of backup?.assets ?? []) assets.set(id, bytes)
  return { document: withoutLostPictures(document, (id) => assets.has(id)), assets }
}

/**
 * Makes a document of its own out of the work in a journal that does not go with its file, because
 * the file was replaced or is about to be; then the journal goes.
 */
export async function rescueWork(
  context: SessionContext,
  path: string,
  replayed: Replayed | undefined,
): Promise<void> {
  if (replayed !== undefined) {
    const file = await openPackage(path).catch(() => undefined)
    if (file === undefined || !isSame(file.document, replayed.document)) {
      const content = await restorePackage(context, path, replayed, file?.assets ?? new Map())
      await keepApart(context, path, content)
    }
  }
  await removeJournal(journalFolder(context.folder, path))
}

/**
 * Makes a document of its own out of work on a file that another desk took over, unless the file or
 * the journal of that desk holds the same.
 */
export async function rescueOpenWork(
  context: SessionContext,
  path: string,
  content: Package,
): Promise<void> {
  const file = await openPackage(path).catch(() => undefined)
  const journal = journalFile(journalFolder(context.folder, path))
  const bytes = await readFile(journal).catch(() => Buffer.alloc(0))
  const kept = [file?.document, replayJournal(bytes)?.document]
  if (kept.some((each) => each !== undefined && isSame(each, content.document))) return
  await keepApart(context, path, content)
}

async function keepApart(context: SessionContext, path: string, content: Package): Promise<void> {
  await savePackage(draftPath(context.folder.rescued, labelOf(path)), content)
  tell(context, 'work-kept-apart', path)
}

function tell(context: SessionContext, fault: DeskFault, path: string): void {
  context.emit('host.notice', {
    documentId: null,
    severity: 'warning',
    message: toFailure(deskError(fault, labelOf(path))),
  })
}

function isSame(a: Document, b: Document): boolean {
  return (
    canonicalJson(a.issue) === canonicalJson(b.issue) &&
    canonicalJson(a.template) === canonicalJson(b.template)
  )
}
