import { describe, expect, it } from 'vitest'
import { openFace } from '../../engine/fonts/open-face'
import type { FaceRequest } from '../../engine/layout/required-faces'
import { FaceLibrary, type ReadFace } from '../faces/face-library'
import { loadFaces, machineFaces } from '../load-faces'
import { FaceShelf } from './face-shelf'
import { writeOutlinePath } from '../../tests/readers/write-outline-path'

const shelf = new FaceShelf(machineFaces)
const request = { family: 'LXGW WenKai', weight: 500 }

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

/** What a shelf draws of the face that is tried here. */
async function drawOn(from: FaceShelf, glyphs: readonly number[]): Promise<string> {
  return textOf(await from.draw(request, glyphs))
}

/** The faces of this machine, drawn by their whole files, as long as its disk can be read. */
class ForgetfulLibrary extends FaceLibrary {
  isLost = false

  constructor() {
    super(() => Promise.resolve([]))
  }

  override async read(request: FaceRequest): Promise<ReadFace> {
    if (this.isLost) throw new Error('lost')
    return super.read(request)
  }

  override readGlyphs(): Promise<undefined> {
    return Promise.resolve(undefined)
  }
}

describe('FaceShelf', () => {
  it('gives a face without its outlines, at the weight that there is', async () => {
    const { bytes, ...identity } = await shelf.read(request)
    expect(identity).toMatchObject({ family: 'LXGW WenKai', weight: 400 })
    const blank = openFace(bytes, identity)
    expect(blank.outlineOf(blank.glyphOf(0x7248))).toEqual([])
    expect(bytes.length).toBeLessThan(1_000_000)
  })

  it('draws the glyphs of a face, a line each, in the order asked for', async () => {
    const [face] = await loadFaces([request])
    const glyphs = [...'版 心版'].map((character) => face?.glyphOf(character.codePointAt(0) ?? 0))
    const known = glyphs.flatMap((glyph) => glyph ?? [])
    const lines = known.map((glyph) => `${writeOutlinePath(face?.outlineOf(glyph) ?? [])}\n`)
    expect(await drawOn(shelf, known)).toBe(lines.join(''))
    expect(await drawOn(shelf, [...known].reverse())).toBe(lines.reverse().join(''))
    expect(await drawOn(shelf, [65_535])).toBe('\n')
  })

  it('draws what it expects to be asked for as what it does not', async () => {
    const bare = new FaceShelf(machineFaces)
    const face = openFace((await bare.read(request)).bytes, request)
    const characters = [...'版心'].map((character) => character.codePointAt(0) ?? 0)
    await bare.expect(request, characters)
    await bare.read(request)
    const glyphs = characters.map(face.glyphOf)
    expect(await drawOn(bare, glyphs)).toBe(await drawOn(shelf, glyphs))
  })

  it('draws a face once it can be read, though it could not be before', async () => {
    const forgetful = new ForgetfulLibrary()
    const bare = new FaceShelf(forgetful)
    await bare.read(request)
    forgetful.isLost = true
    await expect(drawOn(bare, [5])).rejects.toThrow('lost')
    forgetful.isLost = false
    expect(await drawOn(bare, [5])).toBe(await drawOn(shelf, [5]))
  })

  it('keeps the faces asked for last', async () => {
    const bare = new FaceShelf(machineFaces)
    const first = await bare.read({ family: 'Source Serif 4', weight: 200 })
    expect((await bare.read({ family: 'Source Serif 4', weight: 200 })).bytes).toBe(first.bytes)
    for (let weight = 201; weight < 230; weight++) {
      await bare.read({ family: 'Source Serif 4', weight })
    }
    const again = await bare.read({ family: 'Source Serif 4', weight: 200 })
    expect(again.bytes).not.toBe(first.bytes)
    expect(Buffer.from(again.bytes)).toEqual(Buffer.from(first.bytes))
  })
})
