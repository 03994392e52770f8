import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createEventReader } from './read-events'

const anyEvent = fc.record({
  name: fc.constantFrom('document.changed', 'host.notice'),
  data: fc.jsonValue({ maxDepth: 2 }),
})

describe('createEventReader', () => {
  it('reads the same events however the stream is cut into chunks', () => {
    fc.assert(
      fc.property(fc.array(anyEvent), fc.array(fc.integer({ min: 1, max: 40 })), (sent, sizes) => {
        const text = sent
          .map(({ name, data }) => `: here\n\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`)
          .join('')
        const stream = new TextEncoder().encode(text)
        const heard: { name: string; data: string }[] = []
        const read = createEventReader(({ name, data }) => {
          heard.push({ name, data: new TextDecoder().decode(data) })
        })
        let at = 0
        for (const size of [...sizes, stream.length]) {
          read(stream.subarray(at, at + size))
          at += size
        }
        expect(heard).toEqual(sent.map(({ name, data }) => ({ name, data: JSON.stringify(data) })))
      }),
    )
  })
})
