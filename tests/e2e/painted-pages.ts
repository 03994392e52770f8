import type { Page, Request } from 'playwright-core'
import { cutOut, type PixelPicture, readPng } from '../pixels/pixel-picture'

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
  const count = (by: number) => (request: Request) => {
    if (request.url().endsWith(PICTURE_CALL)) awaited += by
  }
  page.on('request', count(1))
  page.on('requestfinished', count(-1))
  page.on('requestfailed', count(-1))
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

/** What is seen of a page's canvas, by a screenshot, and what the canvas holds there. */
export async function seeCanvas(page: Page, index: number): Promise<readonly PixelPicture[]> {
  const held = await (await showInFull(page)).read(index)
  const { ratio, canvas, pane } = await page.evaluate((at) => {
    const boxOf = (element: Element | null | undefined) => {
      const { left = 0, top = 0, right = 0, bottom = 0 } = element?.getBoundingClientRect() ?? {}
      return [left, top, right, bottom] as const
    }
    return {
      ratio: devicePixelRatio,
      canvas: boxOf(document.querySelectorAll('.sheet canvas')[at]),
      pane: boxOf(document.querySelector('.pages-scroll')),
    }
  }, index)
  const seen = await readPng(await page.screenshot())
  const [left, top] = [Math.round(canvas[0] * ratio), Math.round(canvas[1] * ratio)]
  // The scroll bars and the edges of the pane are left out.
  const margin = 20 * ratio
  const box = [
    Math.max(left, Math.ceil(pane[0] * ratio) + margin),
    Math.max(top, Math.ceil(pane[1] * ratio) + margin),
    Math.min(left + held.width, Math.floor(pane[2] * ratio) - margin),
    Math.min(top + held.height, Math.floor(pane[3] * ratio) - margin),
  ] as const
  const inside = [box[0] - left, box[1] - top, box[2] - left, box[3] - top] as const
  return [cutOut(seen, box), cutOut(held, inside)]
}
