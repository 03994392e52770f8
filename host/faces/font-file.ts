import { open, type FileHandle } from 'node:fs/promises'
import { basename } from 'node:path'
import { faceUnreadable } from '../../engine/fonts/face-error'
import { viewOf } from '../../engine/fonts/sfnt'

/** Where a table lies in its file. */
export interface TablePlace {
  readonly offset: number
  readonly length: number
  readonly checksum: number
}

const COLLECTION = 0x74746366
const FLAVOURS = new Set([0x00010000, 0x74727565, 0x4f54544f])
const MOST_FACES = 512
const MOST_TABLES = 128
const HEADER_BYTES = 12
const ENTRY_BYTES = 16
/** The directory of a font and its small tables mostly lie here, so that one read gives them all. */
const START_BYTES = 4_096

/** A font file on disk, of which only what is asked for is read; every place is checked before. */
export class FontFile {
  readonly byteCount: number
  readonly #handle: FileHandle
  readonly #name: string
  readonly #start: Uint8Array

  private constructor(handle: FileHandle, name: string, byteCount: number, start: Uint8Array) {
    this.#handle = handle
    this.#name = name
    this.byteCount = byteCount
    this.#start = start
  }

  /**
   * Opens a font file for as long as `work` takes.
   * @throws {BanxinError} `face-unreadable` when it is no regular file, or cut short.
   */
  static async read<T>(path: string, work: (file: FontFile) => Promise<T>): Promise<T> {
    const name = basename(path)
    const handle = await open(path)
    try {
      const status = await handle.stat()
      if (!status.isFile()) throw faceUnreadable(name, '它不是文件', 'it is no file')
      const start = await readExactly(handle, 0, Math.min(START_BYTES, status.size), name)
      return await work(new FontFile(handle, name, status.size, start))
    } finally {
      await handle.close()
    }
  }

  /** Bytes of the file; those beyond its end are `face-unreadable`. */
  async bytes(offset: number, length: number): Promise<Uint8Array> {
    if (offset + length > this.byteCount) throw cutShort(this.#name)
    if (offset + length <= this.#start.length) return this.#start.subarray(offset, offset + length)
    return readExactly(this.#handle, offset, length, this.#name)
  }

  /** Where each face begins: one, or as many as a collection holds. */
  async faceStarts(): Promise<readonly number[]> {
    const header = viewOf(await this.bytes(0, HEADER_BYTES))
    if (header.getUint32(0) !== COLLECTION) return [0]
    const count = Math.min(header.getUint32(8), MOST_FACES)
    const offsets = viewOf(await this.bytes(HEADER_BYTES, 4 * count))
    return Array.from({ length: count }, (_, index) => offsets.getUint32(4 * index))
  }

  /** The table directory of a face that begins at `start`; its tables may lie beyond the file. */
  async directory(start: number): Promise<ReadonlyMap<string, TablePlace>> {
    const header = viewOf(await this.bytes(start, HEADER_BYTES))
    const count = header.getUint16(4)
    if (!FLAVOURS.has(header.getUint32(0)) || count > MOST_TABLES) {
      throw faceUnreadable(this.#name, '它不是字体', 'it is not a font')
    }
    const entries = await this.bytes(start + HEADER_BYTES, ENTRY_BYTES * count)
    const view = viewOf(entries)
    const places = new Map<string, TablePlace>()
    for (let at = 0; at < entries.length; at += ENTRY_BYTES) {
      places.set(String.fromCharCode(...entries.subarray(at, at + 4)), {
        checksum: view.getUint32(at + 4),
        offset: view.getUint32(at + 8),
        length: view.getUint32(at + 12),
      })
    }
    return places
  }
}

async function readExactly(
  handle: FileHandle,
  offset: number,
  length: number,
  name: string,
): Promise<Uint8Array> {
  const bytes = new Uint8Array(length)
  const { bytesRead } = await handle.read(bytes, 0, length, offset)
  if (bytesRead < length) throw cutShort(name)
  return bytes
}

function cutShort(name: string): Error {
  return faceUnreadable(name, '文件不完整', 'it is cut short')
}
