import { faceUnreadable } from './face-error'
import { viewOf } from './sfnt'

const CHARSET = 15
const ESCAPE = 12
/** `ROS`, the operator that only CID-keyed fonts have; those of two bytes count from 256. */
const ROS = 256 + 30
/** Charsets below are names of Latin sets, not offsets. */
const FIRST_CHARSET_OFFSET = 3

/**
 * The CID of every glyph of a CID-keyed CFF table (Adobe Technical Note 5176, 9, 13 and 18), which
 * is how a PDF calls them; `undefined` where glyphs have names instead, for then it calls them by
 * their numbers. A damaged table is `face-unreadable`.
 */
export function readCids(
  cff: Uint8Array,
  glyphCount: number,
  where: string,
): Uint16Array | undefined {
  try {
    const view = viewOf(cff)
    const top = readTopDict(view)
    if (!top.has(ROS)) return undefined
    return readCharset(view, top.get(CHARSET) ?? 0, glyphCount)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw faceUnreadable(where, 'CFF 表已损坏', 'its CFF table is damaged')
  }
}

/** The last operand of each operator of the one Top DICT, where that is an integer. */
function readTopDict(view: DataView): ReadonlyMap<number, number> {
  const names = readIndex(view, view.getUint8(2))
  const [start, end] = readIndex(view, names.end).first
  const operands = new Map<number, number>()
  let last = 0
  let at = start
  while (at < end) {
    const byte = view.getUint8(at)
    if (byte <= 21) {
      const operator = byte === ESCAPE ? 256 + view.getUint8(at + 1) : byte
      operands.set(operator, last)
      at += byte === ESCAPE ? 2 : 1
      continue
    }
    const number = readNumber(view, at)
    last = number.value
    at = number.end
  }
  return operands
}

/** A number of a DICT; reals, which no offset is, count as 0. */
function readNumber(view: DataView, at: number): { value: number; end: number } {
  const byte = view.getUint8(at)
  if (byte === 28) return { value: view.getInt16(at + 1), end: at + 3 }
  if (byte === 29) return { value: view.getInt32(at + 1), end: at + 5 }
  if (byte === 30) {
    let end = at + 1
    while ((view.getUint8(end) & 0x0f) !== 0x0f && view.getUint8(end) >> 4 !== 0x0f) end++
    return { value: 0, end: end + 1 }
  }
  if (byte < 247) return { value: byte - 139, end: at + 1 }
  const rest = view.getUint8(at + 1)
  if (byte < 251) return { value: 256 * (byte - 247) + rest + 108, end: at + 2 }
  return { value: -256 * (byte - 251) - rest - 108, end: at + 2 }
}

/** Where the first object of an INDEX lies, and where the INDEX ends. */
function readIndex(
  view: DataView,
  start: number,
): { first: readonly [start: number, end: number]; end: number } {
  const count = view.getUint16(start)
  if (count === 0) return { first: [0, 0], end: start + 2 }
  const size = view.getUint8(start + 2)
  const offsetAt = (index: number): number => {
    let offset = 0
    for (let byte = 0; byte < size; byte++) {
      offset = 256 * offset + view.getUint8(start + 3 + size * index + byte)
    }
    return offset
  }
  const data = start + 2 + size * (count + 1)
  return { first: [data + offsetAt(0), data + offsetAt(1)], end: data + offsetAt(count) }
}

function readCharset(view: DataView, start: number, glyphCount: number): Uint16Array {
  const cids = Uint16Array.from({ length: glyphCount }, (_, glyph) => glyph)
  if (start < FIRST_CHARSET_OFFSET) return cids
  const format = view.getUint8(start)
  let at = start + 1
  let glyph = 1
  while (glyph < glyphCount) {
    const first = view.getUint16(at)
    const more = format === 0 ? 0 : format === 1 ? view.getUint8(at + 2) : view.getUint16(at + 2)
    for (let index = 0; index <= more && glyph < glyphCount; index++) cids[glyph++] = first + index
    at += 2 + Math.min(format, 2)
  }
  return cids
}
