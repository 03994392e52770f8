import { join } from 'node:path'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openPackage } from '../../host/package-file'
import { launchBrowser } from './find-browser'
import { composeText, saveAs } from './page-actions'
import { type ServedDesk, serveDesk } from './served-desk'

const browser: Browser | undefined = await launchBrowser()

/** Shows letters as an input method does while somebody composes. */
async function compose(cdp: CDPSession, text: string): Promise<void> {
  const end = { selectionStart: text.length, selectionEnd: text.length }
  await cdp.send('Input.imeSetComposition', { text, ...end })
}

/** Notes every change of the text's DOM from now on, but those of the one text that is composed. */
function watchText(page: Page): Promise<void> {
  return page.evaluate(() => {
    const composed = getSelection()?.anchorNode
    const changes: string[] = []
    const text = document.querySelector('.body-text')
    // The editor writes its own class anew with each stroke, to the same words.
    const note = ({ type, target, attributeName }: MutationRecord): void => {
      if (target !== composed && target !== text) {
        changes.push(`${type} ${target.nodeName} ${attributeName ?? ''}`)
      }
    }
    const options = { subtree: true, childList: true, characterData: true, attributes: true }
    if (text !== null)
      new MutationObserver((records) => records.forEach(note)).observe(text, options)
    Object.assign(window, { noted: changes })
  })
}

function readChanges(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => (window as unknown as { noted: string[] }).noted)
}

/** How wide a canvas is that nothing has been drawn on (HTML, 4.12.5). */
const UNDRAWN_PX = 300

/** Until the pictures in the text, which come after the pages, are there. */
async function picturesDrawn(page: Page): Promise<void> {
  await page.waitForFunction((width) => {
    const canvases = document.querySelectorAll<HTMLCanvasElement>('.body-text canvas')
    return Array.from(canvases).every((canvas) => canvas.width !== width)
  }, UNDRAWN_PX)
}

