import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, CDPSession } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPackage } from '../../host/package-file'
import { readPdf } from './read-pdf'
import { launchBrowser } from './find-browser'
import {
  composedHash,
  composeText,
  pasteHtml,
  saveAs,
  shownHash,
  shownPageCount,
  turnAll,
} from './page-actions'
import { productRoot } from '../../host/product-root'
import { type ServedDesk, serveDesk } from './served-desk'

const browser: Browser | undefined = await launchBrowser()
const sample = join(productRoot, 'samples/weekly.banxin')

const WORD_HTML = `<html><head><style>p.MsoNormal{color:red}</style></head><body>
<!--StartFragment--><p class="MsoNormal"><b>从 Word 来的一段</b><script>window.stolen = 1</script>
<img src="x" onerror="window.stolen = 2"></p><p class="MsoNormal">第二段<o:p></o:p></p>
<!--EndFragment--></body></html>`

describe.skipIf(browser === undefined)('an editor’s week at the desk (needs a Chromium)', () => {
  let desk: ServedDesk
  let cdp: CDPSession
  let file: string

  beforeAll(async () => {
    if (browser === undefined) return
    desk = await serveDesk(browser)
    desk.page.setDefaultTimeout(20_000)
    cdp = await desk.context.newCDPSession(desk.page)
    file = join(desk.folder, 'week.banxin')
  })
  afterAll(async () => {
    await desk.stop()
    await browser?.close()
  })

  const readStories = async (path: string) =>
    Object.values((await openPackage(path)).document.issue.records.stories)

  it('opens the sample and composes the pages that Node composes', async () => {
    const { page } = desk
    await page.getByRole('button', { name: '打开样刊' }).click()
    expect(await shownHash(page)).toBe(await composedHash(sample))
  })

  it('takes text from an input method once, and only when it is text', async () => {
    const { page } = desk
    await page
      .locator('.body-text > p')
      .first()
      .click({ position: { x: 60, y: 10 } })
    await page.keyboard.press('Home')
    await composeText(cdp, ['x', 'xin', 'xin’wen', '新闻'], '新闻')
    await composeText(cdp, ['z', 'zai', '再'], '再说')
    await page.getByLabel('主题', { exact: true }).click()
    await page.keyboard.press('End')
    await composeText(cdp, ['l', 'le'], '了')
    await saveAs(page, 'week.banxin')
    const [story] = (await readStories(file)).filter(({ id }) => id === 's1-1')
    const text = JSON.stringify(story?.body)
    expect(text.split('新闻再说')).toHaveLength(2)
    expect(text).not.toContain('xin')
    expect(story?.headline.endsWith('分钟了')).toBe(true)
    expect(await shownHash(page)).toBe(await composedHash(file))
  })

  it('adds a section and a story, pastes from Word, takes in a photo', async () => {
    const { page } = desk
    await page.getByRole('button', { name: '栏目', exact: true }).click()
    await page.getByRole('button', { name: '新稿件: 新栏目' }).click()
    await page.getByLabel('主题', { exact: true }).fill('加写的一篇')
    await page.locator('.body-text').click()
    await page.keyboard.insertText('先写一段，3.5公里。')
    await page.keyboard.press('Enter')
    await pasteHtml(page, WORD_HTML)
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: '图片', exact: true }).click()
    await (await chooser).setFiles(join(productRoot, 'samples/weekly/photos/bus.jpg'))
    await page.locator('.body-text figcaption').click()
    await page.keyboard.insertText('夜里的末班车')
    await page.keyboard.press('Control+s')
    await page.getByText('已存', { exact: true }).waitFor()
    const added = (await readStories(file)).find(({ headline }) => headline === '加写的一篇')
    const text = JSON.stringify(added?.body)
    for (const part of ['先写一段，3.5公里。', '从 Word 来的一段', '第二段', '夜里的末班车']) {
      expect(text).toContain(part)
    }
    expect(text).not.toContain('script')
    expect(await page.evaluate(() => 'stolen' in window)).toBe(false)
    expect(await shownHash(page)).toBe(await composedHash(file))
  })

  it('moves a story by the keyboard, undoes everything, does everything again', async () => {
    const { page } = desk
    await page.getByRole('button', { name: /^加写的一篇/ }).press('Alt+ArrowUp')
    const after = await shownHash(page)
    expect(await turnAll(page, '撤销')).toBeGreaterThan(5)
    expect(await shownHash(page)).toBe(await composedHash(sample))
    expect(await turnAll(page, '重做')).toBeGreaterThan(5)
    expect(await shownHash(page)).toBe(after)
  })

  it('saves, closes, opens again, and finds a sentence by a click on the page', async () => {
    const { page } = desk
    const hash = await shownHash(page)
    await page.keyboard.press('Control+s')
    await page.getByText('已存', { exact: true }).waitFor()
    await page.getByRole('button', { name: '文件', exact: true }).click()
    await page.getByRole('menuitem', { name: '关闭本期' }).click()
    await page.getByRole('button', { name: /^week/ }).click()
    expect(await shownHash(page)).toBe(hash)
    expect(await composedHash(file)).toBe(hash)
    const first = page.locator('.sheet canvas').first()
    const { width = 0, height = 0 } = (await first.boundingBox()) ?? {}
    await first.click({ position: { x: width * 0.25, y: height * 0.85 } })
    const focused = await page.evaluate(() => document.activeElement?.className ?? '')
    expect(focused).toContain('body-text')
  })

  it('exports what is shown', async () => {
    const { page } = desk
    await page.getByRole('button', { name: '导出 PDF', exact: true }).click()
    await page.getByRole('button', { name: '导出 PDF…' }).click()
    await page.getByLabel('文件名').fill('week.pdf')
    await page.getByRole('button', { name: '导出', exact: true }).click()
    await page.locator('.output-result[data-state="done"]').waitFor({ timeout: 90_000 })
    const { pageCount, text } = await readPdf(join(desk.folder, 'week.pdf'))
    expect(pageCount).toBe(await shownPageCount(page))
    expect(text).toContain('新闻再说')
    expect(text).toContain('加写的一篇')
  })

  it('left neither the browser nor the host with anything to complain of', () => {
    // That of the pasted markup was refused is said by the browser, and is as it should be.
    const refused = /^(Applying inline style|Executing inline event handler) violates/
    expect(desk.complaints.filter((each) => !refused.test(each))).toEqual([])
    expect(desk.faults).toEqual([])
  })

  it('brings back what was typed and not saved', async () => {
    if (browser === undefined) return
    const { page } = desk
    await page.keyboard.press('Control+1')
    await page.locator('.body-text').click()
    await page.keyboard.insertText('还没有存的一句')
    await page.getByText('已记录，未存入文件').waitFor()
    await page.reload()
    await page.locator('.body-text').getByText('还没有存的一句').waitFor()
    copyFileSync(file, join(desk.folder, 'as-saved.banxin'))
    const saved = await readStories(join(desk.folder, 'as-saved.banxin'))
    expect(JSON.stringify(saved)).not.toContain('还没有存的一句')
  })
})
