import { join } from 'node:path'
import { readFileSync } from 'node:fs'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { productRoot } from '../../host/product-root'
import { launchBrowser } from './find-browser'
import { type ServedDesk, serveDesk } from './served-desk'

const browser: Browser | undefined = await launchBrowser()
const photos = join(productRoot, 'samples/weekly/photos')

/** A file as somebody drops it on the desk. */
const photo = (name: string) => ({
  name,
  type: 'image/jpeg',
  base64: readFileSync(join(photos, name)).toString('base64'),
})

/** Drops files on an element. */
async function dropFiles(
  page: Page,
  target: Locator,
  files: readonly { readonly name: string; readonly type: string; readonly base64: string }[],
): Promise<void> {
  const dataTransfer = await page.evaluateHandle((list) => {
    const transfer = new DataTransfer()
    for (const { name, type, base64 } of list) {
      const bytes = Uint8Array.from(atob(base64), (each) => each.charCodeAt(0))
      transfer.items.add(new File([bytes], name, { type }))
    }
    return transfer
  }, files)
  const box = await target.boundingBox()
  const place = { clientX: (box?.x ?? 0) + (box?.width ?? 0) - 4, clientY: (box?.y ?? 0) + 8 }
  await target.dispatchEvent('drop', { dataTransfer, ...place })
}

