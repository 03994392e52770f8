import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { encodeMessage } from '../../bridge/message-frame'
import { headline } from '../issue/small-issue'
import { actOn, type DeskActions } from './desk-actions'
import { launchBrowser } from './find-browser'
import { shownHash } from './page-actions'
import { type ServedDesk, serveDesk } from './served-desk'
import { makeSmallWorkplace, type SmallWorkplace } from './small-workplace'

const browser: Browser | undefined = await launchBrowser()
afterAll(() => browser?.close())

/** Longer than a note is shown. */
const WAIT_MS = 12_000

describe.skipIf(browser === undefined)('what a person is told (needs a Chromium)', () => {
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
    await desk.stop()
    work.remove()
  })

  const removed = (): Locator => act.notice('已删去')
  const refused = (): Locator => desk.page.locator('.notice[data-kind="error"]')
  /** Brings a file that is no picture, which is refused. */
  const bringRefused = async (): Promise<void> => {
    await act.body().evaluate((body) => {
      const clipboardData = new DataTransfer()
      clipboardData.items.add(new File(['no picture'], 'notes.zip', { type: 'application/zip' }))
      const event = { clipboardData, bubbles: true, cancelable: true }
      body.dispatchEvent(new ClipboardEvent('paste', event))
    })
    await refused().waitFor()
  }
  const boxOf = async (target: Locator) => {
    const box = await target.boundingBox()
    if (box === null) throw new Error('Not in sight')
    return { ...box, right: box.x + box.width, bottom: box.y + box.height }
  }

  it('what was done is told for a while, longer while it is pointed at', async () => {
    const { page } = desk
    await act.story(headline).focus()
    await page.keyboard.press('Delete')
    await removed().hover()
    await page.waitForTimeout(WAIT_MS + 1_000)
    expect(await removed().count()).toBe(1)
    await page.mouse.move(640, 300)
    await removed().waitFor({ state: 'detached', timeout: WAIT_MS })
    await act.undo().click()
    await act.story(headline).click()
  })

  it('an error stays, in the middle of the desk, off the pages and the list', async () => {
    await bringRefused()
    await desk.page.waitForTimeout(9_500)
    const notice = await boxOf(refused())
    const main = await boxOf(desk.page.getByRole('main'))
    expect(notice.x).toBeGreaterThanOrEqual(main.x)
    expect(notice.right).toBeLessThanOrEqual(main.right)
  })

  it('over a dialog it is taken away by the mouse, and the dialog stays as it is', async () => {
    const { page } = desk
    await page.keyboard.press('Control+Shift+s')
    const field = act.dialog().getByLabel(act.said.file.name)
    await field.fill('notes')
    const notice = await boxOf(refused())
    const buttons = await boxOf(act.dialog().locator('.dialog-buttons'))
    expect(notice.bottom).toBeLessThan(buttons.y)
    await refused().locator('span').click()
    await field.waitFor()
    await field.focus()
    await refused().getByRole('button', { name: act.said.notice.dismiss }).click()
    expect(await refused().count()).toBe(0)
    expect(await field.inputValue()).toBe('notes')
    expect(await field.evaluate((each) => each === document.activeElement)).toBe(true)
    await act.dialog().getByRole('button', { name: act.said.file.save, exact: true }).click()
    await act.saved()
  })

  it('what kept a file from being saved is told until it is saved', async () => {
    const { page } = desk
    await act.enterBody()
    await page.keyboard.insertText('加一句。')
    const said = { zh: '没有权限读写这个文件', en: 'This file may not be written' }
    const failure = { code: 'file-denied', explanation: { what: said, where: '', mend: said } }
    const body = Buffer.from(encodeMessage(failure))
    await page.route('**/call/document.save', (route) => route.fulfill({ status: 422, body }), {
      times: 1,
    })
    await page.keyboard.press('Control+s')
    await act.notice(said.zh).waitFor()
    await page.keyboard.press('Control+s')
    await act.saved()
    await refused().waitFor({ state: 'detached' })
  })

  it('what was told of an issue goes when it is closed', async () => {
    await act.saved()
    await bringRefused()
    await act.closeIssue()
    expect(await desk.page.locator('.notice').count()).toBe(0)
  })
})

describe.skipIf(browser === undefined)('what cannot be written here (needs a Chromium)', () => {
  let work: SmallWorkplace
  let first: ServedDesk
  let second: ServedDesk

  beforeAll(async () => {
    if (browser === undefined) return
    work = await makeSmallWorkplace()
    first = await serveDesk(browser, work)
    await shownHash(first.page)
    second = await serveDesk(browser, { startFile: work.startFile })
    await shownHash(second.page)
  })
  afterAll(async () => {
    await first.stop()
    await second.stop()
    work.remove()
  })

  it('is saved elsewhere by the keys that save', async () => {
    const act = actOn(second.page)
    await second.page.locator('.read-only').waitFor()
    await second.page.keyboard.press('Control+s')
    await act.dialog().getByRole('heading', { name: act.said.file.chooseSave }).waitFor()
    await act.dialog().getByRole('button', { name: act.said.file.save, exact: true }).waitFor()
    await second.page.keyboard.press('Escape')
  })
})
