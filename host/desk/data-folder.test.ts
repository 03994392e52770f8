import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { defaultDataFolder, openDataFolder } from './data-folder'

const scratch = mkdtempSync(join(tmpdir(), 'banxin-data-'))
afterAll(() => {
  rmSync(scratch, { recursive: true })
})

describe('the data folder', () => {
  it('lies where the system wants it', () => {
    const home = homedir()
    expect(defaultDataFolder('linux', {})).toBe(join(home, '.local/share/banxin'))
    expect(defaultDataFolder('linux', { XDG_DATA_HOME: '/data' })).toBe(join('/data', 'banxin'))
    expect(defaultDataFolder('darwin', {})).toBe(join(home, 'Library/Application Support/Banxin'))
    expect(defaultDataFolder('win32', { APPDATA: '/roaming' })).toBe(join('/roaming', 'Banxin'))
  })

  it.skipIf(process.platform === 'win32')('is closed to other people', async () => {
    const { journals, drafts } = await openDataFolder(join(scratch, 'new'))
    for (const path of [journals, drafts]) expect(statSync(path).mode & 0o077).toBe(0)
  })

  it('that cannot be made says so', async () => {
    writeFileSync(join(scratch, 'file'), '')
    await expect(openDataFolder(join(scratch, 'file'))).rejects.toMatchObject({
      name: 'BanxinError',
    })
  })
})
