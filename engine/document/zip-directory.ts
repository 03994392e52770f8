import { packageError } from './package-error'

/** An entry of a zip, as its central directory tells (APPNOTE 4.3.12). */
export interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly crc32: number
  readonly compressedSize: number
  readonly size: number
  /** Where its local header begins. */
  readonly offset: number
}

const END_SIGNATURE = 0x06054b50
const END_LENGTH = 22
const ENTRY_SIGNATURE = 0x02014b50
const ENTRY_LENGTH = 46
const LOCAL_SIGNATURE = 0x04034b50
const LONGEST_COMMENT = 0xffff
const LONGEST_NAME = 256
const MAXIMUM_ENTRIES = 10_000
const ENCRYPTED = 1

/**
 * The entries of a zip. Nothing is unpacked; every number is checked against the file itself.
 * @throws {BanxinError} one of the `package-…` codes.
 */
export function readDirectory(bytes: Uint8Array): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  const directory = view.getUint32(end + 16, true)
  if (count > MAXIMUM_ENTRIES) throw packageError('package-too-many-entries')
  const entries: ZipEntry[] = []
  const names = new Set<string>()
  let at = directory
  for (let index = 0; index < count; index += 1) {
    if (at + ENTRY_LENGTH > end || view.getUint32(at, true) !== ENTRY_SIGNATURE) {
      throw packageError('package-damaged')
    }
    const nameLength = view.getUint16(at + 28, true)
    const next =
      at + ENTRY_LENGTH + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    if (next > end || nameLength > LONGEST_NAME) throw packageError('package-damaged')
    const name = readName(bytes, at + ENTRY_LENGTH, nameLength)
    if (isUnsafe(name)) throw packageError('package-unsafe-name', JSON.stringify(name))
    if (names.has(name)) throw packageError('package-duplicate-name', name)
    if ((view.getUint16(at + 8, true) & ENCRYPTED) !== 0) throw packageError('package-method', name)
    names.add(name)
    entries.push({
      name,
      method: view.getUint16(at + 10, true),
      crc32: view.getUint32(at + 16, true),
      compressedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    })
    at = next
  }
  if (at !== end) throw packageError('package-damaged')
  return entries
}

/** The packed bytes of an entry, where its local header says that they begin. */
export function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { offset, name, compressedSize } = entry
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL_SIGNATURE) {
    throw packageError('package-damaged', name)
  }
  const nameLength = view.getUint16(offset + 26, true)
  const start = offset + 30 + nameLength + view.getUint16(offset + 28, true)
  if (start + compressedSize > bytes.length || readName(bytes, offset + 30, nameLength) !== name) {
    throw packageError('package-damaged', name)
  }
  return bytes.subarray(start, start + compressedSize)
}

/** Where the end record begins: the last one whose comment reaches to the end of the file. */
function findEnd(view: DataView): number {
  const size = view.byteLength
  const isZip = size >= 4 && view.getUint32(0, true) === LOCAL_SIGNATURE
  for (
    let at = size - END_LENGTH;
    at >= Math.max(0, size - END_LENGTH - LONGEST_COMMENT);
    at -= 1
  ) {
    const found = view.getUint32(at, true) === END_SIGNATURE
    if (found && at + END_LENGTH + view.getUint16(at + 20, true) === size) return at
  }
  throw packageError(isZip ? 'package-cut-short' : 'package-not-zip')
}

/** Names in a package are ASCII; whatever else stands there is shown byte by byte. */
function readName(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length))
}

function isUnsafe(name: string): boolean {
  return (
    name.startsWith('/') ||
    /[\\\u0000-\u001f:]/.test(name) ||
    name.split('/').some((part) => part === '..' || part === '.')
  )
}
