import { basename } from 'node:path'
import type { Handlers } from '../../bridge/dispatcher'
import { deskError } from './desk-error'
import type { ChoicePurpose, DeskRoom } from './desk-room'
import { listFolder, placeFile } from './list-folder'
import { revealFile } from './reveal-file'

type FileChannel = 'dialog.choose' | 'folder.list' | 'folder.place' | 'file.reveal'

const endings: Readonly<Record<ChoicePurpose, string>> = {
  'open-document': '.banxin',
  'save-document': '.banxin',
  'export-pdf': '.pdf',
}

/** Choosing files without a path ever crossing the bridge. */
export function createFileHandlers(room: DeskRoom): Pick<Handlers, FileChannel> {
  const { options, folders, paths } = room
  const nameFor = (path: string, purpose: ChoicePurpose): { fileId: string; name: string } => ({
    fileId: paths.nameOf(path, purpose),
    name: basename(path),
  })
  const nameFolder = (path: string): { folderId: string; name: string } => ({
    folderId: paths.nameOf(path, 'folder'),
    name: basename(path),
  })

  return {
    'dialog.choose': async ({ purpose, suggestedName }) => {
      if (options.dialogs === undefined) throw deskError('dialog-absent')
      const path = await options.dialogs.choose(purpose, suggestedName)
      return { file: path === undefined ? null : nameFor(path, purpose) }
    },

    'folder.list': async ({ folderId, purpose }) => {
      if (folderId === undefined) {
        const roots = folders.map(nameFolder)
        return { name: '', folderId: null, parentId: null, folders: roots, files: [] }
      }
      const path = paths.pathOf(folderId, 'folder')
      const content = await listFolder(path, endings[purpose], folders)
      return {
        ...nameFolder(path),
        parentId: content.parent === undefined ? null : paths.nameOf(content.parent, 'folder'),
        folders: content.folders.map(nameFolder),
        files: content.files.map(({ path: file, changedAt, byteCount }) => ({
          ...nameFor(file, purpose),
          changedAt: changedAt.toISOString(),
          byteCount,
        })),
      }
    },

    'folder.place': async ({ folderId, purpose, name }) => {
      const folder = paths.pathOf(folderId, 'folder')
      const { path, exists } = await placeFile(folder, name, endings[purpose], folders)
      return { ...nameFor(path, purpose), exists }
    },

    'file.reveal': async ({ fileId }) => {
      await revealFile(
        paths.pathOf(fileId, 'open-document', 'save-document', 'export-pdf', 'result'),
      )
      return {}
    },
  }
}
