import axe from 'axe-core'
import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FigurePin, pinOf } from '../../engine/document/figure-pin'
import { actOn } from './desk-actions'
import { launchBrowser } from './find-browser'
import { shownHash } from './page-actions'
import { type ServedDesk, serveDesk } from './served-desk'
import { makeSmallWorkplace, type SmallWorkplace } from './small-workplace'

const browser: Browser | undefined = await launchBrowser()
afterAll(() => browser?.close())

async function readPin(desk: ServedDesk): Promise<FigurePin | undefined> {
  // What is done here is at the host a moment later.
  await desk.page.waitForTimeout(300)
  const [story] = Object.values((await desk.readDocument()).issue.records.stories)
  return pinOf(story?.body.content?.find(({ type }) => type === 'figure')?.attrs ?? {})
}

describe.skipIf(browser === undefined)('pinning a picture to a page (needs a Chromium)', () => {
  let work: SmallWorkplace
  let desk: ServedDesk

  beforeAll(async () => {
    if (browser === undefined) return
    work = await makeSmallWorkplace()
    desk = await serveDesk(browser, work)
    await shownHash(desk.page)
  })
  afterAll(async () => {
    await desk.stop()
    work.remove()
  })

  const openCard = async (): Promise<Locator> => {
    const { page } = desk
    await page.locator('.figure-facts').first().click()
    const card = page.locator('.figure-details')
    await card.waitFor()
    return card
  }

  it('begins where it stands, is moved by its fields, and is undone', async () => {
    const { page } = desk
    const { said, undo } = actOn(page)
    const before = await shownHash(page)
    const card = await openCard()
    await card.getByRole('radio', { name: said.pin.pinned }).click()
    const here = await readPin(desk)
    expect(here).toMatchObject({ page: 1, column: 1 })
    const fields = card.locator('.figure-pin')
    await fields.getByLabel(said.pin.lines, { exact: true }).fill('8')
    await fields.getByLabel(said.pin.line, { exact: true }).fill('底')
    await fields.getByLabel(said.pin.columns, { exact: true }).fill('2')
    await page.keyboard.press('Enter')
    expect(await readPin(desk)).toEqual({
      page: 1,
      column: 2,
      columns: 1,
      line: 'bottom',
      lines: 8,
    })
    expect(await shownHash(page)).not.toBe(before)
    await page.keyboard.press('Escape')
    while ((await readPin(desk)) !== undefined) await undo().click()
    expect(await shownHash(page)).toBe(before)
  })

  it('says what is wrong with a field and takes nothing of it, and bars nobody', async () => {
    const { page } = desk
    const { said } = actOn(page)
    const card = await openCard()
    await card.getByRole('radio', { name: said.pin.pinned }).click()
    const here = await readPin(desk)
    await card.getByLabel(said.pin.columns, { exact: true }).fill('二')
    await page.keyboard.press('Enter')
    await card.getByText(said.pin.wrong.columns, { exact: true }).waitFor()
    expect(await readPin(desk)).toEqual(here)
    await page.evaluate(axe.source)
    const serious = await page.evaluate(async () => {
      const { axe: checker } = window as unknown as {
        axe: {
          run(within: string): Promise<{ violations: { id: string; impact?: string | null }[] }>
        }
      }
      const { violations } = await checker.run('.figure-details')
      return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    })
    expect(serious).toEqual([])
    await card.getByRole('radio', { name: said.pin.flows }).click()
    expect(await readPin(desk)).toBeUndefined()
    expect(desk.complaints).toEqual([])
    expect(desk.faults).toEqual([])
  })
})
