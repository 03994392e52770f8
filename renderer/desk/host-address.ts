/** Where the host is, and the token that it knows its desk by. */
export interface HostAddress {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string
  readonly token: string
}

const TOKEN = 'banxin.token'

/**
 * The host that this desk came from. The token comes with the first address, is kept for this tab
 * alone and is taken out of the address bar; `null` without one.
 */
export function findHost(): HostAddress | null {
  const given = new URLSearchParams(location.hash.slice(1)).get('token')
  if (given !== null) {
    sessionStorage.setItem(TOKEN, given)
    history.replaceState(null, '', location.pathname + location.search)
  }
  const token = sessionStorage.getItem(TOKEN)
  return token === null ? null : { origin: location.origin, token }
}
