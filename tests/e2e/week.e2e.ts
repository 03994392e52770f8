import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DocumentState } from '../../bridge/document-state'
import type { Issue } from '../../engine/document/issue'
import { openPackage } from '../../host/package-file'
import { productRoot } from '../../host/product-root'
import { makePhotos } from '../issue/make-photos'
import { actOn, type DeskActions } from './desk-actions'
import { launchBrowser } from './find-browser'
import { dragTo, dropFiles } from './move-things'
import { composedHash, composeText, pasteHtml, shownHash, turnAll } from './page-actions'
import { readPrintedTexts, readShownTexts, sheetsOf } from './page-texts'
import { type ServedDesk, serveDesk } from './served-desk'

const browser: Browser | undefined = await launchBrowser()
const sample = join(productRoot, 'samples/weekly.banxin')
const HEADLINE = '加写的一篇'

const WORD_HTML = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<style>p.MsoNormal{color:red}</style></head><body>
<!--StartFragment--><p class="MsoNormal"><b>从 Word 来的一段</b><o:p></o:p></p>
<p class="MsoNormal">第二段，<i>斜体</i>也在<o:p></o:p></p>
<!--EndFragment--></body></html>`

describe.skipIf(browser === undefined)('an editor’s week at the desk (needs a Chromium)', () => {
  let desk: ServedDesk
  let act: DeskActions
  let begun: DocumentState
  let done: DocumentState
  let doneHash = ''
  const path = (name: string): string => join(desk.folder, name)

  beforeAll(async () => {
    if (browser === undefined) return
    desk = await serveDesk(browser)
    act = actOn(desk.page)
    await makePhotos(desk.folder)
  })
  afterAll(async () => {
    await desk.stop()
    await browser?.close()
  })

  const readIssue = async (): Promise<Issue> => (await desk.readDocument()).issue
  /** The body of the story that is written, as text to look into. */
  const readBody = async (): Promise<string> => {
    const { stories } = (await readIssue()).records
    const story = Object.values(stories).find(({ headline }) => headline === HEADLINE)
    return JSON.stringify(story?.body ?? null)
  }
  /** What is typed gets to the host a moment later. */
  const untilWritten = (text: string) => expect.poll(readBody).toContain(text)
  /** The headlines of each section, in order. */
  const readOrder = async () => {
    const { sections, records } = await readIssue()
    return sections.map((id) => {
      const stories = records.sections[id]?.stories ?? []
      return stories.map((story) => records.stories[story]?.headline)
    })
  }

  it('opens the sample and shows the pages that Node composes', async () => {
    await act.openSample()
    expect(await shownHash(desk.page)).toBe(await composedHash(sample))
    begun = await desk.readDocument()
    const { document } = await openPackage(sample)
    expect(begun.issue).toEqual(document.issue)
    expect(begun.template).toEqual(document.template)
  })

  it('adds a section and a story, typed with an input method', async () => {
    const { page, cdp } = desk
    await act.addSection()
    await act.addStory(act.said.issue.newSection)
    await act.head('headline').click()
    await composeText(cdp, ['j', 'jia', '加'], '加写')
    await composeText(cdp, ['d', 'de', '的'], '的一篇')
    await page.keyboard.press('Enter')
    await page.keyboard.insertText('先写一段，')
    await composeText(cdp, ['x', 'xin', 'xin’wen', '新闻'], '新闻')
    await page.keyboard.type('3.5')
    await composeText(cdp, ['g', 'gong', '公里'], '公里。')
    await page.keyboard.press('Enter')
    await untilWritten('"先写一段，新闻3.5公里。"')
  })

  it('pastes from Word what is text', async () => {
    await pasteHtml(desk.page, WORD_HTML)
    await desk.page.keyboard.press('Enter')
    await untilWritten('从 Word 来的一段')
    await untilWritten('第二段，')
    expect(await readBody()).not.toMatch(/Mso|color/)
  })

  it('takes in a photo that is dropped and one that is chosen, with their captions', async () => {
    const { page, cdp } = desk
    await dropFiles(cdp, [path('photo-1.jpg')], act.body(), [0.5, 0.9])
    await act.caption(0).click()
    await page.keyboard.insertText('夜里的末班车')
    const chooser = page.waitForEvent('filechooser')
    await act.button(act.said.tool.figure).click()
    await (await chooser).setFiles(path('photo-2.jpg'))
    await act.caption(1).click()
    await composeText(desk.cdp, ['l', 'lu', 'lu’deng'], '路灯下')
    await untilWritten('夜里的末班车')
    await untilWritten('路灯下')
    const { assets } = await readIssue()
    const added = Object.values(assets).filter(({ id }) => begun.issue.assets[id] === undefined)
    expect(added.map(({ name }) => name).sort()).toEqual(['photo-1.jpg', 'photo-2.jpg'])
    for (const { id } of added) expect(await readBody()).toContain(id)
  })

  it('moves stories: with the mouse into another section, with the keyboard by a place', async () => {
    const before = await readOrder()
    expect(before.at(-1)).toEqual([HEADLINE])
    const others = before.slice(0, -2)
    const [last = ''] = before.at(-2) ?? []
    await dragTo(act.story(HEADLINE), act.story(last), [0.5, 0.2])
    await expect.poll(readOrder).toEqual([...others, [HEADLINE, last], []])
    await act.story(HEADLINE).press('Alt+ArrowDown')
    await expect.poll(readOrder).toEqual([...others, [last, HEADLINE], []])
    await act.story(HEADLINE).press('Alt+ArrowDown')
    await expect.poll(readOrder).toEqual(before)
    await act.story(last).press('Alt+ArrowUp')
    await expect
      .poll(readOrder)
      .toEqual([...others.slice(0, -1), [...(others.at(-1) ?? []), last], [], [HEADLINE]])
  })

  it('finds and replaces in the whole issue', async () => {
    const { page } = desk
    const { find } = act.said
    await page.keyboard.press('Control+h')
    const bar = page.getByRole('search')
    await bar.getByRole('textbox', { name: find.find }).fill('岚江')
    await bar.getByRole('combobox').click()
    await page.getByRole('option', { name: find.inIssue }).click()
    await bar.getByRole('textbox', { name: find.replace }).fill('澜江')
    const count = (issue: Issue, word: string) =>
      JSON.stringify(Object.values(issue.records.stories)).split(word).length - 1
    const places = count(begun.issue, '岚江')
    await act.button(find.replaceAll).click()
    await page
      .getByText(find.replaced.replace('{count}', String(places)), { exact: true })
      .waitFor()
    await act.button(find.close).click()
    await expect.poll(async () => JSON.stringify((await readIssue()).records)).not.toContain('岚江')
    expect(count(await readIssue(), '澜江')).toBe(places)
  })

  it('changes the details of the issue', async () => {
    const { page } = desk
    const { issue } = act.said
    await act.button(/岚江周报/).click()
    await act.dialog().getByLabel(issue.number, { exact: true }).fill('43')
    await act.dialog().getByLabel(issue.date).fill('2026-11-06')
    await act.dialog().getByLabel(issue.editor).fill('沈若溪')
    await page.keyboard.press('Enter')
    await act.dialog().waitFor({ state: 'hidden' })
    await expect.poll(readIssue).toMatchObject({
      number: 43,
      date: '2026-11-06',
      publication: { editor: '沈若溪' },
    })
  })

  it('undoes everything to the sample as it was, and does everything again', async () => {
    const { page } = desk
    doneHash = await shownHash(page)
    done = await desk.readDocument()
    expect(await turnAll(page, '撤销')).toBeGreaterThan(10)
    expect(await shownHash(page)).toBe(await composedHash(sample))
    await expect.poll(readIssue).toEqual(begun.issue)
    expect(await turnAll(page, '重做')).toBeGreaterThan(10)
    expect(await shownHash(page)).toBe(doneHash)
    await expect.poll(readIssue).toEqual(done.issue)
    expect((await desk.readDocument()).template).toEqual(begun.template)
  })

  it('saves, closes and opens again what was written', async () => {
    const { page } = desk
    await page.keyboard.press('Control+s')
    await act.chooseFile('week')
    await act.saved()
    await act.closeIssue()
    await act.button(/^week/).click()
    expect(await shownHash(page)).toBe(doneHash)
    expect(await composedHash(path('week.banxin'))).toBe(doneHash)
    expect((await openPackage(path('week.banxin'))).document.issue).toEqual(done.issue)
    expect(existsSync(path('week.banxin~'))).toBe(false)
  })

  it('goes to a sentence by a click on the page', async () => {
    const { page } = desk
    await sheetsOf(page)
      .first()
      .locator('canvas')
      .click({ position: { x: 60, y: 490 } })
    const focused = await page.evaluate(() => document.activeElement?.className ?? '')
    expect(focused).toContain('body-text')
  })

  it('exports what is shown: the pages, and each word on them', async () => {
    const { page } = desk
    await act.exportAs('week')
    await page.locator('.output-result[data-state="done"]').waitFor({ timeout: 90_000 })
    const shown = await readShownTexts(page, act.said)
    const printed = await readPrintedTexts(path('week.pdf'))
    expect(printed).toHaveLength(shown.length)
    expect(printed).toEqual(shown)
    for (const written of ['先写一段，新闻3.5公里。', '夜里的末班车', '路灯下', HEADLINE]) {
      expect(printed.join('')).toContain(written)
    }
  })

  it('brings back what was typed and not saved', async () => {
    const { page } = desk
    await page.keyboard.press('Control+1')
    await act.enterBody()
    await page.keyboard.insertText('还没有存的一句')
    await act.status().getByText(act.said.bar.journaled, { exact: true }).waitFor()
    await page.reload()
    await act.body().getByText('还没有存的一句').waitFor()
    const { document } = await openPackage(path('week.banxin'))
    expect(JSON.stringify(document.issue)).not.toContain('还没有存的一句')
  })

  it('left neither the browser nor the host with anything to complain of', async () => {
    // Of pasted markup the browser says what it did not apply, and none of it is on the page.
    const refused = /^Applying inline style violates/
    expect(desk.complaints.filter((each) => !refused.test(each))).toEqual([])
    expect(await desk.readViolations()).toEqual([])
    expect(desk.faults).toEqual([])
  })
})
