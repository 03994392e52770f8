import { copyFileSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openNewIssue, setNumber } from '../../tests/desk/open-issue'
import {
  makeWorkplace,
  openTestDesk,
  type TestDesk,
  type Workplace,
} from '../../tests/desk/test-desk'

let work: Workplace
let test: TestDesk
let documentId: string
let path: string
beforeEach(async () => {
  work = makeWorkplace()
  test = await openTestDesk(work)
  documentId = (await openNewIssue(test.client, work, 'a.banxin')).documentId
  path = join(work.files, 'a.banxin')
})
afterEach(async () => {
  await test.desk.stop()
  expect(test.faults).toEqual([])
  work.remove()
})

const outside = async () => (await test.client.call('document.state', { documentId })).outside
const told = () =>
  test.told
    .filter(({ name }) => name === 'document.status')
    .map(({ payload }) => (payload as { readonly outside: string | null }).outside)
const becomes = (change: string | null) =>
  expect.poll(outside, { timeout: 10_000, interval: 200 }).toBe(change)
/** Longer than it takes to look. */
const aWhile = () => new Promise((resolve) => setTimeout(resolve, 3_000))

describe('a file that another program has to do with', () => {
  it('is told of when it is moved away, and no longer once it is back', async () => {
    renameSync(path, `${path}.moved`)
    await becomes('gone')
    renameSync(`${path}.moved`, path)
    await becomes(null)
    expect(told()).toEqual(['gone', null])
  })

  it('is told of when it holds something else, and is asked about before it is written over', async () => {
    const other = Buffer.concat([readFileSync(path), Buffer.from('x')])
    writeFileSync(path, other)
    await becomes('changed')
    await setNumber(test.client, documentId, 0, 2)
    await expect(test.client.call('document.save', { documentId })).rejects.toEqual(
      expect.objectContaining({ code: 'file-changed' }),
    )
    await test.client.call('document.save', { documentId, overwrite: true })
    expect(await outside()).toBe(null)
    await aWhile()
    expect(await outside()).toBe(null)
  }, 20_000)

  it('is the same still when it was only touched, or copied over itself', async () => {
    utimesSync(path, new Date(), new Date())
    copyFileSync(path, `${path}.copy`)
    renameSync(`${path}.copy`, path)
    await aWhile()
    expect(told()).toEqual([])
  })

  it('is where it belongs again once it is saved back', async () => {
    rmSync(path)
    await becomes('gone')
    await setNumber(test.client, documentId, 0, 2)
    await test.client.call('document.save', { documentId })
    expect(await outside()).toBe(null)
    expect(readFileSync(path).length).toBeGreaterThan(0)
  })

  it('is not what this desk itself writes', async () => {
    for (const [base, number] of [2, 3, 4].entries()) {
      await setNumber(test.client, documentId, base, number)
      await test.client.call('document.save', { documentId })
      await new Promise((resolve) => setTimeout(resolve, 900))
    }
    expect(told().some((change) => change !== null)).toBe(false)
  })
})
