import type { Page } from 'playwright-core'
import { type PixelPicture, readPng } from '../pixels/pixel-picture'

/** The pages of a desk as their canvases hold them. */
export interface PaintedPages {
  /** Scrolls to a page and reads it, once it is painted with all its pictures. */
  read(index: number): Promise<PixelPicture>
}

const PICTURE_CALL = '/call/asset.read'
const PAUSE_MS = 150

/** Shows the pages at 100 %: 96 pixels an inch, times what a screen has to a CSS pixel. */
export async function showInFull(page: Page): Promise<PaintedPages> {
  let awaited = 0
  const isPicture = (url: string): boolean => url.endsWith(PICTURE_CALL)
  page.on('request', (request) => (awaited += isPicture(request.url()) ? 1 : 0))
  for (const event of ['requestfinished', 'requestfailed'] as const) {
    page.on(event, (request) => (awaited -= isPicture(request.url()) ? 1 : 0))
  }
  await page.locator('.pages-scroll').focus()
  await page.keyboard.press('1')

  const readCanvas = (index: number): Promise<string> =>
    page
      .locator('.sheet canvas')
      .nth(index)
      .evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL())

  return {
    read: async (index) => {
      await page.locator('.sheet').nth(index).scrollIntoViewIfNeeded()
      let before = ''
      for (;;) {
        await page.waitForTimeout(PAUSE_MS)
        const now = await readCanvas(index)
        const [, data = ''] = now.split(',')
        if (now === before && data !== '' && awaited === 0) {
          return readPng(Buffer.from(data, 'base64'))
        }
        before = now
      }
    },
  }
}
