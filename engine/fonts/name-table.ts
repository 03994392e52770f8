import { viewOf } from './sfnt'

/** One string of a `name` table (OpenType 1.9, "name"). */
export interface NameRecord {
  readonly platform: number
  readonly language: number
  readonly text: string
}

const MACINTOSH = 1
const RECORD_BYTES = 12
/** No name of a face is longer; a hostile table could hold millions of such strings. */
const LONGEST_NAME_BYTES = 512

/**
 * The strings under a name id, in the order of the table; those that lie outside it or are too long
 * for a name are passed over. Letters are UTF-16, of a Macintosh record bytes.
 */
export function* readNames(name: Uint8Array, nameId: number): Generator<NameRecord> {
  if (name.length < 6) return
  const view = viewOf(name)
  const count = Math.min(view.getUint16(2), Math.floor((name.length - 6) / RECORD_BYTES))
  const strings = view.getUint16(4)
  for (let index = 0; index < count; index++) {
    const record = 6 + RECORD_BYTES * index
    if (view.getUint16(record + 6) !== nameId) continue
    const length = view.getUint16(record + 8)
    const start = strings + view.getUint16(record + 10)
    if (length > LONGEST_NAME_BYTES || start + length > name.length) continue
    const platform = view.getUint16(record)
    const text = decode(name.subarray(start, start + length), platform === MACINTOSH ? 1 : 2)
    yield { platform, language: view.getUint16(record + 4), text }
  }
}

function decode(bytes: Uint8Array, bytesPerLetter: 1 | 2): string {
  let text = ''
  for (let at = bytesPerLetter - 1; at < bytes.length; at += bytesPerLetter) {
    const high = bytesPerLetter === 2 ? (bytes[at - 1] ?? 0) : 0
    text += String.fromCharCode((high << 8) | (bytes[at] ?? 0))
  }
  return text
}
