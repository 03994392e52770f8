import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from './canonical-json'
import { type Json, parseJson } from './json'

const fixture = new URL('../../tests/fixtures/packages/v4/issue.json', import.meta.url)

const anyJson = fc
  .jsonValue({ maxDepth: 6 })
  .map((value): Json => parseJson(JSON.stringify(value).replaceAll('__proto__', 'proto'), ''))

describe('canonicalJson', () => {
  it('is read back as the value that it was written from', () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        expect(parseJson(canonicalJson(value), '')).toEqual(value)
      }),
    )
  })

  it('does not depend on the order in which keys were set', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string().filter(isPlainKey), anyJson), (record) => {
        const reversed = Object.fromEntries(Object.entries(record).reverse())
        expect(canonicalJson(reversed)).toBe(canonicalJson(record))
      }),
    )
  })

  it('leaves an issue that it wrote as it is', () => {
    const text = readFileSync(fixture, 'utf8')
    expect(canonicalJson(parseJson(text, 'issue.json'))).toBe(text)
  })

  it('changes one line when one word of a story changes', () => {
    const before = readFileSync(fixture, 'utf8')
    const edited = before.replace('与豌豆苗。', '与薄荷。')
    const after = canonicalJson(parseJson(edited, 'issue.json'))
    const changed = after.split('\n').filter((line, index) => line !== before.split('\n')[index])
    expect(changed).toHaveLength(1)
    expect(changed[0]).toMatch(/^ +\{"attrs": \{"id": "b3"\}.*与薄荷。.*"type": "brief"\}$/)
  })
})

function isPlainKey(key: string): boolean {
  return key !== '__proto__'
}
