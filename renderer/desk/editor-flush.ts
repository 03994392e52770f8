const flushers = new Set<() => void>()

/** Registers an editor that holds changes back while characters are being composed. */
export function onFlush(flush: () => void): () => void {
  flushers.add(flush)
  return () => flushers.delete(flush)
}

/** Has every editor hand over what it holds, before something is done with the document. */
export function flushEditors(): void {
  for (const flush of flushers) flush()
}
