import { Blob, Buffer, Face as HarfBuzzFace, Font, shape } from 'harfbuzzjs'
import { describe, expect, it } from 'vitest'
import {
  facePaths,
  makeCollection,
  openBundledFace,
  readPackageFile,
} from '../../tests/readers/bundled-faces'
import { BanxinError } from '../document/message'
import { openFace } from './open-face'
import { readSfnt, viewOf, writeSfnt } from './sfnt'

const han = { script: 'Hani', language: 'zh-Hans' }
const latinBytes = readPackageFile(facePaths.latin)
const identity = { family: 'Source Serif 4', weight: 400 }

/** A copy of the Latin face with one table changed, and the rest as it was. */
function withTable(tag: string, change: (bytes: Uint8Array) => Uint8Array): Uint8Array {
  const tables = new Map(readSfnt(latinBytes, 0, 'test'))
  const table = tables.get(tag)
  if (table === undefined) throw new Error(`no table ${tag}`)
  tables.set(tag, { ...table, bytes: change(table.bytes.slice()) })
  return writeSfnt(tables)
}

function without(tag: string): Uint8Array {
  const tables = new Map(readSfnt(latinBytes, 0, 'test'))
  tables.delete(tag)
  return writeSfnt(tables)
}

function codeOf(bytes: Uint8Array, collectionIndex = 0): string {
  try {
    openFace(bytes, { ...identity, collectionIndex })
  } catch (error) {
    if (error instanceof BanxinError) return error.code
    throw error
  }
  return 'opened'
}

