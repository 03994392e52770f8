import { copyFileSync, existsSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { root } from '../../build/bundle.mjs'
import { openPackage } from '../../host/package-file'
import { actOn } from '../e2e/desk-actions'
import { shownHash, composedHash } from '../e2e/page-actions'
import { makeSmallIssue } from '../issue/small-issue'
import { askMain, tellMain } from './ask-main'
import { electron } from './find-electron'
import { envOf, type Home, makeHome, runApp, type RunningApp } from './run-app'

let home: Home
let running: RunningApp
const start = async (...words: readonly string[]): Promise<RunningApp> => {
  running = await runApp(home, words)
  return running
}
/** A small issue, number 7; gives its path. */
const makeIssue = async (): Promise<string> => {
  await makeSmallIssue(home.folder)
  return join(home.folder, 'sound.banxin')
}
/** The sample in the person’s own folder, number 42; gives its path. */
const copySample = (): string => {
  const path = join(home.folder, 'weekly.banxin')
  copyFileSync(join(root, 'samples/weekly.banxin'), path)
  return path
}
/** A window that waits for a file, as its menu opens one. */
const openWaiting = async ({ app, page, choose }: RunningApp): Promise<Page> => {
  await actOn(page).body().waitFor()
  const opened = app.waitForEvent('window')
  await choose('newWindow')
  const waiting = await opened
  await waiting.getByText(actOn(waiting).said.start.recent).first().waitFor()
  return waiting
}
const bodyOf = async (path: string): Promise<string> =>
  JSON.stringify((await openPackage(path)).document.issue.records.stories)

describe.skipIf(electron === undefined)('the desktop app (needs an Electron and a screen)', () => {
  beforeEach(() => {
    home = makeHome()
  })
  afterEach(async () => {
    expect(running.faults).toEqual([])
    await running.kill()
    await home.remove()
  })

  it('shows the sample on a first start, composed as a terminal composes it', async () => {
    const { page } = await start()
    expect(await shownHash(page)).toBe(await composedHash(join(root, 'samples/weekly.banxin')))
    expect(await page.title()).toBe('岚江周报 第 42 期 · 版心')
  })

  it('opens a file that it is started with, and one that a second start brings', async () => {
    await makeIssue()
    const { app, page } = await start('sound.banxin')
    await actOn(page).body().waitFor()
    expect(await page.title()).toContain('第 7 期')
    const opened = app.waitForEvent('window')
    const second = spawn(electron ?? '', [root, '--no-sandbox', copySample()], {
      env: envOf(home),
      stdio: 'ignore',
    })
    const secondEnded = once(second, 'exit')
    const another = await opened
    await actOn(another).body().waitFor()
    expect(await another.title()).toContain('第 42 期')
    await secondEnded
    // A file that a window has is shown there.
    const windows = app.windows().length
    spawn(electron ?? '', [root, '--no-sandbox', 'sound.banxin'], {
      env: envOf(home),
      cwd: home.folder,
      stdio: 'ignore',
    })
    await expect
      .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getFocusedWindow()?.getTitle()))
      .toContain('第 7 期')
    expect(app.windows().length).toBe(windows)
  })

  it('saves by its menu, and elsewhere under a name that the system asks for', async () => {
    const path = await makeIssue()
    const { page, choose, answerFile } = await start(path)
    const act = actOn(page)
    await act.enterBody()
    await page.keyboard.insertText('从菜单保存的。')
    await choose('save')
    await act.saved()
    expect(await bodyOf(path)).toContain('从菜单保存的。')
    const other = join(home.folder, 'elsewhere.banxin')
    await answerFile(other)
    await act.enterBody()
    await page.keyboard.insertText('另存的。')
    await choose('saveAs')
    await expect.poll(() => existsSync(other)).toBe(true)
    await act.saved()
    expect(await bodyOf(other)).toContain('另存的。')
    expect(await bodyOf(path)).not.toContain('另存的。')
    await answerFile(null)
    await choose('saveAs')
    await act.saved()
  })

  it('undoes and does again by its menu, which knows when it can', async () => {
    const path = await makeIssue()
    const { app, page, canChoose, choose } = await start(path)
    const act = actOn(page)
    await act.enterBody()
    expect(await canChoose('undo')).toBe(false)
    await page.keyboard.insertText('要撤销的。')
    await choose('undo')
    await expect.poll(() => act.paragraph().textContent()).not.toContain('要撤销的。')
    await choose('redo')
    await expect.poll(() => act.paragraph().textContent()).toContain('要撤销的。')
    await choose('language')
    const label = () =>
      app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('file')?.label)
    await expect.poll(label).toBe('File')
  })

  it('asks before changes are lost as a window is closed, and as the app is quit', async () => {
    const path = await makeIssue()
    const { app, page, choose, ended } = await start(path)
    const act = actOn(page)
    await act.enterBody()
    await page.keyboard.insertText('还没保存的。')
    await choose('closeWindow')
    await act.dialog().getByRole('button', { name: act.said.file.cancel }).click()
    await act.dialog().waitFor({ state: 'hidden' })
    await tellMain(() =>
      app.evaluate(({ app: self }) => {
        setImmediate(() => self.quit())
      }),
    )
    await act.dialog().getByRole('button', { name: act.said.file.cancel }).click()
    await act.body().getByText('还没保存的。').waitFor()
    await tellMain(() =>
      app.evaluate(({ app: self }) => {
        setImmediate(() => self.quit())
      }),
    )
    await act.dialog().getByRole('button', { name: act.said.file.saveAndClose }).click()
    await ended
    expect(await bodyOf(path)).toContain('还没保存的。')
    expect(existsSync(join(home.folder, '.sound.banxin.lock'))).toBe(false)
  })

  it('finds everything back after the page has crashed', async () => {
    const path = await makeIssue()
    const { app, page } = await start(path)
    const act = actOn(page)
    await act.enterBody()
    await page.keyboard.insertText('崩溃前写的。')
    await act.status().getByText(act.said.bar.journaled, { exact: true }).waitFor()
    await tellMain(() =>
      app.evaluate(({ BrowserWindow }) => {
        BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer()
      }),
    )
    const text = () =>
      app.evaluate(async ({ BrowserWindow }) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents
        const read = contents?.executeJavaScript(
          "document.querySelector('.body-text')?.textContent ?? ''",
        )
        // A page that is gone never answers.
        const soon = new Promise((resolve) => setTimeout(resolve, 500, ''))
        return String(await Promise.race([read, soon]))
      })
    await expect.poll(text, { timeout: 20_000 }).toContain('崩溃前写的。')
  })

  it('finds everything back after the app was killed', async () => {
    const path = await makeIssue()
    const first = await start(path)
    const act = actOn(first.page)
    await act.enterBody()
    await first.page.keyboard.insertText('断电前写的。')
    await act.status().getByText(act.said.bar.journaled, { exact: true }).waitFor()
    await first.kill()
    const { page } = await start(path)
    await actOn(page).body().getByText('断电前写的。').waitFor()
  })

  it('says when its file is moved away or written by another program', async () => {
    const path = await makeIssue()
    const { page } = await start(path)
    const act = actOn(page)
    await act.enterBody()
    await page.keyboard.insertText('文件移走前写的。')
    renameSync(path, `${path}.moved`)
    await act.dialog().getByText(act.said.file.goneTitle).waitFor()
    await act.dialog().getByRole('button', { name: act.said.file.saveBack }).click()
    await act.saved()
    expect(await bodyOf(path)).toContain('文件移走前写的。')
    renameSync(`${path}.moved`, path)
    await act.dialog().getByText(act.said.file.changedTitle).waitFor()
    await act.dialog().getByRole('button', { name: act.said.file.reload }).click()
    await act.body().waitFor()
    await expect.poll(() => act.body().textContent()).not.toContain('文件移走前写的。')
  })

  it('has a window for each of two issues, which know nothing of each other', async () => {
    const path = await makeIssue()
    const { app, page, choose, answerFile } = await start(path)
    await actOn(page).body().waitFor()
    await answerFile(copySample())
    const opened = app.waitForEvent('window')
    await choose('open')
    const other = await opened
    const act = actOn(other)
    await act.body().waitFor()
    await other.evaluate(() => document.querySelector<HTMLElement>('.body-text')?.focus())
    await other.keyboard.insertText('只在这一份里。')
    await act.status().getByText(act.said.bar.journaled, { exact: true }).waitFor()
    expect(await actOn(page).body().textContent()).not.toContain('只在这一份里。')
    await tellMain(() =>
      app.evaluate(({ BrowserWindow }) => {
        for (const window of BrowserWindow.getAllWindows())
          if (window.getTitle().includes('42')) window.close()
      }),
    )
    await act.dialog().getByRole('button', { name: act.said.file.discard }).click()
    await expect.poll(() => app.windows().length).toBe(1)
    await actOn(page).body().waitFor()
  })

  it('opens each of two files that come at once, one where a window waits for one', async () => {
    const path = await makeIssue()
    const { app } = await start()
    await openWaiting(running)
    const second = spawn(electron ?? '', [root, '--no-sandbox', path, copySample()], {
      env: envOf(home),
      stdio: 'ignore',
    })
    await once(second, 'exit')
    const titles = () => Promise.all(app.windows().map((window) => window.title()))
    await expect
      .poll(async () => (await titles()).join(), { timeout: 15_000 })
      .toMatch(/sound.banxin.*weekly.banxin|weekly.banxin.*sound.banxin/)
    expect(app.windows()).toHaveLength(3)
  })

  it('takes a file that is dropped on a window that waits for one', async () => {
    const waiting = await openWaiting(await start())
    const cdp = await waiting.context().newCDPSession(waiting)
    const data = { items: [], files: [copySample()], dragOperationsMask: 1 }
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await cdp.send('Input.dispatchDragEvent', { type, x: 700, y: 500, data })
    }
    await actOn(waiting).body().waitFor()
    expect(await waiting.title()).toContain('weekly.banxin')
  })

  it('comes back where it lay', async () => {
    const path = await makeIssue()
    const first = await start(path)
    await actOn(first.page).body().waitFor()
    const bounds = { x: 60, y: 70, width: 1_180, height: 760 }
    await tellMain(() =>
      first.app.evaluate(({ BrowserWindow }, wanted) => {
        BrowserWindow.getAllWindows()[0]?.setBounds(wanted)
      }, bounds),
    )
    await first.choose('closeWindow')
    await first.ended
    const { app, page } = await start(path)
    await actOn(page).body().waitFor()
    const found = () =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds())
    await expect.poll(found).toMatchObject({ width: bounds.width, height: bounds.height })
  })

  it('exports what is shown, and shows how far it is', async () => {
    const { app, page, choose, answerFile } = await start()
    await shownHash(page)
    const target = join(home.folder, 'sample.pdf')
    await answerFile(target)
    await tellMain(() =>
      app.evaluate(({ BrowserWindow }) => {
        const shown: number[] = []
        Object.assign(globalThis, { shown })
        for (const window of BrowserWindow.getAllWindows()) {
          const show = window.setProgressBar.bind(window)
          window.setProgressBar = (progress) => {
            shown.push(progress)
            show(progress)
          }
        }
      }),
    )
    const act = actOn(page)
    await choose('export')
    await act.button(act.said.output.export).click()
    await page.locator('.output-result[data-state="done"]').waitFor({ timeout: 90_000 })
    expect(readFileSync(target).subarray(0, 5).toString()).toBe('%PDF-')
    const progress = () =>
      askMain(() => app.evaluate(() => (globalThis as unknown as { shown: number[] }).shown))
    await expect.poll(async () => (await progress()).at(-1)).toBe(-1)
    expect((await progress()).some((each) => each > 0 && each < 1)).toBe(true)
  })
})
