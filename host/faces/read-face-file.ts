import { readFile } from 'node:fs/promises'
import { inflateSync } from 'node:zlib'
import {
  blankOutlines,
  blankTable,
  type BlankTable,
  zeroTable,
} from '../../engine/fonts/blank-outlines'
import { faceUnreadable } from '../../engine/fonts/face-error'
import type { FaceIdentity } from '../../engine/fonts/open-face'
import {
  LARGEST_FACE_BYTES,
  type SfntTable,
  type SfntTables,
  writeSfnt,
} from '../../engine/fonts/sfnt'
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
  return readFace(face, takeFace)
}

/**
 * The bytes of one face as `blankOutlines` leaves it; of a file that is not packed, what is left
 * out is not even read.
 * @throws {BanxinError} as `readFaceFile` does.
 */
export async function readBlankFace(face: FoundFace): Promise<Uint8Array> {
  if (face.packed) return blankOutlines(await readFaceFile(face), 0, nameOf(face))
  return readFace(face, takeBlankFace)
}

/** Takes of an open font file the face that begins at `start`; `isAlone` if it has no other. */
type Take = (
  file: FontFile,
  face: { readonly start: number; readonly isAlone: boolean },
) => Promise<Uint8Array>

async function readFace(face: FoundFace, take: Take): Promise<Uint8Array> {
  const { path, packed, collectionIndex } = face
  const where = nameOf(face)
  try {
    if (packed) return unpackWoff(await readFile(path), inflate, where)
    return await FontFile.read(path, async (file) => {
      const starts = await file.faceStarts()
      const start = starts[collectionIndex]
      if (start === undefined) {
        throw faceUnreadable(where, '字体集里没有这一款', 'the collection has no such face')
      }
      let room = LARGEST_FACE_BYTES
      for (const { length } of (await file.directory(start)).values()) room -= length
      if (room < 0) throw faceUnreadable(where, '字体超过 128 MB', 'it is larger than 128 MB')
      return take(file, { start, isAlone: starts.length === 1 && start === 0 })
    })
  } catch (error) {
    throw explainFileError(error, where)
  }
}

const takeFace: Take = async (file, { start, isAlone }) => {
  if (isAlone) return file.bytes(0, file.byteCount)
  return writeSfnt(await readTables(file, start, () => 'whole'))
}

const takeBlankFace: Take = async (file, { start }) =>
  writeSfnt(await readTables(file, start, blankTable))

async function readTables(
  file: FontFile,
  start: number,
  partOf: (tag: string) => BlankTable,
): Promise<SfntTables> {
  const tables = new Map<string, SfntTable>()
  for (const [tag, { offset, length, checksum }] of await file.directory(start)) {
    const part = partOf(tag)
    if (part === 'whole') tables.set(tag, { bytes: await file.bytes(offset, length), checksum })
    else if (part !== 'none') tables.set(tag, zeroTable(part === 'zeros' ? length : 0))
  }
  return tables
}

const nameOf = ({ family, weight }: FoundFace): string => `${family}/${String(weight)}`

function inflate(deflated: Uint8Array, length: number): Uint8Array {
  return inflateSync(deflated, { maxOutputLength: length })
}
