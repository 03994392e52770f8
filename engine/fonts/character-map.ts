import { faceUnreadable } from './face-error'
import { viewOf } from './sfnt'

const LAST_CODE_POINT = 0x10ffff

/** Platform and encoding of a Unicode subtable, best first (OpenType 1.9, "cmap"). */
const UNICODE_ENCODINGS: readonly (readonly [number, number])[] = [
  [3, 10],
  [0, 6],
  [0, 4],
  [3, 1],
  [0, 3],
  [0, 2],
  [0, 1],
  [0, 0],
]

function findUnicodeSubtable(cmap: Uint8Array): number | undefined {
  const view = viewOf(cmap)
  const count = Math.min(view.getUint16(2), Math.floor((cmap.length - 4) / 8))
  for (const [platform, encoding] of UNICODE_ENCODINGS) {
    for (let index = 0; index < count; index++) {
      const entry = 4 + 8 * index
      if (view.getUint16(entry) !== platform || view.getUint16(entry + 2) !== encoding) continue
      const offset = view.getUint32(entry + 4)
      if (offset + 16 > cmap.length) continue
      const format = view.getUint16(offset)
      if (format === 4 || format === 12) return offset
    }
  }
  return undefined
}

function readSegments(view: DataView, start: number): Uint16Array {
  const length = Math.min(view.getUint16(start + 2), view.byteLength - start)
  const doubleCount = view.getUint16(start + 6)
  const glyphs = new Uint16Array(0x10000)
  if (16 + 4 * doubleCount > length) return glyphs
  const starts = start + 16 + doubleCount
  let next = 0
  for (let at = 0; at < doubleCount; at += 2) {
    const last = view.getUint16(start + 14 + at)
    const first = view.getUint16(starts + at)
    const delta = view.getUint16(starts + doubleCount + at)
    const rangeAt = starts + 2 * doubleCount + at
    const range = view.getUint16(rangeAt)
    for (let code = Math.max(first, next); code <= last && code < 0xffff; code++) {
      if (range === 0) {
        glyphs[code] = code + delta
        continue
      }
      const glyphAt = rangeAt + range + 2 * (code - first)
      if (glyphAt + 2 > view.byteLength) break
      const glyph = view.getUint16(glyphAt)
      glyphs[code] = glyph === 0 ? 0 : glyph + delta
    }
    next = Math.max(next, last + 1)
  }
  return glyphs
}

function readGroups(view: DataView, start: number): Uint16Array {
  const room = Math.floor((view.byteLength - start - 16) / 12)
  const count = Math.min(view.getUint32(start + 12), room)
  let largest = 0
  for (let index = 0; index < count; index++) {
    largest = Math.max(largest, view.getUint32(start + 16 + 12 * index + 4))
  }
  const glyphs = new Uint16Array(Math.min(largest, LAST_CODE_POINT) + 1)
  let next = 0
  for (let index = 0; index < count; index++) {
    const group = start + 16 + 12 * index
    const first = view.getUint32(group)
    const last = Math.min(view.getUint32(group + 4), LAST_CODE_POINT)
    const glyph = view.getUint32(group + 8)
    for (let code = Math.max(first, next); code <= last; code++) glyphs[code] = glyph + code - first
    next = Math.max(next, last + 1)
  }
  return glyphs
}

/**
 * The nominal glyph of every code point, as one array indexed by code point: 0, or past its end,
 * where the face has none. Reads `cmap` formats 4 and 12, which all text faces carry; their ranges
 * are ascending and apart, and what overlaps one before it, which could take forever, is passed over.
 */
export function readCharacterMap(cmap: Uint8Array, where: string): Uint16Array {
  const start = findUnicodeSubtable(cmap)
  if (start === undefined) {
    throw faceUnreadable(where, '没有 Unicode 字符表', 'it has no Unicode character map')
  }
  const view = viewOf(cmap)
  return view.getUint16(start) === 12 ? readGroups(view, start) : readSegments(view, start)
}
