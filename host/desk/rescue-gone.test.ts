import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openNewIssue, setNumber } from '../../tests/desk/open-issue'
import { makeWorkplace, openTestDesk, type Workplace } from '../../tests/desk/test-desk'

let work: Workplace
beforeEach(() => {
  work = makeWorkplace()
})
afterEach(() => {
  work.remove()
})

describe('work on a file that is gone', () => {
  it('is among the documents without a file as soon as no desk has it', async () => {
    const first = await openTestDesk(work)
    const { documentId } = await openNewIssue(first.client, work, 'a.banxin')
    await setNumber(first.client, documentId, 0, 7)
    rmSync(join(work.files, 'a.banxin'))
    const { client, desk, told } = await openTestDesk(work)
    expect(await client.call('document.recent', {})).toEqual({ recent: [], drafts: [] })
    await first.desk.stop()

    const { recent, drafts } = await client.call('document.recent', {})
    expect(recent).toEqual([])
    expect(drafts).toHaveLength(1)
    expect(told.map(({ name }) => name)).toContain('host.notice')
    const { document } = await client.call('document.open', { fileId: drafts[0]?.fileId ?? '' })
    expect(document.issue.number).toBe(7)
    await desk.stop()
  })

  it('waits where its folder is gone too', async () => {
    const first = await openTestDesk(work)
    const { documentId } = await openNewIssue(first.client, work, 'a.banxin')
    await setNumber(first.client, documentId, 0, 7)
    await first.desk.stop()
    rmSync(work.files, { recursive: true })
    const { client, desk, faults } = await openTestDesk(work, { folders: [work.data] })
    expect(await client.call('document.recent', {})).toEqual({ recent: [], drafts: [] })
    expect(existsSync(work.files)).toBe(false)
    expect(faults).toEqual([])
    await desk.stop()
  })
})
