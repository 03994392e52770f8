import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ComposedPage, GlyphItem } from '../../engine/layout/page'
import { composeFile } from '../../host/compose-file'
import { productRoot } from '../../host/product-root'
import { editText, repack } from '../issue/small-issue'
import { launchBrowser } from './find-browser'
import { composedHash, shownHash, shownPageCount } from './page-actions'
import { type ServedDesk, serveDesk } from './served-desk'

const browser: Browser | undefined = await launchBrowser()
const sample = join(productRoot, 'samples/weekly.banxin')

afterAll(async () => {
  await browser?.close()
})

/** A character on a page: what it says, where its block and it are, and where it is printed. */
interface Character {
  readonly text: string
  readonly blockId: string
  readonly offset: number
  readonly page: ComposedPage
  readonly xMpt: number
  readonly yMpt: number
  readonly sizeMpt: number
}

/**
 * Han characters of the stories on some pages, one of every `step` glyph items; not of credits,
 * which are no text of the editor.
 */
function pickCharacters(
  pages: readonly ComposedPage[],
  step: number,
  credits: ReadonlySet<string>,
): readonly Character[] {
  const items = pages.flatMap((page) =>
    page.items.flatMap((item) => (item.kind === 'glyphs' ? [{ page, item }] : [])),
  )
  return items.flatMap(({ page, item }, index) =>
    index % step === 0 && !credits.has(item.text) ? characterIn(item, page, index) : [],
  )
}

function characterIn(item: GlyphItem, page: ComposedPage, seed: number): readonly Character[] {
  const { source, clusters, text, xMpt, baselineMpt, sizeMpt } = item
  if (source.kind !== 'story') return []
  const han = clusters.flatMap((cluster, index) =>
    /^\p{Script=Han}/u.test(text.slice(cluster)) ? [index] : [],
  )
  const at = han[seed % Math.max(1, han.length)]
  if (at === undefined) return []
  const cluster = clusters[at] ?? 0
  return [
    {
      text: text.slice(cluster, cluster + 1),
      blockId: source.blockId,
      offset: source.offset + cluster,
      page,
      xMpt: xMpt[at] ?? 0,
      yMpt: baselineMpt - sizeMpt * 0.4,
      sizeMpt,
    },
  ]
}

/** What follows the cursor in whatever has it: the text of a field, or of the editor. */
const textAfterCursor = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement } = document
    if (activeElement instanceof HTMLTextAreaElement) {
      return activeElement.value.slice(activeElement.selectionStart)
    }
    const selection = getSelection()
    const { anchorNode, anchorOffset = 0 } = selection ?? {}
    if (anchorNode === null || anchorNode === undefined) return ''
    const range = document.createRange()
    range.setStart(anchorNode, anchorOffset)
    const block = anchorNode.parentElement?.closest('p, h3, li, td, th, blockquote, figcaption')
    range.setEndAfter(block?.lastChild ?? anchorNode)
    return range.toString()
  })

/** The box of a page's sheet in the window, once it has been scrolled to. */
async function showSheet(page: Page, index: number) {
  const sheet = page.locator(`.sheet[data-page="${String(index)}"]`)
  await sheet.scrollIntoViewIfNeeded()
  return sheet
}

