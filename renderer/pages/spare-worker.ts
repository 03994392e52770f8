import type { HostAddress, LoopbackHost } from '../desk/host-address'
import type { ToComposer } from './compose-messages'

let spare: Worker | undefined

/** Starts a worker that composes before there is a document, so that it is loaded when one comes. */
export function prepareWorker(host: HostAddress): void {
  if (spare !== undefined) return
  spare = startWorker(host)
  // Another is started in its place, and whoever takes that one hears what is wrong.
  spare.onerror = () => (spare = undefined)
}

/** A worker that composes: the one that was prepared, else another. */
export function takeWorker(host: HostAddress): Worker {
  const taken = spare ?? startWorker(host)
  spare = undefined
  return taken
}

function startWorker(host: HostAddress): Worker {
  const worker = new Worker(new URL('./compose-worker.ts', import.meta.url), { type: 'module' })
  worker.postMessage({ kind: 'begin', host: facesHost(host) } satisfies ToComposer)
  return worker
}

/**
 * Where a worker asks for faces. A window answers at the origin of its pages too, so that nothing
 * has to pass through a page that is being built.
 */
function facesHost(host: HostAddress): LoopbackHost {
  return host.kind === 'loopback' ? host : { kind: 'loopback', origin: location.origin, token: '' }
}
