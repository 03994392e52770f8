import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  becomeNobody,
  becomeOneself,
  canCloseFolders,
  limitFiles,
} from '../../tests/desk/closed-disk'
import { openNamed, openNewIssue, setNumber } from '../../tests/desk/open-issue'
import {
  chooseFile,
  makePicture,
  makeWorkplace,
  openTestDesk,
  type TestDesk,
  type Workplace,
} from '../../tests/desk/test-desk'
import { openPackage } from '../package-file'

const works: Workplace[] = []
let work: Workplace
let test: TestDesk
beforeEach(async () => {
  work = makeWorkplace()
  works.push(work)
  test = await openTestDesk(work)
})
afterEach(async () => {
  await test.desk.stop()
  expect(test.faults).toEqual([])
})
afterAll(() => {
  for (const { remove } of works) remove()
})

const code = (name: string): Error => expect.objectContaining({ code: name }) as Error
const pathOf = (name: string): string => join(work.files, name)

const canLimit = limitFiles('unlimited')

describe.skipIf(!canLimit)('when files cannot grow', () => {
  afterEach(() => {
    limitFiles('unlimited')
  })

  it('a save says so and leaves the old file whole; it goes well once there is room', async () => {
    const { client } = test
    const { documentId } = await openNewIssue(client, work, 'a.banxin')
    await setNumber(client, documentId, 0, 2)
    const before = readFileSync(pathOf('a.banxin'))
    limitFiles(1_000)
    const refusal = await client
      .call('document.save', { documentId })
      .catch((error: unknown) => error)
    expect(refusal).toEqual(code('disk-full'))
    expect(refusal).toMatchObject({ explanation: { where: 'a.banxin' } })
    expect(readFileSync(pathOf('a.banxin'))).toEqual(before)
    expect(readdirSync(work.files).sort()).toEqual(['.a.banxin.lock', 'a.banxin'])
    limitFiles('unlimited')
    await client.call('document.save', { documentId })
    expect((await openPackage(pathOf('a.banxin'))).document.issue.number).toBe(2)
  })

  it('typing goes on, says that it is not safe, and is safe once there is room', async () => {
    const { client } = test
    const { documentId } = await openNewIssue(client, work, 'a.banxin')
    await setNumber(client, documentId, 0, 2)
    const [key = ''] = readdirSync(join(work.data, 'journals'))
    const journal = join(work.data, 'journals', key, 'journal')
    const whole = statSync(journal).size
    limitFiles(whole + 50)
    await setNumber(client, documentId, 1, 3)
    await setNumber(client, documentId, 2, 4)
    const state = await client.call('document.state', { documentId })
    expect(state).toMatchObject({ revision: 3, journalFault: { code: 'disk-full' } })
    // A part of a line is there; it will be written over.
    expect(statSync(journal).size).toBe(whole + 50)
    const safe = new Promise((resolve) => {
      client.on('document.status', (status) => {
        if (status.journaledRevision === 3 && status.journalFault === null) resolve(undefined)
      })
    })
    limitFiles('unlimited')
    await safe
    await test.desk.stop()
    test = await openTestDesk(work)
    expect((await openNamed(test.client, 'a.banxin')).issue.number).toBe(4)
  })

  it('a journal that cannot begin begins later, with all that was done', async () => {
    const { client } = test
    const { documentId } = await openNewIssue(client, work, 'a.banxin')
    limitFiles(100)
    await setNumber(client, documentId, 0, 2)
    await setNumber(client, documentId, 1, 3)
    const state = await client.call('document.state', { documentId })
    expect(state.journalFault?.code).toBe('disk-full')
    limitFiles('unlimited')
    await setNumber(client, documentId, 2, 4)
    await test.desk.stop()
    test = await openTestDesk(work)
    expect((await openNamed(test.client, 'a.banxin')).issue.number).toBe(4)
  })

  it('a picture is refused, and so is a new document', async () => {
    const { client } = test
    const { documentId } = await openNewIssue(client, work, 'a.banxin')
    const bytes = await makePicture(10)
    limitFiles(20)
    const adding = client.call('asset.add', { documentId, name: 'x.png', bytes })
    await expect(adding).rejects.toEqual(code('disk-full'))
    const request = { template: 'weekly', number: 1, date: '2026-03-09' }
    await expect(client.call('document.create', request)).rejects.toEqual(code('disk-full'))
    limitFiles('unlimited')
    expect(await client.call('asset.add', { documentId, name: 'x.png', bytes })).toMatchObject({
      width: 24,
    })
    expect(readdirSync(join(work.data, 'drafts'))).toEqual([])
  })
})

