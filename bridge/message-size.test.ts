import { describe, expect, it } from 'vitest'
import { checkMessage } from './message-size'

const bounds = { mostUnits: 100, mostBytes: 10 }
const check = (message: unknown) => () => {
  checkMessage(message, bounds, 'x')
}
const refusal = (code: string): Error => expect.objectContaining({ code }) as Error

describe('checkMessage', () => {
  it.each([
    {},
    { a: 'x'.repeat(90) },
    { a: [1, 'b', null, true, { c: undefined }] },
    { bytes: new Uint8Array(10) },
    Object.assign(Object.create(null) as object, { a: 1 }),
  ])('lets plain JSON of a sane size through: %j', (message) => {
    expect(check(message)).not.toThrow()
  })

  it.each([
    { a: 'x'.repeat(100) },
    { ['k'.repeat(101)]: 1 },
    { a: Array.from({ length: 60 }, () => 0) },
    { a: new Array(2 ** 31) },
    { bytes: new Uint8Array(11) },
  ])('refuses what is too large', (message) => {
    expect(check(message)).toThrow(refusal('message-too-large'))
  })

  const round: Record<string, unknown> = {}
  round[''] = round
  it.each([
    null,
    'text',
    [],
    new Date(0),
    new Uint8Array(1),
    { a: new Uint8Array(1) },
    { a: () => 1 },
    { a: Number.POSITIVE_INFINITY },
    { a: 1n },
    { a: new Map() },
    JSON.parse('{"__proto__":{"a":1}}'),
    JSON.parse('{"a":[{"__proto__":1}]}'),
    round,
  ] as unknown[])('refuses what is no plain JSON', (message) => {
    expect(check(message)).toThrow(refusal('message-unsafe'))
  })
})
