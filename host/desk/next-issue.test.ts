import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openNamed } from '../../tests/desk/open-issue'
import { makeWorkplace, openTestDesk, type TestDesk } from '../../tests/desk/test-desk'
import { makeSmallIssue } from '../../tests/issue/small-issue'
import type { Issue } from '../../engine/document/issue'
import { openPackage } from '../package-file'
import { follow } from './next-issue'

const work = makeWorkplace()
let test: TestDesk

beforeAll(async () => {
  await makeSmallIssue(work.files)
  test = await openTestDesk(work)
})

afterAll(async () => {
  await test.desk.stop()
  expect(test.faults).toEqual([])
  work.remove()
})

describe('the next issue', () => {
  it('is a number on and a week later, over the end of months and years', async () => {
    const { issue } = (await openPackage(join(work.files, 'sound.banxin'))).document
    expect(follow({ ...issue, number: 41, totalNumber: 385, date: '2026-12-25' })).toMatchObject({
      number: 42,
      totalNumber: 386,
      date: '2027-01-01',
    })
    expect(follow({ ...issue, number: 999_999, date: '2024-02-26' })).toMatchObject({
      number: 999_999,
      date: '2024-03-04',
    })
  })

  it('is not known before an issue was opened', async () => {
    expect(await test.client.call('document.next', {})).toEqual({ next: null })
  })

  it('goes on from the one opened last, of the same periodical', async () => {
    const before = await openNamed(test.client, 'sound.banxin')
    await test.client.call('document.close', { documentId: before.documentId })
    const { next } = await test.client.call('document.next', {})
    expect(next).toMatchObject({ number: 8, date: '2025-05-13' })
    if (next === null) throw new Error('nothing is proposed')
    const { follows, number, date } = next
    const request = { template: 'weekly', number, date, follows }
    const { document } = await test.client.call('document.create', request)
    expect(document.issue).toMatchObject({ number: 8, date: '2025-05-13' })
    const titles = ({ sections, records }: Issue) =>
      sections.map((id) => records.sections[id]?.title)
    expect(titles(document.issue)).toEqual(titles(before.issue))
    expect(titles(document.issue)).not.toEqual([])
    expect(document.issue.records.stories).toEqual({})
    expect(
      Object.values(document.issue.records.sections).flatMap(({ stories }) => stories),
    ).toEqual([])
    expect(document.issue.publication).toEqual(before.issue.publication)
    await test.client.call('document.close', { documentId: document.documentId, discard: true })
  })

  it('leaves out files that are gone or damaged', async () => {
    writeFileSync(join(work.files, 'sound.banxin'), 'damaged')
    expect(await test.client.call('document.next', {})).toEqual({ next: null })
    rmSync(join(work.files, 'sound.banxin'))
    expect(await test.client.call('document.next', {})).toEqual({ next: null })
  })
})