/** Whether a disk of its own can be had, which takes rights that not every run has. */
const disk = join(makeDisk(), 'disk')
function makeDisk(): string {
  const place = makeWorkplace()
  works.push(place)
  mkdirSync(join(place.files, 'disk'))
  return place.files
}
const canMount = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=400k', 'tmpfs', disk]).status === 0
afterAll(() => {
  if (canMount) spawnSync('umount', [disk])
})

describe.skipIf(!canMount)('when the disk is full', () => {
  it('nothing is lost on it: no save, no lock, no backup half made', async () => {
    const place = { ...work, files: disk }
    await test.desk.stop()
    test = await openTestDesk(place)
    const { documentId } = await openNewIssue(test.client, place, 'a.banxin')
    await setNumber(test.client, documentId, 0, 2)
    const before = readFileSync(join(disk, 'a.banxin'))
    fill(join(disk, 'filler'))
    const save = (): Promise<unknown> => test.client.call('document.save', { documentId })
    await expect(save()).rejects.toEqual(code('disk-full'))
    expect(readFileSync(join(disk, 'a.banxin'))).toEqual(before)
    expect(readdirSync(disk).sort()).toEqual(['.a.banxin.lock', 'a.banxin', 'filler'])
    await test.desk.stop()

    fill(join(disk, 'filler'))
    test = await openTestDesk(place)
    const reader = await openNamed(test.client, 'a.banxin')
    expect(reader.readOnly?.code).toBe('disk-full')
    expect(readFileSync(join(disk, 'a.banxin'))).toEqual(before)
    writeFileSync(join(disk, 'filler'), '')
    expect((await openNamed(test.client, 'a.banxin')).issue.number).toBe(2)
  })
})

function fill(path: string): void {
  for (let size = 4_096; ; size += 4_096) {
    try {
      writeFileSync(path, Buffer.alloc(size, 1))
    } catch {
      return
    }
  }
}

