const SILENT_FOR_MS = 1_000

/** Tells how work goes on, once it has taken more than a second. */
export interface Progress {
  /**
   * Says what goes on now. A terminal shows every sentence; a file or pipe gets those that are
   * `lasting`, of work whose input has proved good, so that a mistake in it is told on one line.
   */
  tell(sentence: string, lasting: boolean): void
  /** Takes the line away from a terminal again. */
  clear(): void
}

/** A terminal gets one line that is written over, a file or pipe a line for each sentence. */
export function createProgress(
  stream: NodeJS.WritableStream & { isTTY?: boolean },
  now: () => number,
): Progress {
  const startedAt = now()
  let told = ''
  return {
    tell(sentence, lasting) {
      if (now() - startedAt < SILENT_FOR_MS || sentence === told) return
      if (!(stream.isTTY || lasting)) return
      told = sentence
      stream.write(stream.isTTY ? `\r\u001b[2K${sentence}` : `${sentence}\n`)
    },
    clear() {
      if (stream.isTTY && told !== '') stream.write('\r\u001b[2K')
      told = ''
    },
  }
}
