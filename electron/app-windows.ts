import { realpath } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { app, screen } from 'electron'
import type { DataFolder } from '../host/desk/data-folder'
import { findFirstFile } from '../host/desk/first-file'
import { listRecentFiles } from '../host/desk/recent-files'
import { productRoot } from '../host/product-root'
import { AppWindow, type WindowHost, type WindowPlace } from './app-window'
import { MenuBar } from './menu-bar'
import { readWindowState, type WindowState, writeWindowState } from './window-state'

/** What all windows have in common. */
export interface AppContext {
  readonly version: string
  readonly folder: DataFolder
  readonly hasTools: boolean
  readonly report: (error: unknown) => void
}

/** So far is a window from the one before it. */
const STEP_PX = 28

/** The windows of the app: one a document. */
export class AppWindows implements WindowHost {
  readonly #context: AppContext
  readonly #all = new Set<AppWindow>()
  readonly #ending = new Set<Promise<void>>()
  readonly #stateFile: string
  readonly #menu: MenuBar
  #state: WindowState
  #front: AppWindow | undefined
  #isQuitting = false

  constructor(context: AppContext) {
    this.#context = context
    this.#stateFile = join(context.folder.root, 'window.json')
    this.#state = readWindowState(
      this.#stateFile,
      screen.getAllDisplays().map(({ workArea }) => workArea),
    )
    this.#menu = new MenuBar(context.hasTools, {
      command: (key) => this.#front?.send('menu.command', { key }),
      openFile: (path) => void this.open(path).catch(context.report),
      openWindow: () => void this.open(undefined).catch(context.report),
      closeWindow: () => this.#front?.requestClose(),
      about: () => {
        app.showAboutPanel()
      },
    })
    this.#menu.show({ language: this.#state.language, commands: [], recent: [] })
    app.on('before-quit', () => {
      this.#isQuitting = true
    })
    app.on('will-quit', (event) => {
      if (this.#ending.size > 0) event.preventDefault()
    })
  }

  /** Shows the windows that the app is started for. */
  async begin(paths: readonly string[]): Promise<void> {
    for (const path of paths) await this.open(path)
    if (paths.length > 0) return
    const first = await findFirstFile(this.#context.folder, join(productRoot, 'samples'))
    // Meanwhile another start may have brought a file.
    if (this.#all.size === 0) this.#create(first)
  }

  /** Brings a window to the front; with none there is one to choose in. */
  show(): void {
    if (this.#front === undefined) this.#create(undefined)
    else this.#front.show()
  }

  async open(path: string | undefined): Promise<void> {
    if (path === undefined) {
      this.#create(undefined)
      return
    }
    // Whoever opens it tells what is wrong with a path that leads nowhere.
    const real = await realpath(path).catch(() => path)
    app.addRecentDocument(real)
    const holder = [...this.#all].find((window) => window.paths.includes(real))
    const front = this.#front
    if (holder !== undefined) holder.show()
    else if (front?.description !== undefined && front.paths.length === 0) front.openHere(real)
    else this.#create(real)
  }

  showOther(path: string, than: AppWindow): boolean {
    const holder = [...this.#all].find((window) => window !== than && window.paths.includes(path))
    holder?.show()
    return holder !== undefined
  }

  changed(window: AppWindow): void {
    if (window.isFocused || this.#front === undefined) this.#front = window
    if (window !== this.#front) return
    this.#state = { ...this.#state, language: window.language }
    void this.#showMenu()
  }

  kept(): void {
    this.#isQuitting = false
  }

  closed(window: AppWindow, place: WindowPlace, ended: Promise<void>): void {
    this.#all.delete(window)
    this.#state = { ...this.#state, ...place }
    if (this.#front === window) this.#front = [...this.#all].at(-1)
    void this.#showMenu()
    const atRest = Promise.all([ended, writeWindowState(this.#stateFile, this.#state)]).then(() => {
      this.#ending.delete(atRest)
    })
    this.#ending.add(atRest)
    void this.#endWithLast().catch(this.#context.report)
  }

  #create(path: string | undefined): void {
    const { version, folder, hasTools, report } = this.#context
    const shift = this.#all.size * STEP_PX
    const { bounds, isMaximized, language } = this.#state
    const window = new AppWindow({
      version,
      dataFolder: folder.root,
      preload: join(productRoot, 'dist/preload.cjs'),
      bounds: { ...bounds, x: bounds.x + shift, y: bounds.y + shift },
      isMaximized,
      language,
      ...(path === undefined ? {} : { path }),
      hasTools,
      windows: this,
      report,
    })
    this.#all.add(window)
    this.#front = window
    void this.#showMenu()
  }

  /** Ends the app with its last window, where systems do so, once all is on the disk. */
  async #endWithLast(): Promise<void> {
    await Promise.all(this.#ending)
    if (this.#all.size > 0 || (process.platform === 'darwin' && !this.#isQuitting)) return
    app.quit()
  }

  async #showMenu(): Promise<void> {
    const recent = await listRecentFiles(this.#context.folder.recentFiles)
    this.#menu.show({
      language: this.#state.language,
      commands: this.#front?.description?.commands ?? [],
      recent: recent.map(({ path }) => ({ name: basename(path, '.banxin'), path })),
    })
  }
}
