import { mkdir } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { explainFileError } from '../file-error'

/** The folder of a person in which desks keep what is no document: journals, drafts, recent files. */
export interface DataFolder {
  readonly root: string
  /** One folder for each document with changes that its file does not hold. */
  readonly journals: string
  /** Documents that have no file yet. */
  readonly drafts: string
  /** Work that could not be joined with its file again, as documents. */
  readonly rescued: string
  readonly recentFiles: string
}

/** Where the system wants programs to keep such things. */
export function defaultDataFolder(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): string {
  const home = homedir()
  if (platform === 'win32') return join(env['APPDATA'] ?? join(home, 'AppData/Roaming'), 'Banxin')
  if (platform === 'darwin') return join(home, 'Library/Application Support/Banxin')
  return join(env['XDG_DATA_HOME'] ?? join(home, '.local/share'), 'banxin')
}

/**
 * Makes sure of the folders, closed to other people.
 * @throws {BanxinError} when they cannot be made.
 */
export async function openDataFolder(root: string): Promise<DataFolder> {
  const folder: DataFolder = {
    root,
    journals: join(root, 'journals'),
    drafts: join(root, 'drafts'),
    rescued: join(root, 'rescued'),
    recentFiles: join(root, 'recent.json'),
  }
  try {
    for (const path of [folder.journals, folder.drafts, folder.rescued]) {
      await mkdir(path, { recursive: true, mode: 0o700 })
    }
  } catch (error) {
    throw explainFileError(error, root)
  }
  return folder
}
