import {
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Input } from '../../bridge/contract'
import type { ExportStep } from '../../bridge/export-state'
import { openNamed } from '../../tests/desk/open-issue'
import { chooseFile, makeWorkplace, openTestDesk, type TestDesk } from '../../tests/desk/test-desk'
import { makeSmallIssue, repack, swapPicture } from '../../tests/issue/small-issue'
import { readWithPdfjs } from '../../tests/readers/read-with-pdfjs'
import { exportIssue } from '../export-issue'

const work = makeWorkplace()
let test: TestDesk
let documentId = ''

beforeAll(async () => {
  await makeSmallIssue(work.files)
  test = await openTestDesk(work)
  documentId = (await openNamed(test.client, 'sound.banxin')).documentId
})

afterAll(async () => {
  await test.desk.stop()
  expect(test.faults).toEqual([])
  work.remove()
})

async function start(name: string, more: Partial<Input<'export.start'>> = {}): Promise<string> {
  const fileId = await chooseFile(test.client, 'export-pdf', name)
  const wish = { documentId, fileId, preset: 'press', marks: true } as const
  const { jobId } = await test.client.call('export.start', { ...wish, ...more })
  return jobId
}

describe('an export from the desk', () => {
  it('writes the very file that the command line writes, and tells how far it is', async () => {
    const steps: ExportStep[] = []
    const forget = test.client.on('export.progress', ({ step }) => steps.push(step))
    const jobId = await start('a.pdf')
    const result = await test.client.call('export.result', { jobId })
    forget()
    const direct = join(work.files, 'direct.pdf')
    const exported = await exportIssue(join(work.files, 'sound.banxin'), direct, {
      preset: 'press',
      marks: true,
      onStep: () => undefined,
    })
    expect(result).toMatchObject({ state: 'done', file: { name: 'a.pdf' }, ...exported })
    expect(readFileSync(join(work.files, 'a.pdf')).equals(readFileSync(direct))).toBe(true)
    expect(steps.map(({ part }) => part)).toEqual(['fonts', 'pages', 'pictures', 'pdf', 'file'])
    expect(await test.client.call('export.result', { jobId })).toEqual(result)
  })

  it('prints what is on the desk, saved or not, and only the pages asked for', async () => {
    const { revision } = await test.client.call('document.state', { documentId })
    await test.client.call('document.apply', {
      documentId,
      base: revision,
      batchId: 'b',
      commands: [{ type: 'setIssueDetails', changes: { number: 4_321 } }],
    })
    const jobId = await start('b.pdf', { pages: [0] })
    expect(await test.client.call('export.result', { jobId })).toMatchObject({ pageCount: 1 })
    const { info, pages } = await readWithPdfjs(
      new Uint8Array(readFileSync(join(work.files, 'b.pdf'))),
    )
    expect(pages).toHaveLength(1)
    expect(info['Title']).toContain('第4321期')
  })

  it('that cannot be says why, and leaves the file that was there', async () => {
    writeFileSync(join(work.files, 'c.pdf'), 'before')
    const jobId = await start('c.pdf', { pages: [999] })
    expect(await test.client.call('export.result', { jobId })).toMatchObject({
      state: 'failed',
      failure: { code: 'page-absent' },
    })
    expect(readFileSync(join(work.files, 'c.pdf'), 'utf8')).toBe('before')
  })

  it('is made as its purpose wants it', async () => {
    const jobId = await start('screen.pdf', { preset: 'screen' })
    expect(await test.client.call('export.result', { jobId })).toMatchObject({ state: 'done' })
    const pdf = readFileSync(join(work.files, 'screen.pdf'), 'latin1')
    expect(pdf).toContain('DeviceRGB')
    expect(pdf).not.toContain('DeviceCMYK')
  })

  it('is made in spite of errors only when these are accepted', async () => {
    const sound = readFileSync(join(work.files, 'sound.banxin'))
    const damaged = repack(sound, (entries) =>
      swapPicture(entries, (bytes) => bytes.slice(0, bytes.length / 2)),
    )
    writeFileSync(join(work.files, 'damaged.banxin'), damaged)
    const { documentId: id } = await openNamed(test.client, 'damaged.banxin')
    const refused = await start('h.pdf', { documentId: id })
    expect(await test.client.call('export.result', { jobId: refused })).toMatchObject({
      state: 'failed',
      failure: { code: 'picture-damaged' },
    })
    expect(existsSync(join(work.files, 'h.pdf'))).toBe(false)
    const accepted = await start('h.pdf', { documentId: id, acceptErrors: true })
    expect(await test.client.call('export.result', { jobId: accepted })).toMatchObject({
      state: 'done',
    })
  })

  it.each(['d.pdf', 'absent.pdf'])('that is cancelled leaves nothing behind: %s', async (name) => {
    const path = join(work.files, name)
    if (name === 'd.pdf') writeFileSync(path, 'before')
    const jobId = await start(name)
    const begun = new Promise((resolve) => {
      test.client.on('export.progress', (progress) => {
        if (progress.jobId === jobId) resolve(undefined)
      })
    })
    await begun
    await test.client.call('export.cancel', { jobId })
    const { state } = await test.client.call('export.result', { jobId })
    expect(state).toBe('cancelled')
    if (name === 'd.pdf') expect(readFileSync(path, 'utf8')).toBe('before')
    else expect(existsSync(path)).toBe(false)
    expect(readdirSync(work.files).filter((each) => each.startsWith(`.${name}`))).toEqual([])
    await test.client.call('export.cancel', { jobId })
  })

  it('is the only one to its file: ending another takes nothing away from it', async () => {
    const path = join(work.files, 'i.pdf')
    writeFileSync(path, 'before')
    symlinkSync('i.pdf', join(work.files, 'link.pdf'))
    const jobId = await start('i.pdf')
    for (const name of ['i.pdf', 'link.pdf']) {
      await expect(start(name)).rejects.toMatchObject({
        code: 'export-target-busy',
        explanation: { where: 'i.pdf' },
      })
    }
    expect(await test.client.call('export.result', { jobId })).toMatchObject({ state: 'done' })
    expect(readFileSync(path, 'latin1')).toMatch(/^%PDF/)
    const again = await start('link.pdf', { pages: [0] })
    expect(await test.client.call('export.result', { jobId: again })).toMatchObject({
      state: 'done',
    })
    expect(lstatSync(join(work.files, 'link.pdf')).isSymbolicLink()).toBe(true)
  })

  it('waits its turn when there are many', async () => {
    const jobs = [await start('e.pdf'), await start('f.pdf')]
    await expect(start('g.pdf')).rejects.toMatchObject({ code: 'export-busy' })
    expect(test.desk.isBusy()).toBe(true)
    for (const jobId of jobs) {
      expect(await test.client.call('export.result', { jobId })).toMatchObject({ state: 'done' })
    }
    expect(test.desk.isBusy()).toBe(false)
  })
})

describe('faces', () => {
  it('are listed and read as the engine opens them', async () => {
    const { families } = await test.client.call('font.list', {})
    expect(families).toContainEqual({
      family: 'LXGW WenKai',
      otherNames: [],
      source: 'bundled',
      weights: [300, 400, 700],
      mayEmbed: true,
      flaw: null,
    })
    const face = await test.client.call('font.read', { family: 'LXGW WenKai', weight: 500 })
    const other = await test.client.call('font.read', { family: '../../etc/passwd', weight: 400 })
    expect(face.weight).toBe(400)
    expect(face.standIn).toBeUndefined()
    expect(other.standIn).toEqual({ family: 'Noto Serif SC', reason: 'absent' })
    for (const { bytes } of [face, other]) expect([...bytes.subarray(0, 4)]).toEqual([0, 1, 0, 0])
  })
})
