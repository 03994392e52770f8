import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DeskActions, actOn, fill } from './desk-actions'
import { launchBrowser } from './find-browser'
import { type ServedDesk, serveDesk } from './served-desk'

const browser: Browser | undefined = await launchBrowser()

describe.skipIf(browser === undefined)(
  'an official briefing at the desk (needs a Chromium)',
  () => {
    let desk: ServedDesk
    let page: Page
    let act: DeskActions

    beforeAll(async () => {
      if (browser === undefined) return
      desk = await serveDesk(browser)
      page = desk.page
      act = actOn(page)
      await act.button(fill(act.said.start.otherSample, { name: '工作简报' })).click()
      await page.locator('.body-text > p').first().waitFor()
    })
    afterAll(async () => {
      await desk.stop()
      await browser?.close()
    })

    /** The level of the subheading that begins so. */
    const levelOf = async (start: string): Promise<unknown> => {
      const { stories } = (await desk.readDocument()).issue.records
      const blocks = Object.values(stories).flatMap(({ body }) => body.content ?? [])
      const block = blocks.find(({ content }) => content?.[0]?.text?.startsWith(start) === true)
      return block?.attrs?.['level']
    }

    it('shows the level of a subheading, and gives it the next at each press', async () => {
      const { tool } = act.said
      await page.locator('.body-text h4').first().click()
      await expect
        .poll(() => act.button(tool.subheadingSecond).getAttribute('aria-pressed'))
        .toBe('true')
      await page.keyboard.press('ControlOrMeta+Alt+Digit1')
      await act.button(tool.subheadingThird).waitFor()
      await expect.poll(() => levelOf('（一）入户')).toBe(3)
      await act.button(tool.subheadingThird).click()
      await expect.poll(() => levelOf('（一）入户')).toBe(1)
      await act.undo().click()
      await act.undo().click()
      await expect.poll(() => levelOf('（一）入户')).toBe(2)
    })

    it('asks for what its template prints besides, and prints it', async () => {
      await act.button(/^柑林区民生工作简报 第/).click()
      const copies = act.dialog().getByLabel('印数', { exact: true })
      expect(await copies.inputValue()).toBe('120')
      await copies.fill('260')
      await act.dialog().getByRole('button', { name: act.said.details.save }).click()
      await expect
        .poll(async () => (await desk.readDocument()).issue.publication.fields['印数'])
        .toBe('260')
    })

    it('left neither the browser nor the host with anything to complain of', () => {
      expect(desk.complaints).toEqual([])
      expect(desk.faults).toEqual([])
    })
  },
)
