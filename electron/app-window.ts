import { dirname } from 'node:path'
import {
  app,
  BrowserWindow,
  dialog,
  type IpcMainInvokeEvent,
  nativeTheme,
  type Rectangle,
} from 'electron'
import * as z from 'zod'
import type { EventName, EventPayload } from '../bridge/events'
import type { WindowDescription } from '../bridge/window-description'
import type { Language } from '../engine/document/message'
import { answerFrame } from '../host/desk/answer-frame'
import { type Desk, openDesk } from '../host/desk/desk'
import type { DeskWindow } from '../host/desk/desk-room'
import { isInside } from '../host/desk/list-folder'
import { DESK_ORIGIN } from './app-scheme'
import { CALL, DROPPED, EVENT } from './channels'
import { chooseFile } from './dialogs'
import { guardContents, isDeskPage } from './guards'
import { openOutside } from './outside-links'
import { Recovery } from './recovery'
import { words } from './words'

/** What a window is opened with. */
export interface AppWindowOptions {
  readonly version: string
  readonly dataFolder: string
  readonly preload: string
  readonly bounds: Rectangle
  readonly isMaximized: boolean
  readonly language: Language
  /** The file to open in it. */
  readonly path?: string
  readonly hasTools: boolean
  readonly windows: WindowHost
  readonly report: (error: unknown) => void
}

/** How a window lies on the screen. */
export type WindowPlace = Pick<AppWindowOptions, 'bounds' | 'isMaximized'>

/** What a window needs of those who know all windows. */
export interface WindowHost {
  open(path: string | undefined): Promise<void>
  showOther(path: string, than: AppWindow): boolean
  /** Something that the menus show is another than it was. */
  changed(window: AppWindow): void
  /** The window stays, though it was to be closed. */
  kept(): void
  /** The window is gone; it lay there, and its desk has let go of everything once `ended` resolves. */
  closed(window: AppWindow, place: WindowPlace, ended: Promise<void>): void
}

/** The page tells no path that a hand did not drop; yet its words are looked at as all others. */
const droppedSchema = z
  .array(
    z
      .string()
      .max(4_096)
      .regex(/\.banxin$/i),
  )
  .max(20)

const PAPER = { light: '#ffffff', dark: '#1c1b1a' } as const
const LEAST_PX = { minWidth: 1_060, minHeight: 640 } as const

/** A window of the system with a desk to itself. */
export class AppWindow implements DeskWindow {
  readonly #options: AppWindowOptions
  readonly #window: BrowserWindow
  readonly #opening: Promise<Desk>
  readonly #recovery: Recovery
  #desk: Desk | undefined
  #description: WindowDescription | undefined
  /** A file that the page has been told to open, until it has tried to. */
  #wanted: string | undefined

