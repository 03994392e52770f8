import {
  type BytePlace,
  findComponents,
  PLACE_TABLES,
  readOutlinePlaces,
  writeFewGlyphs,
} from '../../engine/fonts/few-glyphs'
import { faceUnreadable } from '../../engine/fonts/face-error'
import { LARGEST_FACE_BYTES, type SfntTable, viewOf } from '../../engine/fonts/sfnt'
import { explainFileError } from '../file-error'
import { FontFile } from './font-file'
import type { FoundFace } from './read-face-file'

/** A font file with a few glyphs of a face, each at its place in `glyphs`. */
export interface FewGlyphs {
  readonly bytes: Uint8Array
  /** Their numbers in the face. */
  readonly glyphs: readonly number[]
}

/** Outlines that lie as near as this to each other are read at once. */
const NEAR_BYTES = 65_536

/**
 * Reads what draws some glyphs of a face, and of its file nothing else. `undefined` where that is
 * not to be had: the face is packed, or its outlines are not TrueType.
 * @throws {BanxinError} when the file cannot be read or is damaged.
 */
export async function readFewGlyphs(
  { family, weight, path, packed, collectionIndex }: FoundFace,
  wanted: readonly number[],
): Promise<FewGlyphs | undefined> {
  if (packed) return undefined
  const where = `${family}/${String(weight)}`
  try {
    return await FontFile.read(path, async (file) => {
      const start = (await file.faceStarts())[collectionIndex] ?? 0
      const places = await file.directory(start)
      const glyf = places.get('glyf')
      if (glyf === undefined) return undefined
      const tables = new Map<string, SfntTable>()
      for (const tag of PLACE_TABLES) {
        const place = places.get(tag)
        if (place === undefined) continue
        const { offset, length, checksum } = place
        tables.set(tag, { bytes: await file.bytes(offset, length), checksum })
      }
      const placeOf = readOutlinePlaces(tables, where)
      const outlines = new Map<number, Uint8Array>()
      let room = LARGEST_FACE_BYTES
      let next = [...new Set(wanted)]
      while (next.length > 0) {
        const found = next.map((glyph) => placeOf(glyph))
        for (const { length } of found) room -= length
        if (room < 0) throw faceUnreadable(where, '字形数据太大', 'its glyphs are too large')
        const read = await readPlaces(file, glyf.offset, found)
        for (const [index, glyph] of next.entries()) outlines.set(glyph, read[index] ?? EMPTY)
        next = [...componentsOf(read)].filter((glyph) => !outlines.has(glyph))
      }
      return { bytes: writeFewGlyphs(tables, outlines, where), glyphs: [...outlines.keys()] }
    })
  } catch (error) {
    throw explainFileError(error, where)
  }
}

const EMPTY = new Uint8Array(0)

function componentsOf(outlines: readonly Uint8Array[]): ReadonlySet<number> {
  return new Set(
    outlines.flatMap((outline) =>
      findComponents(outline).map((place) => viewOf(outline).getUint16(place)),
    ),
  )
}

/** The bytes at some places beyond `base`, in their order, in as few reads as are worth it. */
async function readPlaces(
  file: FontFile,
  base: number,
  places: readonly BytePlace[],
): Promise<readonly Uint8Array[]> {
  const read: Uint8Array[] = places.map(() => EMPTY)
  const sorted = [...places.entries()]
    .filter(([, { length }]) => length > 0)
    .sort(([, one], [, other]) => one.offset - other.offset)
  const runs: (typeof sorted)[] = []
  let end = -Infinity
  for (const entry of sorted) {
    const { offset, length } = entry[1]
    if (offset - end <= NEAR_BYTES) runs.at(-1)?.push(entry)
    else runs.push([entry])
    end = Math.max(end, offset + length)
  }
  await Promise.all(
    runs.map(async (run) => {
      const from = run[0]?.[1].offset ?? 0
      const to = Math.max(...run.map(([, { offset, length }]) => offset + length))
      const bytes = await file.bytes(base + from, to - from)
      for (const [index, { offset, length }] of run) {
        read[index] = bytes.subarray(offset - from, offset - from + length)
      }
    }),
  )
  return read
}
