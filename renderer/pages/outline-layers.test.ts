import { describe, expect, it } from 'vitest'
import { openBundledFace } from '../../tests/readers/bundled-faces'
import { layersOf } from './outline-layers'
import { writeOutlinePath } from '../../tests/readers/write-outline-path'

const face = openBundledFace('hei')

function outlineOf(character: string): string {
  const [shaped] = face.shape(character, { script: 'Hani', language: 'zh-Hans' })
  return writeOutlinePath(face.outlineOf(shaped?.glyph ?? 0))
}

const contoursOf = (path: string): readonly string[] => path.split('Z').slice(0, -1)

const square = 'M0 0L0 600L600 600L600 0Z'
const hole = 'M100 100L500 100L500 500L100 500Z'
const level = 'M-100 280L700 280L700 320L-100 320Z'
const slanted = 'M-100 260L-100 300L700 390L700 350Z'

describe('layersOf', () => {
  it('leaves an outline whole that has no slanted stroke across others', () => {
    for (const outline of [square, square + hole, square + level, slanted, '']) {
      expect(layersOf(outline)).toEqual([outline])
    }
  })

  it('puts a slanted stroke over what it crosses', () => {
    expect(layersOf(slanted + square + hole)).toEqual([square + hole, slanted])
  })

  it('keeps a hole with what it is cut from, slanted or not', () => {
    const frame = 'M0 0L0 600L600 690L600 90Z'
    expect(layersOf(frame + hole)).toEqual([frame + hole])
  })

  it('knows the two directions in which faces draw', () => {
    const turn = (path: string): string =>
      path.replaceAll(/M([^LZ]*)L([^LZ]*)L([^LZ]*)L([^LZ]*)Z/g, 'M$4L$3L$2L$1Z')
    expect(layersOf(turn(slanted + square + hole))).toEqual([turn(square + hole), turn(slanted)])
  })

  it('parts the strokes of 毛 也 七 地, whose crossings would be torn', () => {
    for (const character of '毛也七地') expect(layersOf(outlineOf(character))).toHaveLength(2)
  })

  it('leaves no contour out and draws none twice', () => {
    for (const character of '毛也七地的国永酱鼎龘，。A8&') {
      const outline = outlineOf(character)
      const drawn = layersOf(outline).flatMap(contoursOf)
      expect([...drawn].sort()).toEqual([...contoursOf(outline)].sort())
    }
  })
})
