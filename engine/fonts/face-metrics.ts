import { faceUnreadable } from './face-error'
import { readOs2 } from './os2-table'
import { requireTable, viewOf, type SfntTables } from './sfnt'

/** What the header tables of a face say of it as a whole; lengths in font units. */
export interface FaceMetrics {
  readonly unitsPerEm: number
  readonly ascent: number
  readonly descent: number
  readonly capHeight: number
  readonly bounds: readonly [number, number, number, number]
  readonly italicAngle: number
  readonly glyphCount: number
  /** Advance of every glyph. */
  readonly advances: Uint16Array
  readonly outlines: 'TrueType' | 'CFF'
  readonly mayEmbed: boolean
}

const HEAD_MAGIC = 0x5f0f3cf5

function readAdvances(hmtx: Uint8Array, metricCount: number, glyphCount: number): Uint16Array {
  const view = viewOf(hmtx)
  const advances = new Uint16Array(glyphCount)
  for (let glyph = 0; glyph < glyphCount; glyph++) {
    advances[glyph] = view.getUint16(4 * Math.min(glyph, metricCount - 1))
  }
  return advances
}

/** Which outlines a face has; of TrueType ones, whether they are all there. */
function findOutlines(
  tables: SfntTables,
  { glyphCount, longOffsets }: { glyphCount: number; longOffsets: boolean },
  where: string,
): 'TrueType' | 'CFF' {
  if (tables.has('CFF ')) return 'CFF'
  if (tables.has('CFF2')) {
    throw faceUnreadable(where, '它是 CFF2 可变字体', 'it is a variable font of CFF2 outlines')
  }
  const loca = requireTable(tables, 'loca', (glyphCount + 1) * (longOffsets ? 4 : 2), where)
  const end = longOffsets
    ? viewOf(loca).getUint32(4 * glyphCount)
    : 2 * viewOf(loca).getUint16(2 * glyphCount)
  requireTable(tables, 'glyf', end, where)
  return 'TrueType'
}

/** Reads `head`, `hhea`, `maxp`, `hmtx`, `OS/2` and `post`, and checks that `glyf` is whole. */
export function readMetrics(tables: SfntTables, where: string): FaceMetrics {
  const head = viewOf(requireTable(tables, 'head', 54, where))
  const unitsPerEm = head.getUint16(18)
  if (head.getUint32(12) !== HEAD_MAGIC || unitsPerEm < 16 || unitsPerEm > 16384) {
    throw faceUnreadable(where, 'head 表已损坏', 'its head table is damaged')
  }
  const glyphCount = viewOf(requireTable(tables, 'maxp', 6, where)).getUint16(4)
  if (glyphCount === 0) throw faceUnreadable(where, '它没有字形', 'it has no glyphs')

  const hhea = viewOf(requireTable(tables, 'hhea', 36, where))
  const metricCount = hhea.getUint16(34)
  if (metricCount === 0 || metricCount > glyphCount) {
    throw faceUnreadable(where, 'hhea 表已损坏', 'its hhea table is damaged')
  }
  const leastMetrics = 4 * metricCount + 2 * (glyphCount - metricCount)
  const hmtx = requireTable(tables, 'hmtx', leastMetrics, where)

  const ascent = hhea.getInt16(4)
  const { capHeight, mayEmbed } = readOs2(tables.get('OS/2')?.bytes)
  const post = tables.get('post')?.bytes
  return {
    unitsPerEm,
    ascent,
    descent: hhea.getInt16(6),
    capHeight: capHeight ?? Math.round(ascent * 0.8),
    bounds: [head.getInt16(36), head.getInt16(38), head.getInt16(40), head.getInt16(42)],
    italicAngle: post && post.length >= 8 ? viewOf(post).getInt32(4) / 0x10000 : 0,
    glyphCount,
    advances: readAdvances(hmtx, metricCount, glyphCount),
    outlines: findOutlines(tables, { glyphCount, longOffsets: head.getInt16(50) === 1 }, where),
    mayEmbed,
  }
}
