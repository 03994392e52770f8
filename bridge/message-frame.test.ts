import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BanxinError } from '../engine/document/message'
import { decodeMessage, encodeMessage } from './message-frame'

const anyJson = fc.dictionary(
  fc.string().filter((key) => key !== 'bytes' && key !== '__proto__'),
  fc.jsonValue({ maxDepth: 4 }).filter((value) => !JSON.stringify(value).includes('__proto__')),
  { noNullPrototype: true },
)

describe('a frame', () => {
  it('carries a message and its bytes', () => {
    fc.assert(
      fc.property(anyJson, fc.uint8Array({ minLength: 1, maxLength: 300 }), (json, bytes) => {
        const expected = JSON.parse(JSON.stringify(json)) as object
        expect(decodeMessage(encodeMessage(json), 'x')).toEqual(expected)
        expect(decodeMessage(encodeMessage({ ...json, bytes }), 'x')).toEqual({
          ...expected,
          bytes,
        })
      }),
    )
  })

  it('that was cut short or altered is refused or says something else, and never breaks', () => {
    const frame = encodeMessage({ name: '堤上', bytes: new Uint8Array([1, 2, 3]) })
    fc.assert(
      fc.property(fc.nat(frame.length), fc.uint8Array({ maxLength: 40 }), (length, tail) => {
        const broken = new Uint8Array([...frame.subarray(0, length), ...tail])
        try {
          expect(typeof decodeMessage(broken, 'x')).toBe('object')
        } catch (error) {
          expect(error).toBeInstanceOf(BanxinError)
        }
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    ['nothing', new Uint8Array()],
    ['a length beyond its end', new Uint8Array([0xff, 0xff, 0xff, 0xff, 0x7b, 0x7d])],
    ['a list', encodeText('[]')],
    ['a text', encodeText('"bytes"')],
    ['bytes twice', new Uint8Array([...encodeText('{"bytes":1}'), 7])],
    ['a key __proto__', encodeText('{"a":{"__proto__":{"b":1}}}')],
    ['what is nested too deep', encodeText('['.repeat(9_000) + ']'.repeat(9_000))],
  ])('refuses %s', (_what, frame) => {
    expect(() => decodeMessage(frame, 'x')).toThrow(BanxinError)
  })
})

function encodeText(json: string): Uint8Array {
  const text = new TextEncoder().encode(json)
  const length = new Uint8Array(4)
  new DataView(length.buffer).setUint32(0, text.length)
  return new Uint8Array([...length, ...text])
}
