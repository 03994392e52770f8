import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createClient } from '../../bridge/client'
import { failureSchema } from '../../bridge/failure'
import { createLoopbackTransport, type Fetch, FRAME_TYPE } from '../../bridge/loopback-transport'
import { decodeMessage, encodeMessage } from '../../bridge/message-frame'
import { openNewIssue, setNumber } from '../../tests/desk/open-issue'
import {
  chooseFile,
  makePicture,
  makeWorkplace,
  openTestDesk,
  type TestDesk,
  writeEmptyIssue,
} from '../../tests/desk/test-desk'
import { type LoopbackServer, startLoopbackServer } from './loopback-server'

const SECRET = 'a secret that no desk serves'
const work = makeWorkplace()
const root = join(work.files, 'built')
let test: TestDesk
let server: LoopbackServer

beforeAll(async () => {
  for (const folder of ['built/assets', 'built-not', 'outside']) {
    mkdirSync(join(work.files, folder), { recursive: true })
  }
  writeFileSync(join(root, 'index.html'), '<!doctype html><title>版心</title>')
  writeFileSync(join(root, 'assets/desk.js'), 'export {}')
  for (const place of [
    'secret.js',
    'built-not/secret.js',
    'outside/secret.js',
    'built/.secret.js',
  ]) {
    writeFileSync(join(work.files, place), SECRET)
  }
  writeFileSync(join(root, 'secret.txt'), SECRET)
  symlinkSync('../outside/secret.js', join(root, 'link.js'))
  symlinkSync('../outside', join(root, 'outside'))
  test = await openTestDesk(work)
  server = await startLoopbackServer(test.desk, { root })
})

afterAll(async () => {
  await server.stop()
  expect(test.faults).toEqual([])
  work.remove()
})

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Buffer
}

/** A request whose every header is as it is given here, as no browser would send it. */
function ask(
  path: string,
  method: string,
  headers: Readonly<Record<string, string>>,
  body?: Uint8Array,
): Promise<Answer> {
  const { port } = new URL(server.origin)
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port, path, method, headers, setHost: false, agent: false },
      (response) => {
        const chunks: Buffer[] = []
        const end = (): void => {
          const { statusCode = 0, headers: told } = response
          resolve({ status: statusCode, headers: told, body: Buffer.concat(chunks) })
        }
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', end)
        response.on('error', end)
        if (told(response.headers['content-type']).startsWith('text/event-stream')) {
          end()
          asked.destroy()
        }
      },
    )
    asked.on('error', reject)
    asked.end(body)
  })
}

const told = (header: string | undefined): string => header ?? ''
const host = (): string => server.origin.slice('http://'.length)
const own = (): Record<string, string> => ({
  host: host(),
  origin: server.origin,
  authorization: `Bearer ${server.token}`,
  'content-type': FRAME_TYPE,
})

/** What a browser on that page would send: it names the origin of a POST. */
const browserFetch: Fetch = (url, { headers, method, body }) =>
  fetch(url, {
    method,
    headers: method === 'POST' ? { ...headers, origin: server.origin } : headers,
    ...(body === undefined ? {} : { body }),
  })