describe.skipIf(browser === undefined)('places on the pages (needs a Chromium)', () => {
  let desk: ServedDesk
  let pages: readonly ComposedPage[]
  let credits: ReadonlySet<string>

  beforeAll(async () => {
    if (browser === undefined) return
    const { issue, composition } = await composeFile(sample, () => undefined)
    pages = composition.pages
    const bodies = Object.values(issue.records.stories).flatMap(({ body }) => body.content ?? [])
    credits = new Set(bodies.map(({ attrs }) => String(attrs?.['credit'])))
    desk = await serveDesk(browser, { startFile: sample })
    desk.page.setDefaultTimeout(20_000)
    await shownHash(desk.page)
  })
  afterAll(async () => {
    await desk.stop()
  })

  it('put the cursor before the very character that is clicked, and show it there', async () => {
    const { page } = desk
    const characters = pickCharacters(pages, 29, credits)
    expect(characters.length).toBeGreaterThan(15)
    const blocks = new Set(characters.map(({ blockId }) => blockId))
    expect(blocks.size).toBeGreaterThan(8)
    for (const character of characters) {
      const sheet = await showSheet(page, character.page.index)
      const box = await sheet.boundingBox()
      if (box === null) throw new Error('no sheet')
      const scale = box.width / character.page.widthMpt
      const position = {
        x: (character.xMpt + character.sizeMpt / 4) * scale,
        y: character.yMpt * scale,
      }
      await sheet.locator('canvas').click({ position })
      const caret = sheet.locator('.caret')
      await caret.waitFor()
      const seen = `${character.text} of ${character.blockId} at ${String(character.offset)}`
      await expect
        .poll(() => textAfterCursor(page), { message: seen })
        .toMatch(new RegExp(`^${character.text}`))
      const [place, now] = [await caret.boundingBox(), await sheet.boundingBox()]
      const left = (place?.x ?? 0) + 1 - (now?.x ?? 0)
      expect(Math.abs(left - character.xMpt * scale), seen).toBeLessThan(1.5)
      expect(Math.abs((place?.y ?? 0) - (now?.y ?? 0) - position.y), seen).toBeLessThan(
        character.sizeMpt * scale,
      )
    }
  })

  it('follow the cursor when it is moved in the text', async () => {
    const { page } = desk
    await page.getByRole('button', { name: /^石梯坎的伞/ }).click()
    await page.locator('.body-text > p').last().click()
    await page.keyboard.press('End')
    const caret = page.locator('.sheet .caret')
    await caret.waitFor()
    await expect.poll(async () => (await caret.boundingBox())?.y ?? 0).toBeGreaterThan(88)
    const pane = await page.locator('.pages-scroll').boundingBox()
    const box = await caret.boundingBox()
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan((pane?.y ?? 0) + (pane?.height ?? 0))
  })

  it('bring the text into view at the first click, wherever the focus was', async () => {
    const { page } = desk
    await page.getByRole('button', { name: /^石梯坎的伞/ }).click()
    const last = page.locator('.body-text > p').last()
    const y = async () => (await last.boundingBox())?.y ?? 0
    await page.locator('.editor-scroll').evaluate((element) => element.scrollTo(0, 0))
    expect(await y()).toBeGreaterThan(800)
    const sheet = await showSheet(page, 7)
    const found = pickCharacters(pages.slice(7), 1, credits).at(-1)
    if (found === undefined) throw new Error('nothing is written on the last page')
    const { width = 0 } = (await sheet.boundingBox()) ?? {}
    const scale = width / found.page.widthMpt
    await sheet.locator('canvas').click({
      position: { x: (found.xMpt + found.sizeMpt / 4) * scale, y: found.yMpt * scale },
    })
    await expect.poll(y).toBeLessThan(780)
  })

  it('stay under the pointer when a wheel zooms, and sharp', async () => {
    const { page } = desk
    const sheet = await showSheet(page, 7)
    const before = await sheet.boundingBox()
    const pane = await page.locator('.pages-scroll').boundingBox()
    if (before === null || pane === null) throw new Error('no sheet')
    const point = { x: pane.x + 300, y: pane.y + 400 }
    const share = (point.y - before.y) / before.height
    await page.mouse.move(point.x, point.y)
    await page.keyboard.down('Control')
    for (let turn = 0; turn < 4; turn += 1) await page.mouse.wheel(0, -100)
    await page.keyboard.up('Control')
    await expect
      .poll(async () => (await sheet.boundingBox())?.width ?? 0)
      .toBeGreaterThan(before.width * 2)
    const after = await sheet.boundingBox()
    // A browser scrolls by whole pixels.
    const now = (after?.y ?? 0) + share * (after?.height ?? 0)
    expect(Math.abs(now - point.y)).toBeLessThan(4)
    await expect
      .poll(() => sheet.locator('canvas').evaluate((canvas: HTMLCanvasElement) => canvas.width))
      .toBe(Math.round(after?.width ?? 0))
  })

  it('turn by keys, and fit again', async () => {
    const { page } = desk
    const pane = page.locator('.pages-scroll')
    await pane.focus()
    await page.keyboard.press('9')
    await page.keyboard.press('Home')
    await expect.poll(() => page.locator('.pages-place').textContent()).toBe('1 版')
    await page.keyboard.press('PageDown')
    await expect.poll(() => page.locator('.pages-place').textContent()).toBe('2 版')
    const sheet = await page.locator('.sheet[data-page="1"]').boundingBox()
    const view = await pane.boundingBox()
    expect(sheet?.height ?? 0).toBeLessThan(view?.height ?? 0)
    await page.keyboard.press('End')
    await expect.poll(() => page.locator('.pages-place').textContent()).toBe('8 版')
  })

  it('stay in view when they are laid side by side, and one by one again', async () => {
    const { page } = desk
    const place = () => page.locator('.pages-place').textContent()
    await page.locator('.pages-scroll').focus()
    await page.keyboard.press('0')
    await page.keyboard.press('Home')
    for (const folio of ['2 版', '3 版', '4 版']) {
      await page.keyboard.press('PageDown')
      await expect.poll(place).toBe(folio)
    }
    await page.keyboard.press('Control+2')
    await expect.poll(place).toBe('4–5 版')
    await page.keyboard.press('Control+1')
    await expect.poll(place).toBe('4 版')
    await page.locator('.pages-scroll').focus()
    await page.keyboard.press('9')
    await page.keyboard.press('End')
  })

  it('are painted where they are near, and nowhere else', async () => {
    const painted = () =>
      desk.page
        .locator('.sheet canvas')
        .evaluateAll((all) => all.map((canvas) => (canvas as HTMLCanvasElement).width > 0))
    await expect.poll(async () => (await painted()).at(-1)).toBe(true)
    const now = await painted()
    expect(now).toHaveLength(8)
    expect(now[0]).toBe(false)
  })

  it('are read out: sections, headlines, pictures', async () => {
    const { page } = desk
    const region = page.getByRole('region', { name: '第 1 版的文字' })
    await region.getByRole('heading', { level: 2, name: '要闻' }).waitFor({ state: 'attached' })
    await region.getByRole('heading', { level: 3 }).first().waitFor({ state: 'attached' })
    await region.getByRole('img').first().waitFor({ state: 'attached' })
  })

  it('left neither the browser nor the host with anything to complain of', () => {
    expect(desk.complaints).toEqual([])
    expect(desk.faults).toEqual([])
  })
})

