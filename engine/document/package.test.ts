import fc from 'fast-check'
import { type Zippable, strToU8, unzipSync, zipSync } from 'fflate'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseJson } from './json'
import { BanxinError } from './message'
import { type Package, readPackage, writePackage } from './package'
import { parseIssue } from './parse-issue'

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const fixture = (name: string): Buffer =>
  readFileSync(new URL(`../../tests/fixtures/packages/v4/${name}`, import.meta.url))

const lamp = new Uint8Array(fixture('lamp.png'))
const lampName = `assets/${sha256(lamp)}.png`
const issueText = fixture('issue.json').toString()
const content: Package = {
  document: {
    issue: parseIssue(JSON.parse(issueText), 'issue.json'),
    template: parseJson(fixture('template.json').toString(), 'template.json'),
  },
  assets: new Map([[sha256(lamp), lamp]]),
}
const entries = {
  'issue.json': fixture('issue.json'),
  'template/template.json': fixture('template.json'),
  [lampName]: lamp,
}

/** What reading says of a zip: `code (where)`. */
function faultOf(bytes: Uint8Array): string {
  try {
    readPackage(bytes, sha256)
  } catch (error) {
    if (error instanceof BanxinError) return `${error.code} (${error.explanation.where})`
    throw error
  }
  return 'no fault'
}

const faultOfZip = (files: Zippable): string => faultOf(zipSync(files))
const withIssue = (text: string): Zippable => ({ ...entries, 'issue.json': strToU8(text) })

describe('writePackage', () => {
  it('is read back as what was written', () => {
    const { document, assets } = readPackage(writePackage(content), sha256)
    expect(document).toEqual(content.document)
    expect(assets).toEqual(content.assets)
  })

  it('gives the same bytes for the same content', () => {
    const bytes = writePackage(content)
    const again = readPackage(bytes, sha256)
    expect(sha256(writePackage(again))).toBe(sha256(bytes))
    const reordered = { ...content, assets: new Map([['0', lamp], ...content.assets]) }
    expect(sha256(writePackage(reordered))).toBe(sha256(bytes))
  })

  it('holds canonical JSON and the pictures as they are', () => {
    const bytes = writePackage(content)
    const files = unzipSync(bytes)
    expect(Object.keys(files)).toEqual([lampName, 'issue.json', 'template/template.json'])
    expect(Buffer.from(files['issue.json'] ?? []).toString()).toBe(issueText)
    expect(Buffer.from(bytes).includes(Buffer.from(lamp))).toBe(true)
  })

  it('asks for the bytes of every picture', () => {
    expect(() => writePackage({ ...content, assets: new Map() })).toThrow(lampName)
  })
})

