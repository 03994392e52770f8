import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actOn, type DeskActions, fill } from './desk-actions'
import { launchBrowser } from './find-browser'
import { focusedName, hasFocus } from './keyboard-actions'
import { shownHash, turnAll } from './page-actions'
import { type ServedDesk, serveDesk } from './served-desk'

const browser: Browser | undefined = await launchBrowser()

const [BRIDGE, MARKET] = [
  '老铁桥回来了，上班路少走四十分钟',
  '鹤嘴早市进棚，一百四十七个摊位一个没少',
] as const

describe.skipIf(browser === undefined)('ways through an issue (needs a Chromium)', () => {
  let desk: ServedDesk
  let act: DeskActions

  beforeAll(async () => {
    if (browser === undefined) return
    desk = await serveDesk(browser)
    act = actOn(desk.page)
    await act.openSample()
    await shownHash(desk.page)
  })
  afterAll(async () => {
    await desk.stop()
    await browser?.close()
  })

  const press = (keys: string): Promise<void> => desk.page.keyboard.press(keys)
  const section = (name: string): Locator =>
    desk.page.locator('.section-open').filter({ hasText: name })
  const headlines = async (): Promise<readonly string[]> => {
    const { sections, records } = (await desk.readDocument()).issue
    const stories = sections.flatMap((id) => records.sections[id]?.stories ?? [])
    return stories.map((id) => records.stories[id]?.headline ?? '')
  }
  /** How much of the page with a folio is in view, of its height. */
  const seenOf = (folio: number): Promise<number> =>
    desk.page.locator(`[data-page="${String(folio - 1)}"]`).evaluate((sheet) => {
      const pane = sheet.closest('.pages-scroll')?.getBoundingClientRect()
      const { top, bottom } = sheet.getBoundingClientRect()
      if (pane === undefined) return 0
      return (Math.min(bottom, pane.bottom) - Math.max(top, pane.top)) / pane.height
    })
  const turnToFirstPage = async (): Promise<void> => {
    await desk.page.locator('.pages-scroll').focus()
    await press('Home')
    await expect.poll(() => seenOf(1)).toBeGreaterThan(0.5)
  }
  const count = (): Promise<string> => desk.page.getByRole('search').getByRole('status').innerText()

  it('a story that was renamed has the focus, to be moved by the next keys', async () => {
    await act.story(MARKET).focus()
    await press('F2')
    await press('Control+a')
    await desk.page.keyboard.insertText('早市进棚')
    await press('Enter')
    await expect.poll(() => hasFocus(act.story('早市进棚'))).toBe(true)
    await press('Alt+ArrowUp')
    await expect.poll(async () => (await headlines()).slice(0, 2)).toEqual(['早市进棚', BRIDGE])
    await press('F2')
    await press('Escape')
    await expect.poll(() => hasFocus(act.story('早市进棚'))).toBe(true)
    // The keys that ended the naming have not pressed the row.
    expect(await act.head('headline').inputValue()).toBe(BRIDGE)
  })

  it('a section that is new has the focus once it has its name', async () => {
    await act.addSection()
    await desk.page.keyboard.insertText('夜读')
    await press('Enter')
    await expect.poll(() => hasFocus(section('夜读'))).toBe(true)
    expect(await section('夜读').getAttribute('aria-expanded')).toBe('true')
    await turnAll(desk.page, '撤销')
  })

  it('a new story that is taken back leaves the story before it open, to be written', async () => {
    await act.story(MARKET).click()
    await act.addStory('一线')
    await expect.poll(() => hasFocus(act.head('headline'))).toBe(true)
    await press('Control+z')
    await expect.poll(() => act.head('headline').inputValue()).toBe(MARKET)
    await expect.poll(() => hasFocus(act.body())).toBe(true)
  })

  it('the palette goes to a story: its page is seen, and the cursor is in its text', async () => {
    await turnToFirstPage()
    const last = (await headlines()).at(-1) ?? ''
    await press('Control+k')
    await desk.page.keyboard.insertText(last)
    await desk.page.getByRole('option').filter({ hasText: last }).waitFor()
    await press('Enter')
    await expect.poll(() => act.head('headline').inputValue()).toBe(last)
    await expect
      .poll(() => hasFocus(act.body()), { message: await focusedName(desk.page) })
      .toBe(true)
    await expect.poll(() => seenOf(1)).toBeLessThan(0)
  })

  it('a place found in another story is seen on its page', async () => {
    await act.story(BRIDGE).click()
    await act.enterBody()
    await turnToFirstPage()
    await press('Control+f')
    const field = desk.page.getByRole('textbox', { name: act.said.find.find, exact: true })
    await field.fill('岚江')
    await desk.page.getByRole('combobox', { name: act.said.find.where }).click()
    await desk.page.getByRole('option', { name: act.said.find.inIssue }).click()
    await field.focus()
    await press('Shift+Enter')
    await expect.poll(count).toMatch(/^(\d+)\/\1$/)
    await expect.poll(() => act.head('headline').inputValue()).not.toBe(BRIDGE)
    await expect.poll(() => seenOf(1)).toBeLessThan(0)
    const line = await desk.page.locator('.caret-line').boundingBox()
    const pane = await desk.page.locator('.pages-scroll').boundingBox()
    if (line === null || pane === null) throw new Error('The place is not on a page')
    expect(line.y).toBeGreaterThan(pane.y)
    expect(line.y + line.height).toBeLessThan(pane.y + pane.height)
  })

  it('replacing all tells how many it replaced', async () => {
    const field = desk.page.getByRole('textbox', { name: act.said.find.find, exact: true })
    const all = Number((await count()).split('/')[1])
    await press('Control+h')
    await desk.page.getByRole('textbox', { name: act.said.find.replace }).fill('澜江')
    await act.button(act.said.find.replaceAll).click()
    await expect.poll(count).toBe(fill(act.said.find.replaced, { count: all }))
    expect(await desk.page.locator('.find-count').getAttribute('data-none')).toBe('false')
    await field.fill('岚江')
    await field.fill('岚江岚江')
    await expect.poll(count).toBe(act.said.find.none)
    await act.undo().click()
    await field.fill('岚江')
    await expect.poll(count).toMatch(new RegExp(`/${String(all)}$`))
    await field.press('Escape')
  })

  it('a new QR code asks for its address first', async () => {
    await act.story(BRIDGE).click()
    await act.enterBody()
    await act.button(act.said.tool.qr).click()
    const address = desk.page.getByLabel(act.said.block.qrData)
    await expect.poll(() => hasFocus(address)).toBe(true)
    await desk.page.keyboard.insertText('https://example.org/42')
    await press('Enter')
    await desk.page.getByRole('img', { name: 'https://example.org/42' }).waitFor()
    await turnAll(desk.page, '撤销')
  })

  it('some pages are exported under a name that every system takes', async () => {
    const { page } = desk
    await act.button(act.said.top.export).click()
    await page.getByRole('radio', { name: act.said.output.range }).check()
    await page.getByRole('textbox', { name: act.said.output.range }).fill('2-3、6')
    await act.button(act.said.output.export).click()
    const name = act.dialog().getByLabel(act.said.file.name)
    await expect.poll(() => name.inputValue()).toMatch(/-2-3,6版\.pdf$/)
    await act.dialog().getByRole('button', { name: act.said.file.export, exact: true }).waitFor()
    await press('Escape')
    await press('Control+1')
  })

  it('an issue without stories offers to write the first', async () => {
    const { sections } = (await desk.readDocument()).issue
    for (let left = sections.length; left > 0; left -= 1) {
      await desk.page.locator('.section-open').first().focus()
      await press('Delete')
      await expect.poll(() => desk.page.locator('.section-open').count()).toBe(left - 1)
    }
    await desk.page.getByText(act.said.story.noneYet).waitFor()
    await act.button(act.said.story.writeFirst).click()
    await expect.poll(() => hasFocus(act.head('headline'))).toBe(true)
    expect(await headlines()).toEqual([''])
    // Section and story are one thing to take back.
    await act.undo().click()
    await desk.page.getByText(act.said.story.noneYet).waitFor()
    expect(await desk.page.locator('.section-open').count()).toBe(0)
  })

  it('left neither the browser nor the host with anything to complain of', () => {
    expect(desk.complaints).toEqual([])
    expect(desk.faults).toEqual([])
  })
})
