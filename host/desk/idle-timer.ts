/** Runs down while nothing is under way. */
export class IdleTimer {
  readonly #idleMs: number | undefined
  readonly #isBusy: () => boolean
  readonly #onIdle: () => void
  #timer: NodeJS.Timeout | undefined

  /** Without `idleMs` it never runs down. */
  constructor(idleMs: number | undefined, isBusy: () => boolean, onIdle: () => void) {
    this.#idleMs = idleMs
    this.#isBusy = isBusy
    this.#onIdle = onIdle
  }

  /** Something came or went: begins anew. */
  restart(): void {
    this.stop()
    if (this.#idleMs === undefined) return
    this.#timer = setTimeout(() => {
      if (this.#isBusy()) this.restart()
      else this.#onIdle()
    }, this.#idleMs)
  }

  stop(): void {
    clearTimeout(this.#timer)
  }
}
