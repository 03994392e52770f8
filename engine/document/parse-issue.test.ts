import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from './canonical-json'
import { BanxinError } from './message'
import { parseIssue } from './parse-issue'

const fixture = readFileSync(
  new URL('../../tests/fixtures/packages/v4/issue.json', import.meta.url),
  'utf8',
)

/** What is said of the fixture once a piece of its text is replaced. */
function faultOf(piece: string | RegExp, replacement: string): string {
  const text = fixture.replace(piece, replacement)
  expect(text).not.toBe(fixture)
  try {
    parseIssue(JSON.parse(text), 'issue.json')
  } catch (error) {
    if (error instanceof BanxinError) return `${error.code} · ${error.message}`
    throw error
  }
  return 'no fault'
}

describe('parseIssue', () => {
  it('keeps an issue as it was written', () => {
    expect(canonicalJson(parseIssue(JSON.parse(fixture), 'issue.json'))).toBe(fixture)
  })

  it.each([
    [
      '"headline": "老码头的灯又亮了"',
      '"headline": 4',
      /^issue-invalid · The issue is wrong: it should be of type string \(issue\.json: records\.stories\.s1-1\.headline\)/,
    ],
    [
      '"kicker": "春汛之前"',
      '"kicker": ""',
      /too small or short; at least 1 \(issue\.json: records\.stories\.s1-1\.kicker\)/,
    ],
    ['"kicker"', '"kikker"', /unknown entry “kikker” \(issue\.json: records\.stories\.s1-1\)/],
    [
      '"date": "2026-03-06"',
      '"date": "2026-02-29"',
      /a real date such as 2026-01-31 \(issue\.json: date\)/,
    ],
    ['  "date": "2026-03-06",\n', '', /it is missing \(issue\.json: date\)/],
    [
      '"status": "draft"',
      '"status": "done"',
      /one of draft, .*final \(issue\.json: records\.stories\.s1-2\.status\)/,
    ],
    ['"number": 12', '"number": 1.5', /of type int \(issue\.json: number\)/],
    ['"id": "riverside-12"', '"id": "../riverside"', /an id is up to 64 .* \(issue\.json: id\)/],
    [/"width": \d+/, '"width": 60000', /picture is too slender; .* 50 times .* assets\.92d8/],
    [/"92d8[0-9a-f]*": /, '"92d8": ', /this key is not allowed \(issue\.json: assets\.92d8\)/],
  ])('names the path of what does not fit: %s → %s', (piece, replacement, fault) => {
    expect(faultOf(piece, replacement)).toMatch(fault)
  })

  it.each([
    [
      '"sections": ["s1", "s2"]',
      '"sections": ["s1", "s3"]',
      /^issue-inconsistent · There is no such record: s3 \(sections\.1\)/,
    ],
    [
      '"sections": ["s1", "s2"]',
      '"sections": ["s1", "s2", "s1"]',
      /listed twice: s1 \(sections\.2\)/,
    ],
    ['"sections": ["s1", "s2"]', '"sections": ["s1"]', /listed nowhere \(records\.sections\.s2\)/],
    [
      '"stories": ["s1-1", "s1-2"]',
      '"stories": ["s1-1"]',
      /listed nowhere \(records\.stories\.s1-2\)/,
    ],
    [
      '"stories": ["s2-1"]',
      '"stories": ["s2-1", "s1-1"]',
      /listed twice: s1-1 \(records\.sections\.s2\.stories\.1\)/,
    ],
    ['"stories": ["s2-1"]', '"stories": ["constructor"]', /no such record: constructor/],
    ['"id": "s1-2"', '"id": "s1-3"', /differs from the key .* s1-3 \(records\.stories\.s1-2\.id\)/],
    [
      /"asset": "92d8/,
      '"asset": "00d8',
      /^figure-without-asset · .* 00d8[0-9a-f]{60} \(records\.stories\.s1-1\.body\)/,
    ],
  ])('finds what does not hang together: %s → %s', (piece, replacement, fault) => {
    expect(faultOf(piece, replacement)).toMatch(fault)
  })

  it.each([
    ['"type": "subheading"', '"type": "heading"', /no block or mark heading/],
    ['"type": "strong"', '"type": "bold"', /no block or mark bold/],
    ['"id": "b2", "level"', '"id": "b2", "depth"', /The entry depth is unknown/],
    ['"id": "b2", "level": 2', '"id": "b2", "level": 4', /4 is not a level of subheadings/],
    ['"id": "b2"', '"id": "b1"', /Two blocks have the id b1/],
    ['"id": "b2"', '"id": ""', /A subheading has no proper id/],
    ['"span": "all"', '"span": 7', /7 is not auto, column or all/],
    ['"place": "left"', '"place": "middle"', /"middle" is not here, top, bottom, left or right/],
    ['"share": 400', '"share": 800', /800 is not a part of the measure .* from 200 to 700/],
    ['"share": 400', '"share": 400.5', /400\.5 is not a part of the measure/],
    ['{"x": 300, "y": 0}, ', '', /is not an outline on the picture \(3 to 40 points/],
    ['{"x": 300, "y": 0}', '{"x": 300, "y": 1001}', /is not an outline on the picture/],
    ['https://example.org/log', 'javascript:alert(1)', /is not an http, https or mailto link/],
    ['"header": false', '"header": "no"', /header/],
    ['"type": "table_row"', '"type": "table_cell"', /Invalid content/],
    ['"text": "一月"', '"text": ""', /Empty text nodes/],
    ['"type": "doc"', '"type": "paragraph", "attrs": {"id": "p"}', /Invalid content/],
  ])('finds what a body may not hold: %s → %s', (piece, replacement, fault) => {
    const message = faultOf(piece, replacement)
    expect(message).toMatch(fault)
    expect(message).toMatch(/^story-body-invalid .* \(issue\.json: records\.stories\.s1-1\.body\)/)
  })

  it('speaks both languages', () => {
    const broken: unknown = JSON.parse(fixture.replace('"number": 12', '"number": "12"'))
    expect(() => parseIssue(broken, 'issue.json')).toThrowError(
      expect.objectContaining({
        explanation: expect.objectContaining({
          what: {
            zh: '这一期的数据有误：应为数字',
            en: 'The issue is wrong: it should be of type number',
          },
        }),
      }),
    )
  })
})
