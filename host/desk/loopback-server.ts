import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { toFailure } from '../../bridge/failure'
import { FRAME_TYPE } from '../../bridge/loopback-transport'
import { decodeMessage } from '../../bridge/message-frame'
import { BanxinError } from '../../engine/document/message'
import { mostFrameBytes } from './answer-frame'
import type { Desk } from './desk'
import { EventStreams } from './event-streams'
import { refuse, sendMessage } from './http-refusal'
import { IdleTimer } from './idle-timer'
import { KEPT, PAGE_HEADERS } from './page-headers'
import { readBody } from './read-body'
import { type Guard, isAddressed, isFromDesk, knowsToken } from './request-guard'
import { readStaticFile } from './static-files'

/** What a loopback server serves, and how long. */
export interface LoopbackServerOptions {
  /** The folder of the built desk. */
  readonly root: string
  /** Stops when nobody has listened or asked for that long; never unless given. */
  readonly idleStopMs?: number
}

/** A desk served to a browser of this machine. */
export interface LoopbackServer {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string
  readonly token: string
  /** Where to open it: the token stands after `#`, which a browser sends nowhere. */
  readonly address: string
  /** Resolves once it has stopped and the desk has let go of everything. */
  readonly stopped: Promise<void>
  stop(): Promise<void>
}

const HOST = '127.0.0.1'
const TOKEN_BYTES = 32

/**
 * Serves a desk on the loopback interface at a port that the system chooses.
 * @throws when no port can be had
 */
export async function startLoopbackServer(
  desk: Desk,
  { root, idleStopMs }: LoopbackServerOptions,
): Promise<LoopbackServer> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url')
  const server = createServer((request, response) => {
    idle.restart()
    response.on('close', () => {
      idle.restart()
    })
    void answer(request, response).catch(() => response.destroy())
  })
  server.maxConnections = 64
  const port = await listen(server)
  const guard: Guard = { host: `${HOST}:${String(port)}`, token }
  const origin = `http://${guard.host}`

  let stopping: Promise<void> | undefined
  let tellStopped: () => void = () => undefined
  const stopped = new Promise<void>((resolve) => {
    tellStopped = resolve
  })
  const stop = (): Promise<void> => (stopping ??= stopOnce().finally(tellStopped))
  const idle = new IdleTimer(
    idleStopMs,
    () => streams.count > 0 || desk.isBusy(),
    () => void stop(),
  )
  const streams = new EventStreams(() => {
    idle.restart()
  })
  const unsubscribe = desk.subscribe(streams.send)
  idle.restart()
  return { origin, token, address: `${origin}/#token=${token}`, stopped, stop }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(PAGE_HEADERS)) response.setHeader(name, value)
    if (!isAddressed(request, guard)) return refuse(response, 'request-foreign')
    const [pathname = '/'] = (request.url ?? '/').split('?')
    const channel = /^\/call\/([^/]+)$/.exec(pathname)?.[1]
    if (channel === undefined && pathname !== '/events') {
      return sendFile(pathname, request, response)
    }
    if (request.method !== (channel === undefined ? 'GET' : 'POST')) {
      return refuse(response, 'method-wrong')
    }
    if (!isFromDesk(request, guard)) return refuse(response, 'request-foreign')
    if (!knowsToken(request, guard)) return refuse(response, 'token-wrong')
    if (channel === undefined) streams.add(response)
    else await call(channel, request, response)
  }

  async function call(
    channel: string,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    if (request.headers['content-type'] !== FRAME_TYPE) return refuse(response, 'type-wrong')
    const body = await readBody(request, mostFrameBytes(channel))
    if (body === undefined) return refuse(response, 'message-too-large')
    try {
      const reply = await desk.dispatch(channel, decodeMessage(body, channel))
      if (reply.ok) sendMessage(response, 200, reply.value as object)
      else sendMessage(response, 422, reply.failure)
    } catch (error) {
      if (!(error instanceof BanxinError)) throw error
      sendMessage(response, 400, toFailure(error))
    }
  }

  async function sendFile(
    pathname: string,
    { method }: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    if (method !== 'GET' && method !== 'HEAD') return refuse(response, 'method-wrong')
    const file = await readStaticFile(root, pathname)
    response.writeHead(file === undefined ? 404 : 200, {
      'content-type': file?.mediaType ?? 'text/plain; charset=utf-8',
      ...(file?.isNamedByContent === true ? { 'cache-control': KEPT } : {}),
    })
    response.end(
      method === 'HEAD' ? '' : (file?.bytes ?? '没有这个页面。 There is no such page.\n'),
    )
  }

  async function stopOnce(): Promise<void> {
    idle.end()
    unsubscribe()
    streams.close()
    server.close()
    try {
      await desk.stop()
    } finally {
      server.closeAllConnections()
    }
  }
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, HOST, resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return address.port
}
