import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actOn, type DeskActions } from './desk-actions'
import { launchBrowser } from './find-browser'
import { shownHash } from './page-actions'
import { readPdf } from './read-pdf'
import { type ServedDesk, serveDesk } from './served-desk'

const browser: Browser | undefined = await launchBrowser()

describe.skipIf(browser === undefined)('the output (needs a Chromium)', () => {
  let desk: ServedDesk
  let act: DeskActions

  beforeAll(async () => {
    if (browser === undefined) return
    desk = await serveDesk(browser)
    act = actOn(desk.page)
    await act.openSample()
    await shownHash(desk.page)
    await desk.page.keyboard.press('Control+p')
  })
  afterAll(async () => {
    await desk.stop()
    await browser?.close()
  })

  const preset = (name: string) => desk.page.getByRole('radio', { name })
  const done = () => desk.page.locator('.output-result[data-state="done"]')

  it('suggests a name for each purpose, and says what the PDF will be like', async () => {
    const { page } = desk
    for (const [name, file, fact] of [
      ['送审', '岚江周报-第42期-送审.pdf', 'A4，裁切后的尺寸'],
      ['电子版', '岚江周报-第42期-电子版.pdf', '链接和二维码可点'],
      ['印厂', '岚江周报-第42期-印厂.pdf', 'A4，出血 3 毫米，裁切线'],
    ] as const) {
      await preset(name).click()
      await page.getByText(fact, { exact: true }).waitFor()
      await act.button(act.said.output.export).click()
      await expect.poll(() => act.dialog().getByLabel(act.said.file.name).inputValue()).toBe(file)
      await page.keyboard.press('Escape')
    }
  })

  it('reads the pages that are named back at once, and refuses those that are not there', async () => {
    const { page } = desk
    await page.getByRole('radio', { name: act.said.output.range }).check()
    const field = page.getByRole('textbox', { name: act.said.output.range })
    expect(await act.button(act.said.output.export).isEnabled()).toBe(false)
    await field.fill('3-4、1')
    await page.getByText('第 1、3–4 版，共 3 版').waitFor()
    await field.fill('7-9')
    await page.getByText('没有这样的版面').waitFor()
    expect(await act.button(act.said.output.export).isEnabled()).toBe(false)
    await field.fill('2-3')
  })

  it('exports these pages for review, of the issue as it is now, and can do so once more', async () => {
    const { page } = desk
    await page.keyboard.press('Control+1')
    await act.head('headline').fill('还没有存的题目')
    await page.keyboard.press('Control+4')
    await preset('送审').click()
    await page.getByRole('radio', { name: act.said.output.range }).check()
    await page.getByRole('textbox', { name: act.said.output.range }).fill('1-2')
    await act.button(act.said.output.export).click()
    await act.chooseFile('proof.pdf')
    await done().getByText('2 版，').waitFor({ timeout: 60_000 })
    const path = join(desk.folder, 'proof.pdf')
    const { pageCount, text } = await readPdf(path)
    expect(pageCount).toBe(2)
    expect(text).toContain('还没有存的题目')
    const first = readFileSync(path)
    writeFileSync(path, '')
    await act.button(act.said.output.again).click()
    await done().getByText('2 版，').waitFor({ timeout: 60_000 })
    expect(readFileSync(path).equals(first)).toBe(true)
  })

  it('leaves nothing of an export that is cancelled', async () => {
    const { page } = desk
    await page.getByRole('radio', { name: act.said.output.all.split(' ')[0] ?? '' }).check()
    await preset('印厂').click()
    await act.button(act.said.output.export).click()
    await act.chooseFile('cancelled.pdf')
    await act.button(act.said.output.cancel).click()
    await page.getByText(act.said.output.cancelled).waitFor()
    expect(existsSync(join(desk.folder, 'cancelled.pdf'))).toBe(false)
    expect(readdirSync(desk.folder).filter((name) => name.includes('cancelled'))).toEqual([])
  })

  it('asks before it replaces a file, and refuses a name that cannot be one', async () => {
    await act.button(act.said.output.export).click()
    await act.chooseFile('a/b')
    await act.dialog().getByText('文件名里不能有').waitFor()
    await act.chooseFile('proof')
    await act.dialog().getByRole('alert').getByText('“proof.pdf”已经在这里了').waitFor()
    await act.dialog().getByRole('button', { name: act.said.file.cancel }).click()
    expect((await readPdf(join(desk.folder, 'proof.pdf'))).pageCount).toBe(2)
  })

  it('warns of errors, leads to them, and exports all the same', async () => {
    const { page } = desk
    await page.keyboard.press('Control+1')
    await act.head('headline').fill('没有这个字：\u{1f9ff}')
    await page.keyboard.press('Control+4')
    await page.getByText('还有 1 处错误').waitFor()
    await act.button(act.said.output.toCheck).click()
    await page.getByRole('heading', { name: act.said.check.title }).waitFor()
    await page.keyboard.press('Control+4')
    await preset('电子版').click()
    await act.button(act.said.output.exportAnyway).click()
    await act.chooseFile('with-errors.pdf')
    await done().getByText('8 版，').waitFor({ timeout: 60_000 })
  })

  it('remembers the purpose the next time', async () => {
    const { page } = desk
    await page.reload()
    await shownHash(page)
    await page.keyboard.press('Control+4')
    await expect.poll(() => preset('电子版').getAttribute('aria-checked')).toBe('true')
  })

  it('left neither the browser nor the host with anything to complain of', () => {
    // That a name was refused is said by the browser, and is as it should be.
    expect(desk.complaints).toEqual([])
    expect(desk.faults).toEqual([])
  })
})
