import { Inflate } from 'fflate'
import { packageError } from './package-error'
import { type ZipEntry, packedBytes } from './zip-directory'

const STORED = 0
const DEFLATED = 8

/** Packed bytes taken in at once: enough to be quick, few enough that a bomb is stopped early. */
const CHUNK_BYTES = 16_384

/**
 * The bytes of an entry, exactly as many as its directory says and with its checksum. No
 * more than `mostBytes` are ever unpacked, whatever the directory says.
 * @throws {BanxinError} one of the `package-…` codes, naming the entry.
 */
export function readEntry(bytes: Uint8Array, entry: ZipEntry, mostBytes: number): Uint8Array {
  const content = unpackEntry(bytes, entry, mostBytes)
  checkEntry(content, entry)
  return content
}

/**
 * The bytes of an entry as `readEntry` gives them, whatever their checksum: for who checks them in
 * a better way.
 * @throws {BanxinError} as `readEntry` does.
 */
export function unpackEntry(bytes: Uint8Array, entry: ZipEntry, mostBytes: number): Uint8Array {
  const { name, size } = entry
  if (size > mostBytes) throw packageError('package-too-large', name)
  const packed = packedBytes(bytes, entry)
  const content = entry.method === STORED ? packed : inflate(packed, entry)
  if (content.length !== size) throw packageError('package-damaged', name)
  return content
}

/** @throws {BanxinError} `package-damaged` when the bytes of an entry have another checksum. */
export function checkEntry(content: Uint8Array, entry: ZipEntry): void {
  if (crc32(content) !== entry.crc32) throw packageError('package-damaged', entry.name)
}

function inflate(packed: Uint8Array, { name, method, size }: ZipEntry): Uint8Array {
  if (method !== DEFLATED) throw packageError('package-method', name)
  const content = new Uint8Array(size)
  let length = 0
  const inflater = new Inflate((chunk) => {
    if (length + chunk.length > size) throw packageError('package-damaged', name)
    content.set(chunk, length)
    length += chunk.length
  })
  try {
    for (let at = 0; at < packed.length; at += CHUNK_BYTES) {
      const end = at + CHUNK_BYTES
      inflater.push(packed.subarray(at, end), end >= packed.length)
    }
  } catch {
    throw packageError('package-damaged', name)
  }
  return content.subarray(0, length)
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte
  for (let bit = 0; bit < 8; bit += 1) {
    remainder = (remainder & 1) === 1 ? 0xedb88320 ^ (remainder >>> 1) : remainder >>> 1
  }
  return remainder
})

/** The CRC-32 of a zip (APPNOTE 4.4.7). */
function crc32(bytes: Uint8Array): number {
  const remainder = bytes.reduce(
    (before, byte) => (CRC_TABLE[(before ^ byte) & 0xff] ?? 0) ^ (before >>> 8),
    0xffffffff,
  )
  return (remainder ^ 0xffffffff) >>> 0
}
