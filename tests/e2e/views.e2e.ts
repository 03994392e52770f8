import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { productRoot } from '../../host/product-root'
import { launchBrowser } from './find-browser'
import { shownHash } from './page-actions'
import { type ServedDesk, serveDesk } from './served-desk'

const browser: Browser | undefined = await launchBrowser()
const pictures = join(productRoot, 'out/desk')

interface Violation {
  readonly id: string
  readonly impact?: string | null
  readonly nodes: readonly { readonly html: string }[]
}

/** What axe finds that is serious or worse, each with the first element that it concerns. */
async function findBarriers(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } }).axe.run(),
  )
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)
}

const VIEWS = [
  ['write', 'Control+1'],
  ['pages', 'Control+2'],
  ['check', 'Control+3'],
  ['output', 'Control+4'],
  ['palette', 'Control+k'],
] as const

describe.skipIf(browser === undefined)('the views of the desk (needs a Chromium)', () => {
  let desk: ServedDesk

  beforeAll(async () => {
    if (browser === undefined) return
    mkdirSync(pictures, { recursive: true })
    desk = await serveDesk(browser)
    desk.page.setDefaultTimeout(20_000)
  })
  afterAll(async () => {
    await desk.stop()
    await browser?.close()
  })

  const look = async (name: string): Promise<void> => {
    await desk.page.waitForTimeout(600)
    await desk.page.screenshot({ path: join(pictures, `${name}.png`) })
    expect(await findBarriers(desk.page), name).toEqual([])
    const overflow = await desk.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow, `${name} is wider than the window`).toBe(0)
  }

  it('begins with what can be opened', async () => {
    await desk.page.getByRole('button', { name: '打开样刊' }).waitFor()
    await desk.page.waitForTimeout(1_500)
    await look('start-zh')
  })

  for (const language of ['zh', 'en'] as const) {
    it(`shows each view without barriers, in ${language}`, async () => {
      const { page } = desk
      if (language === 'zh') {
        await page.getByRole('button', { name: '打开样刊' }).click()
        await shownHash(page)
      } else await page.getByRole('button', { name: 'English' }).click()
      for (const [view, keys] of VIEWS) {
        await page.keyboard.press(keys)
        await look(`${view}-${language}`)
      }
      await page.keyboard.press('Escape')
    })
  }

  it('is legible in the dark', async () => {
    await desk.page.emulateMedia({ colorScheme: 'dark' })
    await desk.page.keyboard.press('Control+1')
    await look('write-dark')
  })
})
