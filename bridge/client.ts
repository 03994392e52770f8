import type { Channel, Input, Output } from './contract'
import type { EventName, EventPayload } from './events'
import { type Reply, toError } from './failure'

/** What carries calls to the host and events back: HTTP, or the channel of a desktop window. */
export interface Transport {
  /** Rejects only when the host cannot be reached. */
  call(channel: string, input: object): Promise<Reply>
  /** Begins to listen; gives what ends it. */
  listen(listener: TransportListener): () => void
}

/** Who hears what a transport brings. */
export interface TransportListener {
  event(name: string, payload: unknown): void
  /** Events were missed while there was no connection: ask for `document.state` once it is back. */
  connection(connected: boolean): void
}

/**
 * Asks the host.
 * @throws {BanxinError} what the host refuses, with the host's code and explanation
 */
export type Call = <Name extends Channel>(
  channel: Name,
  input: Input<Name>,
) => Promise<Output<Name>>

/** The host, as a desk speaks to it. */
export interface Client {
  readonly call: Call
  /** Hears every event of a name until the function that comes back is called. */
  on<Name extends EventName>(name: Name, hear: (payload: EventPayload<Name>) => void): () => void
  onConnection(hear: (connected: boolean) => void): () => void
  /** Ends listening. */
  close(): void
}

/** Calls over a transport, for who hears no events. */
export function createCall({ call }: Pick<Transport, 'call'>): Call {
  return async <Name extends Channel>(channel: Name, input: Input<Name>) => {
    const reply = await call(channel, input)
    if (!reply.ok) throw toError(reply.failure)
    return reply.value as Output<Name>
  }
}

/** A client over a transport; it listens from now on. */
export function createClient(transport: Transport): Client {
  const listeners = new Map<string, Set<(payload: never) => void>>()
  const connectionListeners = new Set<(connected: boolean) => void>()
  const stop = transport.listen({
    event: (name, payload) => {
      for (const hear of listeners.get(name) ?? []) hear(payload as never)
    },
    connection: (connected) => {
      for (const hear of connectionListeners) hear(connected)
    },
  })
  return {
    call: createCall(transport),
    on: (name, hear) => {
      const known = listeners.get(name) ?? new Set()
      listeners.set(name, known.add(hear))
      return () => known.delete(hear)
    },
    onConnection: (hear) => {
      connectionListeners.add(hear)
      return () => connectionListeners.delete(hear)
    },
    close: stop,
  }
}
