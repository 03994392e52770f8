import { viewOf, writeSfnt, type SfntTable } from '../../engine/fonts/sfnt'

/** What a face of CFF outlines is made of for a test. */
export interface CffFaceParts {
  /** Its glyphs from 1 on; each is a square on the baseline, larger by 50 units than the one before. */
  readonly characters: string
  /** The CID of each glyph from 1 on; without them the font is keyed by names. */
  readonly cids?: readonly number[]
}

/** The side of the square of a glyph in units of 1000 an em; `.notdef` is blank. */
export function squareSide(glyph: number): number {
  return glyph === 0 ? 0 : 150 + 50 * glyph
}

/** A font file of CFF outlines (Adobe Technical Notes 5176 and 5177) that draws squares. */
export function makeCffFace({ characters, cids }: CffFaceParts): Uint8Array {
  const codePoints = [...characters].map((character) => character.codePointAt(0) ?? 0)
  const glyphCount = codePoints.length + 1
  const tables: Record<string, number[]> = {
    'CFF ': makeCff(glyphCount, cids),
    cmap: makeCharacterMap(codePoints),
    head: [...u32(0x00010000, 0, 0, 0x5f0f3cf5), ...u16(0, 1000), ...u32(0, 0, 0, 0)].concat(
      u16(0, 0, 1000, 1000, 0, 8, 2, 0, 0),
    ),
    hhea: [...u32(0x00010000), ...u16(880, -120, 0, 1000), ...u16(...Array<number>(11).fill(0))],
    hmtx: Array.from({ length: glyphCount }, () => u16(1000, 0)).flat(),
    maxp: [...u32(0x00005000), ...u16(glyphCount)],
  }
  tables['hhea']?.push(...u16(glyphCount))
  const entries = Object.entries(tables).map(([tag, bytes]): [string, SfntTable] => [
    tag,
    { bytes: Uint8Array.from(bytes), checksum: 0 },
  ])
  return writeSfnt(new Map(entries))
}

function makeCff(glyphCount: number, cids: readonly number[] | undefined): number[] {
  const outlines = Array.from({ length: glyphCount }, (_, glyph) => drawSquare(squareSide(glyph)))
  const defaultWidth = [...dictNumber(1000), 20]
  const ids = cids ?? Array.from({ length: glyphCount - 1 }, (_, index) => index + 1)
  const parts = {
    charset: [0, ...u16(...ids)],
    outlines: index(outlines),
    private: defaultWidth,
    select: [0, ...Array<number>(glyphCount).fill(0)],
  }
  const names = index([[...'Squares'].map((letter) => letter.charCodeAt(0))])
  const strings = index(
    cids ? ['Adobe', 'Identity'].map((word) => [...word].map((at) => at.charCodeAt(0))) : [],
  )
  const header = [1, 0, 4, 4]
  /** Its numbers are all of one length, so that offsets do not move what they point to. */
  const topDict = (start: number): number[] => {
    const outlinesAt = start + parts.charset.length
    const privateAt = outlinesAt + parts.outlines.length
    const selectAt = privateAt + parts.private.length
    const privateDict = [...dictNumber(parts.private.length), ...dictNumber(privateAt), 18]
    const common = [...dictNumber(start), 15, ...dictNumber(outlinesAt), 17]
    if (cids === undefined) return [...common, ...privateDict]
    const keyed = [...dictNumber(391), ...dictNumber(392), ...dictNumber(0), 12, 30]
    const arrayAt = selectAt + parts.select.length
    return [...keyed, ...common, ...dictNumber(selectAt), 12, 37, ...dictNumber(arrayAt), 12, 36]
  }
  const head = (start: number): number[] => [
    ...header,
    ...names,
    ...index([topDict(start)]),
    ...strings,
    ...index([]),
  ]
  const start = head(0).length
  const privateAt = start + parts.charset.length + parts.outlines.length
  const fontDict = [...dictNumber(parts.private.length), ...dictNumber(privateAt), 18]
  const body = [...head(start), ...parts.charset, ...parts.outlines, ...parts.private]
  return cids ? [...body, ...parts.select, ...index([fontDict])] : body
}

/** A Type 2 charstring. */
function drawSquare(side: number): number[] {
  if (side === 0) return [14]
  const number = (value: number): number[] => [28, ...u16(value)]
  const corner = [...number(100), ...number(0), 21]
  return [...corner, ...number(side), 6, ...number(side), 7, ...number(-side), 6, 14]
}

function makeCharacterMap(codePoints: readonly number[]): number[] {
  const groups = codePoints
    .map((codePoint, index) => [codePoint, codePoint, index + 1] as const)
    .sort(([one], [other]) => one - other)
  const subtable = [...u16(12, 0), ...u32(16 + 12 * groups.length, 0, groups.length)]
  return [...u16(0, 1, 3, 10), ...u32(12), ...subtable, ...u32(...groups.flat())]
}

function index(objects: readonly (readonly number[])[]): number[] {
  if (objects.length === 0) return u16(0)
  let end = 1
  const offsets = [end, ...objects.map((object) => (end += object.length))]
  return [...u16(objects.length), 4, ...u32(...offsets), ...objects.flat()]
}

function dictNumber(value: number): number[] {
  return [29, ...u32(value)]
}

function u16(...values: readonly number[]): number[] {
  return values.flatMap((value) => [(value >> 8) & 0xff, value & 0xff])
}

function u32(...values: readonly number[]): number[] {
  const bytes = new Uint8Array(4 * values.length)
  for (const [at, value] of values.entries()) viewOf(bytes).setInt32(4 * at, value)
  return [...bytes]
}
