import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** What requests are held against. */
export interface Guard {
  /** `127.0.0.1:PORT`, exactly: a name that someone lets point here is another one. */
  readonly host: string
  readonly token: string
}

/** Whether a request was addressed to this server by its number. */
export function isAddressed({ headers }: IncomingMessage, { host }: Guard): boolean {
  return headers.host === host
}

/**
 * Whether a request comes from a page of this server, which a browser vouches for. A browser
 * names the origin of every POST; of a GET it does not, where page and server are of one origin.
 */
export function isFromDesk({ headers, method }: IncomingMessage, { host }: Guard): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin') return false
  if (headers.origin === undefined) return method === 'GET'
  return headers.origin === `http://${host}`
}

/** Whether a request knows the token. Takes as long for a guess that is nearly right. */
export function knowsToken({ headers }: IncomingMessage, { token }: Guard): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(headers.authorization ?? ''), digest(`Bearer ${token}`))
}
