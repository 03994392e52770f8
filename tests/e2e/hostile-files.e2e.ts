import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeSmallIssue } from '../issue/small-issue'
import { actOn, type DeskActions } from './desk-actions'
import { launchBrowser } from './find-browser'
import { hostileNames } from './hostile-markup'
import { makeDrawingPackage, makeHostilePackages, makeMarkupPackage } from './hostile-packages'
import { shownHash } from './page-actions'
import { type ServedDesk, serveDesk } from './served-desk'

const browser: Browser | undefined = await launchBrowser()

describe.skipIf(browser === undefined)('hostile files at the desk (needs a Chromium)', () => {
  let desk: ServedDesk
  let act: DeskActions
  let packages: ReadonlyMap<string, Uint8Array> = new Map()

  beforeAll(async () => {
    if (browser === undefined) return
    desk = await serveDesk(browser)
    act = actOn(desk.page)
    const sound = await makeSmallIssue(desk.folder)
    packages = makeHostilePackages(sound)
    for (const [name, bytes] of packages) writeFileSync(join(desk.folder, `${name}.banxin`), bytes)
    writeFileSync(join(desk.folder, 'markup.banxin'), makeMarkupPackage(sound))
    writeFileSync(join(desk.folder, 'drawing.banxin'), makeDrawingPackage(sound))
  })
  afterAll(async () => {
    await desk.stop()
    await browser?.close()
  })

  const everything = () => readdirSync(join(desk.folder, '..'), { recursive: true }).sort()

  it('are refused one by one, each with what is wrong, and nothing comes out of them', async () => {
    const { page } = desk
    const before = everything()
    const told: string[] = []
    for (const name of packages.keys()) {
      await act.openFile(`${name}.banxin`)
      const notice = act.notice(name)
      await notice.waitFor()
      told.push(await notice.innerText())
      await act.button(act.said.start.open).waitFor()
      await act.dismissNotices()
    }
    expect(told.filter((text) => /程序内部出错|写字台出错/.test(text))).toEqual([])
    expect((await desk.client.call('desk.state', {})).open).toEqual([])
    expect(everything()).toEqual(before)
    expect(await desk.wasStolen()).toBe(false)
    expect(await page.evaluate(() => 'polluted' in {})).toBe(false)
    expect('polluted' in {}).toBe(false)
    for (const [name, bytes] of packages) {
      expect(readFileSync(join(desk.folder, `${name}.banxin`)).equals(bytes), name).toBe(true)
    }
  })

  it('that say markup everywhere say it as text', async () => {
    const { page } = desk
    await act.openFile('markup.banxin')
    await shownHash(page)
    await act.story(hostileNames.headline).waitFor()
    await page.getByText(hostileNames.section).first().waitFor()
    expect(await page.locator('#desk').locator('img, script, iframe').count()).toBe(0)
    for (const mode of ['1', '2', '3', '4']) await page.keyboard.press(`Control+${mode}`)
    await page.keyboard.press('Control+k')
    await act.dialog().getByText(hostileNames.headline).first().waitFor()
    await page.keyboard.press('Escape')
    expect(await desk.wasStolen()).toBe(false)
    expect(await desk.readViolations()).toEqual([])
    expect(desk.complaints.filter((each) => !/422|Failed to load/.test(each))).toEqual([])
    await act.closeIssue()
  })

  it('with a drawing for a photo show none, and cannot be printed', async () => {
    const { page } = desk
    await act.openFile('drawing.banxin')
    await shownHash(page)
    await act.exportAs('drawing')
    const result = page.locator('.output-result[data-state="failed"]')
    await result.getByText('dike.jpg').waitFor({ timeout: 90_000 })
    expect(await result.innerText()).not.toContain('程序内部出错')
    expect(await desk.wasStolen()).toBe(false)
    expect(await desk.readViolations()).toEqual([])
    expect(desk.faults).toEqual([])
  })
})