describe.skipIf(!canCloseFolders)('when the folder is closed', () => {
  afterEach(() => {
    becomeOneself(work.files)
  })

  it('a document in it can be read, and saved elsewhere', async () => {
    const { client } = test
    const { documentId: first } = await openNewIssue(client, work, 'a.banxin')
    await client.call('document.close', { documentId: first })
    mkdirSync(pathOf('open'))
    becomeNobody(dirname(work.files))
    chmodSync(work.files, 0o555)
    const { documentId, readOnly } = await openNamed(client, 'a.banxin')
    expect(readOnly).toMatchObject({
      code: 'file-forbidden',
      explanation: { where: 'a.banxin' },
    })
    await expect(setNumber(client, documentId, 0, 2)).rejects.toEqual(code('file-forbidden'))
    const purpose = 'save-document'
    const [root] = (await client.call('folder.list', { purpose })).folders
    const { folders } = await client.call('folder.list', {
      purpose,
      folderId: root?.folderId ?? '',
    })
    const place = { folderId: folders[0]?.folderId ?? '', purpose, name: 'b' } as const
    const { fileId } = await client.call('folder.place', place)
    await client.call('document.saveAs', { documentId, fileId })
    await setNumber(client, documentId, 0, 2)
    await client.call('document.save', { documentId })
    expect((await openPackage(pathOf('open/b.banxin'))).document.issue.number).toBe(2)
    expect((await openPackage(pathOf('a.banxin'))).document.issue.number).toBe(1)
    await client.call('document.close', { documentId })
  })

  it('after it was opened, a save says so, leaves the old file whole, and typing stays safe', async () => {
    const { client } = test
    becomeNobody(dirname(work.files))
    const { documentId } = await openNewIssue(client, work, 'a.banxin')
    await setNumber(client, documentId, 0, 2)
    chmodSync(work.files, 0o555)
    const before = readFileSync(pathOf('a.banxin'))
    await expect(client.call('document.save', { documentId })).rejects.toEqual(
      code('file-forbidden'),
    )
    await setNumber(client, documentId, 1, 3)
    expect(readFileSync(pathOf('a.banxin'))).toEqual(before)
    expect(existsSync(pathOf('a.banxin~'))).toBe(false)
    const other = await chooseFile(client, 'save-document', 'b')
    await expect(client.call('document.saveAs', { documentId, fileId: other })).rejects.toEqual(
      code('file-forbidden'),
    )
    chmodSync(work.files, 0o755)
    await client.call('document.save', { documentId })
    expect((await openPackage(pathOf('a.banxin'))).document.issue.number).toBe(3)
    await client.call('document.close', { documentId })
  })
  it('after it was opened, a document can still be closed', async () => {
    const { client } = test
    becomeNobody(dirname(work.files))
    const { documentId } = await openNewIssue(client, work, 'a.banxin')
    chmodSync(work.files, 0o555)
    await client.call('document.close', { documentId })
    expect((await client.call('desk.state', {})).open).toEqual([])
    chmodSync(work.files, 0o755)
    expect((await openNamed(client, 'a.banxin')).readOnly).toBeNull()
  })

  it('and it is that of the journals, a document is closed all the same', async () => {
    const { client } = test
    const journals = join(work.data, 'journals')
    const { documentId } = await openNewIssue(client, work, 'a.banxin')
    await setNumber(client, documentId, 0, 2)
    becomeNobody(dirname(work.files))
    chmodSync(journals, 0o555)
    const close = client.call('document.close', { documentId, discard: true })
    await expect(close).rejects.toEqual(code('file-forbidden'))
    expect((await client.call('desk.state', {})).open).toEqual([])
    expect(readdirSync(work.files)).toEqual(['a.banxin'])
    chmodSync(journals, 0o755)
    expect(await openNamed(client, 'a.banxin')).toMatchObject({
      readOnly: null,
      issue: { number: 1 },
    })
  })

  it('and cannot be looked into either, a save is one, and so is the next', async () => {
    const { client } = test
    becomeNobody(dirname(work.files))
    const { documentId } = await openNewIssue(client, work, 'a.banxin')
    await setNumber(client, documentId, 0, 2)
    chmodSync(work.files, 0o333)
    const saved = await client.call('document.save', { documentId })
    expect(saved).toMatchObject({ revision: 1, savedRevision: 1 })
    // Its folder could not be synced: a power cut may bring the old file back.
    const [key = ''] = readdirSync(join(work.data, 'journals'))
    expect(readdirSync(join(work.data, 'journals', key))).toEqual(['journal'])
    await setNumber(client, documentId, 1, 3)
    await client.call('document.save', { documentId })
    chmodSync(work.files, 0o755)
    expect((await openPackage(pathOf('a.banxin'))).document.issue.number).toBe(3)
    await client.call('document.close', { documentId })
    expect(readdirSync(join(work.data, 'journals'))).toEqual([])
  })

  it('and a journal in it may not be read, it is left as it is', async () => {
    const { documentId } = await openNewIssue(test.client, work, 'a.banxin')
    await setNumber(test.client, documentId, 0, 2)
    await test.desk.stop()
    const [key = ''] = readdirSync(join(work.data, 'journals'))
    const journal = join(work.data, 'journals', key, 'journal')
    becomeNobody(dirname(work.files))
    chmodSync(journal, 0)
    test = await openTestDesk(work)
    const refusal = await openNamed(test.client, 'a.banxin').catch((error: unknown) => error)
    expect(refusal).toEqual(code('file-forbidden'))
    expect(readdirSync(work.files)).toEqual(['a.banxin'])
    chmodSync(journal, 0o600)
    expect((await openNamed(test.client, 'a.banxin')).issue.number).toBe(2)
  })

  it('an export says so without naming the path', async () => {
    const { client } = test
    becomeNobody(dirname(work.files))
    const { documentId } = await openNewIssue(client, work, 'a.banxin')
    const fileId = await chooseFile(client, 'export-pdf', 'a')
    chmodSync(work.files, 0o555)
    const wish = { documentId, fileId, preset: 'proof', marks: false } as const
    const result = await client.call('export.result', await client.call('export.start', wish))
    const failure = { code: 'file-forbidden', explanation: { where: 'a.pdf' } }
    expect(result).toMatchObject({ state: 'failed', failure })
    expect(JSON.stringify(result)).not.toContain(work.files)
    await client.call('document.close', { documentId })
  })
})
