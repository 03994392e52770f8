import type { WindowBridge } from '../../bridge/window-transport'

/** Where the host is: behind the window that this desk is in, or at an address of this machine. */
export type HostAddress = WindowHost | LoopbackHost

/** The host of a desktop window. */
export interface WindowHost {
  readonly kind: 'window'
}

/** A loopback host, and the token that it knows its desk by. */
export interface LoopbackHost {
  readonly kind: 'loopback'
  /** `http://127.0.0.1:PORT` */
  readonly origin: string
  readonly token: string
}

declare global {
  interface Window {
    /** Given by the desktop window alone. */
    readonly host?: WindowBridge
  }
}

/** Whether the desk has a window of the system to itself; else it is a page of a browser. */
export const hasWindow = typeof window !== 'undefined' && window.host !== undefined

const TOKEN = 'banxin.token'

/**
 * The host that this desk came from. The token of a loopback host comes with the first address, is
 * kept for this tab alone and is taken out of the address bar; `null` without one.
 */
export function findHost(): HostAddress | null {
  if (window.host !== undefined) return { kind: 'window' }
  const given = new URLSearchParams(location.hash.slice(1)).get('token')
  if (given !== null) {
    sessionStorage.setItem(TOKEN, given)
    history.replaceState(null, '', location.pathname + location.search)
  }
  const token = sessionStorage.getItem(TOKEN)
  return token === null ? null : { kind: 'loopback', origin: location.origin, token }
}
