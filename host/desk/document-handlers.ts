import { existsSync } from 'node:fs'
import { realpath } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import type { Output } from '../../bridge/contract'
import type { Handlers } from '../../bridge/dispatcher'
import { toFailure } from '../../bridge/failure'
import { createFrom } from './create-from'
import { deskError } from './desk-error'
import type { DeskRoom } from './desk-room'
import { labelOf } from './drafts'
import { journalFile } from './journal'
import { listDrafts } from './list-drafts'
import { copySample, listSamples, nameTemplates } from './new-draft'
import type { OpenedSession } from './open-session'
import { proposeNext } from './next-issue'
import { listRecentFiles, noteRecentFile, sortRecentFiles } from './recent-files'
import { rescueGone } from './rescue-gone'
import { journalFolder } from './session-context'

type DocumentChannel =
  | 'desk.state'
  | 'document.recent'
  | 'document.open'
  | 'document.next'
  | 'document.create'
  | 'sample.open'
  | 'document.state'
  | 'document.apply'
  | 'document.save'
  | 'document.saveAs'
  | 'document.close'

/** Opening, changing, saving and closing documents. */
export function createDocumentHandlers(room: DeskRoom): Pick<Handlers, DocumentChannel> {
  const { options, samplesFolder, paths, context, documents } = room
  const { folder, nameFile } = context

  const noteRecent = async (path: string): Promise<void> => {
    const openedAt = new Date().toISOString()
    await noteRecentFile(folder.recentFiles, { path, openedAt })
  }

  const tellOpened = ({ session, recoveredBatches }: OpenedSession): Output<'document.open'> => {
    const document = session.state
    if (recoveredBatches > 0) {
      context.emit('host.notice', {
        documentId: session.id,
        severity: 'note',
        message: toFailure(deskError('work-recovered', labelOf(session.path))),
      })
    }
    return { document, recoveredBatches }
  }

  return {
    'desk.state': async () => ({
      version: options.version,
      open: documents.all.map(({ status }) => status),
      start: options.startFile === undefined ? null : nameFile(resolve(options.startFile)),
      dialogs: options.dialogs !== undefined,
      templates: await nameTemplates(),
      samples: await listSamples(samplesFolder),
    }),

    'document.recent': async () => {
      const { there, gone } = await sortRecentFiles(folder.recentFiles)
      await rescueGone(context, gone)
      const drafts = await listDrafts(context)
      return {
        recent: there.map(({ path, openedAt }) => ({
          ...nameFile(path),
          folder: basename(dirname(path)),
          openedAt,
          unsaved: existsSync(journalFile(journalFolder(folder, path))),
        })),
        drafts: drafts.map(({ path, changedAt }) => ({
          ...nameFile(path),
          changedAt: changedAt.toISOString(),
        })),
      }
    },

    'document.open': async ({ fileId, takeOver = false }) => {
      const path = paths.pathOf(fileId, 'open-document')
      if (options.window?.showElsewhere(await realpath(path).catch(() => path)) === true) {
        throw deskError('document-elsewhere', labelOf(path))
      }
      const opened = await documents.open(path, takeOver)
      if (opened.session.status.file !== null) await noteRecent(opened.session.path)
      return tellOpened(opened)
    },

    'document.next': async () => {
      const recent = await listRecentFiles(folder.recentFiles)
      const next = await proposeNext(recent.map(({ path }) => path))
      if (next === undefined) return { next: null }
      const { path, publication, ...rest } = next
      const follows = nameFile(path).fileId
      return { next: { follows, publication: publication.name, ...rest } }
    },

    'document.create': async (request) => {
      return tellOpened(await documents.open(await createFrom(room, request), false))
    },

    'sample.open': async ({ sample }) => {
      const path = await copySample(samplesFolder, sample, folder.drafts)
      return tellOpened(await documents.open(path, false))
    },

    'document.state': ({ documentId }) => documents.get(documentId).state,

    'document.apply': ({ documentId, ...batch }) => ({
      revision: documents.get(documentId).apply(batch),
    }),

    'document.save': ({ documentId, overwrite = false }) =>
      documents.get(documentId).save(overwrite),

    'document.saveAs': async ({ documentId, fileId }) => {
      const path = paths.pathOf(fileId, 'save-document')
      const session = await documents.saveAs(documentId, path)
      await noteRecent(session.path)
      return session.status
    },

    'document.close': async ({ documentId, discard = false }) => {
      await documents.close(documentId, discard)
      return {}
    },
  }
}
