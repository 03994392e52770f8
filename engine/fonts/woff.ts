import { faceUnreadable } from './face-error'
import { LARGEST_FACE_BYTES, viewOf, writeSfnt, type SfntTable } from './sfnt'

/** Inflates a zlib stream that is known to hold `length` bytes; may throw on a damaged one. */
export type Inflate = (bytes: Uint8Array, length: number) => Uint8Array

const SIGNATURE = 0x774f4646
const HEADER_BYTES = 44
const ENTRY_BYTES = 20

/**
 * Unpacks a WOFF 1.0 file into the TrueType file that it was made of (W3C WOFF 1.0, 4 and 5).
 * `where` names the file in the `face-unreadable` error that a damaged one raises.
 */
export function unpackWoff(bytes: Uint8Array, inflate: Inflate, where: string): Uint8Array {
  const view = viewOf(bytes)
  if (bytes.length < HEADER_BYTES || view.getUint32(0) !== SIGNATURE) {
    throw faceUnreadable(where, '它不是 WOFF 文件', 'it is not a WOFF file')
  }
  const damaged = () => faceUnreadable(where, 'WOFF 已损坏', 'the WOFF file is damaged')
  const tableCount = view.getUint16(12)
  if (HEADER_BYTES + ENTRY_BYTES * tableCount > bytes.length) throw damaged()

  const unpackTable = (entry: number): SfntTable => {
    const offset = view.getUint32(entry + 4)
    const packedLength = view.getUint32(entry + 8)
    const length = view.getUint32(entry + 12)
    const checksum = view.getUint32(entry + 16)
    if (offset + packedLength > bytes.length || packedLength > length) throw damaged()
    const packed = bytes.subarray(offset, offset + packedLength)
    if (packedLength === length) return { bytes: packed, checksum }
    try {
      const table = inflate(packed, length)
      if (table.length === length) return { bytes: table, checksum }
    } catch {
      throw damaged()
    }
    throw damaged()
  }

  const tables = new Map<string, SfntTable>()
  let room = LARGEST_FACE_BYTES
  for (let index = 0; index < tableCount; index++) {
    const entry = HEADER_BYTES + ENTRY_BYTES * index
    room -= view.getUint32(entry + 12)
    if (room < 0) throw faceUnreadable(where, '解开后超过 128 MB', 'it unpacks to over 128 MB')
    tables.set(String.fromCharCode(...bytes.subarray(entry, entry + 4)), unpackTable(entry))
  }
  return writeSfnt(tables)
}
