import { chmodSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openPackage } from '../../host/package-file'
import { becomeNobody, becomeOneself, canCloseFolders, limitFiles } from '../desk/closed-disk'
import { actOn, type DeskActions } from './desk-actions'
import { launchBrowser } from './find-browser'
import { shownHash } from './page-actions'
import { type ServedDesk, serveDesk } from './served-desk'
import { makeSmallWorkplace, type SmallWorkplace } from './small-workplace'

const browser: Browser | undefined = await launchBrowser()
const canLimit = limitFiles('unlimited')
let work: SmallWorkplace
let desk: ServedDesk
let act: DeskActions

beforeAll(async () => {
  if (browser === undefined) return
  work = await makeSmallWorkplace()
  desk = await serveDesk(browser, work)
  act = actOn(desk.page)
  await shownHash(desk.page)
})
afterAll(async () => {
  expect(desk.faults).toEqual([])
  await desk.stop()
  work.remove()
  await browser?.close()
})

const says = (word: string) => act.status().getByText(word, { exact: true }).waitFor()
const write = async (text: string): Promise<void> => {
  await act.enterBody()
  await desk.page.keyboard.insertText(text)
}
const save = () => desk.page.keyboard.press('Control+s')
const readFile = () => readFileSync(work.startFile)
const fileHas = async (text: string): Promise<void> => {
  const { document } = await openPackage(work.startFile)
  expect(JSON.stringify(document.issue)).toContain(text)
}
/** The files that a person sees, beside those that hold their place while the desk is open. */
const seen = () => readdirSync(work.folder).filter((name) => !name.startsWith('.'))

describe.skipIf(browser === undefined || !canLimit)(
  'a disk that is full, at the desk (needs a Chromium and prlimit)',
  () => {
    afterEach(() => {
      limitFiles('unlimited')
    })

    it('is told of as soon as typing is no longer safe, and no longer once it is', async () => {
      limitFiles(100)
      await write('磁盘满时写的。')
      await says(act.said.bar.fault)
      await act.notice('磁盘').waitFor()
      limitFiles('unlimited')
      await says(act.said.bar.journaled)
    })

    it('is told of when it cannot be saved, and the old file stays whole', async () => {
      const before = readFile()
      const names = seen()
      limitFiles(1_000)
      await save()
      await act.notice('磁盘').waitFor()
      expect(readFile()).toEqual(before)
      expect(seen()).toEqual(names)
      expect(await act.status().textContent()).not.toBe(act.said.bar.saved)
      await act.body().getByText('磁盘满时写的。').waitFor()
      limitFiles('unlimited')
      await save()
      await act.saved()
      await fileHas('磁盘满时写的。')
    })

    it('is told of when an export ends there, which leaves nothing', async () => {
      const names = seen()
      limitFiles(1_000)
      await act.exportAs('full')
      const result = desk.page.locator('.output-result[data-state="failed"]')
      await result.getByText('磁盘').waitFor({ timeout: 90_000 })
      expect(seen()).toEqual(names)
    })
  },
)

describe.skipIf(browser === undefined || !canCloseFolders)(
  'a folder that is closed, at the desk (needs a Chromium)',
  () => {
    afterEach(() => {
      becomeOneself(work.folder)
    })

    it('is told of when it cannot be saved; the old file stays whole and typing safe', async () => {
      await desk.page.keyboard.press('Control+1')
      becomeNobody(work.scratch)
      chmodSync(work.folder, 0o555)
      const before = readFile()
      await write('文件夹关着时写的。')
      await says(act.said.bar.journaled)
      await save()
      await act.notice('没有权限读写这个文件').waitFor()
      expect(readFile()).toEqual(before)
      await says(act.said.bar.journaled)
      becomeOneself(work.folder)
      await save()
      await act.saved()
      await fileHas('文件夹关着时写的。')
    })

    it('is told of when it is opened, and its file can only be read', async () => {
      const before = readFile()
      await act.closeIssue()
      becomeNobody(work.scratch)
      chmodSync(work.folder, 0o555)
      await act.button(/^sound/).click()
      await says(act.said.bar.readOnly)
      await desk.page.locator('.read-only').getByText('没有权限读写这个文件').waitFor()
      await act.body().getByText('文件夹关着时写的。').waitFor()
      expect(readFile()).toEqual(before)
      expect(seen()).not.toContain('sound.banxin.lock')
    })

    it('takes no export, and says so', async () => {
      const names = seen()
      becomeNobody(work.scratch)
      chmodSync(work.folder, 0o555)
      await act.exportAs('closed')
      const result = desk.page.locator('.output-result[data-state="failed"]')
      await result.getByText('没有权限读写这个文件').waitFor({ timeout: 90_000 })
      expect(seen()).toEqual(names)
    })
  },
)

/** Where the folder of the desk lies, as a path: none of it is shown. */
it.skipIf(browser === undefined)('no message names a path of the machine', async () => {
  const text = await desk.page.locator('body').innerText()
  expect(text).not.toContain(work.scratch)
  expect(text).not.toContain(join(work.folder, 'x').slice(0, 8))
})
