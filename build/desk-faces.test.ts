import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openFace } from '../engine/fonts/open-face'
import { locateFace } from '../host/font-catalogue'
import { zh } from '../renderer/language/zh'
import { cutDeskFaces } from './desk-faces'

/** One rule of the style sheet: code points and the file that has them. */
interface Rule {
  readonly family: string
  readonly weight: number
  readonly url: string
  readonly ranges: readonly (readonly [first: number, last: number])[]
}

const folder = mkdtempSync(join(tmpdir(), 'banxin-faces-'))
let rules: readonly Rule[]

beforeAll(async () => {
  await cutDeskFaces(folder)
  rules = ['first.css', 'others.css'].flatMap((name) =>
    readRules(readFileSync(join(folder, name), 'utf8')),
  )
})

afterAll(() => {
  rmSync(folder, { recursive: true })
})

function readRules(css: string): readonly Rule[] {
  return [...css.matchAll(/@font-face\{([^}]*)\}/g)].map(([, body = '']) => {
    const value = (name: string): string =>
      new RegExp(`(?:^|;)${name}:([^;]*)`).exec(body)?.[1]?.replace(/^(?:url\()?'|'\)?$/g, '') ?? ''
    const ranges = value('unicode-range')
      .split(',')
      .filter((range) => range !== '')
      .map((range): [number, number] => {
        const [first = '', last = first] = range.replace('U+', '').split('-')
        return [Number.parseInt(first, 16), Number.parseInt(last, 16)]
      })
    return {
      family: value('font-family'),
      weight: Number(value('font-weight')),
      url: value('src'),
      ranges,
    }
  })
}

/** The file that a browser fetches for a character: of the rules that have it, the last. */
function fileFor(family: string, weight: number, character: string): string {
  const code = character.codePointAt(0) ?? 0
  const holds = ({ ranges }: Rule): boolean =>
    ranges.length === 0 || ranges.some(([first, last]) => first <= code && code <= last)
  return (
    rules.filter((rule) => rule.family === family && rule.weight === weight).findLast(holds)?.url ??
    ''
  )
}

const textsOf = (value: unknown): readonly string[] =>
  typeof value === 'string' ? [value] : Object.values(value as object).flatMap(textsOf)

describe('the faces of the desk', () => {
  it('are fetched in parts: the common, the rarer, and all for what is rare', () => {
    expect(fileFor('Noto Sans SC', 400, '版')).toBe('NotoSansSC-Regular-common.ttf')
    expect(fileFor('Noto Serif SC', 900, '，')).toBe('NotoSerifSC-Black-common.ttf')
    expect(fileFor('LXGW WenKai', 400, '岚')).toBe('LXGWWenKai-Regular-rarer1.ttf')
    expect(fileFor('Noto Sans SC', 700, '𠮷')).toMatch(/NotoSansSC_700Bold\.ttf$/)
    expect(fileFor('Source Serif 4', 700, 'A')).toBe('SourceSerif4-Bold-latin.ttf')
    expect(fileFor('Source Serif 4', 700, '“')).toBe('')
  })

  it('have what is said of them, drawn as in the whole', () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.ttf'))
    expect(files).toHaveLength(7 * 5 + 3)
    for (const name of files) {
      const { family, weight, ranges } = rules.find(({ url }) => url === name) ?? {}
      if (family === undefined || weight === undefined) return expect.unreachable(name)
      const cut = openFace(readFileSync(join(folder, name)), { family, weight })
      const whole = openFace(readFileSync(locateFace(family, weight)?.path ?? ''), cut)
      const known = [...'版心，A1岚璐砼'].flatMap((sign) => {
        const code = sign.codePointAt(0) ?? 0
        return cut.glyphOf(code) === 0 ? [] : [code]
      })
      for (const code of known) {
        expect(ranges?.some(([first, last]) => first <= code && code <= last)).toBe(true)
        expect(cut.outlineOf(cut.glyphOf(code))).toEqual(whole.outlineOf(whole.glyphOf(code)))
        expect(cut.advanceOf(cut.glyphOf(code))).toBe(whole.advanceOf(whole.glyphOf(code)))
      }
      if (name.includes('common')) expect(known).toHaveLength(5)
    }
  })

  it('show all that the desk itself says with the common part', () => {
    const said = new Set(textsOf(zh).join(''))
    const others = [...said].filter(
      (each) => !fileFor('Noto Sans SC', 400, each).includes('common'),
    )
    expect(others.join('')).toBe('')
  })
})
