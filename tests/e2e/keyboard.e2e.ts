import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Issue } from '../../engine/document/issue'
import { openPackage } from '../../host/package-file'
import { makePhotos } from '../issue/make-photos'
import { actOn, type DeskActions } from './desk-actions'
import { launchBrowser } from './find-browser'
import { focusedName, goTo, hasFocus, tabBackTo, tabTo, walkStops } from './keyboard-actions'
import { shownHash } from './page-actions'
import { readPrintedTexts } from './page-texts'
import { type ServedDesk, serveDesk } from './served-desk'

const browser: Browser | undefined = await launchBrowser()
const HEADLINE = '只用键盘写的一篇'
const SECTION = '夜读'

describe.skipIf(browser === undefined)('the desk without a mouse (needs a Chromium)', () => {
  let desk: ServedDesk
  let act: DeskActions
  let begun: Issue
  const path = (name: string): string => join(desk.folder, name)
  const readIssue = async (): Promise<Issue> => (await desk.readDocument()).issue
  const readStory = async () => {
    const { stories } = (await readIssue()).records
    return Object.values(stories).find(({ headline }) => headline === HEADLINE)
  }
  const press = (...keys: readonly string[]) =>
    keys.reduce((done, key) => done.then(() => desk.page.keyboard.press(key)), Promise.resolve())
  const write = (text: string) => desk.page.keyboard.insertText(text)
  const untilWritten = (text: string) =>
    expect.poll(async () => JSON.stringify((await readStory())?.body ?? null)).toContain(text)
  /** Does a command by its name. */
  const command = async (name: string): Promise<void> => {
    await press('Control+k')
    await desk.page.getByRole('dialog', { name: act.said.palette.label }).waitFor()
    await write(name)
    await press('Enter')
  }

  beforeAll(async () => {
    if (browser === undefined) return
    desk = await serveDesk(browser)
    act = actOn(desk.page)
    await makePhotos(desk.folder)
    // A mouse would be an accident.
    for (const each of ['mousedown', 'pointerdown']) {
      await desk.page.evaluate((type) => {
        addEventListener(type, () => {
          document.documentElement.dataset['mouse'] = type
        })
      }, each)
    }
  })
  afterAll(async () => {
    await desk.stop()
    await browser?.close()
  })

  it('shows at each stop of the first view where the focus is', async () => {
    await act.button(act.said.start.sample).waitFor()
    const stops = await walkStops(desk.page)
    expect(stops.filter(({ isMarked, isInSight }) => !isMarked || !isInSight)).toEqual([])
    expect(stops.length).toBeGreaterThan(3)
  })

  it('opens the sample', async () => {
    await tabTo(act.button(act.said.start.sample))
    await press('Enter')
    await shownHash(desk.page)
    begun = await readIssue()
  })

  it('adds a section and a story, and writes it', async () => {
    await tabTo(act.button(act.said.issue.addSection))
    await press('Enter')
    await write(SECTION)
    await press('Enter')
    await tabTo(act.button(`${act.said.issue.addStory}: ${SECTION}`))
    await press('Enter')
    expect(await hasFocus(act.head('headline'))).toBe(true)
    await write(HEADLINE)
    await press('Enter')
    expect(await hasFocus(act.body())).toBe(true)
    await write('头一段。')
    await press('Enter')
    await write('第二段。')
    await untilWritten('第二段。')
  })

  it('puts in a picture, with its caption', async () => {
    // It is waited for from here, since a key opens it faster than the browser hears that it is.
    const chooser = desk.page.waitForEvent('filechooser')
    await tabBackTo(desk.page.getByRole('toolbar', { name: act.said.tool.label }))
    await goTo(act.button(act.said.tool.figure), 'ArrowRight')
    await press('Enter')
    await (await chooser).setFiles(path('photo-1.jpg'))
    await act.caption(0).waitFor()
    await expect.poll(() => hasFocus(act.body())).toBe(true)
    await write('键盘放进来的图')
    await untilWritten('"text":"键盘放进来的图"')
    const figure = (await readStory())?.body.content?.find(({ type }) => type === 'figure')
    expect(JSON.stringify(figure)).toContain('键盘放进来的图')
  })

  it('moves the story', async () => {
    const order = async () => {
      const { sections, records } = await readIssue()
      return sections.map((id) => records.sections[id]?.stories.length)
    }
    const before = await order()
    await tabBackTo(act.story(HEADLINE))
    await press('Alt+ArrowUp')
    await expect.poll(order).not.toEqual(before)
    expect(await hasFocus(act.story(HEADLINE))).toBe(true)
    await press('Alt+ArrowDown')
    await expect.poll(order).toEqual(before)
    expect(await hasFocus(act.story(HEADLINE))).toBe(true)
  })

  it('finds and replaces in the whole issue', async () => {
    const { find } = act.said
    await press('Control+h')
    const bar = desk.page.getByRole('search')
    await tabBackTo(bar.getByRole('textbox', { name: find.find }))
    await write('岚江')
    await tabTo(bar.getByRole('combobox'))
    await press('Enter')
    await goTo(desk.page.getByRole('option', { name: find.inIssue }), 'ArrowDown')
    await press('Enter')
    await expect.poll(() => bar.getByRole('combobox').innerText()).toContain(find.inIssue)
    await tabTo(bar.getByRole('textbox', { name: find.replace }))
    await write('澜江')
    await tabTo(act.button(find.replaceAll))
    await press('Enter')
    await expect.poll(async () => JSON.stringify((await readIssue()).records)).not.toContain('岚江')
    await press('Escape')
    await bar.waitFor({ state: 'hidden' })
  })

  it('changes the details of the issue', async () => {
    await command(act.said.issue.details)
    const number = act.dialog().getByLabel(act.said.issue.number, { exact: true })
    await tabTo(number)
    await press('Control+a')
    await write('77')
    await press('Enter')
    await act.dialog().waitFor({ state: 'hidden' })
    await expect.poll(async () => (await readIssue()).number).toBe(77)
  })

  it('undoes everything, and does everything again', async () => {
    const done = await readIssue()
    let steps = 0
    while (await act.undo().isEnabled()) {
      await press('Control+z')
      steps += 1
    }
    await expect.poll(readIssue).toEqual(begun)
    for (let step = 0; step < steps; step += 1) await press('Control+y')
    await expect.poll(readIssue).toEqual(done)
  })

  it('saves under a name, closes, and opens again', async () => {
    await press('Control+s')
    await act.dialog().getByLabel(act.said.file.name).waitFor()
    expect(await focusedName(desk.page)).toContain(act.said.file.name)
    await press('Control+a')
    await write('keys')
    await press('Enter')
    await act.saved()
    expect((await openPackage(path('keys.banxin'))).document.issue.number).toBe(77)
    await tabTo(act.button(act.said.top.files))
    await press('Enter')
    await act.item(act.said.file.close).waitFor()
    await goTo(act.item(act.said.file.close), 'ArrowDown')
    await press('Enter')
    await tabTo(act.button(/^keys/))
    await press('Enter')
    await shownHash(desk.page)
    expect((await readIssue()).number).toBe(77)
  })

  it('exports', async () => {
    await press('Control+p')
    await tabTo(act.button(act.said.output.export))
    await press('Enter')
    await act.dialog().getByLabel(act.said.file.name).waitFor()
    await press('Control+a')
    await write('keys')
    await press('Enter')
    await desk.page.locator('.output-result[data-state="done"]').waitFor({ timeout: 90_000 })
    expect((await readPrintedTexts(path('keys.pdf'))).join('')).toContain('键盘放进来的图')
    await tabTo(act.button(act.said.output.reveal))
  })

  it('was never used with a mouse', async () => {
    expect(await desk.page.locator('html[data-mouse]').count()).toBe(0)
    expect(desk.complaints).toEqual([])
    expect(desk.faults).toEqual([])
  })
})
