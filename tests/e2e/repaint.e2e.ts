import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PixelPicture } from '../pixels/pixel-picture'
import { actOn, type DeskActions } from './desk-actions'
import { launchBrowser } from './find-browser'
import { shownHash } from './page-actions'
import { type PaintedPages, watchPages } from './painted-pages'
import { type ServedDesk, serveDesk } from './served-desk'

const browser: Browser | undefined = await launchBrowser()
const STORY = '一只漏水的阀门，让七个班组坐到一张桌前'

/** How many pixels of two pictures of a size are not the same. */
function countOthers(one: PixelPicture, other: PixelPicture): number {
  expect([one.width, one.height]).toEqual([other.width, other.height])
  let count = 0
  for (let at = 0; at < one.pixels.length; at += 3) {
    if ([0, 1, 2].some((part) => one.pixels[at + part] !== other.pixels[at + part])) count++
  }
  return count
}

describe.skipIf(browser === undefined)('pages painted in part (needs a Chromium)', () => {
  let desk: ServedDesk
  let act: DeskActions
  let pages: PaintedPages

  beforeAll(async () => {
    if (browser === undefined) return
    desk = await serveDesk(browser)
    pages = watchPages(desk.page)
    act = actOn(desk.page)
    await act.openSample()
    await act.story(STORY).click()
    await shownHash(desk.page)
  })
  afterAll(async () => {
    await desk.stop()
    await browser?.close()
  })

  const caretPage = async (): Promise<number> => {
    const sheet = desk.page.locator('.sheet', { has: desk.page.locator('.caret') })
    return Number(await sheet.getAttribute('data-page'))
  }

  const edits: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['a character', () => desk.page.keyboard.insertText('闸')],
    ['a sentence', () => desk.page.keyboard.insertText('夜里三点，水位又涨了两指，没有人去睡。')],
    ['a new paragraph', () => desk.page.keyboard.press('Enter')],
    ['what was undone', () => desk.page.keyboard.press('Control+z')],
    ['what was taken away', () => desk.page.keyboard.press('Backspace')],
  ]

  for (const [zoom, key] of [
    ['as wide as the pane', '0'],
    ['as a whole', '9'],
  ] as const) {
    it(`look as if they were painted whole, ${zoom}`, async () => {
      const { page } = desk
      await page.locator('.pages-scroll').focus()
      await page.keyboard.press(key)
      await act.enterBody()
      for (const [name, edit] of edits) {
        await edit()
        await shownHash(page)
        const index = await caretPage()
        const inPart = await pages.read(index)
        await act.button(act.said.pages.guides).click()
        await pages.read(index)
        await act.button(act.said.pages.guides).click()
        const whole = await pages.read(index)
        expect(countOthers(inPart, whole), `${name}, pixels that differ`).toBe(0)
        await act.body().focus()
      }
    })
  }
})
