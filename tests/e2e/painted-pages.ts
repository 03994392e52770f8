import type { Locator, Page, Request } from 'playwright-core'
import { cutOut, type PixelPicture, readPng } from '../pixels/pixel-picture'

/** The pages of a desk as their canvases hold them, and as they are seen. */
export interface PaintedPages {
  /** Shows them at 100 %: 96 pixels an inch, times what the screen has to a CSS pixel. */
  showInFull(): Promise<void>
  /** Scrolls to a page and reads its canvas, once it is painted with all its pictures. */
  read(index: number): Promise<PixelPicture>
  /** What a screenshot has of a canvas in view, and what the canvas holds there. */
  see(index: number): Promise<{ readonly seen: PixelPicture; readonly held: PixelPicture }>
}

const PICTURE_CALL = '/call/asset.read'
const PAUSE_MS = 150
/** The scroll bars and the edges of the pane, in CSS pixels. */
const PANE_EDGE = 20

/**
 * A number that is another when a canvas has been painted on; NaN while it has no size. What is
 * read of it is read of a copy, for a browser keeps what is often read out of its fast memory.
 */
function sumUp(element: Element): number {
  const canvas = element as HTMLCanvasElement
  const { width, height } = canvas
  if (width === 0 || height === 0) return NaN
  const copy = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
  if (copy === null) return NaN
  copy.drawImage(canvas, 0, 0)
  let sum = 0
  for (const four of new Uint32Array(copy.getImageData(0, 0, width, height).data.buffer)) {
    sum = (Math.imul(sum, 31) + four) | 0
  }
  return sum
}

async function readCanvas(canvas: Locator): Promise<PixelPicture> {
  const url = await canvas.evaluate((each) => (each as HTMLCanvasElement).toDataURL())
  return readPng(Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'))
}

/** The pages of a desk that is about to be opened, so that each picture that it fetches is noticed. */
export function watchPages(page: Page): PaintedPages {
  const awaited = new Set<Request>()
  page.on('request', (request) => {
    if (request.url().endsWith(PICTURE_CALL)) awaited.add(request)
  })
  page.on('requestfinished', (request) => awaited.delete(request))
  page.on('requestfailed', (request) => awaited.delete(request))

  const canvas = (index: number) => page.locator('.sheet canvas').nth(index)

  const read = async (index: number): Promise<PixelPicture> => {
    await page.locator('.sheet').nth(index).scrollIntoViewIfNeeded()
    let before = NaN
    for (;;) {
      await page.waitForTimeout(PAUSE_MS)
      const now = await canvas(index).evaluate(sumUp)
      if (now === before && awaited.size === 0) return readCanvas(canvas(index))
      before = now
    }
  }

  return {
    showInFull: async () => {
      await page.locator('.pages-scroll').focus()
      await page.keyboard.press('1')
    },
    read,
    see: async (index) => {
      const whole = await read(index)
      const { ratio, sheet, pane } = await canvas(index).evaluate((each) => {
        const boxOf = (element: Element | null) =>
          element?.getBoundingClientRect().toJSON() as DOMRect
        return {
          ratio: devicePixelRatio,
          sheet: boxOf(each),
          pane: boxOf(each.closest('.pages-scroll')),
        }
      })
      const shot = await readPng(await page.screenshot())
      const toPixel = (length: number): number => Math.round(length * ratio)
      const [x, y] = [toPixel(sheet.left), toPixel(sheet.top)]
      const left = Math.max(x, toPixel(pane.left + PANE_EDGE))
      const top = Math.max(y, toPixel(pane.top + PANE_EDGE))
      const right = Math.min(x + whole.width, toPixel(pane.right - PANE_EDGE))
      const bottom = Math.min(y + whole.height, toPixel(pane.bottom - PANE_EDGE))
      return {
        seen: cutOut(shot, [left, top, right, bottom]),
        held: cutOut(whole, [left - x, top - y, right - x, bottom - y]),
      }
    },
  }
}
