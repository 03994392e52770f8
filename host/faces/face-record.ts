import { describeFace, type FaceDescription } from '../../engine/fonts/face-description'
import { FontFile, type TablePlace } from './font-file'

/** A face of the system: what it says of itself, and where it lies. */
export interface FaceRecord extends FaceDescription {
  readonly path: string
  /** Which face of its file, when that is a collection; 0 otherwise. */
  readonly collectionIndex: number
}

/** The tables that describe a face, and how much of each is read at most. */
const DESCRIBING_BYTES = { name: 256 * 1024, 'OS/2': 128, head: 54 } as const

/**
 * The faces of a font file, told from its directory and three small tables. Of a file that is
 * damaged, foreign or forbidden those are left out that cannot be told.
 */
export async function readFaceRecords(path: string): Promise<readonly FaceRecord[]> {
  const records: FaceRecord[] = []
  await FontFile.read(path, async (file) => {
    for (const [collectionIndex, start] of (await file.faceStarts()).entries()) {
      const description = await describe(file, start).catch(() => undefined)
      if (description !== undefined) records.push({ ...description, path, collectionIndex })
    }
  }).catch(() => undefined)
  return records
}

async function describe(file: FontFile, start: number): Promise<FaceDescription | undefined> {
  const places = await file.directory(start)
  const tables = new Map<string, Uint8Array>()
  for (const [tag, mostBytes] of Object.entries(DESCRIBING_BYTES)) {
    const place = places.get(tag)
    if (place === undefined) continue
    tables.set(tag, await file.bytes(place.offset, Math.min(place.length, mostBytes)))
  }
  const description = describeFace(tables, new Set(places.keys()))
  if (description === undefined || isWhole(file, places)) return description
  return { ...description, flaw: 'unreadable' }
}

function isWhole(file: FontFile, places: ReadonlyMap<string, TablePlace>): boolean {
  return [...places.values()].every(({ offset, length }) => offset + length <= file.byteCount)
}
