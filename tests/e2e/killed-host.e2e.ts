import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { openPackage } from '../../host/package-file'
import { createRandom } from '../desk/random'
import { actOn } from './desk-actions'
import { launchBrowser } from './find-browser'
import { shownHash } from './page-actions'
import { makeSmallWorkplace, type SmallWorkplace } from './small-workplace'

const browser: Browser | undefined = await launchBrowser()

/** At most this much of typing may be missing. */
const MAY_MISS_MS = 1_000
const BETWEEN_STROKES_MS = 25
const AFTER_KILL_STROKES = 12

interface ServingProcess {
  readonly address: string
  kill(): Promise<void>
}

/** What was typed, and when. */
interface Stroke {
  readonly text: string
  readonly timeMs: number
}

describe.skipIf(browser === undefined)(
  'a host that is killed while somebody types (needs a Chromium)',
  () => {
    let work: SmallWorkplace
    let context: BrowserContext
    const hosts: ServingProcess[] = []

    beforeAll(async () => {
      if (browser === undefined) return
      work = await makeSmallWorkplace()
      context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
    })
    afterEach(async () => {
      for (const host of hosts.splice(0)) await host.kill()
    })
    afterAll(async () => {
      await browser?.close()
      work.remove()
    })

    const startHost = async (): Promise<ServingProcess> => {
      const words = [inject('deskRoot'), join(work.scratch, 'data'), work.startFile]
      const child = spawn(process.execPath, [inject('servingProgram'), ...words], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      const ended = new Promise<void>((resolve) => child.on('close', () => resolve()))
      const address = await readLine(child)
      const host = {
        address,
        kill: async () => {
          child.kill('SIGKILL')
          await ended
        },
      }
      hosts.push(host)
      return host
    }

    const openAt = async (address: string): Promise<Page> => {
      const page = await context.newPage()
      await page.goto(address)
      await shownHash(page)
      await actOn(page).enterBody()
      return page
    }

    const type = async (page: Page, strokes: Stroke[], isDone: () => boolean): Promise<void> => {
      while (!isDone()) {
        const text = `第${String(strokes.length + 1)}笔，`
        await page.keyboard.insertText(text)
        strokes.push({ text, timeMs: Date.now() })
        await wait(BETWEEN_STROKES_MS)
      }
    }

    const bodyText = async (page: Page): Promise<string> =>
      (await page.locator('.body-text > p').first().textContent()) ?? ''

    it.each([1, 2, 3])(
      'has lost at most a second when it is started anew (kill %i)',
      async (nth) => {
        const random = createRandom(nth)
        const host = await startHost()
        const page = await openAt(host.address)
        const before = await bodyText(page)

        const act = actOn(page)
        const strokes: Stroke[] = []
        await type(page, strokes, () => strokes.length > 2)
        await act.status().getByText(act.said.bar.journaled, { exact: true }).waitFor()
        let killedAtMs = Infinity
        const killing = wait(400 + random() * 1_500).then(async () => {
          killedAtMs = Date.now()
          await host.kill()
        })
        let afterKill = 0
        await type(page, strokes, () => {
          if (killedAtMs < Infinity) afterKill += 1
          return afterKill > AFTER_KILL_STROKES
        })
        await killing

        await act.notice('与版心的连接断了').waitFor()
        await act.status().getByText(act.said.bar.offline, { exact: true }).waitFor()
        await page.keyboard.press('Control+s')
        const all = strokes.map(({ text }) => text).join('')
        expect(await bodyText(page)).toBe(all + before)
        expect(await act.status().textContent()).toBe(act.said.bar.offline)

        const again = await openAt((await startHost()).address)
        await actOn(again)
          .notice(/已恢复|已找回/)
          .waitFor()
        const text = await bodyText(again)
        expect(text.endsWith(before)).toBe(true)
        const back = text.slice(0, text.length - before.length)
        expect(all.startsWith(back)).toBe(true)
        const due = strokes.filter(({ timeMs }) => timeMs < killedAtMs - MAY_MISS_MS)
        expect(back.startsWith(due.map((stroke) => stroke.text).join(''))).toBe(true)
        expect(back).not.toBe('')

        // The window that lost its host still has what was typed, and still does not say it is safe.
        expect(await bodyText(page)).toBe(all + before)
        expect(await act.status().textContent()).toBe(act.said.bar.offline)
        const { issue } = (await openPackage(work.startFile)).document
        expect(JSON.stringify(issue)).not.toContain('第1笔')
        for (const each of context.pages()) await each.close()
      },
    )
  },
)

function readLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    if (child.stdout === null) throw new Error('The process says nothing')
    createInterface(child.stdout).once('line', resolve)
    child.once('exit', () => {
      reject(new Error('The host ended before it said where it is'))
    })
  })
}
