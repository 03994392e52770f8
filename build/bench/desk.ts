import { spawn } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { openDesk } from '../../host/desk/desk'
import { startLoopbackServer } from '../../host/desk/loopback-server'
import { productRoot } from '../../host/product-root'
import { launchBrowser } from '../find-browser'
import { installProbe } from './desk-probe'
import { median, type Spread, spreadOf } from './timing'

/** How long a person waits at the desk, in a real browser over the real loopback server. */
export interface DeskBench {
  /** From the address to the first painted page, at a host that was just started. */
  readonly coldOpenMs: number
  /** The same once the host has opened the issue before. */
  readonly openMs: number
  /** From the click on the issue in the list of files, at a desk that runs. */
  readonly reopenMs: number
  /** What the worker takes to compose the issue again after a keystroke. */
  readonly composed: Spread
  /** From a keystroke to the frame after the page with it was painted. */
  readonly painted: Spread
}

const OPENINGS = 5
const KEYSTROKES_A_SECOND = 8
/** Common characters, with some that the issue has not used before. */
const TYPED = '堤上的灯一直亮到天明，大家轮流守着水尺，谁也没有多说什么。'
const KEYSTROKES = 80

/** Opens an issue at the desk and types into it; `undefined` where there is no browser. */
export async function measureDesk(issue: string, folder: string): Promise<DeskBench | undefined> {
  const browser = await launchBrowser()
  if (browser === undefined) return undefined
  const { address, stop } = await startHost(issue, await mkdtemp(join(folder, 'desk-')))
  try {
    const coldOpenMs = await open(browser, address, readOpening)
    const warm: number[] = []
    for (let run = 0; run < OPENINGS; run++) warm.push(await open(browser, address, readOpening))
    const reopenMs = median(await open(browser, address, openFromList))
    const typed = await open(browser, address, typeInTheMiddle)
    return { coldOpenMs, openMs: median(warm), reopenMs, ...typed }
  } finally {
    await browser.close()
    await stop()
  }
}

/** Serves the desk until it is told to end; for a process of its own. */
export async function serveForBench(issue: string, dataFolder: string): Promise<void> {
  const desk = await openDesk({
    version: 'bench',
    dataFolder,
    startFile: issue,
    report: (error) => {
      throw error
    },
  })
  const server = await startLoopbackServer(desk, { root: join(productRoot, 'dist/desk') })
  process.once('SIGTERM', () => void server.stop())
  process.stdout.write(`${server.address}\n`)
  await server.stopped
}

async function startHost(issue: string, dataFolder: string) {
  const bench = join(productRoot, 'dist/bench.mjs')
  const host = spawn(process.execPath, [bench, '--serve', issue, dataFolder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => host.once('exit', resolve))
  const address = await new Promise<string>((resolve, reject) => {
    createInterface(host.stdout).once('line', resolve)
    host.once('exit', () => {
      reject(new Error('The host of the bench ended'))
    })
  })
  const stop = (): Promise<void> => {
    host.kill('SIGTERM')
    return ended
  }
  return { address, stop }
}

/** Opens the desk in a browser that knows nothing of it, and reads something there. */
async function open<Result>(
  browser: Browser,
  address: string,
  read: (page: Page) => Promise<Result>,
): Promise<Result> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  try {
    await context.addInitScript(installProbe)
    const page = await context.newPage()
    await page.goto(address)
    await page.waitForFunction(() => window.deskTimes.openMs > 0)
    return await read(page)
  } finally {
    await context.close()
  }
}

function readOpening(page: Page): Promise<number> {
  return page.evaluate(() => window.deskTimes.openMs)
}

/** Closes the issue and opens it again from the list of files, some times. */
async function openFromList(page: Page): Promise<readonly number[]> {
  const times: number[] = []
  for (let run = 0; run < OPENINGS; run++) {
    await page.getByRole('button', { name: '文件', exact: true }).click()
    await page.getByRole('menuitem', { name: '关闭本期' }).click()
    await page.evaluate(() => (window.deskTimes.reopenMs = 0))
    await page.locator('.file-row').first().click()
    await page.waitForFunction(() => window.deskTimes.reopenMs > 0)
    times.push(await page.evaluate(() => window.deskTimes.reopenMs))
  }
  return times
}

/** Types into the middle of a story in the middle of the issue, as fast as people do. */
async function typeInTheMiddle(page: Page): Promise<Pick<DeskBench, 'composed' | 'painted'>> {
  const stories = page.locator('.story-open')
  await stories.nth(Math.floor((await stories.count()) / 2)).click()
  const paragraphs = page.locator('.ProseMirror > p')
  await paragraphs.nth(Math.floor((await paragraphs.count()) / 2)).click()
  // What opening began, as faces and the hash of all pages, is over then.
  await page.waitForSelector('.pages-scroll[data-sha256]:not([data-sha256=""])')
  await page.evaluate(() => {
    window.deskTimes.composedMs.length = 0
  })
  const begun = performance.now()
  for (let index = 0; index < KEYSTROKES; index++) {
    await wait(begun + (1_000 / KEYSTROKES_A_SECOND) * index - performance.now())
    await page.keyboard.insertText(TYPED.charAt(index % TYPED.length))
  }
  await page.waitForFunction((count) => window.deskTimes.paintedMs.length >= count, KEYSTROKES)
  const { composedMs, paintedMs } = await page.evaluate(() => window.deskTimes)
  return { composed: spreadOf(composedMs), painted: spreadOf(paintedMs) }
}
