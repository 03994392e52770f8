import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { events } from '../../bridge/events'

import { openNamed, openNewIssue, setNumber } from '../../tests/desk/open-issue'
import {
  chooseFile,
  makePicture,
  makeWorkplace,
  openTestDesk,
  type Workplace,
} from '../../tests/desk/test-desk'
import { openPackage } from '../package-file'
import { lockPath } from './document-lock'

const works: Workplace[] = []
let work: Workplace
beforeEach(() => {
  work = makeWorkplace()
  works.push(work)
})
afterAll(() => {
  for (const { remove } of works) remove()
})

const code = (name: string): Error => expect.objectContaining({ code: name }) as Error
const pathOf = (name: string): string => join(work.files, name)
const numberIn = async (name: string): Promise<number> =>
  (await openPackage(pathOf(name))).document.issue.number

describe('opening', () => {
  it('gives one document for one file, whatever leads to it', async () => {
    const { client, desk } = await openTestDesk(work)
    const { documentId } = await openNewIssue(client, work, 'a.banxin')
    symlinkSync('a.banxin', pathOf('link.banxin'))
    expect((await openNamed(client, 'link.banxin')).documentId).toBe(documentId)
    expect((await client.call('desk.state', {})).open).toHaveLength(1)
    await desk.stop()
  })

  describe('ahead of being asked', () => {
    it('gives the document to whoever asks first, with what the journal has beyond its file', async () => {
      const before = await openTestDesk(work)
      const { documentId } = await openNewIssue(before.client, work, 'a.banxin')
      await setNumber(before.client, documentId, 0, 7)
      await before.desk.stop()
      const { client, desk } = await openTestDesk(work, { startFile: pathOf('a.banxin') })
      await desk.openAhead()
      expect(existsSync(lockPath(pathOf('a.banxin')))).toBe(true)
      const { open, start } = await client.call('desk.state', {})
      expect(open).toEqual([])
      const opened = await client.call('document.open', { fileId: start?.fileId ?? '' })
      expect(opened.recoveredBatches).toBe(1)
      expect(opened.document.issue.number).toBe(7)
      const again = await client.call('document.open', { fileId: start?.fileId ?? '' })
      expect(again.document.documentId).toBe(opened.document.documentId)
      await desk.stop()
    })

    it('lets go of what nobody asks for', async () => {
      const before = await openTestDesk(work)
      await openNewIssue(before.client, work, 'a.banxin')
      await before.desk.stop()
      const { desk } = await openTestDesk(work, { startFile: pathOf('a.banxin') })
      await desk.openAhead()
      await desk.stop()
      expect(existsSync(lockPath(pathOf('a.banxin')))).toBe(false)
    })

    it('leaves it to whoever asks to be told what is wrong', async () => {
      writeFileSync(pathOf('a.banxin'), 'no package')
      const { client, desk, faults } = await openTestDesk(work, { startFile: pathOf('a.banxin') })
      await desk.openAhead()
      expect(faults).toEqual([])
      const { start } = await client.call('desk.state', {})
      await expect(client.call('document.open', { fileId: start?.fileId ?? '' })).rejects.toEqual(
        code('package-not-zip'),
      )
      await desk.stop()
    })
  })

  it('lets a second desk read, and write once the first is closed', async () => {
    const first = await openTestDesk(work)
    const second = await openTestDesk(work)
    const { documentId } = await openNewIssue(first.client, work, 'a.banxin')
    const reader = await openNamed(second.client, 'a.banxin')
    expect(reader.readOnly?.code).toBe('document-locked')
    await expect(setNumber(second.client, reader.documentId, 0, 5)).rejects.toEqual(
      code('document-locked'),
    )
    await expect(
      second.client.call('document.save', { documentId: reader.documentId }),
    ).rejects.toEqual(code('document-locked'))
    await setNumber(first.client, documentId, 0, 2)
    await first.client.call('document.save', { documentId })
    await first.client.call('document.close', { documentId })
    const writer = await openNamed(second.client, 'a.banxin')
    expect(writer).toMatchObject({ readOnly: null, issue: { number: 2 } })
    await second.desk.stop()
    await first.desk.stop()
  })

  it('lets a person take over, and tells the desk that lost the document', async () => {
    const first = await openTestDesk(work)
    const second = await openTestDesk({ ...work, data: `${work.data}-2` })
    const { documentId } = await openNewIssue(first.client, work, 'a.banxin')
    await setNumber(first.client, documentId, 0, 2)
    const fileId = await chooseFile(second.client, 'open-document', 'a.banxin')
    const { document } = await second.client.call('document.open', { fileId, takeOver: true })
    expect(document.readOnly).toBeNull()
    await expect(first.client.call('document.save', { documentId })).rejects.toEqual(
      code('lock-lost'),
    )
    expect(await numberIn('a.banxin')).toBe(1)
    await first.desk.stop()
    await setNumber(second.client, document.documentId, 0, 3)
    await second.client.call('document.save', { documentId: document.documentId })
    expect(await numberIn('a.banxin')).toBe(3)
    await second.desk.stop()
  })

  it('refuses what is no package, naming the file and no folder', async () => {
    const { client, desk } = await openTestDesk(work)
    writeFileSync(pathOf('bad.banxin'), 'nothing of the kind')
    writeFileSync(pathOf('empty.banxin'), '')
    mkdirSync(pathOf('folder.banxin'))
    for (const [name, expected] of [
      ['bad.banxin', 'package-not-zip'],
      ['empty.banxin', 'package-not-zip'],
      ['folder.banxin', 'file-is-folder'],
      ['absent.banxin', 'file-missing'],
    ] as const) {
      const refusal = await openNamed(client, name).catch((error: unknown) => error)
      expect(refusal).toEqual(code(expected))
      expect(refusal).toMatchObject({ explanation: { where: expect.stringContaining(name) } })
      expect(String(refusal)).not.toContain(work.files)
      expect(existsSync(lockPath(pathOf(name)))).toBe(false)
    }
    await desk.stop()
  })
})

