import type { Transport } from './client'
import { type Reply, failureSchema } from './failure'
import { decodeMessage, encodeMessage } from './message-frame'

/** A reply as it crosses a desktop window: the frame of a value, or of a failure. */
export interface FramedReply {
  readonly ok: boolean
  readonly frame: Uint8Array
}

/** All that a page of a desktop window is given: frames of `message-frame.ts` there and back. */
export interface WindowBridge {
  call(channel: string, frame: Uint8Array): Promise<FramedReply>
  /** Hears every event until the function that comes back is called. */
  on(hear: (name: string, payload: unknown) => void): () => void
}

/** Carries the contract to the host of a desktop window, which is there as long as the window is. */
export function createWindowTransport(bridge: WindowBridge): Transport {
  return {
    call: async (channel, input): Promise<Reply> => {
      const { ok, frame } = await bridge.call(channel, encodeMessage(input))
      const value = decodeMessage(frame, channel)
      return ok ? { ok, value } : { ok, failure: failureSchema.parse(value) }
    },
    listen: ({ event, connection }) => {
      connection(true)
      return bridge.on(event)
    },
  }
}
