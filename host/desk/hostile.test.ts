import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Channel, contract, type Input } from '../../bridge/contract'
import { failureSchema, type Reply } from '../../bridge/failure'
import type { Command } from '../../engine/document/command'
import { writePackage } from '../../engine/document/package'
import { parseIssue } from '../../engine/document/parse-issue'
import { typeBatch } from '../../tests/desk/typing'
import { openNamed, openNewIssue } from '../../tests/desk/open-issue'
import {
  chooseFile,
  makePicture,
  makeWorkplace,
  openTestDesk,
  type TestDesk,
} from '../../tests/desk/test-desk'
import { makeVastPicturePackage } from '../../tests/e2e/hostile-packages'
import { makeSmallIssue } from '../../tests/issue/small-issue'

const work = makeWorkplace()
let test: TestDesk
let documentId = ''
/** A good message for every channel, to be spoilt. */
let good: { readonly [Name in Channel]: Input<Name> }

beforeAll(async () => {
  test = await openTestDesk(work)
  const { client } = test
  documentId = (await openNewIssue(client, work, 'a.banxin')).documentId
  const fileId = await chooseFile(client, 'open-document', 'a.banxin')
  const target = await chooseFile(client, 'save-document', 'b.banxin')
  const pdf = await chooseFile(client, 'export-pdf', 'a.pdf')
  const { folders } = await client.call('folder.list', { purpose: 'open-document' })
  const folderId = folders[0]?.folderId ?? ''
  const bytes = await makePicture(10)
  const { id: assetId } = await client.call('asset.add', { documentId, name: 'x.png', bytes })
  const unknown = 'A'.repeat(22)
  good = {
    'desk.state': {},
    'document.recent': {},
    'document.open': { fileId },
    'document.create': { template: 'weekly', number: 3, date: '2026-03-02' },
    'document.next': {},
    'sample.open': { sample: 'none' },
    'document.state': { documentId },
    'document.apply': {
      documentId,
      base: 0,
      batchId: 'b',
      commands: [{ type: 'setIssueDetails', changes: { number: 4 } }],
    },
    'document.save': { documentId },
    'document.saveAs': { documentId, fileId: target },
    'document.close': { documentId },
    'asset.add': { documentId, name: 'x.png', bytes },
    'asset.read': { documentId, assetId },
    'font.list': {},
    'font.read': { family: 'Source Serif 4', weight: 400 },
    'font.draw': { family: 'Source Serif 4', weight: 400, glyphs: [5] },
    'dialog.choose': { purpose: 'open-document' },
    'folder.list': { folderId, purpose: 'open-document' },
    'folder.place': { folderId, purpose: 'save-document', name: 'x' },
    'file.reveal': { fileId: unknown },
    'export.start': { documentId, fileId: pdf, preset: 'press', marks: true },
    'export.result': { jobId: unknown },
    'export.cancel': { jobId: unknown },
    'window.open': { fileId },
    'window.describe': { language: 'zh', isEdited: false, progress: null, commands: [] },
    'window.close': {},
    'window.keep': {},
  }
})

afterAll(async () => {
  await test.desk.stop()
  work.remove()
})

/** What a desk shows of itself, and what lies on the disk. */
async function look(): Promise<string> {
  const { client } = test
  const { open } = await client.call('desk.state', {})
  const state = await client.call('document.state', { documentId })
  return JSON.stringify([open, state, readdirSync(work.files), readdirSync(work.data)])
}

function expectRefused(reply: Reply, what: unknown): void {
  expect(reply.ok, fc.stringify(what)).toBe(false)
  if (reply.ok) return
  expect(failureSchema.safeParse(reply.failure).success).toBe(true)
  expect(reply.failure.code).not.toBe('internal-fault')
  expect(JSON.stringify(reply.failure)).not.toContain(work.files)
  expect(test.faults).toEqual([])
}

/** A value that is of no kind that stands in a good message at the same place. */
const anyWrong = fc.oneof(
  fc.constantFrom<unknown>(null, undefined, Number.NaN, -1, 1.5, 2 ** 53, '', true, 7n),
  fc.constantFrom<unknown>([], {}, [[]], new Date(0), new Map(), Symbol('s'), () => 1),
  fc.constantFrom<unknown>(
    'x'.repeat(30_000),
    '/etc/passwd',
    '../../a.banxin',
    '<script>alert(1)</script>',
    '\u0000',
    'A'.repeat(22),
  ),
  fc.jsonValue({ maxDepth: 3 }),
  fc.uint8Array({ maxLength: 10 }),
)

const anyKey = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'toString', 'path', 'documentId ', 'bytes2', ''),
  fc.string({ minLength: 1 }),
)

/** Own entries by `defineProperty`, so that `__proto__` is one too. */
function withEntry(message: object, key: string, value: unknown): object {
  const copy = { ...message }
  Object.defineProperty(copy, key, { value, enumerable: true, configurable: true, writable: true })
  return copy
}

const RUNS_A_CHANNEL = 50
const channels = Object.keys(contract) as Channel[]