  constructor(options: AppWindowOptions) {
    this.#options = options
    const { bounds, isMaximized, preload, windows } = options
    this.#window = new BrowserWindow({
      ...bounds,
      ...LEAST_PX,
      show: false,
      backgroundColor: nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light,
      webPreferences: {
        preload,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webviewTag: false,
        spellcheck: false,
        devTools: options.hasTools,
        // Pages are composed for a person who looks at another window, too.
        backgroundThrottling: false,
      },
    })
    this.#opening = this.#openDesk()
    this.#opening.catch((error: unknown) => {
      this.#tellFault(error)
      this.close()
    })
    // Reading an issue keeps the app busy, which has to send the page first.
    this.#window.webContents.once('did-navigate', () => {
      void this.#opening.then((desk) => desk.openAhead()).catch(options.report)
    })
    // Another page, or the same one anew, has yet to say what it shows.
    this.#window.webContents.on('did-navigate', () => (this.#description = undefined))
    this.#recovery = new Recovery(this.#window, () => this.language, options.report)
    this.#window.once('ready-to-show', () => {
      if (isMaximized) this.#window.maximize()
      this.#window.show()
    })
    this.#window.on('focus', () => {
      windows.changed(this)
    })
    this.#window.on('close', (event) => {
      // A page that never came up, or is gone, has nothing to ask.
      if (this.#description === undefined || this.#recovery.isGone) return
      event.preventDefault()
      this.send('window.closing', {})
    })
    let place: WindowPlace = { bounds, isMaximized }
    this.#window.on('resize', () => (place = this.#place))
    this.#window.on('move', () => (place = this.#place))
    this.#window.once('closed', () => {
      windows.closed(this, place, this.#end())
    })
    this.#listen()
    void this.#window.loadURL(`${DESK_ORIGIN}/`).catch(options.report)
  }

  get description(): WindowDescription | undefined {
    return this.#description
  }

  get language(): Language {
    return this.#description?.language ?? this.#options.language
  }

  get isFocused(): boolean {
    return this.#window.isFocused()
  }

  /** The real paths of the documents that it has, or is about to open. */
  get paths(): readonly string[] {
    const open = this.#desk?.paths() ?? []
    const { path } = this.#options
    // A window that has a document waits for none.
    if (open.length > 0) return open
    const awaited = this.#wanted ?? (this.#description === undefined ? path : undefined)
    return awaited === undefined ? [] : [awaited]
  }

  /** Brings it to the front. */
  show(): void {
    if (this.#window.isMinimized()) this.#window.restore()
    this.#window.show()
    this.#window.focus()
  }

  /** Opens a file in it, where it has none. */
  openHere(path: string): void {
    if (this.#desk !== undefined) {
      this.#wanted = path
      this.send('file.wanted', { fileId: this.#desk.nameFile(path) })
    }
    this.show()
  }

  /** Asks the page to close it. */
  requestClose(): void {
    this.#window.close()
  }

  /** Tells the page of an event. */
  send<Name extends EventName>(name: Name, payload: EventPayload<Name>): void {
    if (!this.#window.isDestroyed()) this.#window.webContents.send(EVENT, name, payload)
  }

  open(path: string | undefined): Promise<void> {
    return this.#options.windows.open(path)
  }

  showElsewhere(path: string): boolean {
    return this.#options.windows.showOther(path, this)
  }

  describe(description: WindowDescription): void {
    this.#description = description
    if (this.#window.isDestroyed()) return
    const [path] = this.paths
    this.#window.setProgressBar(description.progress ?? -1)
    this.#window.setDocumentEdited(description.isEdited)
    this.#window.setRepresentedFilename(path === undefined || this.#isOwn(path) ? '' : path)
    this.#options.windows.changed(this)
  }

  close(): void {
    this.#window.destroy()
  }

  keep(): void {
    this.#options.windows.kept()
  }

  #listen(): void {
    const { webContents: contents } = this.#window
    guardContents(contents, (url) => {
      void openOutside(this.#window, url, this.language).catch(this.#options.report)
    })
    contents.ipc.handle(
      CALL,
      async ({ senderFrame }: IpcMainInvokeEvent, channel: unknown, frame: unknown) => {
        if (!isDeskPage(senderFrame, contents)) throw new Error('Only the desk may call its host')
        const { dispatch } = await this.#opening
        const reply = await answerFrame(dispatch, channel, frame)
        if (channel === 'document.open') this.#wanted = undefined
        return reply
      },
    )
    contents.ipc.on(DROPPED, ({ senderFrame }, paths: unknown) => {
      const dropped = droppedSchema.safeParse(paths)
      if (!isDeskPage(senderFrame, contents) || !dropped.success) return
      for (const path of dropped.data) void this.open(path).catch(this.#options.report)
    })
  }

  async #openDesk(): Promise<Desk> {
    const { version, dataFolder, path, report } = this.#options
    const desk = await openDesk({
      version,
      dataFolder,
      ...(path === undefined ? {} : { startFile: path }),
      dialogs: {
        choose: (purpose, suggestedName) =>
          chooseFile({
            window: this.#window,
            language: this.language,
            purpose,
            suggestedName,
            folder: this.#folder(),
          }),
      },
      window: this,
      report,
    })
    desk.subscribe((name, payload) => {
      this.send(name, payload)
    })
    this.#desk = desk
    return desk
  }

  get #place(): WindowPlace {
    return { bounds: this.#window.getNormalBounds(), isMaximized: this.#window.isMaximized() }
  }

  /** Where files are looked for first: beside the document, else where a person keeps them. */
  #folder(): string {
    const [path] = this.paths
    return path === undefined || this.#isOwn(path) ? app.getPath('documents') : dirname(path)
  }

  /** Whether a file is one of the desk's own, which people do not look for. */
  #isOwn(path: string): boolean {
    return isInside(path, [this.#options.dataFolder])
  }

  async #end(): Promise<void> {
    try {
      // One that could not be opened was told of then.
      const desk = await this.#opening.catch(() => undefined)
      await desk?.stop()
    } catch (error) {
      this.#tellFault(error)
    }
  }

  /** Tells of what no page is there to tell. */
  #tellFault(error: unknown): void {
    this.#options.report(error)
    const message = error instanceof Error ? error.message : String(error)
    dialog.showErrorBox(words.fault[this.language], message)
  }
}
