import { basename, join } from 'node:path'
import { existsSync } from 'node:fs'
import { type BrowserWindow, dialog } from 'electron'
import type { Language } from '../engine/document/message'
import type { ChoicePurpose } from '../host/desk/desk-room'
import { words } from './words'

const KINDS = {
  'open-document': { name: { zh: '版心文件', en: 'Banxin issues' }, extension: 'banxin' },
  'save-document': { name: { zh: '版心文件', en: 'Banxin issues' }, extension: 'banxin' },
  'export-pdf': { name: { zh: 'PDF 文件', en: 'PDF files' }, extension: 'pdf' },
} as const satisfies Record<ChoicePurpose, unknown>

/** A question of the system for a file. */
export interface FileQuestion {
  readonly window: BrowserWindow
  readonly language: Language
  readonly purpose: ChoicePurpose
  readonly suggestedName: string | undefined
  /** Where to begin. */
  readonly folder: string
}

/** The path that a person chose in a window of the system; `undefined` when it was dismissed. */
export async function chooseFile(question: FileQuestion): Promise<string | undefined> {
  const { window, language, purpose, suggestedName, folder } = question
  const { name, extension } = KINDS[purpose]
  const filters = [{ name: name[language], extensions: [extension] }]
  if (purpose === 'open-document') {
    const { filePaths } = await dialog.showOpenDialog(window, {
      defaultPath: folder,
      filters,
      properties: ['openFile'],
    })
    return filePaths[0]
  }
  const ending = `.${extension}`
  const suggested = basename(suggestedName ?? '')
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: join(folder, suggested.endsWith(ending) ? suggested : `${suggested}${ending}`),
    filters,
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  })
  if (canceled || filePath === '') return undefined
  if (filePath.endsWith(ending)) return filePath
  // The system has asked about the name without its ending.
  const path = `${filePath}${ending}`
  return !existsSync(path) || (await mayReplace(window, path, language)) ? path : undefined
}

async function mayReplace(
  window: BrowserWindow,
  path: string,
  language: Language,
): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: words.exists[language],
    detail: basename(path),
    buttons: [words.replace[language], words.cancel[language]],
    defaultId: 1,
    cancelId: 1,
  })
  return response === 0
}
