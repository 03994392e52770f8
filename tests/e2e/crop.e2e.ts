import axe from 'axe-core'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type PictureView, viewOf } from '../../engine/document/picture-crop'
import { actOn } from './desk-actions'
import { launchBrowser } from './find-browser'
import { shownHash } from './page-actions'
import { type ServedDesk, serveDesk } from './served-desk'
import { makeSmallWorkplace, type SmallWorkplace } from './small-workplace'

const browser: Browser | undefined = await launchBrowser()
afterAll(() => browser?.close())

const WHOLE = { left: 0, top: 0, width: 1_000, height: 1_000 }

async function readView(desk: ServedDesk): Promise<PictureView> {
  // What is done here is at the host a moment later.
  await desk.page.waitForTimeout(300)
  const [story] = Object.values((await desk.readDocument()).issue.records.stories)
  return viewOf(story?.body.content?.find(({ type }) => type === 'figure')?.attrs ?? {})
}

/** Drags from the middle of something by so many pixels. */
async function dragBy(page: Page, grip: Locator, across: number, down: number): Promise<void> {
  const box = await grip.boundingBox()
  if (box === null) throw new Error('There is nothing to drag')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + across / 2, y + down / 2)
  await page.mouse.move(x + across, y + down)
  await page.mouse.up()
}

describe.skipIf(browser === undefined)('cropping a picture (needs a Chromium)', () => {
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

  const openDialog = async (): Promise<Locator> => {
    const { button, dialog, said } = actOn(desk.page)
    await button(said.crop.open).focus()
    await desk.page.keyboard.press('Enter')
    await dialog().waitFor()
    return dialog()
  }

  it('is done from the keyboard, changes the pages, and is undone as one', async () => {
    const { page } = desk
    const { dialog, undo } = actOn(page)
    const before = await shownHash(page)
    await openDialog()
    for (const key of ['Shift+ArrowLeft', 'Shift+ArrowLeft', 'Shift+ArrowUp', 'ArrowRight']) {
      await page.keyboard.press(key)
    }
    await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await dialog().waitFor({ state: 'detached' })
    expect(await readView(desk)).toEqual({
      crop: { left: 5, top: 0, width: 990, height: 995 },
      focus: { x: 500, y: 492 },
    })
    expect(await shownHash(page)).not.toBe(before)
    await undo().click()
    expect(await readView(desk)).toEqual({ crop: WHOLE, focus: null })
    expect(await shownHash(page)).toBe(before)
  })

  it('is done with the pointer, bound to proportions, and reset', async () => {
    const { page } = desk
    const { said } = actOn(page)
    const dialog = await openDialog()
    await dragBy(page, dialog.locator('[data-handle=se]'), -200, -100)
    await dialog.getByRole('radio', { name: '1:1' }).click()
    await dragBy(page, dialog.locator('.crop-frame'), 40, 30)
    await dialog.locator('.crop-frame').click({ position: { x: 30, y: 40 } })
    await dialog.getByRole('button', { name: said.crop.confirm }).click()
    const { crop, focus } = await readView(desk)
    // Its picture is three wide for two high.
    expect(Math.abs((3 * crop.width) / (2 * crop.height) - 1)).toBeLessThan(0.005)
    expect(crop.left).toBeGreaterThan(0)
    if (focus === null) throw new Error('There is no focus')
    expect(focus.x).toBeGreaterThan(crop.left)
    expect(focus.x).toBeLessThan(crop.left + crop.width / 2)
    const again = await openDialog()
    await again.getByRole('button', { name: said.crop.reset }).click()
    await again.getByRole('button', { name: said.crop.confirm }).click()
    expect(await readView(desk)).toEqual({ crop: WHOLE, focus: null })
  })

  it('changes nothing when thought better of, and bars nobody', async () => {
    const { page } = desk
    const dialog = await openDialog()
    await page.keyboard.press('Shift+ArrowLeft')
    await page.evaluate(axe.source)
    const serious = await page.evaluate(async () => {
      const { axe: checker } = window as unknown as {
        axe: { run(): Promise<{ violations: { id: string; impact?: string | null }[] }> }
      }
      const { violations } = await checker.run()
      return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    })
    expect(serious).toEqual([])
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    expect(await readView(desk)).toEqual({ crop: WHOLE, focus: null })
    expect(desk.complaints).toEqual([])
    expect(desk.faults).toEqual([])
  })
})
