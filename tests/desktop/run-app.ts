import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { root } from '../../build/bundle.mjs'
import { askMain, tellMain } from './ask-main'
import { electron } from './find-electron'

/** A person’s folders, which the app is run with. */
export interface Home {
  /** Where issues lie. */
  readonly folder: string
  readonly scratch: string
  remove(): Promise<void>
}

/** The app as it runs. */
export interface RunningApp {
  readonly app: ElectronApplication
  /** The window that came first. */
  readonly page: Page
  /** What pages reported as errors of their scripts. */
  readonly faults: readonly string[]
  /** Whether the menu bar has an entry to choose, by its name in the program. */
  canChoose(id: string): Promise<boolean>
  /** Chooses an entry of the menu bar as soon as it can be chosen. */
  choose(id: string): Promise<void>
  /** What the next window of the system that asks for a file will be told. */
  answerFile(path: string | null): Promise<void>
  /** Resolves once the app has ended by itself. */
  readonly ended: Promise<unknown>
  /** Ends it as a power cut would. */
  kill(): Promise<void>
}

const SWITCHES = process.getuid?.() === 0 ? ['--no-sandbox'] : []
const WAIT_MS = 20_000
const MOST_REMOVALS = 50

/** Makes folders of a person who has never started the app. */
export function makeHome(): Home {
  const scratch = mkdtempSync(join(tmpdir(), 'banxin-desktop-'))
  const folder = join(scratch, 'work')
  mkdirSync(folder)
  return {
    scratch,
    folder,
    remove: () => removeFolder(scratch),
  }
}

/** The app’s helpers may still be writing their last there when the app itself has ended. */
async function removeFolder(folder: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      rmSync(folder, { recursive: true, force: true })
      return
    } catch (error) {
      if (tries === MOST_REMOVALS) throw error
      await wait(100)
    }
  }
}

/** The environment of a person who has these folders. */
export function envOf({ scratch }: Home): Record<string, string> {
  const known = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  )
  const data = join(scratch, 'data')
  return { ...Object.fromEntries(known), XDG_DATA_HOME: data, APPDATA: data, HOME: scratch }
}

/** Starts the app, and waits for its first window. */
export async function runApp(
  home: Home,
  words: readonly string[] = [],
  program: { readonly path: string; readonly args: readonly string[] } = {
    path: electron ?? '',
    args: [root],
  },
): Promise<RunningApp> {
  const app = await _electron.launch({
    executablePath: program.path,
    args: [...program.args, ...SWITCHES, ...words],
    env: envOf(home),
    cwd: home.folder,
  })
  const faults: string[] = []
  const listen = (page: Page): void => {
    page.setDefaultTimeout(WAIT_MS)
    page.on('pageerror', (error) => faults.push(String(error)))
  }
  app.on('window', listen)
  const page = await app.firstWindow()
  listen(page)
  const child = app.process()
  const ended = once(child, 'exit')
  const canChoose = (id: string): Promise<boolean> =>
    askMain(() =>
      app.evaluate(
        ({ Menu }, wanted) => Menu.getApplicationMenu()?.getMenuItemById(wanted)?.enabled === true,
        id,
      ),
    )
  return {
    app,
    page,
    faults,
    canChoose,
    choose: async (id) => {
      // The menu hears of the page what can be done, after the page shows it.
      await expect.poll(() => canChoose(id), { timeout: WAIT_MS, message: id }).toBe(true)
      await tellMain(() =>
        app.evaluate(
          ({ Menu }, wanted) => Menu.getApplicationMenu()?.getMenuItemById(wanted)?.click(),
          id,
        ),
      )
    },
    answerFile: (path) =>
      tellMain(() =>
        app.evaluate(({ dialog }, chosen) => {
          const filePaths = chosen === null ? [] : [chosen]
          dialog.showOpenDialog = () => Promise.resolve({ canceled: chosen === null, filePaths })
          dialog.showSaveDialog = () =>
            Promise.resolve({ canceled: chosen === null, filePath: chosen ?? '' })
        }, path),
      ),
    ended,
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGKILL')
      await ended
    },
  }
}