describe.skipIf(browser === undefined)('what does not fit (needs a Chromium)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'banxin-overset-'))
  const file = join(folder, 'few.banxin')
  let desk: ServedDesk

  beforeAll(async () => {
    if (browser === undefined) return
    const few = repack(readFileSync(sample), (entries) =>
      editText(entries, 'template/template.json', (text) =>
        text.replace(/"maximumPages":\s*\d+/, '"maximumPages": 6'),
      ),
    )
    writeFileSync(file, few)
    desk = await serveDesk(browser, { startFile: file })
    desk.page.setDefaultTimeout(20_000)
  })
  afterAll(async () => {
    await desk.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it('is shown after the pages that are printed, and apart from them', async () => {
    const { page } = desk
    expect(await shownHash(page)).toBe(await composedHash(file))
    expect(await shownPageCount(page)).toBe(6)
    await page.getByRole('heading', { name: /^溢出：\d+ 行排不下$/ }).waitFor()
    expect(await page.locator('.sheet[data-overset]').count()).toBeGreaterThan(1)
    expect(await page.locator('.sheet:not([data-overset])').count()).toBe(6)
    await page
      .getByText(/^超 \d+ 行$/)
      .first()
      .waitFor()
  })

  it('is marked where the last frame ends, said in words, and found in the list', async () => {
    const { page } = desk
    const mark = page.getByRole('button', { name: /^还有 \d+ 行排不下$/ })
    await mark.focus()
    await page.keyboard.press('Enter')
    const card = page.getByRole('dialog', { name: /^还有 \d+ 行排不下$/ })
    await card
      .getByText(/稿件溢出 \d+ 行/)
      .first()
      .waitFor()
    await card.getByRole('button', { name: '看检查清单' }).first().click()
    const row = page.locator('.finding:focus')
    await row.getByText(/稿件溢出 \d+ 行/).waitFor()
    await page.keyboard.press('Enter')
    await page.locator('.body-text').waitFor()
    await page.locator('.mark-icon[data-pointed]').waitFor()
    await page.locator('.sheet[data-page="5"]').waitFor()
  })

  it('is marked or not, as one likes', async () => {
    const { page } = desk
    const marks = page.locator('.mark-icon:not([data-pointed])')
    const toggle = page.getByRole('button', { name: /^标出问题/ })
    await expect.poll(() => toggle.getAttribute('aria-pressed')).toBe('true')
    await toggle.click()
    await expect.poll(() => marks.count()).toBe(0)
  })

  it('left neither the browser nor the host with anything to complain of', () => {
    expect(desk.complaints).toEqual([])
    expect(desk.faults).toEqual([])
  })
})
