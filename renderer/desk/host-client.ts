import { createClient, type Client } from '../../bridge/client'
import { createLoopbackTransport } from '../../bridge/loopback-transport'

const TOKEN = 'banxin.token'

/**
 * The client of the host that this desk came from. The token comes with the first address, is
 * kept for this tab alone and is taken out of the address bar; `null` without one.
 */
export function connectToHost(): Client | null {
  const given = new URLSearchParams(location.hash.slice(1)).get('token')
  if (given !== null) {
    sessionStorage.setItem(TOKEN, given)
    history.replaceState(null, '', location.pathname + location.search)
  }
  const token = sessionStorage.getItem(TOKEN)
  if (token === null) return null
  return createClient(
    createLoopbackTransport({
      origin: location.origin,
      token,
      fetch: (url, init) => fetch(url, init),
      wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    }),
  )
}
