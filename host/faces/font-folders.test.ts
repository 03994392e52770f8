import { describe, expect, it } from 'vitest'
import { fontFoldersOf, systemFontFolders } from './font-folders'

describe('where systems keep their fonts', () => {
  it('is known of Linux', () => {
    const linux = { platform: 'linux', environment: {}, home: '/home/wen' } as const
    expect(fontFoldersOf(linux)).toEqual([
      '/home/wen/.fonts',
      '/home/wen/.local/share/fonts',
      '/usr/local/share/fonts',
      '/usr/share/fonts',
    ])
    const environment = { XDG_DATA_HOME: '/data/wen', XDG_DATA_DIRS: '/opt/share:relative:' }
    expect(fontFoldersOf({ ...linux, environment })).toEqual([
      '/home/wen/.fonts',
      '/data/wen/fonts',
      '/opt/share/fonts',
      '/usr/local/share/fonts',
      '/usr/share/fonts',
    ])
  })

  it('is known of macOS', () => {
    expect(fontFoldersOf({ platform: 'darwin', environment: {}, home: '/Users/wen' })).toEqual([
      '/Users/wen/Library/Fonts',
      '/Library/Fonts',
      '/System/Library/Fonts',
    ])
  })

  it('is known of Windows', () => {
    const windows = { platform: 'win32', environment: {}, home: 'C:\\Users\\wen' } as const
    expect(fontFoldersOf(windows)).toEqual([
      'C:\\Users\\wen\\AppData\\Local\\Microsoft\\Windows\\Fonts',
      'C:\\Windows\\Fonts',
    ])
    const environment = { LOCALAPPDATA: 'D:\\wen\\Local', WINDIR: 'D:\\Win' }
    expect(fontFoldersOf({ ...windows, environment })).toEqual([
      'D:\\wen\\Local\\Microsoft\\Windows\\Fonts',
      'D:\\Win\\Fonts',
    ])
  })

  it('is known of this machine', () => {
    expect(systemFontFolders().length).toBeGreaterThan(1)
  })
})
