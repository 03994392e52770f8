import { createLoopbackTransport } from '../../bridge/loopback-transport'
import type { Transport } from '../../bridge/client'
import type { HostAddress } from './host-address'

/** The way to a host, from a window or a worker. */
export function reachHost(host: HostAddress): Transport {
  return createLoopbackTransport({
    ...host,
    fetch: (url, init) => fetch(url, init),
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  })
}
