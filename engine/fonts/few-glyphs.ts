import { requireTable, type SfntTable, type SfntTables, viewOf, writeSfnt } from './sfnt'

/** Where something lies in a table, in bytes. */
export interface BytePlace {
  readonly offset: number
  readonly length: number
}

/** What of a TrueType face says where the outlines of its glyphs lie, and how wide these are. */
export const PLACE_TABLES = ['head', 'hhea', 'hmtx', 'loca', 'maxp'] as const

const HEAD_BYTES = 54
const LONG_OFFSETS_AT = 50
const HHEA_BYTES = 36
const METRIC_COUNT_AT = 34
const MAXP_BYTES = 6
const GLYPH_COUNT_AT = 4
const NOWHERE: BytePlace = { offset: 0, length: 0 }

/**
 * Reads where the outline of each glyph lies in `glyf` (OpenType 1.9, "loca"); a glyph that the
 * face does not have lies nowhere.
 */
export function readOutlinePlaces(tables: SfntTables, where: string): (glyph: number) => BytePlace {
  const isLong = viewOf(requireTable(tables, 'head', HEAD_BYTES, where)).getInt16(LONG_OFFSETS_AT)
  const loca = viewOf(requireTable(tables, 'loca', 0, where))
  const width = isLong === 1 ? 4 : 2
  const at = (index: number): number =>
    isLong === 1 ? loca.getUint32(4 * index) : 2 * loca.getUint16(2 * index)
  return (glyph) => {
    if (width * (glyph + 2) > loca.byteLength) return NOWHERE
    const offset = at(glyph)
    return { offset, length: Math.max(0, at(glyph + 1) - offset) }
  }
}

const WORDS = 0x1
const SCALE = 0x8
const MORE = 0x20
const TWO_SCALES = 0x40
const MATRIX = 0x80
const OUTLINE_HEADER_BYTES = 10

/**
 * Where an outline that is put together of others names these, as offsets of their numbers
 * (OpenType 1.9, "glyf", composite glyph description); none where it is drawn by itself.
 */
export function findComponents(outline: Uint8Array): readonly number[] {
  const view = viewOf(outline)
  const places: number[] = []
  if (outline.length < OUTLINE_HEADER_BYTES || view.getInt16(0) >= 0) return places
  for (let at = OUTLINE_HEADER_BYTES; at + 4 <= outline.length;) {
    const flags = view.getUint16(at)
    places.push(at + 2)
    if ((flags & MORE) === 0) break
    at += 4 + (flags & WORDS ? 4 : 2)
    if (flags & MATRIX) at += 8
    else if (flags & TWO_SCALES) at += 4
    else if (flags & SCALE) at += 2
  }
  return places
}

/**
 * A font file that draws a few glyphs of a TrueType face as the face itself does, and can do
 * nothing else. They are numbered anew, in their order; what one of them is put together of has to
 * be among them.
 */
export function writeFewGlyphs(
  tables: SfntTables,
  outlines: ReadonlyMap<number, Uint8Array>,
  where: string,
): Uint8Array {
  const numbers = new Map([...outlines.keys()].map((glyph, index) => [glyph, index]))
  const head = requireTable(tables, 'head', HEAD_BYTES, where).slice()
  viewOf(head).setInt16(LONG_OFFSETS_AT, 1)
  const maxp = requireTable(tables, 'maxp', MAXP_BYTES, where).slice()
  viewOf(maxp).setUint16(GLYPH_COUNT_AT, outlines.size)
  const hhea = requireTable(tables, 'hhea', HHEA_BYTES, where).slice()
  const metricCount = viewOf(hhea).getUint16(METRIC_COUNT_AT)
  viewOf(hhea).setUint16(METRIC_COUNT_AT, outlines.size)
  const whole = viewOf(requireTable(tables, 'hmtx', 4 * Math.max(1, metricCount), where))

  const hmtx = new Uint8Array(4 * outlines.size)
  const loca = new Uint8Array(4 * (outlines.size + 1))
  let end = 0
  for (const [glyph, index] of numbers) {
    viewOf(hmtx).setUint32(4 * index, readMetric(whole, glyph, metricCount))
    end += outlines.get(glyph)?.length ?? 0
    viewOf(loca).setUint32(4 * (index + 1), end)
  }
  const glyf = new Uint8Array(end)
  for (const [glyph, index] of numbers) {
    const outline = outlines.get(glyph)
    if (outline === undefined) continue
    const at = viewOf(loca).getUint32(4 * index)
    glyf.set(outline, at)
    const written = viewOf(glyf.subarray(at, at + outline.length))
    for (const place of findComponents(outline)) {
      written.setUint16(place, numbers.get(written.getUint16(place)) ?? 0)
    }
  }
  const made = { head, hhea, hmtx, loca, maxp, glyf }
  const entries = Object.entries(made).map(([tag, bytes]): [string, SfntTable] => [
    tag,
    { bytes, checksum: 0 },
  ])
  return writeSfnt(new Map(entries))
}

/** Advance and left side bearing of a glyph, as one number (OpenType 1.9, "hmtx"). */
function readMetric(hmtx: DataView, glyph: number, metricCount: number): number {
  if (glyph < metricCount) return hmtx.getUint32(4 * glyph)
  const advance = hmtx.getUint16(4 * (metricCount - 1))
  const bearingAt = 4 * metricCount + 2 * (glyph - metricCount)
  const bearing = bearingAt + 2 <= hmtx.byteLength ? hmtx.getUint16(bearingAt) : 0
  return advance * 0x10000 + bearing
}
