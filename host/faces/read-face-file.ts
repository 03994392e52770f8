import { readFile } from 'node:fs/promises'
import { inflateSync } from 'node:zlib'
import { faceUnreadable } from '../../engine/fonts/face-error'
import type { FaceIdentity } from '../../engine/fonts/open-face'
import { LARGEST_FACE_BYTES, writeSfnt, type SfntTable } from '../../engine/fonts/sfnt'
import { unpackWoff } from '../../engine/fonts/woff'
import { explainFileError } from '../file-error'
import { FontFile } from './font-file'

/** A face as it was found on disk. */
export interface FoundFace extends FaceIdentity {
  readonly source: 'bundled' | 'system'
  readonly path: string
  /** Which face of its file, when that is a collection; 0 otherwise. */
  readonly collectionIndex: number
  /** Whether it is a WOFF 1.0 file. */
  readonly packed: boolean
}

/**
 * The bytes of one face as a font file of its own: unpacked, and taken out of its collection, of
 * which nothing else is read.
 * @throws {BanxinError} when the file cannot be read, is damaged, or is larger than faces are.
 */
export async function readFaceFile(face: FoundFace): Promise<Uint8Array> {
  const { family, weight, path, packed, collectionIndex } = face
  const where = `${family}/${weight}`
  try {
    if (packed) return unpackWoff(await readFile(path), inflate, where)
    return await FontFile.read(path, (font) => takeFace(font, collectionIndex, where))
  } catch (error) {
    throw explainFileError(error, path)
  }
}

async function takeFace(file: FontFile, index: number, where: string): Promise<Uint8Array> {
  const starts = await file.faceStarts()
  const start = starts[index]
  if (start === undefined) {
    throw faceUnreadable(where, '字体集里没有这一款', 'the collection has no such face')
  }
  const places = await file.directory(start)
  let room = LARGEST_FACE_BYTES
  for (const { length } of places.values()) room -= length
  if (room < 0) throw faceUnreadable(where, '字体超过 128 MB', 'it is larger than 128 MB')
  if (starts.length === 1 && start === 0) return file.bytes(0, file.byteCount)
  const tables = new Map<string, SfntTable>()
  for (const [tag, { offset, length, checksum }] of places) {
    tables.set(tag, { bytes: await file.bytes(offset, length), checksum })
  }
  return writeSfnt(tables)
}

function inflate(deflated: Uint8Array, length: number): Uint8Array {
  return inflateSync(deflated, { maxOutputLength: length })
}
