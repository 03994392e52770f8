import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { headline } from '../issue/small-issue'
import { actOn, type DeskActions } from './desk-actions'
import { launchBrowser } from './find-browser'
import { shownHash } from './page-actions'
import { type ServedDesk, serveDesk } from './served-desk'
import { makeSmallWorkplace, type SmallWorkplace } from './small-workplace'

const browser: Browser | undefined = await launchBrowser()

describe.skipIf(browser === undefined)('going over to another issue (needs a Chromium)', () => {
  let work: SmallWorkplace
  let desk: ServedDesk
  let act: DeskActions

  beforeAll(async () => {
    if (browser === undefined) return
    work = await makeSmallWorkplace()
    writeFileSync(join(work.folder, 'broken.banxin'), 'no package at all')
    desk = await serveDesk(browser, work)
    act = actOn(desk.page)
    await shownHash(desk.page)
  })
  afterAll(async () => {
    await desk.stop()
    work.remove()
    await browser?.close()
  })

  it('keeps the one that was open when the other cannot be opened', async () => {
    const { page } = desk
    await page.keyboard.press('Control+o')
    await act
      .dialog()
      .getByRole('button', { name: /broken/ })
      .click()
    await act.notice('broken').waitFor()
    await page.getByTitle(headline, { exact: true }).waitFor()
    await act.enterBody()
    await page.keyboard.insertText('接着写。')
    await expect
      .poll(async () => JSON.stringify((await desk.readDocument()).issue))
      .toContain('接着写。')
    expect(desk.faults).toEqual([])
  })
})
