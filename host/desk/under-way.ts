/** Work that is under way, for whoever has to wait until none is. */
export class UnderWay {
  readonly #works = new Set<Promise<unknown>>()

  /** Counts a work among those under way until it has ended; gives what comes of it. */
  async run<Result>(work: Promise<Result>): Promise<Result> {
    this.#works.add(work)
    try {
      return await work
    } finally {
      this.#works.delete(work)
    }
  }

  /** Resolves once all has ended that is under way now, well or badly. */
  async rest(): Promise<void> {
    await Promise.allSettled(this.#works)
  }
}
