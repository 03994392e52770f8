import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { subsetTag, widthArray } from './embed-font'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()

describe('subsetTag', () => {
  it('is six capitals that depend on the glyphs alone', () => {
    const tag = subsetTag([0, 1, 300], sha256)
    expect(tag).toMatch(/^[A-Z]{6}$/)
    expect(subsetTag([0, 1, 300], sha256)).toBe(tag)
    expect(subsetTag([0, 1, 301], sha256)).not.toBe(tag)
  })

  it('tells glyphs apart that differ in their high byte', () => {
    expect(subsetTag([0x0102], sha256)).not.toBe(subsetTag([0x0202], sha256))
  })
})

describe('widthArray', () => {
  it('lists runs of widths other than an em, each by its first CID', () => {
    const widths = [1000, 500, 250, 1000, 1000, 333].map((width, cid) => [cid, width] as const)
    expect(widthArray(widths)).toEqual([1, [500, 250], 5, [333]])
  })

  it('begins a run where CIDs are left out', () => {
    const widths = [
      [3, 500],
      [4, 250],
      [9, 333],
    ] as const
    expect(widthArray(widths)).toEqual([3, [500, 250], 9, [333]])
  })

  it('is empty where all are an em wide', () => {
    expect(widthArray([1000, 1000].map((width, cid) => [cid, width] as const))).toEqual([])
  })
})