describe.skipIf(browser === undefined)('the story editor (needs a Chromium)', () => {
  let desk: ServedDesk
  let page: Page

  beforeAll(async () => {
    if (browser === undefined) return
    desk = await serveDesk(browser)
    page = desk.page
    page.setDefaultTimeout(20_000)
    await page.getByRole('button', { name: '打开样刊' }).click()
    await page.locator('.body-text > p').first().waitFor()
  })
  afterAll(async () => {
    await desk.stop()
  })

  const tool = (name: string): Locator => page.getByRole('button', { name, exact: true })
  /** The blocks of the text by their tags, those of a row of pictures in brackets. */
  const shape = (): Promise<string> =>
    page.evaluate(() =>
      Array.from(document.querySelectorAll('.body-text > *'))
        .map((block) => {
          const tag = block.tagName.toLowerCase()
          return tag === 'div' ? `[${String(block.childElementCount)}]` : tag
        })
        .join(' '),
    )
  const rows = (): Promise<readonly string[]> =>
    page.locator('.body-text tr').evaluateAll((all) =>
      all.map((row) =>
        Array.from(row.children)
          .map((cell) => cell.textContent?.trim())
          .join('|'),
      ),
    )
  const newStory = async (): Promise<void> => {
    await page
      .getByRole('button', { name: /^新稿件/ })
      .first()
      .click()
    await page.locator('.body-text > [data-hint]').waitFor()
    await page.locator('.body-text').click()
  }

  it('goes through the lines of the head and into the text by the keyboard', async () => {
    await newStory()
    await tool('加引题').click()
    await page.keyboard.insertText('引')
    await page.keyboard.press('Enter')
    await page.keyboard.insertText('主')
    await page.keyboard.press('Enter')
    await page.keyboard.insertText('正文')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('End')
    await page.keyboard.insertText('题')
    expect(await page.getByLabel('引题', { exact: true }).inputValue()).toBe('引题')
    expect(await page.getByLabel('主题', { exact: true }).inputValue()).toBe('主')
    expect(await page.locator('.body-text > p').first().innerText()).toBe('正文')
  })

  it('makes lists by what is typed at the beginning of a line, and leaves them', async () => {
    await newStory()
    const list = page.locator('.body-text > ul')
    for (const [mark, kind] of [
      ['1.', 'number'],
      ['-', 'bullet'],
      ['①', 'circle'],
    ] as const) {
      await page.keyboard.type(`${mark} `)
      await page.keyboard.insertText('带借书证')
      await page.keyboard.press('Enter')
      await page.keyboard.insertText('借三本')
      await page.keyboard.press('Enter')
      await page.keyboard.press('Enter')
      expect(await list.last().getAttribute('data-mark')).toBe(kind)
      expect(await list.last().locator('li').allInnerTexts()).toEqual(['带借书证', '借三本'])
    }
    expect(await shape()).toBe('ul ul ul p')
    await page.keyboard.press('Backspace')
    await tool('列表').click()
    await page.getByRole('menuitemcheckbox', { name: '数字列表' }).click()
    expect(await list.last().getAttribute('data-mark')).toBe('number')
    await page.keyboard.press('Control+Alt+5')
    expect(await shape()).toBe('ul ul p p')
  })

  it('makes a table of a chosen size and works in it from cell to cell', async () => {
    await newStory()
    await tool('表格').click()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Enter')
    for (const word of ['站', '人', '南岸', '1200']) {
      await page.keyboard.insertText(word)
      await page.keyboard.press('Tab')
    }
    await page.keyboard.insertText('北岸')
    expect(await rows()).toEqual(['站|人', '南岸|1200', '北岸|'])
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.insertText('站')
    expect((await rows())[0]).toBe('站站|人')
    const bar = page.getByRole('toolbar', { name: '表格操作' })
    await bar.getByRole('button', { name: '右边加一列' }).click()
    await bar.getByRole('button', { name: '删去这一行' }).click()
    expect(await rows()).toEqual(['南岸||1200', '北岸||'])
    await bar.getByRole('button', { name: '表头' }).click()
    expect(await page.locator('.body-text th').count()).toBe(3)
    await bar.getByRole('button', { name: '表题与占栏' }).click()
    const title = page.getByLabel('表题', { exact: true })
    await title.fill('各站人数')
    await title.press('Enter')
    await page.getByRole('radio', { name: '通栏' }).click()
    await page.keyboard.press('Escape')
    expect(await page.locator('.body-text table').getAttribute('data-title')).toBe('各站人数')
    expect(await page.locator('.body-text table').getAttribute('data-block')).toContain('"all"')
    await bar.getByRole('button', { name: '删去表格' }).click()
    expect(await shape()).toBe('p')
    await page.keyboard.press('Control+z')
    expect(await page.locator('.body-text th').count()).toBe(3)
    await page.locator('.body-text th').first().click()
    await page.keyboard.press('Home')
    await page.keyboard.press('Backspace')
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Backspace')
    expect(await shape()).toBe('p')
  })

  it('takes in photos that are dropped, in one step; says what is no photo', async () => {
    await newStory()
    await page.keyboard.insertText('先写一段，把它写长一些。')
    const files = ['bus.jpg', 'rain.jpg'].map(photo)
    const heic = { name: 'IMG_7.HEIC', type: 'image/heic', base64: '' }
    await dropFiles(page, page.locator('.body-text > p').first(), [...files, heic])
    await page.locator('.body-text figure canvas').nth(1).waitFor()
    expect(await shape()).toBe('p figure figure')
    await page.getByText('兼容性最佳').waitFor()
    await page.keyboard.press('Control+z')
    expect(await shape()).toBe('p')
    await page.keyboard.press('Control+y')
    expect(await shape()).toBe('p figure figure')
    await dropFiles(page, page.locator('.editor-facts'), [photo('market.jpg')])
    await page.locator('.body-text figure canvas').nth(2).waitFor()
  })

  it('puts pictures side by side and takes them apart, moves and drags them', async () => {
    const first = page.locator('.body-text figure').first()
    await first.locator('.figure-picture').hover()
    await first.getByRole('button', { name: '与相邻图片并排' }).click()
    expect(await shape()).toBe('p [2] figure')
    await page.locator('.figure-group figure').last().locator('.figure-picture').hover()
    await page.locator('.figure-group').getByRole('button', { name: '移出并排' }).last().click()
    expect(await shape()).toBe('p figure figure figure')
    await page.locator('.body-text figure').last().locator('.figure-picture').click()
    await page.keyboard.press('Alt+ArrowUp')
    await page.keyboard.press('Alt+ArrowUp')
    await page.keyboard.press('Alt+ArrowUp')
    expect(await shape()).toBe('figure p figure figure')
    const handle = page.locator('.body-text figure').first().locator('.figure-picture')
    await handle.dragTo(page.locator('.body-text > p'), { targetPosition: { x: 400, y: 20 } })
    expect(await shape()).toBe('p figure figure figure')
    await page.keyboard.press('Backspace')
    expect(await shape()).toBe('p figure figure')
  })

  it('says how a picture is set, and hints at a missing alternative', async () => {
    const figure = page.locator('.body-text figure').first()
    await figure.getByRole('button', { name: '缺替代文字' }).click()
    await page.getByRole('radio', { name: '通栏' }).click()
    await page.getByRole('radio', { name: '居右' }).click()
    await page.getByRole('radio', { name: '35%' }).click()
    await page.getByRole('radio', { name: '随文' }).click()
    await page.getByRole('textbox', { name: '替代文字' }).fill('夜里的末班车')
    await page.keyboard.press('Escape')
    await figure.getByRole('button', { name: '通栏 · 随文' }).waitFor()
    await figure.getByRole('textbox', { name: '图片来源' }).fill('李四 摄')
    await figure.locator('figcaption').click()
    await page.keyboard.insertText('末班车')
    const canvas = figure.locator('canvas')
    await expect.poll(() => canvas.getAttribute('aria-label')).toBe('夜里的末班车')
  })

  it('sets links to safe addresses only, and opens none by a plain click', async () => {
    await newStory()
    await page.keyboard.insertText('看官网')
    await page.keyboard.press('Shift+Home')
    await page.keyboard.press('Control+Shift+k')
    const field = page.getByRole('textbox', { name: '网址' })
    await field.fill('javascript:alert(1)')
    await page.keyboard.press('Enter')
    await page.getByText('请用 http、https 网址或邮箱地址').waitFor()
    await field.fill('www.example.org/42')
    await page.keyboard.press('Enter')
    const link = page.locator('.body-text a')
    expect(await link.getAttribute('href')).toBe('https://www.example.org/42')
    await link.click()
    expect(desk.context.pages()).toHaveLength(1)
    await page.getByRole('button', { name: '去掉链接' }).click()
    expect(await link.count()).toBe(0)
  })

  it('sets names beside each other and a ruby by the keyboard', async () => {
    await newStory()
    const selected = page.getByText('选中')
    await page.keyboard.insertText('程望')
    await page.keyboard.press('Shift+Home')
    await selected.waitFor()
    await page.keyboard.press('Control+Alt+u')
    await page.keyboard.press('End')
    await selected.waitFor({ state: 'detached' })
    // Out of the name, and into another.
    await page.keyboard.press('Control+Alt+u')
    await page.keyboard.press('Control+Alt+u')
    await page.keyboard.insertText('顾小满')
    const names = page.locator('.body-text .proper-name')
    await expect.poll(() => names.allInnerTexts()).toEqual(['程望', '顾小满'])
    await page.keyboard.press('Shift+ArrowLeft')
    await selected.waitFor()
    await page.keyboard.press('Control+Alt+r')
    await page.getByRole('textbox', { name: '注音' }).fill('mǎn')
    await page.keyboard.press('Enter')
    const ruby = page.locator('.body-text .ruby')
    await expect.poll(() => ruby.getAttribute('data-ruby')).toBe('mǎn')
    expect(await page.locator('.body-text').innerText()).toContain('程望顾小满')
  })

  it('shows the code of an address that fits, and says when one does not', async () => {
    await newStory()
    await tool('二维码').click()
    const field = page.getByRole('textbox', { name: '扫码后打开的网址或文字' })
    await field.fill('长'.repeat(201))
    await page.getByText('太长，印出来扫不清').waitFor()
    await field.fill('https://example.org/42')
    await page.keyboard.press('Enter')
    await page.getByRole('img', { name: 'https://example.org/42' }).waitFor()
    await page.locator('.body-text aside > p').click()
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await page.keyboard.insertText('码后')
    expect(await shape()).toBe('aside p p')
  })

  it('finds in heads, text and captions, steps through the whole issue, replaces at once', async () => {
    await page
      .getByRole('button', { name: /^老铁桥回来了/ })
      .first()
      .click()
    await page.keyboard.press('Control+h')
    await page.getByRole('textbox', { name: '查找', exact: true }).fill('铁桥')
    const count = page.getByRole('search').getByRole('status')
    await expect.poll(() => count.innerText()).toMatch(/^1\/\d+$/)
    await page.keyboard.press('Enter')
    expect(await count.innerText()).toMatch(/^2\//)
    await page.keyboard.press('Shift+Enter')
    await page.keyboard.press('Shift+Enter')
    expect(await count.innerText()).toMatch(/^(\d+)\/\1$/)
    await page.getByRole('combobox', { name: '查找范围' }).click()
    await page.getByRole('option', { name: '全期' }).click()
    const all = Number((await count.innerText()).split('/')[1])
    await page.getByRole('textbox', { name: '替换为' }).fill('鐵橋')
    await page.keyboard.press('Enter')
    await expect.poll(() => count.innerText()).toMatch(new RegExp(`/${String(all - 1)}$`))
    await tool('全部替换').click()
    await expect.poll(() => count.innerText()).toBe(`已替换 ${String(all - 1)} 处`)
    await page.keyboard.press('Control+z')
    await expect.poll(() => count.innerText()).toMatch(new RegExp(`/${String(all - 1)}$`))
    await page.keyboard.press('Control+z')
    await page.getByRole('textbox', { name: '查找', exact: true }).press('Escape')
    expect(await page.getByRole('search').count()).toBe(0)
  })

  it('counts the selection, the story and the issue', async () => {
    await page
      .locator('.body-text > p')
      .first()
      .click({ position: { x: 60, y: 10 } })
    await page.keyboard.press('Shift+End')
    await page.getByRole('button', { name: /^选中 \d+ 字$/ }).click()
    const lengths = page.locator('.count-table')
    for (const row of ['选中', '本篇正文', '本篇标题', '全期'])
      await lengths.getByText(row).waitFor()
    await page.keyboard.press('Escape')
  })

  it('left nothing to complain of', () => {
    expect(desk.complaints).toEqual([])
    expect(desk.faults).toEqual([])
  })
})

describe.skipIf(browser === undefined)('the slot of a story (needs a Chromium)', () => {
  let desk: ServedDesk
  let page: Page

  beforeAll(async () => {
    if (browser === undefined) return
    desk = await serveDesk(browser)
    page = desk.page
    await page.getByRole('button', { name: '看一期报纸' }).click()
    await page.locator('.body-text > p').first().waitFor()
  })
  afterAll(async () => {
    await desk.stop()
    await browser?.close()
  })

  const slot = (): Locator => page.getByRole('combobox', { name: '版位', exact: true })
  const slotAtHost = async (): Promise<string | undefined> => {
    const { issue } = await desk.readDocument()
    return Object.values(issue.records.stories).find(({ headline }) =>
      headline.startsWith('天亮前'),
    )?.slot
  }

  it('is shown, chosen from those of the template, and taken back', async () => {
    await expect.poll(() => slot().textContent()).toContain('头条')
    await slot().click()
    await expect
      .poll(() => page.getByRole('option').allTextContents())
      .toEqual(expect.arrayContaining(['不选版位', '版位：报眼', '版位：书评']))
    await page.getByRole('option', { name: '不选版位' }).click()
    await expect.poll(slotAtHost).toBeUndefined()
    await expect.poll(() => slot().textContent()).toContain('不选版位')
    await page.getByRole('button', { name: /^撤销/ }).click()
    await expect.poll(slotAtHost).toBe('头条')
  })
})
