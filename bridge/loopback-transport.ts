import { strFromU8 } from 'fflate'
import type { Transport, TransportListener } from './client'
import { failureSchema, type Reply } from './failure'
import { decodeMessage, encodeMessage } from './message-frame'
import { createEventReader } from './read-events'

/** The media type of the frames of `message-frame.ts`. */
export const FRAME_TYPE = 'application/vnd.banxin.message'

/** The part of `fetch` that is used; those of browsers and of Node both suit. */
export type Fetch = (
  url: string,
  init: {
    readonly method: string
    readonly headers: Record<string, string>
    readonly body?: Uint8Array<ArrayBuffer>
  },
) => Promise<FetchResponse>

interface FetchResponse {
  readonly status: number
  arrayBuffer(): Promise<ArrayBuffer>
  readonly body: { getReader(): ChunkReader } | null
}

interface ChunkReader {
  read(): Promise<{ readonly value?: Uint8Array | undefined; readonly done: boolean }>
  cancel(): Promise<void>
}

/** Where a loopback host is, and what the transport needs that differs between runtimes. */
export interface LoopbackOptions {
  /** `http://127.0.0.1:PORT`, where the desk itself came from. */
  readonly origin: string
  /** What the address of the desk carries after `#token=`. */
  readonly token: string
  readonly fetch: Fetch
  readonly wait: (milliseconds: number) => Promise<void>
}

const RETRY_MS = 1_000

/** Carries the contract over HTTP to a loopback host; comes back by itself when cut off. */
export function createLoopbackTransport({
  origin,
  token,
  fetch,
  wait,
}: LoopbackOptions): Transport {
  const authorization = `Bearer ${token}`

  const call = async (channel: string, input: object): Promise<Reply> => {
    const response = await fetch(`${origin}/call/${encodeURIComponent(channel)}`, {
      method: 'POST',
      headers: { authorization, 'content-type': FRAME_TYPE },
      body: encodeMessage(input),
    })
    const value = decodeMessage(new Uint8Array(await response.arrayBuffer()), channel)
    if (response.status === 200) return { ok: true, value }
    return { ok: false, failure: failureSchema.parse(value) }
  }

  const listen = (listener: TransportListener): (() => void) => {
    let reader: ChunkReader | undefined
    let stopped = false
    const isStopped = (): boolean => stopped

    const hearOut = async (): Promise<void> => {
      const { status, body } = await fetch(`${origin}/events`, {
        method: 'GET',
        headers: { authorization },
      })
      if (status !== 200 || body === null) return
      reader = body.getReader()
      if (isStopped()) return void reader.cancel()
      listener.connection(true)
      const read = createEventReader(({ name, data }) => {
        listener.event(name, JSON.parse(strFromU8(data)))
      })
      for (;;) {
        const { value, done } = await reader.read()
        if (done || value === undefined) return
        read(value)
      }
    }

    const keepHearing = async (): Promise<void> => {
      while (!isStopped()) {
        await hearOut().catch(() => undefined)
        if (isStopped()) return
        listener.connection(false)
        await wait(RETRY_MS)
      }
    }
    void keepHearing()
    return () => {
      stopped = true
      void reader?.cancel().catch(() => undefined)
    }
  }

  return { call, listen }
}
