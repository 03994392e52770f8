import { copyFile, readFile } from 'node:fs/promises'
import { canonicalJson } from '../../engine/document/canonical-json'
import type { Document } from '../../engine/document/document'
import type { Package } from '../../engine/document/package'
import { toFailure } from '../../bridge/failure'
import { openPackage, savePackage } from '../package-file'
import { deskError } from './desk-error'
import { draftPath, labelOf } from './drafts'
import { journalFile, removeJournal } from './journal'
import { withoutLostPictures } from './lost-pictures'
import { type Replayed, replayJournal } from './replay-journal'
import { readKeptAssets } from './session-assets'
import { journalFolder, type SessionContext } from './session-context'

/** The journal of a file as far as it can be replayed; `undefined` where there is none. */
export async function readJournal(
  context: SessionContext,
  path: string,
): Promise<Replayed | undefined> {
  const file = journalFile(journalFolder(context.folder, path))
  const bytes = await readFile(file).catch(() => undefined)
  const replayed = bytes === undefined ? undefined : replayJournal(bytes)
  if (bytes === undefined || replayed?.isDamaged !== true) return replayed
  await copyFile(file, `${draftPath(context.folder.rescued, labelOf(path))}.journal`)
  context.emit('host.notice', {
    documentId: null,
    severity: 'warning',
    message: toFailure(deskError('journal-damaged', labelOf(path))),
  })
  return replayed
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
      await savePackage(draftPath(context.folder.rescued, labelOf(path)), content)
      context.emit('host.notice', {
        documentId: null,
        severity: 'warning',
        message: toFailure(deskError('work-kept-apart', labelOf(path))),
      })
    }
  }
  await removeJournal(journalFolder(context.folder, path))
}

function isSame(a: Document, b: Document): boolean {
  return (
    canonicalJson(a.issue) === canonicalJson(b.issue) &&
    canonicalJson(a.template) === canonicalJson(b.template)
  )
}
