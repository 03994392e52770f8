import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { events } from '../../bridge/events'
import { bodySchema } from '../../engine/document/story-schema'
import { openNamed, openNewIssue, setNumber } from '../../tests/desk/open-issue'
import {
  chooseFile,
  makePicture,
  makeWorkplace,
  openTestDesk,
  type Workplace,
  writeEmptyIssue,
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
    expect(await sharp(small.bytes).metadata()).toMatchObject({ width: 16, format: 'png' })
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

describe('closing', () => {
  it('asks before changes are lost, and then leaves nothing behind', async () => {
    const { client, desk } = await openTestDesk(work)
    const { documentId } = await openNewIssue(client, work, 'a.banxin')
    await setNumber(client, documentId, 0, 2)
    const close = client.call('document.close', { documentId })
    await expect(close).rejects.toEqual(code('document-unsaved'))
    await client.call('document.close', { documentId, discard: true })
    expect((await openNamed(client, 'a.banxin')).issue.number).toBe(1)
    await desk.stop()
    expect(readdirSync(work.files)).toEqual(['a.banxin'])
    expect(readdirSync(join(work.data, 'journals'))).toEqual([])
  })
})

describe('documents without a file', () => {
  it('stay once there is work in them', async () => {
    const test = await openTestDesk(work)
    const request = { template: 'weekly', number: 12, date: '2026-03-09' }
    const made = await test.client.call('document.create', request)
    const untouched = await test.client.call('document.create', request)
    const { documentId } = made.document
    expect(made.document).toMatchObject({ file: null, savedRevision: null })
    await expect(test.client.call('document.save', { documentId })).rejects.toEqual(
      code('document-unnamed'),
    )
    await setNumber(test.client, documentId, 0, 13)
    expect(untouched.document.documentId).not.toBe(documentId)
    await test.desk.stop()

    const { client, desk } = await openTestDesk(work)
    const { drafts } = await client.call('document.recent', {})
    expect(drafts).toHaveLength(1)
    const [draft] = drafts
    expect(draft?.name).toMatch(/12\.banxin$/)
    const opened = await client.call('document.open', { fileId: draft?.fileId ?? '' })
    expect(opened).toMatchObject({ recoveredBatches: 1, document: { issue: { number: 13 } } })
    const fileId = await chooseFile(client, 'save-document', 'thirteen.banxin')
    await client.call('document.saveAs', { documentId: opened.document.documentId, fileId })
    expect(await numberIn('thirteen.banxin')).toBe(13)
    expect(readdirSync(join(work.data, 'drafts'))).toEqual([])
    await desk.stop()
  })

  it('can begin as a sample', async () => {
    const samplesFolder = join(work.files, 'samples')
    mkdirSync(samplesFolder)
    await writeEmptyIssue(join(samplesFolder, 'small.banxin'))
    const { client, desk } = await openTestDesk(work, { samplesFolder })
    expect((await client.call('desk.state', {})).samples).toEqual([
      { name: 'small', title: 'small' },
    ])
    const { document } = await client.call('sample.open', { sample: 'small' })
    expect(document).toMatchObject({ file: null, issue: { number: 1 } })
    for (const sample of ['../small', 'small.banxin', 'none', '__proto__']) {
      await expect(client.call('sample.open', { sample })).rejects.toEqual(code('sample-missing'))
    }
    await client.call('document.close', { documentId: document.documentId })
    await desk.stop()
    expect(readdirSync(join(work.data, 'drafts'))).toEqual([])
  })
})

describe('recovery', () => {
  it('tells of it, and shows beforehand which files have work that they do not hold', async () => {
    const test = await openTestDesk(work)
    const { documentId } = await openNewIssue(test.client, work, 'a.banxin')
    await setNumber(test.client, documentId, 0, 2)
    await test.desk.stop()
    const { client, desk, told } = await openTestDesk(work)
    const { recent } = await client.call('document.recent', {})
    expect(recent).toMatchObject([{ name: 'a.banxin', folder: 'files', unsaved: true }])
    const fileId = recent[0]?.fileId ?? ''
    const opened = await client.call('document.open', { fileId })
    expect(opened).toMatchObject({ recoveredBatches: 1, document: { issue: { number: 2 } } })
    expect(told).toContainEqual({
      name: 'host.notice',
      payload: expect.objectContaining({ severity: 'note' }) as unknown,
    })
    await desk.stop()
  })

  it('keeps work apart when its file was replaced meanwhile', async () => {
    const test = await openTestDesk(work)
    const { documentId } = await openNewIssue(test.client, work, 'a.banxin')
    await openNewIssue(test.client, work, 'other.banxin')
    const bytes = await makePicture(10)
    const asset = await test.client.call('asset.add', { documentId, name: 'x.png', bytes })
    const body = bodySchema
      .node('doc', null, [
        bodySchema.node('figure', { id: 'f', asset: asset.id }, bodySchema.text('堤上')),
      ])
      .toJSON() as { type: string }
    await test.client.call('document.apply', {
      documentId,
      base: 0,
      batchId: 'b',
      commands: [
        {
          type: 'addSection',
          section: { id: 's', style: 'lead', title: '要闻', stories: [] },
          index: 0,
        },
        { type: 'addAsset', asset },
        {
          type: 'addStory',
          sectionId: 's',
          index: 0,
          story: { id: 't', headline: '稿', status: 'draft', body },
        },
      ],
    })
    await test.desk.stop()
    const other = await openTestDesk({ ...work, data: `${work.data}-2` })
    const elsewhere = await openNamed(other.client, 'a.banxin')
    await setNumber(other.client, elsewhere.documentId, 0, 99)
    await other.client.call('document.save', { documentId: elsewhere.documentId })
    await other.desk.stop()

    const { client, desk, told } = await openTestDesk(work)
    expect((await openNamed(client, 'a.banxin')).issue).toMatchObject({ number: 99, sections: [] })
    expect(told).toContainEqual({
      name: 'host.notice',
      payload: expect.objectContaining({ severity: 'warning' }) as unknown,
    })
    const { drafts } = await client.call('document.recent', {})
    expect(drafts.map(({ name }) => name)).toEqual(['a.banxin'])
    const { document } = await client.call('document.open', { fileId: drafts[0]?.fileId ?? '' })
    expect(document.issue).toMatchObject({ number: 1, sections: ['s'] })
    const read = { documentId: document.documentId, assetId: asset.id }
    expect((await client.call('asset.read', read)).bytes).toEqual(bytes)
    await desk.stop()
  })

  it('brings back all before a place where the journal is damaged, and keeps the journal', async () => {
    const test = await openTestDesk(work)
    const { documentId } = await openNewIssue(test.client, work, 'a.banxin')
    for (const base of [0, 1, 2]) await setNumber(test.client, documentId, base, base + 2)
    await test.desk.stop()
    const [key = ''] = readdirSync(join(work.data, 'journals'))
    const journal = join(work.data, 'journals', key, 'journal')
    const lines = readFileSync(journal, 'utf8').split('\n')
    writeFileSync(journal, [lines[0], lines[1], `x${lines[2] ?? ''}`, lines[3], ''].join('\n'))
    const { client, desk, told } = await openTestDesk(work)
    expect((await openNamed(client, 'a.banxin')).issue.number).toBe(2)
    expect(JSON.stringify(told)).toContain('journal-damaged')
    expect(readdirSync(join(work.data, 'rescued')).join()).toMatch(/a\.banxin\.journal$/)
    await desk.stop()
  })

  it('sweeps away what a killed process left while it wrote', async () => {
    await writeEmptyIssue(pathOf('a.banxin'))
    const left = '.a.banxin.01234567-89ab-cdef-0123-456789abcdef'
    const other = '.b.banxin.01234567-89ab-cdef-0123-456789abcdef'
    for (const name of [left, other, '.a.banxin.notes']) writeFileSync(pathOf(name), 'half')
    const { client, desk } = await openTestDesk(work)
    await openNamed(client, 'a.banxin')
    await desk.stop()
    expect(readdirSync(work.files).sort()).toEqual(['.a.banxin.notes', other, 'a.banxin'])
    rmSync(pathOf(other))
  })
})

describe('choosing files', () => {
  it('never lets a name lead out of its folder, nor one purpose serve another', async () => {
    const { client, desk } = await openTestDesk(work)
    mkdirSync(pathOf('inner'))
    await writeEmptyIssue(pathOf('inner/a.banxin'))
    writeFileSync(pathOf('inner/.hidden.banxin'), '')
    writeFileSync(pathOf('inner/notes.txt'), '')
    symlinkSync('/', pathOf('inner/root'))
    symlinkSync('/etc/hostname', pathOf('inner/etc.banxin'))
    const purpose = 'open-document'
    const [root] = (await client.call('folder.list', { purpose })).folders
    const top = await client.call('folder.list', { purpose, folderId: root?.folderId ?? '' })
    expect(top).toMatchObject({ parentId: null, folders: [{ name: 'inner' }], files: [] })
    const folderId = top.folders[0]?.folderId ?? ''
    const inner = await client.call('folder.list', { purpose, folderId })
    expect(inner).toMatchObject({ parentId: root?.folderId, folders: [] })
    expect(inner.files.map(({ name }) => name)).toEqual(['a.banxin'])
    for (const name of [
      '../a',
      '..',
      '.',
      '/etc/x',
      'a/b',
      'a\\b',
      'a\0b',
      'c:d',
      '.x',
      'x. ',
      '\n',
    ]) {
      await expect(
        client.call('folder.place', { folderId, purpose: 'save-document', name }),
      ).rejects.toEqual(code('name-unsuitable'))
    }
    const place = await client.call('folder.place', { folderId, purpose: 'export-pdf', name: 'x' })
    expect(place).toMatchObject({ name: 'x.pdf', exists: false })
    const fileId = inner.files[0]?.fileId ?? ''
    const { document } = await client.call('document.open', { fileId })
    const { documentId } = document
    for (const wrong of [place.fileId, fileId, folderId, 'A'.repeat(22)]) {
      await expect(client.call('document.saveAs', { documentId, fileId: wrong })).rejects.toEqual(
        code('file-unknown'),
      )
    }
    await expect(client.call('dialog.choose', { purpose })).rejects.toEqual(code('dialog-absent'))
    await desk.stop()
  })
})
