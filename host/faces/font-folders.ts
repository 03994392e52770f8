import { homedir } from 'node:os'
import { posix, win32 } from 'node:path'

/** What the folders of fonts depend on. */
export interface FontSystem {
  readonly platform: NodeJS.Platform
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly home: string
}

/**
 * Where a system keeps its fonts, a person's own before those of all; folders that are not there
 * are named too. On Linux and its like these are the folders that fontconfig begins with.
 */
export function fontFoldersOf({ platform, environment, home }: FontSystem): readonly string[] {
  if (platform === 'darwin') {
    return [posix.join(home, 'Library/Fonts'), '/Library/Fonts', '/System/Library/Fonts']
  }
  if (platform === 'win32') {
    const { LOCALAPPDATA, WINDIR = 'C:\\Windows' } = environment
    const own = LOCALAPPDATA ?? win32.join(home, 'AppData\\Local')
    return [win32.join(own, 'Microsoft\\Windows\\Fonts'), win32.join(WINDIR, 'Fonts')]
  }
  const own = environment['XDG_DATA_HOME'] || posix.join(home, '.local/share')
  const shared = environment['XDG_DATA_DIRS'] || '/usr/local/share:/usr/share'
  const data = [own, ...shared.split(':')].filter(posix.isAbsolute)
  const folders = data.map((folder) => posix.join(folder, 'fonts'))
  const always = ['/usr/local/share/fonts', '/usr/share/fonts']
  return [...new Set([posix.join(home, '.fonts'), ...folders, ...always])]
}

/** Where this machine keeps its fonts. */
export function systemFontFolders(): readonly string[] {
  const { platform, env } = process
  return fontFoldersOf({ platform, environment: env, home: homedir() })
}