describe('openFace', () => {
  it('reads what the tables say of a face', () => {
    const { bytes, ...song } = openBundledFace('song')
    expect(bytes.length).toBeGreaterThan(10_000_000)
    expect(song).toMatchObject({
      id: 'Noto Serif SC/400',
      family: 'Noto Serif SC',
      weight: 400,
      unitsPerEm: 1000,
      ascent: 1151,
      descent: -286,
      capHeight: 729,
      bounds: [-997, -1049, 2929, 1809],
      italicAngle: 0,
      glyphCount: 30920,
      mayEmbed: true,
      postScriptName: 'NotoSerifSC-Regular',
      collectionIndex: 0,
    })
  })

  it.each(['song', 'hei', 'kai', 'latin'] as const)(
    'agrees with HarfBuzz on every code point and advance of %s',
    (name) => {
      const face = openBundledFace(name)
      const font = new Font(new HarfBuzzFace(new Blob(face.bytes)))
      const different: number[] = []
      for (let codePoint = 0; codePoint < 0x32000; codePoint++) {
        const glyph = face.glyphOf(codePoint)
        if (glyph !== (font.nominalGlyph(codePoint) ?? 0)) different.push(codePoint)
        else if (face.advanceOf(glyph) !== font.glyphHAdvance(glyph)) different.push(codePoint)
      }
      expect(different).toEqual([])
      expect(face.glyphOf(0x10ffff)).toBe(0)
      expect(face.glyphOf(0x110000)).toBe(0)
    },
  )

  it('reads format 4 where a face has no other', () => {
    const bmpOnly = withTable('cmap', (cmap) => {
      const view = viewOf(cmap)
      for (let index = 0; index < view.getUint16(2); index++) {
        const entry = 4 + 8 * index
        if (view.getUint16(view.getUint32(entry + 4)) === 12) view.setUint16(entry, 9)
      }
      return cmap
    })
    const whole = openFace(latinBytes, identity)
    const part = openFace(bmpOnly, identity)
    for (let codePoint = 0; codePoint < 0xffff; codePoint++) {
      if (part.glyphOf(codePoint) !== whole.glyphOf(codePoint)) {
        expect.unreachable(`U+${codePoint.toString(16)} differs`)
      }
    }
    expect(part.glyphOf(0x41)).toBeGreaterThan(0)
  })

  it('shapes by script: a Chinese dash pair is two ems wide', () => {
    const song = openBundledFace('song')
    const width = (script: string) =>
      song
        .shape('——', { script, language: 'zh-Hans' })
        .reduce((sum, glyph) => sum + glyph.advance, 0)
    expect(width('Hani')).toBe(2000)
    expect(width('Zyyy')).toBeLessThan(2000)
  })

  it('applies features and reports clusters in UTF-16 offsets', () => {
    const song = openBundledFace('song')
    const shaped = song.shape('（𠀀，字', { ...han, features: ['halt'] })
    expect(shaped.map((glyph) => glyph.cluster)).toEqual([0, 1, 3, 4])
    expect(shaped.map((glyph) => glyph.advance)).toEqual([500, 1000, 500, 1000])
    expect(shaped[0]?.dx).toBe(-500)
  })

  it('shapes without the outlines as HarfBuzz does with them', () => {
    const latin = openBundledFace('latin')
    const text = 'AVATAR office fjord 1/2'
    const buffer = new Buffer()
    buffer.addText(text)
    buffer.guessSegmentProperties()
    shape(new Font(new HarfBuzzFace(new Blob(latin.bytes))), buffer)
    const positions = buffer.getGlyphPositions()
    const expected = buffer.getGlyphInfos().map(({ codepoint, cluster }, index) => ({
      glyph: codepoint,
      cluster,
      advance: positions[index]?.xAdvance,
    }))
    const shaped = latin.shape(text, { script: 'Latn', language: 'en' })
    expect(shaped.map(({ glyph, cluster, advance }) => ({ glyph, cluster, advance }))).toEqual(
      expected,
    )
    expect(shaped.length).toBeLessThan(text.length)
    expect(shaped.some((glyph) => glyph.unsafeToBreak)).toBe(true)
  })

  it('draws outlines in font units', () => {
    const song = openBundledFace('song')
    const steps = song.outlineOf(song.glyphOf(0x4e00))
    expect(steps[0]?.op).toBe('M')
    expect(steps.at(-1)?.op).toBe('Z')
    const xs = steps.flatMap((step) => (step.op === 'Z' ? [] : [step.x]))
    expect(Math.min(...xs)).toBeGreaterThan(0)
    expect(Math.max(...xs)).toBeLessThan(1000)
    expect(song.outlineOf(song.glyphOf(0x20))).toEqual([])
  })

  it('opens either face of a collection, and no third', () => {
    const bytes = makeCollection(latinBytes)
    for (const collectionIndex of [0, 1]) {
      const face = openFace(bytes, { ...identity, collectionIndex })
      expect(face.postScriptName).toBe('SourceSerif4-Regular')
      expect(face.outlineOf(face.glyphOf(0x41)).length).toBeGreaterThan(4)
      expect(face.shape('A', { script: 'Latn', language: 'en' })).toHaveLength(1)
    }
    expect(codeOf(bytes, 2)).toBe('face-unreadable')
    expect(codeOf(latinBytes, 1)).toBe('face-unreadable')
  })

  it('reads what the maker allows', () => {
    const mayEmbed = (fsType: number) =>
      openFace(
        withTable('OS/2', (bytes) => {
          viewOf(bytes).setUint16(8, fsType)
          return bytes
        }),
        identity,
      ).mayEmbed
    expect([0, 4, 8, 6].map(mayEmbed)).toEqual([true, true, true, true])
    expect([2, 0x100, 0x200].map(mayEmbed)).toEqual([false, false, false])
  })

  it('makes a PostScript name where the face has none', () => {
    expect(openFace(without('name'), identity).postScriptName).toBe('SourceSerif4400')
  })

  it.each([
    ['an empty file', new Uint8Array()],
    ['text', new TextEncoder().encode('这不是字体，只是一段文字而已')],
    ['a file cut in its outlines', latinBytes.slice(0, 100_000)],
    ['a file cut in its directory', latinBytes.slice(0, 40)],
    [
      'PostScript outlines',
      Uint8Array.from([...new TextEncoder().encode('OTTO'), ...new Uint8Array(20)]),
    ],
    ['no cmap', without('cmap')],
    ['no glyf', without('glyf')],
    ['a cmap without Unicode', withTable('cmap', () => new Uint8Array(8))],
    ['a loca cut short', withTable('loca', (bytes) => bytes.slice(0, 20))],
    ['an hmtx cut short', withTable('hmtx', (bytes) => bytes.slice(0, 20))],
    ['no glyphs', withTable('maxp', (bytes) => bytes.fill(0, 4, 6))],
    ['a head without its magic number', withTable('head', (bytes) => bytes.fill(0, 12, 16))],
    ['no horizontal metrics', withTable('hhea', (bytes) => bytes.fill(0, 34, 36))],
  ])('refuses %s', (_what, bytes) => {
    expect(codeOf(bytes)).toBe('face-unreadable')
  })

  it('says in both languages what is wrong with which face', () => {
    try {
      openFace(latinBytes.slice(0, 100_000), identity)
      expect.unreachable()
    } catch (error) {
      if (!(error instanceof BanxinError)) throw error
      expect(error.explanation.where).toBe('Source Serif 4/400')
      expect(error.explanation.what.zh).toContain('文件不完整')
      expect(error.message).toContain('it is cut short (Source Serif 4/400).')
    }
  })
})