describe('a desk that is sent', () => {
  it.each(channels)('anything at all on %s answers with data', async (channel) => {
    const before = await look()
    await fc.assert(
      fc.asyncProperty(fc.oneof(anyWrong, fc.object({ maxDepth: 3 })), async (message) => {
        if (fc.stringify(message) !== '{}')
          expectRefused(await test.desk.dispatch(channel, message), message)
      }),
      { numRuns: RUNS_A_CHANNEL },
    )
    expect(await look()).toBe(before)
  })

  it.each(channels)('%s with an entry too many refuses it', async (channel) => {
    const before = await look()
    await fc.assert(
      fc.asyncProperty(anyKey, fc.jsonValue({ maxDepth: 1 }), async (key, value) => {
        if (Object.keys(contract[channel].input.shape).includes(key)) return
        const message = withEntry(good[channel], key, value)
        expectRefused(await test.desk.dispatch(channel, message), message)
      }),
      { numRuns: RUNS_A_CHANNEL },
    )
    expect(await look()).toBe(before)
  })

  it.each(channels.filter((channel) => channel !== 'asset.add'))(
    '%s with an entry of the wrong kind refuses it',
    async (channel) => {
      const keys = Object.keys(good[channel])
      if (keys.length === 0) return
      const before = await look()
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...keys), anyWrong, async (key, value) => {
          if (isAllowed(channel, key, value)) return
          const message = withEntry(good[channel], key, value)
          expectRefused(await test.desk.dispatch(channel, message), [key, value])
        }),
        { numRuns: RUNS_A_CHANNEL },
      )
      expect(await look()).toBe(before)
    },
  )

  it('a stale revision with anything refuses it', async () => {
    const before = await look()
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1 }), fc.uuid(), async (base, batchId) => {
        const message = { ...good['document.apply'], base, batchId }
        const reply = await test.desk.dispatch('document.apply', message)
        expect(reply).toMatchObject({ ok: false, failure: { code: 'revision-stale' } })
      }),
    )
    expect(await look()).toBe(before)
  })

  it('bytes that are no picture refuses them', async () => {
    const before = await look()
    const magic = fc.constantFrom([], [0xff, 0xd8, 0xff], [137, 80, 78, 71, 13, 10, 26, 10])
    await fc.assert(
      fc.asyncProperty(magic, fc.uint8Array({ maxLength: 200 }), async (start, rest) => {
        const bytes = new Uint8Array([...start, ...rest])
        expectRefused(await test.desk.dispatch('asset.add', { ...good['asset.add'], bytes }), bytes)
      }),
      { numRuns: 100 },
    )
    expect(await look()).toBe(before)
  })
})

describe('a document with a picture that would fill the memory', () => {
  it('opens, and shows why the picture is not seen', async () => {
    const sound = await makeSmallIssue(work.files)
    writeFileSync(join(work.files, 'vast.banxin'), makeVastPicturePackage(sound))
    const { client } = test
    const { documentId: id, issue } = await openNamed(client, 'vast.banxin')
    const [assetId = ''] = Object.keys(issue.assets)
    const read = { documentId: id, assetId, widthPx: 100 }
    await expect(client.call('asset.read', read)).rejects.toMatchObject({
      code: 'picture-too-large',
      explanation: { where: assetId },
    })
    await client.call('document.close', { documentId: id })
    expect(test.faults).toEqual([])
  })
})

describe('a document that is sent spoilt commands', () => {
  it('refuses them or stays one that can be saved and read back', async () => {
    const { client } = test
    const { documentId: id } = await openNewIssue(client, work, 'spoilt.banxin')
    const asset = await client.call('asset.add', {
      documentId: id,
      name: 'x.png',
      bytes: await makePicture(30),
    })
    let count = 0
    let refused = 0
    await fc.assert(
      fc.asyncProperty(
        fc.nat(),
        anyWrong,
        fc.double({ min: 0, max: 1, noNaN: true }),
        async (seed, value, place) => {
          count += 1
          const state = await client.call('document.state', { documentId: id })
          const commands = typeBatch(state, count, seed, [asset])
          const message = { documentId: id, base: state.revision, batchId: `b${String(count)}` }
          const spoilt = spoil(commands, place, value)
          const reply = await test.desk.dispatch('document.apply', { ...message, commands: spoilt })
          if (!reply.ok) {
            refused += 1
            expectRefused(reply, spoilt)
            await client.call('document.apply', { ...message, commands })
          }
          const { issue, template } = await client.call('document.state', { documentId: id })
          expect(parseIssue(issue, '')).toEqual(issue)
          const assets = new Map([[asset.id, new Uint8Array()]])
          expect(writePackage({ document: { issue, template }, assets }).length).toBeGreaterThan(0)
        },
      ),
      { numRuns: 250 },
    )
    expect(refused).toBeGreaterThan(100)
    await client.call('document.save', { documentId: id })
    expect(test.faults).toEqual([])
  })
})

/** Commands with another value at one of the places in them. */
function spoil(commands: readonly Command[], place: number, value: unknown): unknown {
  const paths: (string | number)[][] = []
  const walk = (node: unknown, path: (string | number)[]): void => {
    paths.push(path)
    if (typeof node !== 'object' || node === null) return
    for (const [key, inner] of Object.entries(node)) walk(inner, [...path, key])
  }
  walk(commands, [])
  const path = paths[Math.min(paths.length - 1, Math.floor(place * paths.length))] ?? []
  return replaceAt(commands, path, value)
}

function replaceAt(node: unknown, [key, ...rest]: (string | number)[], value: unknown): unknown {
  if (key === undefined) return value
  const inner = (node as Record<string | number, unknown>)[key]
  const changed = replaceAt(inner, rest, value)
  if (Array.isArray(node))
    return node.map((each, index) => (index === Number(key) ? changed : each))
  return withEntry(node as object, String(key), changed)
}

/** Some entries are free text, or a number that may be another. */
function isAllowed(channel: Channel, key: string, value: unknown): boolean {
  const { input } = contract[channel]
  const entry = (input.shape as Record<string, { safeParse(v: unknown): { success: boolean } }>)[
    key
  ]
  const isFree = ['name', 'number', 'family', 'weight', 'batchId', 'marks'].includes(key)
  return isFree && entry?.safeParse(value).success === true
}