describe.skipIf(browser === undefined)('an input method at the desk (needs a Chromium)', () => {
  let desk: ServedDesk
  let cdp: CDPSession
  /** The same desk in another window. */
  let other: Page

  beforeAll(async () => {
    if (browser === undefined) return
    desk = await serveDesk(browser)
    const { page, context } = desk
    page.setDefaultTimeout(20_000)
    cdp = await context.newCDPSession(page)
    await page.getByRole('button', { name: '打开样刊' }).click()
    await page.locator('.body-text > p').first().waitFor()
    const token = await page.evaluate(() => sessionStorage.getItem('banxin.token'))
    other = await context.newPage()
    other.setDefaultTimeout(20_000)
    await other.goto(`${new URL(page.url()).origin}/#token=${token ?? ''}`)
    await other.locator('.body-text > p').first().waitFor()
    await picturesDrawn(page)
  })
  afterAll(async () => {
    await desk.stop()
    await browser?.close()
  })

  const text = () => desk.page.locator('.body-text')
  const paragraph = (page: Page, index: number) => page.locator('.body-text > p').nth(index)
  /** Writes at the beginning of the first paragraph, in the other window. */
  const writeElsewhere = async (words: string): Promise<void> => {
    await paragraph(other, 0).click({ position: { x: 60, y: 10 } })
    await other.keyboard.press('Home')
    await other.keyboard.insertText(words)
  }
  const beginOf = async (index: number): Promise<void> => {
    await paragraph(desk.page, index).click({ position: { x: 60, y: 10 } })
    await desk.page.keyboard.press('Home')
  }
  /** Until both windows show the same text. */
  const settle = async (): Promise<void> => {
    await expect
      .poll(async () => paragraph(desk.page, 0).innerText())
      .toBe(await paragraph(other, 0).innerText())
    await expect.poll(() => text().innerText()).toBe(await other.locator('.body-text').innerText())
  }

  beforeEach(async () => {
    await desk.page.bringToFront()
  })

  it('leaves the text alone while another window changes it, and has both in the end', async () => {
    const { page } = desk
    await beginOf(1)
    await compose(cdp, 'x')
    await watchText(page)
    await compose(cdp, 'xin')
    const contents = page.locator('.issue')
    const before = await contents.innerText()
    await writeElsewhere('远处写的。')
    // The desk has heard of it once the length of the story is another.
    await expect.poll(() => contents.innerText()).not.toBe(before)
    await compose(cdp, 'xin’wen')
    expect(await readChanges(page)).toEqual([])
    expect(await paragraph(page, 0).innerText()).not.toContain('远处写的')
    await cdp.send('Input.insertText', { text: '新闻' })
    await paragraph(page, 0).getByText('远处写的。').waitFor()
    expect((await paragraph(page, 1).innerText()).startsWith('新闻')).toBe(true)
    await composeText(cdp, ['z', 'zai'], '再说')
    await other.locator('.body-text').getByText('新闻再说').waitFor()
    await settle()
  })

  it('takes back what was composed by one undo, and nothing of what others wrote', async () => {
    const { page } = desk
    await beginOf(2)
    await page.waitForTimeout(900)
    await compose(cdp, 'che')
    await writeElsewhere('又写了。')
    await page.waitForTimeout(300)
    await cdp.send('Input.insertText', { text: '撤掉我' })
    await page.keyboard.press('Control+z')
    await expect.poll(() => text().innerText()).not.toContain('撤掉我')
    await expect.poll(() => text().innerText()).toContain('又写了。')
    expect(await text().innerText()).toContain('新闻再说')
    await page.keyboard.press('Control+y')
    await expect.poll(() => text().innerText()).toContain('撤掉我')
    await settle()
  })

  it('composes in a caption and in the cell of a table', async () => {
    const { page } = desk
    await page.locator('.body-text figcaption').first().click()
    await page.keyboard.press('End')
    await compose(cdp, 'qiao')
    await watchText(page)
    await writeElsewhere('三。')
    await page.waitForTimeout(300)
    await compose(cdp, 'qiao’shang')
    expect(await readChanges(page)).toEqual([])
    await cdp.send('Input.insertText', { text: '桥上的人' })
    await settle()
    expect(await page.locator('.body-text figcaption').first().innerText()).toMatch(/桥上的人$/)

    await paragraph(page, 1).click()
    await page.getByRole('button', { name: '表格', exact: true }).click()
    await page.keyboard.press('Enter')
    await composeText(cdp, ['b', 'biao', '表'], '表头')
    await page.keyboard.press('Tab')
    await compose(cdp, 'di')
    await writeElsewhere('四。')
    await page.waitForTimeout(300)
    await cdp.send('Input.insertText', { text: '第二格' })
    await settle()
    const cells = await page.locator('.body-text th').allInnerTexts()
    expect(cells.slice(0, 3).map((cell) => cell.trim())).toEqual(['表头', '第二格', ''])
  })

  it('composes in a line of the head that another window changes', async () => {
    const { page } = desk
    const headline = page.getByLabel('主题', { exact: true })
    await headline.click()
    await page.keyboard.press('End')
    await compose(cdp, 'le')
    const far = other.getByLabel('主题', { exact: true })
    await far.click()
    await other.keyboard.press('Home')
    await other.keyboard.insertText('快讯：')
    await page
      .getByRole('button', { name: /^快讯：老铁桥/ })
      .first()
      .waitFor()
    expect(await headline.inputValue()).toMatch(/^老铁桥.*le$/)
    await cdp.send('Input.insertText', { text: '了' })
    await expect.poll(() => headline.inputValue()).toMatch(/^快讯：老铁桥.*分钟了$/)
    await expect.poll(() => far.inputValue()).toBe(await headline.inputValue())
  })

  it('composes among marks of what was found, which do not touch the text', async () => {
    const { page } = desk
    await page.keyboard.press('Control+f')
    await page.getByRole('textbox', { name: '查找', exact: true }).fill('桥')
    await page
      .getByRole('search')
      .getByText(/^\d+\/\d+$/)
      .waitFor()
    const marked = () =>
      page.evaluate(() => {
        const marks = CSS.highlights as unknown as ReadonlyMap<string, ReadonlySet<Range>>
        return marks.get('found')?.size ?? 0
      })
    const before = await marked()
    expect(before).toBeGreaterThan(5)
    await beginOf(3)
    await compose(cdp, 'q')
    await watchText(page)
    await compose(cdp, 'qiao')
    expect(await readChanges(page)).toEqual([])
    await cdp.send('Input.insertText', { text: '桥桥' })
    await expect.poll(marked).toBe(before + 2)
    await page.keyboard.press('Escape')
  })

  it('composes over a picture that is selected: into its caption, the picture stays', async () => {
    const { page } = desk
    await page
      .locator('.figure-picture')
      .first()
      .click({ position: { x: 40, y: 40 } })
    await composeText(cdp, ['s', 'shuo'], '说明')
    await expect.poll(() => page.locator('.body-text figure').count()).toBe(1)
    expect(await page.locator('.body-text figcaption').first().innerText()).toMatch(/说明$/)
  })

  it('has in the file what is shown, each word once', async () => {
    const { page } = desk
    await saveAs(page, 'composed.banxin')
    const { document } = await openPackage(join(desk.folder, 'composed.banxin'))
    const body = JSON.stringify(document.issue.records.stories['s1-1']?.body)
    for (const words of [
      '新闻再说',
      '撤掉我',
      '桥上的人',
      '表头',
      '第二格',
      '远处写的。',
      '说明',
    ]) {
      expect(body.split(words), words).toHaveLength(2)
    }
    expect(body).not.toMatch(/xin|zai|che|qiao|biao|shuo/)
    expect(desk.complaints).toEqual([])
    expect(desk.faults).toEqual([])
  })
})
