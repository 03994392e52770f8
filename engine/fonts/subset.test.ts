import { beforeAll, describe, expect, it } from 'vitest'
import {
  makeCollection,
  openBundledFace,
  readSubsetterWasm,
} from '../../tests/readers/bundled-faces'
import { readMetrics } from './face-metrics'
import { openFace } from './open-face'
import { readSfnt, viewOf } from './sfnt'
import { createSubsetter, type Subsetter } from './subset'
import type { Face } from './face'

declare const WebAssembly: {
  instantiate(bytes: Uint8Array): Promise<{
    readonly instance: { readonly exports: { readonly memory: { readonly buffer: ArrayBuffer } } }
  }>
}

let subsetter: Subsetter
beforeAll(async () => {
  subsetter = await createSubsetter(readSubsetterWasm())
})

/** The stored outline of a glyph: its slice of `glyf`. */
function storedOutline(file: Uint8Array, glyph: number): Uint8Array {
  const tables = readSfnt(file, 0, 'subset')
  const [head, loca, glyf] = ['head', 'loca', 'glyf'].map(
    (tag) => tables.get(tag)?.bytes ?? new Uint8Array(),
  )
  if (!head || !loca || !glyf) throw new Error('not a TrueType file')
  const isLong = viewOf(head).getInt16(50) === 1
  const offset = (index: number) =>
    isLong ? viewOf(loca).getUint32(4 * index) : 2 * viewOf(loca).getUint16(2 * index)
  return glyf.subarray(offset(glyph), offset(glyph + 1))
}

const glyphsOf = (face: Face, text: string) =>
  [...text].map((character) => face.glyphOf(character.codePointAt(0) ?? 0))

describe('createSubsetter', () => {
  it.each(['song', 'hei', 'kai', 'latin'] as const)('keeps every glyph asked for of %s', (name) => {
    const face = openBundledFace(name)
    const text = name === 'latin' ? 'Banxin Éclair 2024' : '版心，渝工铸魂！2024年Ａ'
    const glyphs = glyphsOf(face, text)
    const file = subsetter.subset(face, glyphs)
    expect(file.length).toBeLessThan(face.bytes.length / 10)
    const metrics = readMetrics(readSfnt(file, 0, 'subset'), 'subset')
    for (const glyph of glyphs) {
      expect(metrics.advances[glyph]).toBe(face.advanceOf(glyph))
      expect(storedOutline(file, glyph).length > 0).toBe(face.outlineOf(glyph).length > 0)
    }
  })

  it('carries only the tables that a PDF needs', () => {
    const latin = openBundledFace('latin')
    const tags = [...readSfnt(subsetter.subset(latin, glyphsOf(latin, 'ab')), 0, 'x').keys()]
    expect(tags.sort()).toEqual(['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp'])
  })

  it('cuts a face out of a collection', () => {
    const latin = openBundledFace('latin')
    const second = openFace(makeCollection(latin.bytes), {
      family: latin.family,
      weight: latin.weight,
      collectionIndex: 1,
    })
    const glyphs = glyphsOf(latin, 'both')
    expect(subsetter.subset(second, glyphs)).toEqual(subsetter.subset(latin, glyphs))
  })

  it('empties the glyphs that were not asked for', () => {
    const latin = openBundledFace('latin')
    const [a, b] = glyphsOf(latin, 'ab')
    const file = subsetter.subset(latin, [b ?? 0])
    expect(storedOutline(file, a ?? 0)).toHaveLength(0)
    expect(storedOutline(file, b ?? 0).length).toBeGreaterThan(0)
  })

  it('gives the same bytes for the same glyphs in any order', () => {
    const latin = openBundledFace('latin')
    const glyphs = glyphsOf(latin, 'composition')
    expect(subsetter.subset(latin, glyphs.toReversed())).toEqual(subsetter.subset(latin, glyphs))
  })

  it('gives back all the memory it takes', async () => {
    const memories: { readonly buffer: ArrayBuffer }[] = []
    const instantiate = WebAssembly.instantiate
    WebAssembly.instantiate = async (bytes) => {
      const made = await instantiate(bytes)
      memories.push(made.instance.exports.memory)
      return made
    }
    const watched = await createSubsetter(readSubsetterWasm())
    WebAssembly.instantiate = instantiate

    const latin = openBundledFace('latin')
    const glyphs = glyphsOf(latin, 'memory')
    watched.subset(latin, glyphs)
    const size = memories[0]?.buffer.byteLength
    for (let round = 0; round < 1000; round++) watched.subset(latin, glyphs)
    expect(size).toBeGreaterThan(0)
    expect(memories[0]?.buffer.byteLength).toBe(size)
  })

  it('cuts a face for a text, which it shapes and draws as the whole does', () => {
    const whole = openBundledFace('song')
    const text = '（版心），“一九”——……ABC'
    const codes = [...text].map((character) => character.codePointAt(0) ?? 0)
    const cut = openFace(subsetter.subsetText(whole, codes), whole)
    expect(cut.bytes.length).toBeLessThan(100_000)
    expect(cut.glyphOf(0x5802)).toBe(0)
    const context = { script: 'Hani', language: 'zh-Hans', features: ['halt'] }
    const [shaped, expected] = [cut, whole].map((face) =>
      face.shape(text, context).map(({ glyph, ...place }) => ({
        ...place,
        outline: face.outlineOf(glyph),
      })),
    )
    expect(shaped).toEqual(expected)
  })
})
