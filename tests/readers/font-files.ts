import { readSfnt, viewOf, writeSfnt } from '../../engine/fonts/sfnt'

/** One string that a test writes into a `name` table. */
export interface WrittenName {
  readonly id: number
  readonly text: string
  /** English on Windows unless given. */
  readonly language?: number
  /** 3 is Windows, 1 the Macintosh, whose letters are bytes. */
  readonly platform?: 1 | 3
}

/** What a test changes in a real font file. */
export interface FaceChanges {
  readonly names?: readonly WrittenName[]
  readonly weight?: number
  readonly width?: number
  readonly fsType?: number
  readonly isItalic?: boolean
  /** Tables that it shall not have. */
  readonly without?: readonly string[]
  /** Tables that it shall have, empty. */
  readonly besides?: readonly string[]
}

/** The language of names in Simplified Chinese on Windows. */
export const CHINESE = 0x0804

const ITALIC = 1

/** A real font file that says other things of itself. */
export function changeFace(bytes: Uint8Array, changes: FaceChanges): Uint8Array {
  const { names, weight, width, fsType, isItalic, without = [], besides = [] } = changes
  const tables = new Map(readSfnt(bytes, 0, 'test'))
  const os2 = tables.get('OS/2')?.bytes.slice()
  if (os2 === undefined) throw new Error('no OS/2 table')
  const view = viewOf(os2)
  if (weight !== undefined) view.setUint16(4, weight)
  if (width !== undefined) view.setUint16(6, width)
  if (fsType !== undefined) view.setUint16(8, fsType)
  if (isItalic) view.setUint16(62, ITALIC)
  tables.set('OS/2', { bytes: os2, checksum: 0 })
  if (names !== undefined) tables.set('name', { bytes: writeNames(names), checksum: 0 })
  for (const tag of besides) tables.set(tag, { bytes: new Uint8Array(), checksum: 0 })
  for (const tag of without) tables.delete(tag)
  return writeSfnt(tables)
}

/** A `name` table. */
export function writeNames(names: readonly WrittenName[]): Uint8Array {
  const strings = names.map(({ text, platform = 3 }) =>
    [...text].flatMap((_, index) => {
      const unit = text.charCodeAt(index)
      return platform === 1 ? [unit & 0xff] : [unit >> 8, unit & 0xff]
    }),
  )
  const table = new Uint8Array(6 + 12 * names.length + strings.flat().length)
  const view = viewOf(table)
  view.setUint16(2, names.length)
  view.setUint16(4, 6 + 12 * names.length)
  let offset = 0
  for (const [index, { id, platform = 3, language }] of names.entries()) {
    const record = 6 + 12 * index
    const string = strings[index] ?? []
    const english = platform === 1 ? 0 : 0x0409
    const fields = [
      platform,
      platform === 1 ? 0 : 1,
      language ?? english,
      id,
      string.length,
      offset,
    ]
    for (const [field, value] of fields.entries()) view.setUint16(record + 2 * field, value)
    table.set(string, 6 + 12 * names.length + offset)
    offset += string.length
  }
  return table
}

/** The names of a family, plain. */
export function familyNames(english: string, chinese?: string): readonly WrittenName[] {
  const names: WrittenName[] = [{ id: 1, text: english }]
  if (chinese !== undefined) names.push({ id: 1, text: chinese, language: CHINESE })
  return [...names, { id: 6, text: english.replaceAll(' ', '') }]
}

/** A collection of font files, each with its directory and tables rebased (OpenType 1.9, "TTC"). */
export function joinCollection(faces: readonly Uint8Array[]): Uint8Array {
  const headerLength = 12 + 4 * faces.length
  const starts: number[] = []
  let length = headerLength
  for (const face of faces) {
    starts.push(length)
    length += (face.length + 3) & ~3
  }
  const bytes = new Uint8Array(length)
  const view = viewOf(bytes)
  view.setUint32(0, 0x74746366)
  view.setUint32(4, 0x00010000)
  view.setUint32(8, faces.length)
  for (const [index, face] of faces.entries()) {
    const start = starts[index] ?? 0
    view.setUint32(12 + 4 * index, start)
    bytes.set(face, start)
    for (let table = 0; table < viewOf(face).getUint16(4); table++) {
      const place = start + 12 + 16 * table + 8
      view.setUint32(place, view.getUint32(place) + start)
    }
  }
  return bytes
}
