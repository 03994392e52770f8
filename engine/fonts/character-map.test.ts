import { describe, expect, it } from 'vitest'
import { readCharacterMap } from './character-map'
import { viewOf } from './sfnt'

/** A `cmap` with one Unicode subtable. */
function cmapOf(subtable: Uint8Array): Uint8Array {
  const cmap = new Uint8Array(12 + subtable.length)
  const view = viewOf(cmap)
  for (const [field, value] of [0, 1, 3, 10, 0, 12].entries()) view.setUint16(2 * field, value)
  cmap.set(subtable, 12)
  return cmap
}

function groupsOf(groups: readonly (readonly [number, number, number])[]): Uint8Array {
  const subtable = new Uint8Array(16 + 12 * groups.length)
  const view = viewOf(subtable)
  view.setUint16(0, 12)
  view.setUint32(12, groups.length)
  for (const [index, group] of groups.entries()) {
    for (const [field, value] of group.entries()) view.setUint32(16 + 12 * index + 4 * field, value)
  }
  return subtable
}

describe('readCharacterMap', () => {
  it('reads groups as they come', () => {
    const glyphs = readCharacterMap(
      cmapOf(
        groupsOf([
          [0x41, 0x43, 5],
          [0x4e00, 0x4e01, 90],
        ]),
      ),
      'test',
    )
    expect([0x40, 0x41, 0x43, 0x44, 0x4e01].map((code) => glyphs[code])).toEqual([0, 5, 7, 0, 91])
  })

  it('ends however many groups cover all characters, the first of them kept', () => {
    const whole = Array.from({ length: 200_000 }, (_, index) => [0, 0x10ffff, index] as const)
    const glyphs = readCharacterMap(cmapOf(groupsOf(whole)), 'test')
    expect(glyphs).toHaveLength(0x110000)
    expect(glyphs[7]).toBe(7)
  })

  it('ends however many segments cover all characters', () => {
    const segments = 8_000
    const subtable = new Uint8Array(16 + 8 * segments)
    const view = viewOf(subtable)
    view.setUint16(0, 4)
    view.setUint16(2, subtable.length)
    view.setUint16(6, 2 * segments)
    for (let index = 0; index < segments; index++) {
      view.setUint16(14 + 2 * index, 0xffff)
      view.setUint16(16 + 4 * segments + 2 * index, index)
    }
    const glyphs = readCharacterMap(cmapOf(subtable), 'test')
    expect([0, 7, 0xfffe].map((code) => glyphs[code])).toEqual([0, 7, 0xfffe])
  })
})
