import { strFromU8 } from 'fflate'

/** One event of a stream: its name, and the bytes of its one line of data. */
export interface StreamEvent {
  readonly name: string
  readonly data: Uint8Array
}

const LINE_FEED = 0x0a

/**
 * Reads an event stream (HTML, 9.2.6) as the loopback host writes it, `event:` and `data:` on one
 * line each: what comes back takes the chunks as they arrive, and `onEvent` hears whole events.
 */
export function createEventReader(
  onEvent: (event: StreamEvent) => void,
): (chunk: Uint8Array) => void {
  let line: Uint8Array[] = []
  let name = ''
  let data = new Uint8Array()

  const endLine = (): void => {
    const bytes = join(line)
    line = []
    if (bytes.length === 0) {
      if (name !== '') onEvent({ name, data })
      name = ''
      return
    }
    const field = strFromU8(bytes.subarray(0, 7))
    if (field === 'event: ') name = strFromU8(bytes.subarray(7))
    if (field.startsWith('data: ')) data = bytes.subarray(6)
  }

  return (chunk) => {
    let start = 0
    for (;;) {
      const end = chunk.indexOf(LINE_FEED, start)
      line.push(chunk.slice(start, end < 0 ? undefined : end))
      if (end < 0) return
      endLine()
      start = end + 1
    }
  }
}

function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
