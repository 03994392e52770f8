import { readSfnt, type SfntTable, writeSfnt } from './sfnt'

/** Tables that only drawing reads; of a Han face they are nearly all. */
const DRAWN_TABLES = new Set([
  'CBDT',
  'CBLC',
  'COLR',
  'EBDT',
  'EBLC',
  'SVG ',
  'cvt ',
  'fpgm',
  'gvar',
  'prep',
  'sbix',
  'vhea',
  'vmtx',
])

/** What a face whose glyphs are blank has of a table. */
export type BlankTable = 'whole' | 'zeros' | 'empty' | 'none'

/** What of a table, by its tag, is left in a face whose glyphs are blank. */
export function blankTable(tag: string): BlankTable {
  if (DRAWN_TABLES.has(tag)) return 'none'
  // `loca` has a place for every glyph, and all of them are the start of an empty `glyf`.
  if (tag === 'loca') return 'zeros'
  return tag === 'glyf' || tag === 'CFF ' ? 'empty' : 'whole'
}

/**
 * A face of a font file as a file of its own in which every glyph is blank. Opened, it has the
 * characters, advances, metrics and shaping of the whole in about a fortieth of its bytes, and no
 * outlines. `where` names the face in the `face-unreadable` error of a damaged file.
 */
export function blankOutlines(
  bytes: Uint8Array,
  collectionIndex: number,
  where: string,
): Uint8Array {
  const tables = new Map<string, SfntTable>()
  for (const [tag, table] of readSfnt(bytes, collectionIndex, where)) {
    const left = blankTable(tag)
    if (left === 'whole') tables.set(tag, table)
    else if (left !== 'none') tables.set(tag, zeroTable(left === 'zeros' ? table.bytes.length : 0))
  }
  return writeSfnt(tables)
}

/** A table of zeros. */
export function zeroTable(length: number): SfntTable {
  return { bytes: new Uint8Array(length), checksum: 0 }
}
