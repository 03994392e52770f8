import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Call, createCall } from '../bridge/client'
import { createLoopbackTransport } from '../bridge/loopback-transport'
import { lockPath } from '../host/desk/document-lock'
import { openPackage } from '../host/package-file'
import { makeSmallIssue } from '../tests/issue/small-issue'
import { program, spawnBanxin } from '../tests/issue/spawn-banxin'

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'banxin-serve-')))
const issue = join(folder, 'sound.banxin')
const running: ChildProcess[] = []

beforeAll(async () => {
  await makeSmallIssue(folder)
})

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
})

afterAll(() => {
  rmSync(folder, { recursive: true })
})

/** A desk that was started from a terminal. */
interface StartedDesk {
  readonly address: URL
  readonly call: Call
  /** Sends a signal; gives what the process said besides its address, and how it ended. */
  end(signal: NodeJS.Signals): Promise<{ said: string; code: number | null }>
}

async function startDesk(...words: string[]): Promise<StartedDesk> {
  return startDeskIn({}, ...words)
}

async function startDeskIn(
  env: Readonly<Record<string, string>>,
  ...words: string[]
): Promise<StartedDesk> {
  const own = { PATH: process.env['PATH'], HOME: folder, XDG_DATA_HOME: join(folder, 'data') }
  const child = spawn(process.execPath, [program, 'serve', ...words], {
    cwd: folder,
    env: { ...own, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.push(child)
  let said = ''
  child.stderr.on('data', (chunk) => (said += String(chunk)))
  const lines = createInterface(child.stdout)
  const first = await new Promise<string>((resolve) => lines.once('line', resolve))
  lines.on('line', (line) => (said += line))
  const address = new URL(first.slice(first.indexOf('http')))
  const { origin, hash } = address
  const call = createCall(
    createLoopbackTransport({
      origin,
      token: hash.slice('#token='.length),
      fetch: (url, init) => fetch(url, { ...init, headers: { ...init.headers, origin } }),
      wait,
    }),
  )
  const end = async (signal: NodeJS.Signals) => {
    const code = new Promise<number | null>((resolve) => child.once('exit', resolve))
    child.kill(signal)
    return { code: await code, said }
  }
  return { address, call, end }
}

describe('serve', () => {
  it('gives one line with the address, where the built desk is', async () => {
    const { address, end } = await startDesk()
    expect(address.href).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43}$/)
    const page = await fetch(address.origin)
    expect(await page.text()).toContain('<div id="desk">')
    expect((await fetch(`${address.origin}/events`)).status).toBe(401)
    const authorization = `Bearer ${address.hash.slice('#token='.length)}`
    const events = await fetch(`${address.origin}/events`, { headers: { authorization } })
    expect(events.status).toBe(200)
    expect(await end('SIGTERM')).toEqual({ said: '', code: 0 })
  })

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'lets go of its file and keeps what was written when it is ended by %s',
    async (signal) => {
      const { call, end } = await startDesk('sound.banxin', '--no-open', '--lang', 'en')
      const { start } = await call('desk.state', {})
      const { document } = await call('document.open', { fileId: start?.fileId ?? '' })
      expect(existsSync(lockPath(issue))).toBe(true)
      const number = document.issue.number + 1
      await call('document.apply', {
        documentId: document.documentId,
        base: document.revision,
        batchId: signal,
        commands: [{ type: 'setIssueDetails', changes: { number } }],
      })
      expect(await end(signal)).toEqual({ said: '', code: 0 })
      expect(existsSync(lockPath(issue))).toBe(false)

      const next = await startDesk('sound.banxin')
      const again = (await next.call('desk.state', {})).start?.fileId ?? ''
      const opened = await next.call('document.open', { fileId: again })
      expect(opened.document.issue.number).toBe(number)
      await next.call('document.save', { documentId: opened.document.documentId })
      await next.end('SIGTERM')
      expect((await openPackage(issue)).document.issue.number).toBe(number)
    },
  )

  it.skipIf(process.platform !== 'linux')(
    'opens the browser with a page of one’s own, so that no list of programs has the token',
    async () => {
      const bin = mkdtempSync(join(folder, 'bin-'))
      const words = join(bin, 'words')
      const opener = `#!/bin/sh\nprintf '%s' "$*" > "${words}.new" && mv "${words}.new" "${words}"\n`
      writeFileSync(join(bin, 'xdg-open'), opener, { mode: 0o755 })
      const env = { DISPLAY: ':0', PATH: `${bin}:${process.env['PATH'] ?? ''}` }
      const { address, end } = await startDeskIn(env)
      await expect.poll(() => existsSync(words), { timeout: 10_000 }).toBe(true)
      const url = readFileSync(words, 'utf8')
      const page = fileURLToPath(url)
      expect(url).not.toContain(address.hash.slice('#token='.length))
      expect(statSync(page).mode & 0o777).toBe(0o600)
      expect(readFileSync(page, 'utf8')).toContain(`location.replace("${address.href}")`)
      expect(await end('SIGTERM')).toEqual({ said: '', code: 0 })
      expect(existsSync(page)).toBe(false)
    },
  )

  it.each([
    ['absent.banxin', '没有这个文件'],
    ['.', '文件夹'],
    ['story.md', '不是 .banxin 文件'],
  ])('says in one line why %s cannot be opened', (path, what) => {
    const { code, stdout, stderr } = spawnBanxin(['serve', path], folder)
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(/^[^\n]+\n$/)
    expect(stderr).toContain(what)
    expect(stderr).toContain(path)
  })

  it('says how to build the desk where it is not built', () => {
    const product = join(dirname(program), '..')
    const bare = join(folder, 'product')
    cpSync(program, join(bare, 'cli/banxin.mjs'))
    for (const name of readdirSync(join(product, 'dist')).filter((each) => each.endsWith('.mjs'))) {
      cpSync(join(product, 'dist', name), join(bare, 'dist', name))
    }
    symlinkSync(join(product, 'node_modules'), join(bare, 'node_modules'))
    const words = [join(bare, 'cli/banxin.mjs'), 'serve', '--lang', 'en']
    const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' })
    expect({ status, stdout, stderr }).toEqual({
      status: 1,
      stdout: '',
      stderr: 'The desk is not built yet (dist/desk). Run npm run build first.\n',
    })
  })
})