describe('a desk over the loopback interface', () => {
  const connect = () => {
    const { origin, token } = server
    return createClient(createLoopbackTransport({ origin, token, fetch: browserFetch, wait }))
  }

  it('does all that a desk does: calls, bytes, events', async () => {
    const client = connect()
    await new Promise<void>((resolve) => {
      client.onConnection((connected) => {
        if (connected) resolve()
      })
    })
    const heard = new Promise<number>((resolve) => {
      client.on('document.changed', ({ revision }) => {
        resolve(revision)
      })
    })
    const { documentId } = await openNewIssue(client, work, 'a.banxin')
    await setNumber(client, documentId, 0, 2)
    expect(await heard).toBe(1)
    const bytes = await makePicture(50)
    const asset = await client.call('asset.add', { documentId, name: '江.png', bytes })
    const read = await client.call('asset.read', { documentId, assetId: asset.id })
    expect(Buffer.from(read.bytes)).toEqual(Buffer.from(bytes))
    await expect(setNumber(client, documentId, 0, 3)).rejects.toMatchObject({
      name: 'BanxinError',
      code: 'revision-stale',
    })
    await client.call('document.save', { documentId })
    await client.call('document.close', { documentId })
    client.close()
  })

  it('serves its files under a policy that lets in nothing else', async () => {
    const page = await ask('/', 'GET', { host: host() })
    expect(page).toMatchObject({
      status: 200,
      headers: { 'content-type': 'text/html; charset=utf-8', 'x-content-type-options': 'nosniff' },
    })
    expect(page.body.toString()).toContain('版心')
    const policy = String(page.headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain("'unsafe-inline'")
    expect(policy).not.toContain("'unsafe-eval'")
    const script = await ask('/assets/desk.js?v=1', 'GET', { host: host() })
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8')
    expect(script.headers['cache-control']).toContain('immutable')
    expect(page.headers['cache-control']).toBe('no-store')
    const absent = await ask('/assets/absent.js', 'GET', { host: host() })
    expect(absent).toMatchObject({ status: 404, headers: { 'cache-control': 'no-store' } })
    expect(server.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43}$/)
  })

  it('stops by itself when nobody is there any more, and lets go of its documents', async () => {
    const idle = await openTestDesk({ ...work, data: `${work.data}-idle` })
    const { stopped, origin, token } = await startLoopbackServer(idle.desk, {
      root,
      idleStopMs: 60,
    })
    const client = createClient(
      createLoopbackTransport({
        origin,
        token,
        fetch: (url, init) => fetch(url, { ...init, headers: { ...init.headers, origin } }),
        wait,
      }),
    )
    await writeEmptyIssue(join(work.files, 'idle.banxin'))
    const fileId = await chooseFile(client, 'open-document', 'idle.banxin')
    const { document } = await client.call('document.open', { fileId })
    await setNumber(client, document.documentId, 0, 2)
    await wait(200)
    await setNumber(client, document.documentId, 1, 3)
    client.close()
    await stopped
    expect(readdirSync(work.files)).not.toContain('.idle.banxin.lock')
    await expect(fetch(origin)).rejects.toThrow()
  })
})

const anyHost = fc.oneof(
  fc.constantFrom('localhost', '127.0.0.1', 'banxin.example', '0.0.0.0', '[::1]', ''),
  fc.webAuthority(),
)

