import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { writeEntrance } from './entrance'

const scratch = mkdtempSync(join(tmpdir(), 'banxin-entrance-'))
afterAll(() => {
  rmSync(scratch, { recursive: true })
})
const freshFolder = (): string => mkdtempSync(join(scratch, 'case '))
const ADDRESS = 'http://127.0.0.1:4321/#token=secret'
const nameFor = (pid: number): string =>
  `entrance-${String(pid)}-01234567-89ab-cdef-0123-456789abcdef.html`

describe('the entrance to a desk', () => {
  it('is a page of one’s own whose address tells nothing, until it is taken away', async () => {
    const folder = freshFolder()
    const { url, remove } = await writeEntrance(folder, ADDRESS)
    expect(url).toMatch(/^file:\/\/.*\.html$/)
    expect(url).not.toContain('secret')
    const path = fileURLToPath(url)
    expect(readFileSync(path, 'utf8')).toContain(`location.replace("${ADDRESS}")`)
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600)
    await remove()
    expect(readdirSync(folder)).toEqual([])
    await remove()
  })

  it('never lets an address end its line of script', async () => {
    const { url } = await writeEntrance(freshFolder(), `${ADDRESS}</script><script>alert(1)`)
    expect(readFileSync(fileURLToPath(url), 'utf8').match(/<\/?script>/g)).toHaveLength(2)
  })

  it('of a desk that was killed is taken away; that of one that runs stays', async () => {
    const folder = freshFolder()
    const { pid: dead } = spawnSync(process.execPath, ['-e', ''])
    const others = [nameFor(process.ppid), 'entrance-1.html', 'recent.json']
    for (const name of [nameFor(dead), ...others]) writeFileSync(join(folder, name), '')
    const { remove } = await writeEntrance(folder, ADDRESS)
    await remove()
    expect(readdirSync(folder).sort()).toEqual([...others].sort())
  })

  it('that cannot be written is refused', async () => {
    const absent = join(freshFolder(), 'absent')
    await expect(writeEntrance(absent, ADDRESS)).rejects.toMatchObject({ code: 'file-missing' })
  })
})
