import { type BrowserWindow, dialog } from 'electron'
import type { Language } from '../engine/document/message'
import { words } from './words'

/** A page that ends more often than this, in so long, is not brought back without being asked for. */
const MOST_RETURNS = 3
const WITHIN_MS = 60_000

/**
 * Brings the page of a window back when it has ended. The host holds all that was written, so the
 * page finds everything as it was.
 */
export class Recovery {
  readonly #window: BrowserWindow
  readonly #language: () => Language
  #returnsMs: readonly number[] = []
  #isGone = false
  #isAsking = false

  constructor(window: BrowserWindow, language: () => Language, report: (error: unknown) => void) {
    this.#window = window
    this.#language = language
    const { webContents: contents } = window
    contents.on('render-process-gone', (_event, { reason }) => {
      this.#isGone = true
      if (reason !== 'clean-exit') this.#bringBack().catch(report)
    })
    contents.on('did-finish-load', () => {
      this.#isGone = false
    })
    window.on('unresponsive', () => {
      this.#askToWait().catch(report)
    })
  }

  /** Whether there is no page at present that could be asked anything. */
  get isGone(): boolean {
    return this.#isGone
  }

  async #bringBack(): Promise<void> {
    const nowMs = Date.now()
    this.#returnsMs = [...this.#returnsMs.filter((ms) => nowMs - ms < WITHIN_MS), nowMs]
    if (this.#returnsMs.length > MOST_RETURNS) await this.#tell('crashed', ['reload'])
    if (!this.#window.isDestroyed()) this.#window.webContents.reload()
  }

  async #askToWait(): Promise<void> {
    if (this.#isAsking) return
    this.#isAsking = true
    const choice = await this.#tell('hung', ['wait', 'reload']).finally(() => {
      this.#isAsking = false
    })
    if (choice !== 'reload' || this.#window.isDestroyed()) return
    this.#window.webContents.forcefullyCrashRenderer()
  }

  async #tell(
    message: 'crashed' | 'hung',
    choices: readonly ('wait' | 'reload')[],
  ): Promise<string | undefined> {
    const language = this.#language()
    const { response } = await dialog.showMessageBox(this.#window, {
      type: 'warning',
      message: words[message][language],
      detail: words.nothingLost[language],
      buttons: choices.map((choice) => words[choice][language]),
      defaultId: 0,
    })
    return choices[response]
  }
}
