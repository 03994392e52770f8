import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { facePaths, openBundledFace, readPackageFile } from '../../tests/readers/bundled-faces'
import { BanxinError } from '../document/message'
import { unpackWoff } from './woff'

const packed = readPackageFile(facePaths.kai)
const inflate = (bytes: Uint8Array) => inflateSync(bytes)

function changed(at: number, ...bytes: number[]): Uint8Array {
  const copy = packed.slice()
  copy.set(bytes, at)
  return copy
}

describe('unpackWoff', () => {
  it('gives a face that covers Chinese and can be drawn', () => {
    const kai = openBundledFace('kai')
    expect(kai.postScriptName).toBe('LXGWWenKai-Regular')
    expect(kai.outlineOf(kai.glyphOf(0x7248)).length).toBeGreaterThan(10)
    expect(kai.advanceOf(kai.glyphOf(0x7248))).toBe(kai.unitsPerEm)
  })

  it.each([
    ['a TrueType file', readPackageFile(facePaths.latin)],
    ['nothing', new Uint8Array()],
    ['a file cut short', packed.slice(0, 5_000_000)],
    ['a directory cut short', packed.slice(0, 60)],
    [
      'a table that is no zlib stream',
      changed(Number(new DataView(packed.buffer, packed.byteOffset).getUint32(48)), 1, 2, 3, 4),
    ],
    ['a table that says it is longer than it is', changed(44 + 12, 0, 0x10, 0, 0)],
    ['tables beyond any bound', changed(44 + 12, 0x7f, 0xff, 0xff, 0xff)],
  ])('refuses %s', (_what, bytes) => {
    expect(() => unpackWoff(bytes, inflate, 'kai.woff')).toThrow(BanxinError)
  })
})
