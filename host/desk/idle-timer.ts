/** Runs down while nothing is under way. */
export class IdleTimer {
  readonly #idleMs: number | undefined
  readonly #isBusy: () => boolean
  readonly #onIdle: () => void
  #timer: NodeJS.Timeout | undefined
  #hasEnded = false

  /** Without `idleMs` it never runs down. */
  constructor(idleMs: number | undefined, isBusy: () => boolean, onIdle: () => void) {
    this.#idleMs = idleMs
    this.#isBusy = isBusy
    this.#onIdle = onIdle
  }

  /** Something came or went: begins anew. */
  restart(): void {
    clearTimeout(this.#timer)
    if (this.#idleMs === undefined || this.#hasEnded) return
    this.#timer = setTimeout(() => {
      if (this.#isBusy()) this.restart()
      else this.#onIdle()
    }, this.#idleMs)
  }

  /** Never runs down any more, whatever still comes or goes. */
  end(): void {
    this.#hasEnded = true
    clearTimeout(this.#timer)
  }
}