describe('changing', () => {
  it('refuses what was made on top of another revision, and makes nothing twice', async () => {
    const { client, desk, told } = await openTestDesk(work)
    const { documentId } = await openNewIssue(client, work, 'a.banxin')
    expect(await setNumber(client, documentId, 0, 2)).toBe(1)
    await expect(setNumber(client, documentId, 0, 3)).rejects.toEqual(code('revision-stale'))
    await expect(setNumber(client, documentId, 9, 3)).rejects.toEqual(code('revision-stale'))
    expect(await setNumber(client, documentId, 0, 2)).toBe(1)
    expect(await client.call('document.state', { documentId })).toMatchObject({
      revision: 1,
      issue: { number: 2 },
    })
    expect(told.filter(({ name }) => name === 'document.changed')).toHaveLength(1)
    for (const { name, payload } of told) {
      expect(events[name].safeParse(payload).success, name).toBe(true)
    }
    await desk.stop()
  })

  it('takes a batch whole or not at all', async () => {
    const { client, desk } = await openTestDesk(work)
    const { documentId } = await openNewIssue(client, work, 'a.banxin')
    const commands = [
      { type: 'setIssueDetails', changes: { number: 2 } },
      { type: 'removeStory', id: 'none' },
    ] as const
    await expect(
      client.call('document.apply', { documentId, base: 0, batchId: 'b', commands }),
    ).rejects.toEqual(code('record-not-found'))
    const state = await client.call('document.state', { documentId })
    expect(state).toMatchObject({ revision: 0, issue: { number: 1 } })
    await desk.stop()
  })

  it('tells when what was typed is safe', async () => {
    const { client, desk } = await openTestDesk(work)
    const { documentId } = await openNewIssue(client, work, 'a.banxin')
    const safe = new Promise((resolve) => {
      client.on('document.status', ({ journaledRevision }) => {
        if (journaledRevision === 1) resolve(undefined)
      })
    })
    await setNumber(client, documentId, 0, 2)
    await safe
    const status = await client.call('document.save', { documentId })
    expect(status).toMatchObject({ revision: 1, savedRevision: 1, journaledRevision: 1 })
    await desk.stop()
  })
})

