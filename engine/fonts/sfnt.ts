import { faceUnreadable } from './face-error'

/** A table of a font file: a view into the file, and the checksum that its directory gives. */
export interface SfntTable {
  readonly bytes: Uint8Array
  readonly checksum: number
}

/** The tables of one face by tag (OpenType 1.9, "Organization of an OpenType font"). */
export type SfntTables = ReadonlyMap<string, SfntTable>

/** The largest font file that is read. */
export const LARGEST_FACE_BYTES = 128 * 1024 * 1024

const TRUETYPE = 0x00010000
const TRUETYPE_APPLE = 0x74727565
const POSTSCRIPT = 0x4f54544f
const FLAVOURS = new Set([TRUETYPE, TRUETYPE_APPLE, POSTSCRIPT])
const COLLECTION = 0x74746366

/** A big-endian reader over part of a font file. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function offsetOfFace(bytes: Uint8Array, collectionIndex: number, where: string): number {
  const view = viewOf(bytes)
  if (view.getUint32(0) !== COLLECTION) {
    if (collectionIndex === 0) return 0
    throw faceUnreadable(where, '它不是字体集', 'it is not a collection')
  }
  const faceCount = view.getUint32(8)
  const at = 12 + 4 * collectionIndex
  if (collectionIndex >= faceCount || at + 4 > bytes.length) {
    throw faceUnreadable(
      where,
      `字体集里没有第 ${collectionIndex + 1} 款`,
      `the collection has no face ${collectionIndex + 1}`,
    )
  }
  return view.getUint32(at)
}

/**
 * Reads the table directory of a font file, or of face `collectionIndex` of a collection.
 * `where` names the face in the `face-unreadable` error that a damaged or foreign file raises.
 */
export function readSfnt(bytes: Uint8Array, collectionIndex: number, where: string): SfntTables {
  if (bytes.length > LARGEST_FACE_BYTES) {
    throw faceUnreadable(where, '文件超过 128 MB', 'it is larger than 128 MB')
  }
  const cutShort = () => faceUnreadable(where, '文件不完整', 'it is cut short')
  if (bytes.length < 16) throw cutShort()
  const start = offsetOfFace(bytes, collectionIndex, where)
  if (start + 12 > bytes.length) throw cutShort()
  const view = viewOf(bytes)
  const flavour = view.getUint32(start)
  if (!FLAVOURS.has(flavour)) {
    throw faceUnreadable(where, '它不是字体', 'it is not a font')
  }
  const tableCount = view.getUint16(start + 4)
  if (start + 12 + 16 * tableCount > bytes.length) throw cutShort()
  const tables = new Map<string, SfntTable>()
  // Hostile tables may overlap, so that they come to more than their file holds.
  let room = LARGEST_FACE_BYTES
  for (let index = 0; index < tableCount; index++) {
    const entry = start + 12 + 16 * index
    const tag = String.fromCharCode(...bytes.subarray(entry, entry + 4))
    const offset = view.getUint32(entry + 8)
    const length = view.getUint32(entry + 12)
    room -= length
    if (offset + length > bytes.length || room < 0) throw cutShort()
    tables.set(tag, {
      bytes: bytes.subarray(offset, offset + length),
      checksum: view.getUint32(entry + 4),
    })
  }
  return tables
}

/** The table `tag`, at least `leastBytes` long; a face without it is `face-unreadable`. */
export function requireTable(
  tables: SfntTables,
  tag: string,
  leastBytes: number,
  where: string,
): Uint8Array {
  const table = tables.get(tag)?.bytes
  if (table === undefined) {
    throw faceUnreadable(where, `缺少 ${tag} 表`, `it has no ${tag} table`)
  }
  if (table.length < leastBytes) {
    throw faceUnreadable(where, `${tag} 表不完整`, `its ${tag} table is cut short`)
  }
  return table
}

/**
 * Lays tables out as a font file, tags sorted and each table on a four-byte boundary. The
 * file is written into the memory that `allocate` gives for its size.
 */
export function writeSfnt(
  tables: SfntTables,
  allocate: (size: number) => Uint8Array = (size) => new Uint8Array(size),
): Uint8Array {
  const entries = [...tables].sort(([one], [other]) => (one < other ? -1 : 1))
  const directoryEnd = 12 + 16 * entries.length
  const padded = (length: number) => (length + 3) & ~3
  let size = directoryEnd
  for (const [, table] of entries) size += padded(table.bytes.length)

  const file = allocate(size)
  const view = viewOf(file)
  const entrySelector = 31 - Math.clz32(Math.max(1, entries.length))
  const searchRange = 16 << entrySelector
  view.setUint32(0, tables.has('CFF ') ? POSTSCRIPT : TRUETYPE)
  view.setUint16(4, entries.length)
  view.setUint16(6, searchRange)
  view.setUint16(8, entrySelector)
  view.setUint16(10, 16 * entries.length - searchRange)
  let offset = directoryEnd
  for (const [index, [tag, table]] of entries.entries()) {
    const entry = 12 + 16 * index
    for (let letter = 0; letter < 4; letter++) file[entry + letter] = tag.charCodeAt(letter)
    view.setUint32(entry + 4, table.checksum)
    view.setUint32(entry + 8, offset)
    view.setUint32(entry + 12, table.bytes.length)
    file.set(table.bytes, offset)
    offset += padded(table.bytes.length)
  }
  return file
}
