import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeEach, describe, expect, it } from 'vitest'

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
import { draftPath } from './drafts'
import { type BaseEntry, encodeEntry } from './journal-entry'

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

/** A journal whose first line is another, its checksum right. */
function rewriteBase(journal: string, change: (base: Record<string, unknown>) => object): string {
  const [line = ''] = journal.split('\n')
  const base = JSON.parse(line.slice(line.indexOf(' '))) as Record<string, unknown>
  return encodeEntry(change(base) as BaseEntry, '').line.toString()
}

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

  it('is the end: what was asked before and comes after it writes nothing', async () => {
    const { client, desk, faults } = await openTestDesk(work)
    const { documentId } = await openNewIssue(client, work, 'a.banxin')
    const fileId = await chooseFile(client, 'save-document', 'b.banxin')
    const saving = client.call('document.saveAs', { documentId, fileId })
    const closing = client.call('document.close', { documentId })
    await expect(saving).rejects.toEqual(code('document-unknown'))
    await closing
    expect(readdirSync(work.files)).toEqual(['a.banxin'])
    await desk.stop()
    expect(faults).toEqual([])
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

  it('go when they have lain untouched for a while, for one may be about to be opened', async () => {
    const { client, desk } = await openTestDesk(work)
    const path = draftPath(join(work.data, 'drafts'), 'a')
    await writeEmptyIssue(path)
    expect((await client.call('document.recent', {})).drafts).toEqual([])
    expect(existsSync(path)).toBe(true)
    const sixMinutesAgo = new Date(Date.now() - 360_000)
    utimesSync(path, sixMinutesAgo, sixMinutesAgo)
    expect((await client.call('document.recent', {})).drafts).toEqual([])
    expect(existsSync(path)).toBe(false)
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

  it.each([
    ['a first line that is damaged', (journal: string) => `x${journal}`],
    ['a first line that was cut short', (journal: string) => journal.slice(0, 900)],
    [
      'a document that the engine refuses',
      (journal: string) => rewriteBase(journal, (base) => ({ ...base, issue: { format: 'no' } })),
    ],
    [
      'a document of a later Banxin',
      (journal: string) =>
        rewriteBase(journal, (base) => ({
          ...base,
          issue: { ...(base['issue'] as object), version: 99 },
        })),
    ],
  ])('opens the file as it was saved where the journal begins with %s', async (_what, spoil) => {
    const test = await openTestDesk(work)
    const { documentId } = await openNewIssue(test.client, work, 'a.banxin')
    const bytes = await makePicture(10)
    const asset = await test.client.call('asset.add', { documentId, name: 'x.png', bytes })
    await setNumber(test.client, documentId, 0, 2)
    await test.desk.stop()
    const [key = ''] = readdirSync(join(work.data, 'journals'))
    const journal = join(work.data, 'journals', key, 'journal')
    const spoilt = spoil(readFileSync(journal, 'utf8'))
    writeFileSync(journal, spoilt)

    const { client, desk, told, faults } = await openTestDesk(work)
    const opened = await openNamed(client, 'a.banxin')
    expect(opened).toMatchObject({ readOnly: null, issue: { number: 1 } })
    expect(told).toContainEqual({
      name: 'host.notice',
      payload: expect.objectContaining({
        message: expect.objectContaining({ code: 'journal-damaged' }) as unknown,
      }) as unknown,
    })
    const rescued = join(work.data, 'rescued')
    const [copy = '', pictures = ''] = readdirSync(rescued).sort()
    expect(readFileSync(join(rescued, copy), 'utf8')).toBe(spoilt)
    expect(readFileSync(join(rescued, pictures, asset.id))).toEqual(bytes)
    await setNumber(client, opened.documentId, 0, 3)
    await desk.stop()
    const again = await openTestDesk(work)
    expect((await openNamed(again.client, 'a.banxin')).issue.number).toBe(3)
    expect(readdirSync(rescued)).toHaveLength(2)
    await again.desk.stop()
    expect([...faults, ...again.faults]).toEqual([])
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
    writeFileSync(join(work.data, 'outside.pdf'), '')
    symlinkSync(join(work.data, 'outside.pdf'), pathOf('inner/outside.pdf'))
    symlinkSync('a.banxin', pathOf('inner/link.banxin'))
    symlinkSync(pathOf('inner/round.banxin'), pathOf('inner/round.banxin'))
    for (const [wanted, name, refusal] of [
      ['open-document', 'etc', 'file-outside'],
      ['save-document', 'etc', 'file-outside'],
      ['export-pdf', 'outside.pdf', 'file-outside'],
      ['open-document', 'round', 'file-unreadable'],
    ] as const) {
      const asked = client.call('folder.place', { folderId, purpose: wanted, name })
      await expect(asked).rejects.toEqual(code(refusal))
    }
    const linked = await client.call('folder.place', { folderId, purpose, name: 'link' })
    expect(linked).toMatchObject({ name: 'link.banxin', exists: true })
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
