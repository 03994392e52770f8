import { join } from 'node:path'
import sharp from 'sharp'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPackage } from '../../host/package-file'
import { EXCEL, GOOGLE, HOSTILE, WECHAT, withPicture, WORD, WPS } from './clipboards'
import { launchBrowser } from './find-browser'
import { pasteHtml, saveAs } from './page-actions'
import { type ServedDesk, serveDesk } from './served-desk'

const browser: Browser | undefined = await launchBrowser()

/** The blocks of the text as they are shown: the tag of each and its markup, tables row by row. */
function readBlocks(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const plain = (element: Element): string =>
      element.innerHTML.replace(/<br[^>]*>| data-mark="\w+"/g, '')
    const each = (element: Element, selector: string): string =>
      Array.from(element.querySelectorAll(selector)).map(plain).join(' | ')
    return Array.from(document.querySelectorAll('.body-text > *')).map((block) => {
      const tag = block.tagName.toLowerCase()
      if (tag === 'ul') return `ul ${each(block, 'li')}`
      if (tag === 'figure') return `figure ${each(block, 'figcaption')}`
      if (tag !== 'table') return `${tag} ${plain(block)}`
      return `table ${Array.from(block.querySelectorAll('tr'))
        .map((row) => each(row, 'th, td'))
        .join(' / ')}`
    })
  })
}

/** Pastes text without markup into whatever has the focus. */
async function pasteText(page: Page, text: string): Promise<void> {
  await page.evaluate((plain) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', plain)
    const event = { clipboardData, bubbles: true, cancelable: true }
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', event))
  }, text)
}