describe('readPackage', () => {
  it('reads what other zip programs make of it', () => {
    const files: Zippable = {
      'template/': new Uint8Array(0),
      'assets/': new Uint8Array(0),
      ...entries,
    }
    expect(faultOfZip(files)).toBe('no fault')
    expect(
      faultOfZip({ ...files, 'issue.json': [strToU8(`\ufeff${issueText}`), { level: 0 }] }),
    ).toBe('no fault')
  })

  it.each<[string, Uint8Array]>([
    ['package-not-zip ()', new Uint8Array(0)],
    ['package-not-zip ()', strToU8('这不是压缩文件')],
    ['package-entry-missing (issue.json)', zipSync({})],
    ['package-cut-short ()', writePackage(content).subarray(0, 2_000)],
    ['package-cut-short ()', writePackage(content).subarray(0, -1)],
  ])('says %s of what is no whole package', (fault, bytes) => {
    expect(faultOf(bytes)).toBe(fault)
  })

  it.each([
    ['../issue.json', 'package-unsafe-name ("../issue.json")'],
    ['assets/../../x', 'package-unsafe-name ("assets/../../x")'],
    ['/issue.json', 'package-unsafe-name ("/issue.json")'],
    ['C:x', 'package-unsafe-name ("C:x")'],
    ['assets\\x', 'package-unsafe-name ("assets\\\\x")'],
    ['issue\0.json', 'package-unsafe-name ("issue\\u0000.json")'],
    ['notes.txt', 'package-unexpected-entry (notes.txt)'],
    [`assets/${'0'.repeat(64)}.png`, `package-unexpected-entry (assets/${'0'.repeat(64)}.png)`],
    ['x'.repeat(300), 'package-damaged ()'],
  ])('refuses the name %j', (name, fault) => {
    expect(faultOfZip({ ...entries, [name]: new Uint8Array(1) })).toBe(fault)
  })

  it('refuses two entries of one name', () => {
    const bytes = zipSync({ ...entries, 'issue.jsox': new Uint8Array(1) })
    const twice = Buffer.from(bytes.slice())
    for (let at = twice.indexOf('issue.jsox'); at >= 0; at = twice.indexOf('issue.jsox', at)) {
      twice.write('issue.json', at)
    }
    expect(faultOf(twice)).toBe('package-duplicate-name (issue.json)')
  })

  it('refuses too many entries', () => {
    const many = Array.from({ length: 10_001 }, (_, index) => [
      `${String(index)}.txt`,
      new Uint8Array(0),
    ])
    expect(faultOf(zipSync(Object.fromEntries(many)))).toBe('package-too-many-entries ()')
  })

  it.each([
    ['json-broken (issue.json)', '{'],
    ['not-an-issue (issue.json)', '{}'],
    ['version-unknown (issue.json)', issueText.replace(/"version": 4\n\}\n$/, '"version": 5\n}\n')],
    [
      'issue-invalid (issue.json: records.stories.s1-1.headline)',
      issueText.replace('"老码头的灯又亮了"', '7'),
    ],
    ['template-mismatch (template/template.json)', issueText.replace('"plain"', '"fancy"')],
  ])('says %s of a broken issue.json', (fault, text) => {
    expect(text).not.toBe(issueText)
    expect(faultOfZip(withIssue(text))).toBe(fault)
  })

  it('refuses text that is not UTF-8', () => {
    const latin = Uint8Array.from([...strToU8(issueText.slice(0, 40)), 0xe9, 0x20, ...strToU8('}')])
    expect(faultOfZip({ ...entries, 'issue.json': latin })).toBe('package-not-utf8 (issue.json)')
  })

  it('names the path in a template that is wrong', () => {
    const template = fixture('template.json').toString().replace('"flow"', '"anywhere"')
    expect(faultOfZip({ ...entries, 'template/template.json': strToU8(template) })).toMatch(
      /^template-invalid \(.*sections\.briefs\.start\)$/,
    )
  })

  it.each(['issue.json', 'template/template.json', lampName])('misses %s', (name) => {
    const files = Object.fromEntries(Object.entries(entries).filter(([key]) => key !== name))
    expect(faultOfZip(files)).toBe(`package-entry-missing (${name})`)
  })

  it('refuses a picture whose bytes are not those that its id names', () => {
    const other = lamp.with(50, (lamp[50] ?? 0) ^ 1)
    expect(faultOfZip({ ...entries, [lampName]: other })).toBe(`asset-altered (${lampName})`)
  })

  it('tells a picture that was damaged from one that was altered', () => {
    const bytes = writePackage(content)
    const at = Buffer.from(bytes).indexOf(lamp) + 50
    expect(at).toBeGreaterThan(50)
    expect(faultOf(bytes.with(at, (bytes[at] ?? 0) ^ 1))).toBe(`package-damaged (${lampName})`)
  })

  it('refuses bombs, whether their directory owns up to them or not', () => {
    const honest = zipSync({ ...entries, 'issue.json': new Uint8Array(65 * 1024 * 1024) })
    expect(faultOf(honest)).toBe('package-too-large (issue.json)')
    const lying = patchDirectory(honest, 'issue.json', 24, 5_000)
    expect(faultOf(lying)).toBe('package-damaged (issue.json)')
    const vain = patchDirectory(zipSync(entries), 'issue.json', 24, 60 * 1024 * 1024)
    expect(faultOf(vain)).toBe('package-damaged (issue.json)')
    const vast = patchDirectory(zipSync(entries), lampName, 24, 0xfffffffe)
    expect(faultOf(vast)).toBe('package-too-large ()')
  })

  it('refuses encrypted entries and other ways to pack', () => {
    const bytes = zipSync(entries)
    expect(faultOf(patchDirectory(bytes, 'issue.json', 8, 1))).toBe('package-method (issue.json)')
    const bzip = patchDirectory(bytes, 'issue.json', 10, 12)
    expect(faultOf(bzip)).toMatch(/^package-(?:method|damaged) \(issue\.json\)$/)
  })

  it('meets every damage with an error of its own or reads the same content', () => {
    const bytes = writePackage(content)
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const damaged = bytes.with(at, (bytes[at] ?? 0) ^ flip)
        if (faultOf(damaged) !== 'no fault') return
        expect(readPackage(damaged, sha256).document).toEqual(content.document)
      }),
      { numRuns: 500 },
    )
  })

  it('meets every cut with an error', () => {
    const bytes = writePackage(content)
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), (length) => {
        expect(faultOf(bytes.subarray(0, length))).toMatch(/^package-(?:cut-short|not-zip) \(\)$/)
      }),
    )
  })
})

/** A zip with a number, of 16 or 32 bits, overwritten in the directory entry of a name. */
function patchDirectory(bytes: Uint8Array, name: string, at: number, value: number): Uint8Array {
  const copy = Buffer.from(bytes.slice())
  const entry = copy.lastIndexOf(name) - 46
  if (at === 8 || at === 10) copy.writeUInt16LE(value, entry + at)
  else copy.writeUInt32LE(value, entry + at)
  return copy
}
