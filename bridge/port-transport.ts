import type { Transport } from './client'
import type { Reply } from './failure'

type Caller = Pick<Transport, 'call'>

/** One end of a channel between a window and its worker, as a `MessagePort` is. */
export interface Port {
  post(message: unknown): void
  hear(listener: (message: unknown) => void): void
}

interface Asked {
  readonly key: number
  readonly channel: string
  readonly input: object
}

interface Answered {
  readonly key: number
  /** Absent when the host could not be reached. */
  readonly reply?: Reply
}

/** Answers the calls of a worker, which has no way to the host of its own. */
export function servePort(port: Port, { call }: Caller): void {
  const answer = async ({ key, channel, input }: Asked): Promise<Answered> => {
    try {
      return { key, reply: withOwnBytes(await call(channel, input)) }
    } catch {
      return { key }
    }
  }
  port.hear((asked) => {
    void answer(asked as Asked).then((answered) => {
      port.post(answered)
    })
  })
}

/** Carries calls of a worker to the window that serves its port. */
export function createPortTransport(port: Port): Caller {
  const waiting = new Map<number, (answered: Answered) => void>()
  let lastKey = 0
  port.hear((message) => {
    const answered = message as Answered
    waiting.get(answered.key)?.(answered)
    waiting.delete(answered.key)
  })
  return {
    call: (channel, input) =>
      new Promise((resolve, reject) => {
        const key = (lastKey += 1)
        waiting.set(key, ({ reply }) => {
          if (reply === undefined) reject(new TypeError('The host cannot be reached'))
          else resolve(reply)
        })
        port.post({ key, channel, input } satisfies Asked)
      }),
  }
}

/** Bytes that are a view of a greater whole would all cross with it. */
function withOwnBytes(reply: Reply): Reply {
  if (!reply.ok || typeof reply.value !== 'object' || reply.value === null) return reply
  const { bytes } = reply.value as { readonly bytes?: unknown }
  if (!(bytes instanceof Uint8Array) || bytes.byteLength === bytes.buffer.byteLength) return reply
  return { ok: true, value: { ...reply.value, bytes: bytes.slice() } }
}
