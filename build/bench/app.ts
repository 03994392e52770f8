import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { type Browser, chromium } from 'playwright-core'
import { productRoot } from '../../host/product-root'
import { firstOf, type Moments } from '../../renderer/desk/mark-moment'
import { findRuntime } from '../electron-runtime.mjs'
import { freePort } from '../free-port'
import { median } from './timing'

/** How long a person waits for the desktop app, from its start to the first page painted. */
export interface AppBench {
  /** On a machine where it was never started. */
  readonly firstMs: number
  /** On later days. */
  readonly againMs: number
  /** Of those, from the start of one part to the next. */
  readonly partsMs: Readonly<Record<'runtime' | 'page' | 'pages' | 'paint', number>>
}

const FIRST_RUNS = 3
const LATER_RUNS = 5

/** Starts the app for a file some times; `undefined` where there is no Electron or no screen. */
export async function measureApp(issue: string, folder: string): Promise<AppBench | undefined> {
  const program = findRuntime()?.program
  if (program === undefined) return undefined
  const screen = await openScreen()
  if (screen === undefined) return undefined
  try {
    const first: Start[] = []
    for (let run = 0; run < FIRST_RUNS; run++) {
      first.push(await start(program, issue, await mkdtemp(join(folder, 'app-')), screen.env))
    }
    const data = await mkdtemp(join(folder, 'app-'))
    await start(program, issue, data, screen.env)
    const later: Start[] = []
    for (let run = 0; run < LATER_RUNS; run++) {
      later.push(await start(program, issue, data, screen.env))
    }
    const middle = (read: (start: Start) => number): number => median(later.map(read))
    return {
      firstMs: median(first.map(({ paintedMs }) => paintedMs)),
      againMs: middle(({ paintedMs }) => paintedMs),
      partsMs: {
        runtime: middle(({ pageMs }) => pageMs),
        page: middle(({ askedMs, pageMs }) => askedMs - pageMs),
        pages: middle(({ shownMs, askedMs }) => shownMs - askedMs),
        paint: middle(({ paintedMs, shownMs }) => paintedMs - shownMs),
      },
    }
  } finally {
    screen.close()
  }
}

/** Moments of one start, counted from it. */
interface Start {
  readonly pageMs: number
  readonly askedMs: number
  readonly shownMs: number
  readonly paintedMs: number
}

async function start(
  program: string,
  issue: string,
  data: string,
  env: NodeJS.ProcessEnv,
): Promise<Start> {
  const port = await freePort()
  const switches = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const words = [productRoot, ...switches, `--remote-debugging-port=${String(port)}`, issue]
  const begunMs = Date.now()
  const app = spawn(program, words, {
    env: { ...env, XDG_DATA_HOME: data, APPDATA: data },
    stdio: 'ignore',
  })
  const ended = once(app, 'exit')
  const browser = await connect(port)
  try {
    const [page] = browser.contexts()[0]?.pages() ?? []
    if (page === undefined) throw new Error('The app has no window')
    const read = (name: keyof Moments) =>
      page.evaluate((first) => performance.getEntriesByName(first)[0]?.startTime, firstOf(name))
    while ((await read('page-painted')) === undefined) await wait(100)
    const pageMs = (await page.evaluate(() => performance.timeOrigin)) - begunMs
    const at = async (name: keyof Moments): Promise<number> => pageMs + ((await read(name)) ?? 0)
    return {
      pageMs,
      askedMs: await at('pages-asked'),
      shownMs: await at('pages-shown'),
      paintedMs: await at('page-painted'),
    }
  } finally {
    // Nothing was written, so nothing is lost.
    app.kill('SIGKILL')
    await ended
    await browser.close().catch(() => undefined)
  }
}

async function connect(port: number): Promise<Browser> {
  for (let tries = 0; ; tries += 1) {
    // So late that the app does not wait for whoever measures it.
    await wait(1_000)
    try {
      const browser = await chromium.connectOverCDP(`http://127.0.0.1:${String(port)}`)
      if ((browser.contexts()[0]?.pages().length ?? 0) > 0) return browser
      await browser.close()
    } catch (error) {
      if (tries > 60) throw error
    }
  }
}

/** The screen of this machine, or one in memory. */
async function openScreen() {
  const { env, platform } = process
  if (platform !== 'linux' || (env['WAYLAND_DISPLAY'] ?? env['DISPLAY'] ?? '') !== '') {
    return { env, close: () => undefined }
  }
  if (!existsSync('/usr/bin/Xvfb')) return undefined
  const words = ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp']
  const server: ChildProcess = spawn('/usr/bin/Xvfb', words, {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const [number] = (await once(createInterface(server.stdio[3] as Readable), 'line')) as [string]
  return { env: { ...env, DISPLAY: `:${number}` }, close: () => server.kill() }
}
