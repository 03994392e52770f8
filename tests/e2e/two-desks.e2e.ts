import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPackage } from '../../host/package-file'
import { headline } from '../issue/small-issue'
import { actOn, type DeskActions } from './desk-actions'
import { launchBrowser } from './find-browser'
import { shownHash, turnAll } from './page-actions'
import { listenToPage, type PageEars } from './page-ears'
import { type ServedDesk, serveDesk } from './served-desk'
import { makeSmallWorkplace, type SmallWorkplace } from './small-workplace'

const browser: Browser | undefined = await launchBrowser()
afterAll(() => browser?.close())

const readBody = async (desk: ServedDesk): Promise<string> => {
  const [story] = Object.values((await desk.readDocument()).issue.records.stories)
  return JSON.stringify(story?.body)
}

describe.skipIf(browser === undefined)('two desks on one file (needs a Chromium)', () => {
  let work: SmallWorkplace
  let first: ServedDesk
  let second: ServedDesk

  beforeAll(async () => {
    if (browser === undefined) return
    work = await makeSmallWorkplace()
    first = await serveDesk(browser, work)
    await shownHash(first.page)
    second = await serveDesk(browser, { startFile: work.startFile })
  })
  afterAll(async () => {
    await second.stop()
    work.remove()
  })

  it('the second says that it can only read, and why', async () => {
    const act = actOn(second.page)
    await second.page.getByText('正在另一张写字台上编辑').waitFor()
    await act.status().getByText(act.said.bar.readOnly, { exact: true }).waitFor()
    expect(await shownHash(second.page)).toBe(await shownHash(first.page))
  })

  it('nothing can be changed at the second, and nothing there looks as if it were', async () => {
    const { page } = second
    const act = actOn(page)
    const before = await second.readDocument()
    const hash = await shownHash(page)
    await act.enterBody()
    await page.keyboard.insertText('写不进去的字')
    await act.head('headline').click()
    await page.keyboard.insertText('改不了的题')
    const addSection = act.button(act.said.issue.addSection)
    if (await addSection.isEnabled()) await addSection.click()
    expect(await shownHash(page)).toBe(hash)
    expect(await second.readDocument()).toEqual(before)
    expect(await page.getByText(/写不进去的字|改不了的题|新栏目/).count()).toBe(0)
    expect(await act.head('headline').inputValue()).toBe(headline)
    await act.status().getByText(act.said.bar.readOnly, { exact: true }).waitFor()
  })

  it('the first goes on as if it were alone', async () => {
    const { page } = first
    const act = actOn(page)
    await act.enterBody()
    await page.keyboard.insertText('头一张写字台照写。')
    await expect.poll(() => readBody(first)).toContain('头一张写字台照写。')
    await page.keyboard.press('Control+s')
    await act.saved()
    const { document } = await openPackage(work.startFile)
    expect(JSON.stringify(document.issue)).toContain('头一张写字台照写。')
    expect(await readBody(second)).not.toContain('头一张写字台照写。')
  })

  it('the second can write it once it is free', async () => {
    const { page } = second
    const act = actOn(page)
    await first.stop()
    await act.closeIssue()
    await act.button(/^sound/).click()
    await act.body().getByText('头一张写字台照写。').waitFor()
    await act.enterBody()
    await page.keyboard.insertText('现在轮到第二张。')
    await expect.poll(() => readBody(second)).toContain('现在轮到第二张。')
    expect(await act.status().textContent()).not.toBe(act.said.bar.readOnly)
    expect([first.faults, second.faults]).toEqual([[], []])
  })
})

describe.skipIf(browser === undefined)('two windows of one desk (needs a Chromium)', () => {
  let work: SmallWorkplace
  let desk: ServedDesk
  let other: Page
  let acts: readonly [DeskActions, DeskActions]
  let ears: PageEars

  beforeAll(async () => {
    if (browser === undefined) return
    work = await makeSmallWorkplace()
    desk = await serveDesk(browser, work)
    await shownHash(desk.page)
    other = await desk.context.newPage()
    ears = await listenToPage(other)
    await other.goto(desk.address)
    acts = [actOn(desk.page), actOn(other)]
  })
  afterAll(async () => {
    await desk.stop()
    work.remove()
  })

  const expectAlike = async (): Promise<void> => {
    const { issue } = await desk.readDocument()
    const [story] = Object.values(issue.records.stories)
    for (const act of acts) {
      await expect.poll(() => act.head('headline').inputValue()).toBe(story?.headline)
    }
    const [here, there] = await Promise.all(acts.map((act) => act.body().innerText()))
    expect(there).toBe(here)
    expect(await shownHash(other)).toBe(await shownHash(desk.page))
  }

  it('show the same issue, and what is typed in one is seen in the other', async () => {
    await expectAlike()
    await acts[0].enterBody()
    await desk.page.keyboard.insertText('这边写的。')
    await acts[1].body().getByText('这边写的。').waitFor()
    await expectAlike()
    await acts[1].head('headline').click()
    await other.keyboard.press('End')
    await other.keyboard.insertText('，那边改题')
    await expect.poll(() => acts[0].head('headline').inputValue()).toBe(`${headline}，那边改题`)
    await expectAlike()
  })

  it('keep what is typed in both at the same time', async () => {
    await acts[0].head('headline').click()
    await desk.page.keyboard.press('Home')
    await acts[1].enterBody()
    const letters = [...'甲乙丙丁戊己庚辛壬癸']
    for (const letter of letters) {
      await Promise.all([desk.page.keyboard.insertText(letter), other.keyboard.insertText(letter)])
    }
    const all = letters.join('')
    await expect.poll(() => readBody(desk)).toContain(all)
    await expect.poll(() => acts[1].head('headline').inputValue()).toContain(all)
    await expectAlike()
  })

  it('undo each its own, never to another document than the other shows', async () => {
    await acts[0].addSection()
    await acts[1]
      .button(/新栏目/)
      .first()
      .waitFor()
    await turnAll(other, '撤销')
    await expectAlike()
    await turnAll(desk.page, '撤销')
    await expectAlike()
    expect(await other.getByText('新栏目').count()).toBe(0)
    // What was made on a revision that is no longer the last is refused, and made again.
    const isRefusal = (complaint: string): boolean => complaint.includes('status of 422')
    const complaints = [...desk.complaints, ...ears.complaints]
    expect(complaints.filter((complaint) => !isRefusal(complaint))).toEqual([])
    expect(desk.faults).toEqual([])
  })
})
