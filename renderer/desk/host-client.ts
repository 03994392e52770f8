import type { Transport } from '../../bridge/client'
import { createLoopbackTransport } from '../../bridge/loopback-transport'
import { createWindowTransport } from '../../bridge/window-transport'
import type { HostAddress, LoopbackHost } from './host-address'

/** The way to a host from a page. */
export function reachHost(host: HostAddress): Transport {
  if (host.kind === 'loopback') return reachLoopback(host)
  if (window.host === undefined) throw new Error('The window gives no host')
  return createWindowTransport(window.host)
}

/** The way to a loopback host, from a page or a worker. */
export function reachLoopback({ origin, token }: LoopbackHost): Transport {
  return createLoopbackTransport({
    origin,
    token,
    fetch: (url, init) => fetch(url, init),
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  })
}
