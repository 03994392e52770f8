import type { ServerResponse } from 'node:http'
import type { Hear } from './desk-room'

/** A browser that does not read what is sent is let go; it comes back and asks for the state. */
const MOST_WAITING_BYTES = 64_000_000
const PULSE_MS = 15_000

/** The desks that listen (HTML, 9.2 Server-sent events). */
export class EventStreams {
  readonly #responses = new Set<ServerResponse>()
  readonly #onChange: () => void
  readonly #pulse: NodeJS.Timeout

  /** `onChange` hears when one comes or goes. */
  constructor(onChange: () => void) {
    this.#onChange = onChange
    this.#pulse = setInterval(() => {
      this.#sendAll(': here\n\n')
    }, PULSE_MS)
    this.#pulse.unref()
  }

  get count(): number {
    return this.#responses.size
  }

  /** Sends to a response from now on, until it is closed. */
  add(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.write(': here\n\n')
    this.#responses.add(response)
    this.#onChange()
    response.on('close', () => {
      this.#responses.delete(response)
      this.#onChange()
    })
  }

  readonly send: Hear = (name, payload) => {
    this.#sendAll(`event: ${name}\ndata: ${JSON.stringify(payload)}\n\n`)
  }

  close(): void {
    clearInterval(this.#pulse)
    for (const response of this.#responses) response.destroy()
  }

  #sendAll(text: string): void {
    for (const response of this.#responses) {
      if (response.writableLength > MOST_WAITING_BYTES) response.destroy()
      else response.write(text)
    }
  }
}
