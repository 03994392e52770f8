import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, describe, expect, it } from 'vitest'
import { lockPath, takeLock } from './document-lock'

const scratch = mkdtempSync(join(tmpdir(), 'banxin-lock-'))
afterAll(() => {
  rmSync(scratch, { recursive: true })
})
const freshFile = (): string => join(mkdtempSync(join(scratch, 'case-')), 'a.banxin')
const locked = expect.objectContaining({ code: 'document-locked' }) as Error
const claim = (path: string, owner: object): void => {
  writeFileSync(lockPath(path), JSON.stringify({ key: 'k', pid: 1, host: hostname(), ...owner }))
}

describe('the lock of a document', () => {
  it('is given once, and again when it is given back', () => {
    const path = freshFile()
    const lock = takeLock(path, false)
    expect(() => takeLock(path, false)).toThrow(locked)
    expect(lock.isHeld()).toBe(true)
    lock.release()
    expect(lock.isHeld()).toBe(false)
    expect(existsSync(lockPath(path))).toBe(false)
    takeLock(path, false).release()
  })

  it('is that of a process that lives, and nobody’s once it is dead', async () => {
    const path = freshFile()
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
    claim(path, { pid: child.pid })
    expect(() => takeLock(path, false)).toThrow(locked)
    child.kill('SIGKILL')
    await once(child, 'exit')
    const lock = takeLock(path, false)
    expect(lock.isHeld()).toBe(true)
    lock.release()
  })

  it('is not that of an earlier process of the same number', () => {
    const path = freshFile()
    claim(path, { pid: process.pid, key: 'from before' })
    takeLock(path, false).release()
  })

  it('of another machine stays, until a person knows better; its owner notices', () => {
    const path = freshFile()
    claim(path, { host: 'elsewhere', pid: 2 ** 22 })
    expect(() => takeLock(path, false)).toThrow(/elsewhere/)
    const mine = takeLock(path, true)
    expect(mine.isHeld()).toBe(true)
    const theirs = takeLock(path, true)
    expect(mine.isHeld()).toBe(false)
    mine.release()
    expect(theirs.isHeld()).toBe(true)
    theirs.release()
    expect(readdirSync(join(path, '..'))).toEqual([])
  })

  it('that says nothing sensible is somebody’s while it may be half written, then nobody’s', () => {
    const path = freshFile()
    for (const text of ['', '{', '[]', '{"key":"k","pid":-1,"host":"h"}', '{"__proto__":{}}']) {
      writeFileSync(lockPath(path), text)
      expect(() => takeLock(path, false)).toThrow(locked)
      expect(readFileSync(lockPath(path), 'utf8')).toBe(text)
      takeLock(path, true).release()
      writeFileSync(lockPath(path), text)
      const minutesAgo = new Date(Date.now() - 120_000)
      utimesSync(lockPath(path), minutesAgo, minutesAgo)
      takeLock(path, false).release()
    }
    expect(readdirSync(join(path, '..'))).toEqual([])
  })

  it('goes to one of many processes that find a dead one’s at once', async () => {
    const path = freshFile()
    const program = await buildTaker()
    for (let round = 0; round < 3; round += 1) {
      const { pid: dead } = spawnSync(process.execPath, ['-e', ''])
      claim(path, { pid: dead })
      const atMs = String(Date.now() + 700)
      const takers = Array.from({ length: 6 }, () =>
        spawn(process.execPath, [program, path, atMs], { stdio: ['pipe', 'pipe', 'inherit'] }),
      )
      const said = await Promise.all(
        takers.map(async ({ stdout }) => String((await once(stdout, 'data'))[0])),
      )
      expect(said.sort()).toEqual(['held', 'no', 'no', 'no', 'no', 'no'])
      for (const taker of takers) taker.stdin.end()
      await Promise.all(takers.map((taker) => once(taker, 'exit')))
      rmSync(lockPath(path))
      expect(readdirSync(join(path, '..'))).toEqual([])
    }
  })
})

/** A program that tries for a lock at a moment, says whether it has it, and keeps it until told. */
async function buildTaker(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import { takeLock } from './document-lock'
        const [, , path, atMs] = process.argv
        while (Date.now() < Number(atMs));
        let said = 'held'
        try { takeLock(path, false) } catch { said = 'no' }
        process.stdout.write(said)
        process.stdin.resume().on('end', () => process.exit())`,
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
  })
  const program = join(scratch, 'taker.mjs')
  writeFileSync(program, outputFiles[0]?.text ?? '')
  return program
}
