import { crc32, deflateSync } from 'node:zlib'

const WIDTH = 1_600
const HEIGHT = 1_000_000
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const BITS_A_BYTE = 8

/** A sound black PNG of 1.6 thousand million pixels, whose file has a fifth of a megabyte. */
export function makeVastPng(): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(WIDTH, 0)
  header.writeUInt32BE(HEIGHT, 4)
  // One bit a pixel, and for each row a byte that says how it is coded.
  header[8] = 1
  const rows = Buffer.alloc(HEIGHT * (1 + WIDTH / BITS_A_BYTE))
  return Buffer.concat([
    Buffer.from(SIGNATURE),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, content: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content])
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  size.writeUInt32BE(content.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([size, named, sum])
}
