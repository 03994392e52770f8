const SILENT_FOR_MS = 1_000

/** Tells how work goes on, once it has taken more than a second. */
export interface Progress {
  tell(sentence: string): void
  /** Takes the line away from a terminal again. */
  clear(): void
}

/** A terminal gets one line that is written over; a file or pipe gets each sentence once. */
export function createProgress(
  stream: NodeJS.WritableStream & { isTTY?: boolean },
  now: () => number,
): Progress {
  const startedAt = now()
  let told = ''
  return {
    tell(sentence) {
      if (now() - startedAt < SILENT_FOR_MS || sentence === told) return
      told = sentence
      stream.write(stream.isTTY ? `\r\u001b[2K${sentence}` : `${sentence}\n`)
    },
    clear() {
      if (stream.isTTY && told !== '') stream.write('\r\u001b[2K')
      told = ''
    },
  }
}
