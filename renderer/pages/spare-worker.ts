import type { HostAddress } from '../desk/host-address'
import { servePort } from '../../bridge/port-transport'
import { reachHost } from '../desk/host-client'
import type { ToComposer } from './compose-messages'
import { toPort } from './message-port'

let spare: Worker | undefined

/** Starts a worker that composes before there is a document, so that it is loaded when one comes. */
export function prepareWorker(host: HostAddress): void {
  spare ??= startWorker(host)
}

/** A worker that composes: the one that was prepared, else another. */
export function takeWorker(host: HostAddress): Worker {
  const taken = spare ?? startWorker(host)
  spare = undefined
  return taken
}

function startWorker(host: HostAddress): Worker {
  const worker = new Worker(new URL('./compose-worker.ts', import.meta.url), { type: 'module' })
  if (host.kind === 'loopback') {
    worker.postMessage({ kind: 'begin', host } satisfies ToComposer)
    return worker
  }
  const { port1, port2 } = new MessageChannel()
  servePort(toPort(port1), reachHost(host))
  const begin: ToComposer = { kind: 'begin', host: { kind: 'port', port: port2 } }
  worker.postMessage(begin, [port2])
  return worker
}