describe('a loopback server that is asked by others', () => {
  it('answers only what knows its number, its origin and its token', async () => {
    const right = own()
    const mostly = <Value>(value: Value, ...others: fc.Arbitrary<Value>[]): fc.Arbitrary<Value> =>
      fc.oneof({ weight: 5, arbitrary: fc.constant(value) }, fc.oneof(...others))
    const one = (...values: (string | undefined)[]) => fc.constantFrom(...values)
    const anyHeaders = fc.record({
      host: mostly<string | undefined>(right['host'], anyHost),
      origin: mostly<string | undefined>(
        right['origin'],
        one(undefined, 'null', 'http://localhost', 'https://127.0.0.1', 'file://'),
        one(`${server.origin}.example`, `${server.origin}/`),
        fc.webUrl(),
      ),
      authorization: mostly<string | undefined>(
        right['authorization'],
        one(undefined, 'Bearer', 'Bearer ', `bearer ${server.token}`, server.token),
        fc.stringMatching(/^[\w-]{43}$/).map((guess) => `Bearer ${guess}`),
        fc.nat(42).map((cut) => `Bearer ${server.token.slice(0, cut)}`),
      ),
      'content-type': mostly<string | undefined>(
        FRAME_TYPE,
        one('application/json', 'text/plain', undefined),
      ),
      'sec-fetch-site': mostly<string | undefined>(
        'same-origin',
        one('cross-site', 'same-site', 'none', undefined),
      ),
    })
    const anyTarget = fc.record({
      path: fc.constantFrom(
        '/call/desk.state',
        '/call/document.recent',
        '/events',
        '/call/__proto__',
      ),
      method: fc.constantFrom('POST', 'POST', 'GET', 'PUT', 'OPTIONS', 'DELETE'),
    })
    let answered = 0
    await fc.assert(
      fc.asyncProperty(anyHeaders, anyTarget, async (given, { path, method }) => {
        const headers = Object.fromEntries(
          Object.entries(given).filter(
            (entry): entry is [string, string] => entry[1] !== undefined,
          ),
        )
        const { status, body } = await ask(
          path,
          method,
          headers,
          method === 'POST' ? encodeMessage({}) : undefined,
        )
        const isCall = path !== '/events'
        const isRight =
          given.host === right['host'] &&
          (given.origin === right['origin'] || (!isCall && given.origin === undefined)) &&
          given.authorization === right['authorization'] &&
          (given['content-type'] === FRAME_TYPE || !isCall) &&
          ['same-origin', undefined].includes(given['sec-fetch-site']) &&
          method === (isCall ? 'POST' : 'GET') &&
          path !== '/call/__proto__'
        answered += isRight ? 1 : 0
        expect(status === 200, fc.stringify([given, path, method, status])).toBe(isRight)
        if (status !== 200 && body.length > 0 && status !== 400) {
          expect(failureSchema.safeParse(decodeMessage(body, '')).success).toBe(true)
        }
        expect(body.toString()).not.toContain(server.token)
      }),
      { numRuns: 400 },
    )
    expect(answered).toBeGreaterThan(10)
  })

  it('serves nothing from outside its folder, however that is asked for', async () => {
    const anyPart = fc.constantFrom(
      ...['..', '.', '', '%2e%2e', '%2E.', '..%2f', '..%5c', '..\\', '%00', '%c0%ae%c0%ae'],
      ...['built-not', 'outside', 'secret.js', 'link.js', '.secret.js', 'secret.txt', 'assets'],
      ...[
        'desk.js',
        'C:',
        'file:',
        '%252e%252e',
        '~',
        '....',
        '%',
        '%zz',
        '/etc/passwd',
        'index.html',
      ],
      ...[encodeURIComponent(join(work.files, 'secret.js')), '..;', '\u00b7\u00b7'].map(encodeURI),
    )
    const served = new Set(['', 'export {}'])
    await fc.assert(
      fc.asyncProperty(fc.array(anyPart, { minLength: 1, maxLength: 5 }), async (parts) => {
        const path = `/${parts.join('/')}`
        if (path.startsWith('/call/')) return
        const { status, body } = await ask(path, 'GET', { host: host() })
        expect(body.toString(), path).not.toContain(SECRET)
        if (status === 200) {
          const text = body.toString()
          expect(served.has(text) || text.includes('版心'), path).toBe(true)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('reads no more than a channel takes, told of the length or not', async () => {
    const large = new Uint8Array(300_000)
    for (const headers of [
      { ...own(), 'content-length': String(large.length) },
      { ...own(), 'transfer-encoding': 'chunked' },
    ]) {
      const answer = await ask('/call/desk.state', 'POST', headers, large).catch(() => undefined)
      if (answer !== undefined) expect(answer.status).toBe(413)
    }
    const endless = { ...own(), 'content-length': '999999999999' }
    const answer = await ask('/call/asset.add', 'POST', endless, large).catch(() => undefined)
    expect([undefined, 413]).toContain(answer?.status)
    expect((await ask('/call/desk.state', 'POST', own(), encodeMessage({}))).status).toBe(200)
  })

  it('answers frames that are none with data', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('desk.state', 'document.apply', 'none', 'toString', '%5f%5fproto__'),
        fc.uint8Array({ maxLength: 60 }),
        async (channel, frame) => {
          const { status, body } = await ask(`/call/${channel}`, 'POST', own(), frame)
          expect([400, 422]).toContain(status)
          expect(failureSchema.safeParse(decodeMessage(body, '')).success).toBe(true)
        },
      ),
      { numRuns: 200 },
    )
  })
})
