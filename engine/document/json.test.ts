import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSafeJson, parseJson } from './json'
import { locateJsonFault } from './json-fault'
import { BanxinError } from './message'

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth)

describe('parseJson', () => {
  it('names line and column of a fault', () => {
    expect(() => parseJson('{\n  "a": 1,\n  "b" 2\n}', 'issue.json')).toThrow(
      'The JSON is broken at line 3, column 7 (issue.json). Mend that place, or use a backup of the file.',
    )
  })

  it('refuses what is nested too deep, and keys named __proto__', () => {
    expect(parseJson(nested(64), 'x')).toBeDefined()
    for (const text of [nested(65), nested(100_000), '{"a": {"__proto__": {}}}']) {
      expect(() => parseJson(text, 'x')).toThrow(BanxinError)
    }
  })
})

describe('isSafeJson', () => {
  it.each([undefined, NaN, Infinity, () => 1, Symbol('a'), { a: undefined }, [1n]])(
    'refuses %s',
    (value) => {
      expect(isSafeJson(value)).toBe(false)
    },
  )
})

describe('locateJsonFault', () => {
  it.each([
    ['', 1, 1],
    ['{', 1, 2],
    ['[1,]', 1, 4],
    ['[1 2]', 1, 4],
    ['{"a":1,}', 1, 8],
    ['{"a"}', 1, 5],
    ['{a:1}', 1, 2],
    ['[}', 1, 2],
    ['{]', 1, 2],
    ['1 1', 1, 3],
    ['tru', 1, 1],
    ['01', 1, 2],
    ['"a\nb"', 1, 3],
    ['"a\\x"', 1, 3],
    ['"a\\"', 1, 5],
    ['\n\n  ["一", "二"', 3, 12],
  ])('finds the fault of %j at %i:%i', (text, line, column) => {
    expect(locateJsonFault(text)).toEqual({ line, column })
  })

  it('passes over everything that is JSON', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const { line, column } = locateJsonFault(`${text}\n@`)
        expect({ line, column }).toEqual({ line: text.split('\n').length + 1, column: 1 })
      }),
    )
  })

  it('finds the end of a text that is cut short', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), (text, cut) => {
        const broken = text.slice(0, cut % (text.length + 1))
        if (parses(broken)) return
        const lines = broken.split('\n')
        const inToken = /["\\\w.+-]*$/.exec(broken)?.[0].length ?? 0
        const { line, column } = locateJsonFault(broken)
        expect(line).toBe(lines.length)
        expect(column).toBeGreaterThanOrEqual((lines.at(-1) ?? '').length + 1 - inToken)
      }),
    )
  })
})

function parses(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
