import type { HostAddress } from '../desk/host-address'
import type { ToComposer } from './compose-messages'

/** A worker that composes. */
export interface StartedWorker {
  readonly worker: Worker
  /** Calls back once it listens, at once where it does: what is said before is lost. */
  whenReady(act: () => void): void
}

let spare: StartedWorker | undefined

/** Starts a worker before there is a document, so that HarfBuzz is loaded when one comes. */
export function prepareWorker(host: HostAddress): void {
  spare ??= startWorker(host)
}

/** A worker for a document: the one that was prepared, else another. */
export function takeWorker(host: HostAddress): StartedWorker {
  const taken = spare ?? startWorker(host)
  spare = undefined
  return taken
}

function startWorker(host: HostAddress): StartedWorker {
  const worker = new Worker(new URL('./compose-worker.ts', import.meta.url), { type: 'module' })
  let isReady = false
  let onReady: (() => void) | undefined
  worker.onmessage = () => {
    worker.postMessage({ kind: 'begin', host } satisfies ToComposer)
    isReady = true
    onReady?.()
  }
  return {
    worker,
    whenReady: (act) => {
      if (isReady) act()
      else onReady = act
    },
  }
}
