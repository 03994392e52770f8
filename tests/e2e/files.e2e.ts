import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Issue } from '../../engine/document/issue'
import { headline } from '../issue/small-issue'
import { actOn, type DeskActions } from './desk-actions'
import { launchBrowser } from './find-browser'
import { shownHash } from './page-actions'
import { type ServedDesk, serveDesk } from './served-desk'
import { makeSmallWorkplace, type SmallWorkplace } from './small-workplace'

const browser: Browser | undefined = await launchBrowser()
afterAll(() => browser?.close())

describe.skipIf(browser === undefined)('files at the desk (needs a Chromium)', () => {
  let work: SmallWorkplace
  let desk: ServedDesk
  let act: DeskActions

  beforeAll(async () => {
    if (browser === undefined) return
    work = await makeSmallWorkplace()
    mkdirSync(join(work.folder, '往期', '空的'), { recursive: true })
    desk = await serveDesk(browser, { scratch: work.scratch })
    act = actOn(desk.page)
  })
  afterAll(async () => {
    await desk.stop()
    work.remove()
  })

  const folderLine = (name: string) => act.dialog().getByRole('button', { name, exact: true })

  it('offers the sample first where there is nothing to go on with', async () => {
    const { page } = desk
    await page.locator('.start[data-first]').waitFor()
    await act.button(act.said.start.sample).waitFor()
    await page.getByText(act.said.start.none).waitFor()
  })

  it('finds a file by keys alone: into folders, back up, and to it by its first letter', async () => {
    const { page } = desk
    await act.button(act.said.start.open).click()
    await folderLine('往期').waitFor()
    await page.keyboard.press('Enter')
    await folderLine('空的').click()
    await page.getByText(act.said.file.emptyOpen).waitFor()
    const path = act.dialog().getByRole('navigation', { name: act.said.file.path })
    expect(await path.getByRole('listitem').allTextContents()).toEqual(['work', '往期', '空的'])
    await path.getByRole('button', { name: '往期' }).click()
    await folderLine('空的').focus()
    await page.keyboard.press('Backspace')
    await folderLine('往期').focus()
    await page.keyboard.press('s')
    await page.keyboard.press('Enter')
    await page.getByTitle(headline, { exact: true }).waitFor()
  })

  it('goes on to the next issue: a number on, a week later, with the same sections', async () => {
    const { page } = desk
    const { issue: before } = await desk.readDocument()
    await act.button(act.said.top.files).click()
    await act.item(act.said.file.new).click()
    const number = act.dialog().getByLabel(act.said.issue.number)
    await expect.poll(() => number.inputValue()).toBe(String(before.number + 1))
    await act.dialog().getByRole('button', { name: act.said.start.create }).click()
    await page.getByText(act.said.story.noneYet).waitFor()
    const { issue } = await desk.readDocument()
    const titles = ({ sections, records }: Issue) =>
      sections.map((id) => records.sections[id]?.title)
    expect(titles(issue)).toEqual(titles(before))
    expect(issue.records.stories).toEqual({})
    expect(issue).toMatchObject({ number: 8, date: '2025-05-13' })
    expect(issue.publication).toEqual(before.publication)
  })

  it('asks before work is left that has no file, and saves it under a fitting name', async () => {
    const { page } = desk
    await act.addSection()
    await page.keyboard.type('夜读')
    await page.keyboard.press('Enter')
    await act.button(act.said.top.files).click()
    await act.item(act.said.file.recent).hover()
    await act.item('sound').click()
    await act.dialog().getByRole('button', { name: act.said.file.saveAndClose }).click()
    const name = act.dialog().getByLabel(act.said.file.name)
    await expect.poll(() => name.inputValue()).toBe('版心周报-第8期.banxin')
    await act.dialog().getByRole('button', { name: act.said.file.save, exact: true }).click()
    await page.getByTitle(headline, { exact: true }).waitFor()
    expect(existsSync(join(work.folder, '版心周报-第8期.banxin'))).toBe(true)
  })

  it('lists what was at hand, the latest first, when the issue is closed', async () => {
    await act.closeIssue()
    const files = desk.page.locator('.start-files .file-title')
    await expect.poll(() => files.allTextContents()).toEqual(['sound', '版心周报-第8期'])
  })

  it('left neither the browser nor the host with anything to complain of', () => {
    // The host said no to closing what was not saved, and the browser tells of that.
    const refused = desk.complaints.filter((each) => !each.includes('422'))
    expect(refused).toEqual([])
    expect(desk.faults).toEqual([])
  })
})

describe.skipIf(browser === undefined)('an issue that another desk has (needs a Chromium)', () => {
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

  it('can be read here, with all that would change it out of reach', async () => {
    const act = actOn(second.page)
    await second.page.locator('.read-only').getByText('正在另一张写字台上编辑').waitFor()
    expect(await act.button(act.said.issue.addSection).isEnabled()).toBe(false)
    await act.story(headline).click({ button: 'right' })
    expect(await act.item(act.said.issue.delete).getAttribute('aria-disabled')).toBe('true')
    await second.page.keyboard.press('Escape')
  })

  it('can be taken over by a person who says so', async () => {
    const { page } = second
    const act = actOn(page)
    await act.button(act.said.desk.takeOver).click()
    await act.dialog().getByRole('button', { name: act.said.desk.takeOver }).click()
    await page.locator('.read-only').waitFor({ state: 'detached' })
    await act.head('headline').fill('这里接手了')
    await page.keyboard.press('Control+s')
    await act.saved()
    await expect
      .poll(async () => Object.values((await second.readDocument()).issue.records.stories))
      .toMatchObject([{ headline: '这里接手了' }])
  })
})
