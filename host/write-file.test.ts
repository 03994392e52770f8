import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readBounded } from './read-file'
import { checkTarget, writeAtomically } from './write-file'

const scratch = mkdtempSync(join(tmpdir(), 'banxin-files-'))
afterAll(() => {
  rmSync(scratch, { recursive: true })
})
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const freshFolder = (): string => mkdtempSync(join(scratch, 'case-'))

describe('writeAtomically', () => {
  it('leaves the file and nothing else', async () => {
    const folder = freshFolder()
    await writeAtomically(join(folder, 'a.pdf'), bytesOf('one'), { precious: false })
    await writeAtomically(join(folder, 'a.pdf'), bytesOf('two'), { precious: false })
    expect(readdirSync(folder)).toEqual(['a.pdf'])
    expect(readFileSync(join(folder, 'a.pdf'), 'utf8')).toBe('two')
  })

  it('keeps the previous file as backup of what is precious', async () => {
    const folder = freshFolder()
    const path = join(folder, 'a.banxin')
    for (const text of ['one', 'two', 'three']) {
      await writeAtomically(path, bytesOf(text), { precious: true })
    }
    expect(readdirSync(folder).sort()).toEqual(['a.banxin', 'a.banxin~'])
    expect(readFileSync(`${path}~`, 'utf8')).toBe('two')
  })

  it('replaces what a link points to, not the link', async () => {
    const folder = freshFolder()
    writeFileSync(join(folder, 'real'), 'one')
    symlinkSync('real', join(folder, 'link'))
    await writeAtomically(join(folder, 'link'), bytesOf('two'), { precious: false })
    expect(readFileSync(join(folder, 'real'), 'utf8')).toBe('two')
  })

  it.skipIf(process.platform === 'win32')('keeps who may read what it replaces', async () => {
    const folder = freshFolder()
    const path = join(folder, 'a.banxin')
    for (const mode of [0o600, 0o640, 0o666, 0o444]) {
      await writeAtomically(path, bytesOf('one'), { precious: true })
      chmodSync(path, mode)
      await writeAtomically(path, bytesOf('two'), { precious: true })
      expect(statSync(path).mode & 0o777).toBe(mode)
      expect(statSync(`${path}~`).mode & 0o777).toBe(mode)
    }
  })

  it('leaves no temporary file behind when it fails', async () => {
    const folder = freshFolder()
    writeFileSync(join(folder, 'a'), 'one')
    mkdirSync(join(folder, 'a~'))
    await expect(
      writeAtomically(join(folder, 'a'), bytesOf('two'), { precious: true }),
    ).rejects.toMatchObject({ code: 'file-is-folder' })
    expect(readdirSync(folder).sort()).toEqual(['a', 'a~'])
    expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('one')
  })

  it.each([
    ['a folder', '.', 'file-is-folder'],
    ['a place that is not there', 'no/such/a.pdf', 'file-missing'],
    ['a name that is too long', 'x'.repeat(300), 'file-name-too-long'],
    ['a device', '/dev/null', 'file-irregular'],
  ])('refuses %s', async (_what, name, code) => {
    const path = name.startsWith('/') ? name : join(freshFolder(), name)
    const refused = expect.objectContaining({ code }) as Error
    await expect(checkTarget(path)).rejects.toEqual(refused)
    await expect(writeAtomically(path, bytesOf('x'), { precious: false })).rejects.toEqual(refused)
  })
})

describe('readBounded', () => {
  it('reads up to its bound and no further', async () => {
    const path = join(freshFolder(), 'a')
    writeFileSync(path, 'eight by')
    expect(await readBounded(path, 8)).toHaveLength(8)
    await expect(readBounded(path, 7)).rejects.toMatchObject({ code: 'file-too-large' })
  })

  it.each([
    ['.', 'file-is-folder'],
    ['absent', 'file-missing'],
    ['/dev/zero', 'file-irregular'],
  ])('refuses %s', async (name, code) => {
    const path = name.startsWith('/') ? name : join(freshFolder(), name)
    await expect(readBounded(path, 8)).rejects.toMatchObject({ code })
  })
})
