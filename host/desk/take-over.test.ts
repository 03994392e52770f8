import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { openNewIssue, setNumber } from '../../tests/desk/open-issue'
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
let first: TestDesk
let second: TestDesk
beforeEach(async () => {
  work = makeWorkplace()
  works.push(work)
  first = await openTestDesk(work)
  second = await openTestDesk(work)
})
afterAll(() => {
  for (const { remove } of works) remove()
})

const lost = expect.objectContaining({ code: 'lock-lost' }) as Error
const rescued = (): string[] => readdirSync(join(work.data, 'rescued'))

async function takeOver({ client }: TestDesk) {
  const fileId = await chooseFile(client, 'open-document', 'a.banxin')
  return client.call('document.open', { fileId, takeOver: true })
}

/** What is found of a desk that is killed now: all that it has told the disk. */
async function reopenElsewhere(): Promise<{ number: number; stop: () => Promise<void> }> {
  const { client, desk } = await openTestDesk(work)
  const fileId = await chooseFile(client, 'open-document', 'a.banxin')
  const { document } = await client.call('document.open', { fileId, takeOver: true })
  return { number: document.issue.number, stop: () => desk.stop() }
}

describe('a desk whose document was taken over, with one data folder for both', () => {
  it('writes no more, and the other one’s work is found after a kill', async () => {
    const { documentId } = await openNewIssue(first.client, work, 'a.banxin')
    const { document } = await takeOver(second)
    await setNumber(second.client, document.documentId, 0, 5)
    await expect(setNumber(first.client, documentId, 0, 2)).rejects.toEqual(lost)
    const bytes = await makePicture(10)
    const picture = { documentId, name: 'x.png', bytes }
    await expect(first.client.call('asset.add', picture)).rejects.toEqual(lost)
    const state = await first.client.call('document.state', { documentId })
    expect(state).toMatchObject({ revision: 0, readOnly: { code: 'lock-lost' } })
    expect(first.told.filter(({ name }) => name === 'document.status').at(-1)?.payload).toEqual(
      expect.objectContaining({ documentId, readOnly: state.readOnly }),
    )
    await first.desk.stop()
    const found = await reopenElsewhere()
    expect(found.number).toBe(5)
    await second.desk.stop()
    expect((await reopenElsewhere()).number).toBe(5)
    await found.stop()
    expect([...first.faults, ...second.faults]).toEqual([])
  })

  it('keeps its own work apart when it rests, and leaves what is the other one’s', async () => {
    const { documentId } = await openNewIssue(first.client, work, 'a.banxin')
    await setNumber(first.client, documentId, 0, 2)
    const { document, recoveredBatches } = await takeOver(second)
    expect(recoveredBatches).toBe(1)
    await setNumber(second.client, document.documentId, 1, 3)
    await expect(setNumber(first.client, documentId, 1, 4)).rejects.toEqual(lost)
    await first.desk.stop()
    const [copy = ''] = rescued()
    expect((await openPackage(join(work.data, 'rescued', copy))).document.issue.number).toBe(2)
    const found = await reopenElsewhere()
    expect(found.number).toBe(3)
    await Promise.all([found.stop(), second.desk.stop()])
    expect((await reopenElsewhere()).number).toBe(3)
  })

  it('keeps nothing apart that the other one has as well', async () => {
    const { documentId } = await openNewIssue(first.client, work, 'a.banxin')
    await setNumber(first.client, documentId, 0, 2)
    await takeOver(second)
    await first.desk.stop()
    expect(rescued()).toEqual([])
    await second.desk.stop()
    expect((await reopenElsewhere()).number).toBe(2)
  })

  it('closes without what the other one has on the disk', async () => {
    const { documentId } = await openNewIssue(first.client, work, 'a.banxin')
    await setNumber(first.client, documentId, 0, 2)
    const { document } = await takeOver(second)
    await setNumber(second.client, document.documentId, 1, 3)
    await first.client.call('document.close', { documentId, discard: true })
    expect((await reopenElsewhere()).number).toBe(3)
    expect(existsSync(join(work.files, 'a.banxin'))).toBe(true)
    await Promise.all([first.desk.stop(), second.desk.stop()])
  })

  it('may open it once more, and its work is kept apart', async () => {
    const { documentId } = await openNewIssue(first.client, work, 'a.banxin')
    await setNumber(first.client, documentId, 0, 2)
    const { document } = await takeOver(second)
    await setNumber(second.client, document.documentId, 1, 3)
    await expect(setNumber(first.client, documentId, 1, 4)).rejects.toEqual(lost)
    const again = await takeOver(first)
    expect(again.document).toMatchObject({ readOnly: null, issue: { number: 3 } })
    expect(rescued()).toHaveLength(1)
    await setNumber(first.client, again.document.documentId, again.document.revision, 6)
    await first.desk.stop()
    await second.desk.stop()
    expect((await reopenElsewhere()).number).toBe(6)
  })
})