describe('pictures', () => {
  it('are added by their bytes, read back, and come back though they were not saved', async () => {
    const test = await openTestDesk(work)
    const { client } = test
    const { documentId } = await openNewIssue(client, work, 'a.banxin')
    const bytes = await makePicture(10)
    const asset = await client.call('asset.add', { documentId, name: '../../x.png', bytes })
    expect(asset).toMatchObject({ mediaType: 'image/png', width: 24, height: 16 })
    await client.call('document.apply', {
      documentId,
      base: 0,
      batchId: 'a',
      commands: [{ type: 'addAsset', asset }],
    })
    await test.desk.stop()
    const again = await openTestDesk(work)
    const recovered = await openNamed(again.client, 'a.banxin')
    const read = { documentId: recovered.documentId, assetId: asset.id }
    expect((await again.client.call('asset.read', read)).bytes).toEqual(bytes)
    const small = await again.client.call('asset.read', { ...read, widthPx: 16 })
    expect(await sharp(small.bytes).metadata()).toMatchObject({ width: 16, format: 'jpeg' })
    await again.client.call('document.save', { documentId: recovered.documentId })
    expect((await openPackage(pathOf('a.banxin'))).assets.get(asset.id)).toEqual(bytes)
    await again.desk.stop()
  })

  it('come back when their removal is undone after a save', async () => {
    const test = await openTestDesk(work)
    const { documentId } = await openNewIssue(test.client, work, 'a.banxin')
    const bytes = await makePicture(10)
    const asset = await test.client.call('asset.add', { documentId, name: 'x.png', bytes })
    const add = { type: 'addAsset', asset } as const
    const remove = { type: 'removeAsset', id: asset.id } as const
    const apply = async (base: number, command: typeof add | typeof remove): Promise<void> => {
      const batchId = `b${String(base)}`
      await test.client.call('document.apply', { documentId, base, batchId, commands: [command] })
    }
    await apply(0, add)
    await test.client.call('document.save', { documentId })
    await apply(1, remove)
    await test.client.call('document.save', { documentId })
    await apply(2, add)
    await test.desk.stop()
    const again = await openTestDesk(work)
    const recovered = await openNamed(again.client, 'a.banxin')
    const read = { documentId: recovered.documentId, assetId: asset.id }
    expect((await again.client.call('asset.read', read)).bytes).toEqual(bytes)
    await again.desk.stop()
  })

  it('that the host does not have, or that are said to be others, are refused', async () => {
    const { client, desk } = await openTestDesk(work)
    const { documentId } = await openNewIssue(client, work, 'a.banxin')
    const asset = await client.call('asset.add', {
      documentId,
      name: 'x.png',
      bytes: await makePicture(10),
    })
    const wrong = [
      { ...asset, id: 'f'.repeat(64) },
      { ...asset, width: 25 },
      { ...asset, mediaType: 'image/jpeg' as const },
    ]
    for (const [index, claimed] of wrong.entries()) {
      const batch = { documentId, base: 0, batchId: `b${String(index)}` }
      const commands = [{ type: 'addAsset', asset: claimed }] as const
      await expect(client.call('document.apply', { ...batch, commands })).rejects.toEqual(
        code('asset-unknown'),
      )
    }
    const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')
    for (const [bytes, refusal] of [
      [svg, 'picture-unsupported'],
      [(await makePicture(10)).subarray(0, 60), 'picture-damaged'],
    ] as const) {
      const name = '<img src=x onerror=alert(1)>.svg'
      await expect(client.call('asset.add', { documentId, name, bytes })).rejects.toEqual(
        code(refusal),
      )
    }
    await desk.stop()
  })
})

describe('saving', () => {
  it('does not write over what another program wrote, unless told to', async () => {
    const { client, desk } = await openTestDesk(work)
    const { documentId } = await openNewIssue(client, work, 'a.banxin')
    await openNewIssue(client, work, 'b.banxin')
    await setNumber(client, documentId, 0, 2)
    // The same bytes in another file are no change.
    copyFileSync(pathOf('b.banxin'), pathOf('copy'))
    renameSync(pathOf('copy'), pathOf('a.banxin'))
    await client.call('document.save', { documentId })
    await setNumber(client, documentId, 1, 3)
    writeFileSync(pathOf('a.banxin'), 'another program was here')
    await expect(client.call('document.save', { documentId })).rejects.toEqual(code('file-changed'))
    expect(readFileSync(pathOf('a.banxin'), 'utf8')).toBe('another program was here')
    const status = await client.call('document.save', { documentId, overwrite: true })
    expect(status.savedRevision).toBe(2)
    expect(await numberIn('a.banxin')).toBe(3)
    await desk.stop()
  })

  it('as another file moves the document there', async () => {
    const { client, desk } = await openTestDesk(work)
    const { documentId } = await openNewIssue(client, work, 'a.banxin')
    await setNumber(client, documentId, 0, 2)
    const fileId = await chooseFile(client, 'save-document', '第二期')
    const status = await client.call('document.saveAs', { documentId, fileId })
    expect(status).toMatchObject({ savedRevision: 1, file: { name: '第二期.banxin' } })
    expect([await numberIn('a.banxin'), await numberIn('第二期.banxin')]).toEqual([1, 2])
    expect(existsSync(lockPath(pathOf('a.banxin')))).toBe(false)
    expect((await openNamed(client, 'a.banxin')).readOnly).toBeNull()
    await expect(
      client.call('document.saveAs', {
        documentId,
        fileId: await chooseFile(client, 'save-document', 'a'),
      }),
    ).rejects.toEqual(code('document-open-elsewhere'))
    await client.call('document.close', { documentId })
    await desk.stop()
    expect(readdirSync(join(work.data, 'journals'))).toEqual([])
    expect(readdirSync(work.files).sort()).toEqual(['a.banxin', '第二期.banxin'])
  })

  it('frees what can only be read', async () => {
    const first = await openTestDesk(work)
    const second = await openTestDesk(work)
    await openNewIssue(first.client, work, 'a.banxin')
    const { documentId } = await openNamed(second.client, 'a.banxin')
    const fileId = await chooseFile(second.client, 'save-document', 'mine')
    await second.client.call('document.saveAs', { documentId, fileId })
    await setNumber(second.client, documentId, 0, 7)
    await second.client.call('document.save', { documentId })
    expect(await numberIn('mine.banxin')).toBe(7)
    await Promise.all([first.desk.stop(), second.desk.stop()])
  })
})