describe.skipIf(browser === undefined)('what is pasted (needs a Chromium)', () => {
  let desk: ServedDesk

  beforeAll(async () => {
    if (browser === undefined) return
    desk = await serveDesk(browser)
    const { page } = desk
    page.setDefaultTimeout(20_000)
    await page.getByRole('button', { name: '打开样刊' }).click()
    await page.locator('.body-text > p').first().waitFor()
    await page
      .getByRole('button', { name: /^新稿件/ })
      .first()
      .click()
    await page.getByLabel('主题', { exact: true }).fill('粘贴来的一篇')
  })
  afterAll(async () => {
    await desk.stop()
    await browser?.close()
  })

  /** Empties the text and pastes into it; gives the blocks that there are then. */
  const paste = async (html: string): Promise<readonly string[]> => {
    const { page } = desk
    await page.locator('.body-text').click()
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Backspace')
    await pasteHtml(page, html)
    return readBlocks(page)
  }

  it('from Word: text, bold, underline, headings, lists; its picture is missed aloud', async () => {
    expect(await paste(WORD)).toEqual([
      'h3 渡口的新船',
      'p 十月九日，南渡口来了一条新船，船身<strong>比旧船长六米</strong>，一次能坐120人。',
      'p 船长说：<u>雨天也开</u>，<span class="ruby" data-ruby="lán">岚</span>江<strong>夜里</strong>也开。面积200m<sup>2</sup>，水是H<sub>2</sub>O。',
      'ul 早班六点半 | 末班八点',
      'p （一）买票的办法',
      'p 1. 上船再买',
    ])
    await desk.page.getByText('有 1 张图片没有一起粘贴过来').waitFor()
  })

  it('from WPS: headings by level, briefs by their marks, no indents of spaces', async () => {
    expect(await paste(WPS)).toEqual([
      'h3 工会帮忙找工作',
      'p 上周六，广场上摆了三十张桌子。',
      'ul 市总工会办班 | 江边种树',
    ])
  })

  it('from a WeChat article: its lines, its quote, its list, nothing hidden', async () => {
    expect(await paste(WECHAT)).toEqual([
      'p <strong>江边的早市</strong>',
      'p 天没亮，<strong>卖豆花的</strong>先到。',
      'p 卖菜的后到。',
      'blockquote 早市八点收摊。',
      'ul 豆花两元 | 油茶三元 | 加蛋四元',
      'p 阅读原文',
    ])
  })

  it('from Google Docs: bold where it is bold, numbers kept, a safe link kept', async () => {
    expect(await paste(GOOGLE)).toEqual([
      'h3 Open days',
      'p The library <strong>opens at nine</strong> <u>every day</u>. <a href="https://example.org/" rel="noopener noreferrer">More</a>',
      'p 3. Bring a card',
      'p 4. Be quiet',
    ])
  })

  it('from Excel: a table with merged cells taken apart, without what is empty', async () => {
    expect(await paste(EXCEL)).toEqual([
      'table 渡口客流 |  | 十月 / 南岸 | 早班 | 1,200 /  | 晚班 | 860 （雨天停）',
    ])
  })

  it('with a picture that came along: it becomes a figure, in one step to undo', async () => {
    const { page } = desk
    const raw = { width: 300, height: 200, channels: 3, background: '#b3141b' } as const
    const png = await sharp({ create: raw }).png().toBuffer()
    await paste(withPicture(png.toString('base64')))
    await page.locator('.body-text figure canvas').waitFor()
    expect(await readBlocks(page)).toEqual(['p 图前的一段', 'figure 红旗', 'p 图后的一段'])
    expect(await page.locator('.body-text figure canvas').getAttribute('aria-label')).toBe(
      '一面红旗',
    )
    await page.keyboard.press('Control+z')
    expect(await readBlocks(page)).toEqual(['p '])
  })

  it('is not lost when its pictures come after the story was left', async () => {
    const { page } = desk
    const raw = { width: 301, height: 200, channels: 3, background: '#14b31b' } as const
    const png = await sharp({ create: raw }).png().toBuffer()
    let letGo: () => void = () => undefined
    const held = new Promise<void>((resolve) => (letGo = resolve))
    await page.route('**/call/asset.add', async (route) => {
      await held
      await route.continue()
    })
    await paste(withPicture(png.toString('base64')))
    await page.getByText('正在放入图片').waitFor()
    await page.keyboard.press('Control+2')
    letGo()
    await page.unrouteAll({ behavior: 'wait' })
    await expect
      .poll(async () => JSON.stringify((await desk.readDocument()).issue))
      .toContain('图后的一段')
    await page.keyboard.press('Control+1')
    await page.locator('.body-text figure canvas').waitFor()
    expect((await readBlocks(page)).filter((block) => block !== 'p ')).toEqual([
      'p 图前的一段',
      'figure 红旗',
      'p 图后的一段',
    ])
    const { stories } = (await desk.readDocument()).issue.records
    const pasted = Object.values(stories).find(({ headline }) => headline === '粘贴来的一篇')
    const ids = (pasted?.body.content ?? []).map(({ attrs }) => String(attrs?.['id']))
    expect(ids.length).toBeGreaterThan(2)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('is never anything that runs', async () => {
    const { page } = desk
    const blocks = await paste(HOSTILE)
    expect(blocks.join()).toContain('好字')
    expect(blocks.join()).not.toMatch(/stolen|script|onerror|javascript|passwd/)
    await page.waitForTimeout(300)
    expect(await page.evaluate(() => 'stolen' in window)).toBe(false)
    expect(await page.locator('.body-text figure, .body-text aside').count()).toBe(0)
  })

  it('as plain text: a paragraph for each line, briefs by their marks, a link over words', async () => {
    const { page } = desk
    await paste('<p>x</p>')
    await page.keyboard.press('Control+a')
    await page.waitForTimeout(200)
    await pasteText(page, '　　第一段\n\n　　第二段\r\n◆简讯一\n◆简讯二')
    expect(await readBlocks(page)).toEqual(['p 第一段', 'p 第二段', 'ul 简讯一 | 简讯二'])
    await page.locator('.body-text > p').first().click()
    await page.keyboard.press('Home')
    await page.keyboard.press('Shift+End')
    await page.waitForTimeout(200)
    await pasteText(page, 'https://example.org/1')
    expect((await readBlocks(page))[0]).toContain('href="https://example.org/1"')
  })

  it('dropped from another program it is cleaned as well, where it was dropped', async () => {
    const { page } = desk
    await paste('<p>前一段</p><p>后一段</p>')
    const box = await page.locator('.body-text > p').last().boundingBox()
    const dataTransfer = await page.evaluateHandle((markup) => {
      const transfer = new DataTransfer()
      transfer.setData('text/html', markup)
      return transfer
    }, '<p style="color:red" onclick="window.stolen = 1">　　◆ 拖来的<b>简讯</b></p>')
    const place = { clientX: (box?.x ?? 0) + (box?.width ?? 0) - 4, clientY: (box?.y ?? 0) + 12 }
    await page.locator('.body-text').dispatchEvent('drop', { dataTransfer, ...place })
    expect(await readBlocks(page)).toEqual([
      'p 前一段',
      'p 后一段',
      'ul 拖来的<strong>简讯</strong>',
    ])
  })

  it('into a cell it is one line, into a table a table; one’s own blocks come back whole', async () => {
    const { page } = desk
    await paste(EXCEL)
    await page.locator('.body-text td', { hasText: '十月' }).click()
    await page.keyboard.press('End')
    // The browser tells of a selection a moment later; a person pastes no faster.
    await page.waitForTimeout(200)
    await pasteHtml(page, '<p>上旬</p><p>下旬</p>')
    expect((await readBlocks(page))[0]).toContain('十月上旬 下旬')
    await page.locator('.body-text td', { hasText: '1,200' }).click()
    await page.waitForTimeout(200)
    await pasteHtml(
      page,
      '<table><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td><td>丁</td></tr></table>',
    )
    expect(await readBlocks(page)).toEqual([
      'table 渡口客流 |  | 十月上旬 下旬 |  / 南岸 | 早班 | 甲 | 乙 /  | 晚班 | 丙 | 丁',
    ])
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Control+x')
    await page.keyboard.press('Control+v')
    expect((await readBlocks(page))[0]).toContain('南岸 | 早班 | 甲 | 乙')
  })

  it('is in the file as it is shown', async () => {
    await paste(WPS)
    await saveAs(desk.page, 'pasted.banxin')
    const { document } = await openPackage(join(desk.folder, 'pasted.banxin'))
    const story = Object.values(document.issue.records.stories).find(
      ({ headline }) => headline === '粘贴来的一篇',
    )
    expect(story?.body.content?.map(({ type }) => type)).toEqual([
      'subheading',
      'paragraph',
      'brief_list',
    ])
    expect(desk.complaints).toEqual([])
    expect(desk.faults).toEqual([])
  })
})
