import type { Handlers } from '../../bridge/dispatcher'
import type { DeskRoom } from './desk-room'
import { resolveTarget } from './resolve-target'

type ExportChannel = 'export.start' | 'export.result' | 'export.cancel'

/** Exports of what is on the desk, saved or not. */
export function createExportHandlers(room: DeskRoom): Pick<Handlers, ExportChannel> {
  const { paths, documents, exports, faces } = room
  return {
    'export.start': async ({ documentId, fileId, preset, marks, pages, acceptErrors = false }) => {
      const { content } = documents.get(documentId)
      const chosen = paths.pathOf(fileId, 'export-pdf')
      // Where there is no folder for it, the export says so.
      const target = await resolveTarget(chosen).catch(() => chosen)
      const job = exports.start({
        content,
        target,
        systemFaces: await faces.library.systemFaces(),
        preset,
        marks,
        acceptErrors,
        ...(pages === undefined ? {} : { pages }),
      })
      return { jobId: job.id }
    },

    'export.result': ({ jobId }) => exports.get(jobId).ended,

    'export.cancel': async ({ jobId }) => {
      await exports.get(jobId).cancel()
      return {}
    },
  }
}
