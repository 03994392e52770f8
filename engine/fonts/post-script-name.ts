import { viewOf } from './sfnt'

const POST_SCRIPT_NAME_ID = 6
const LONGEST_NAME = 63

/** A family name reduced to what a PostScript name may hold. */
function toPostScript(name: string): string {
  return name.replace(/[^!-~]|[[\](){}<>/%]/g, '').slice(0, LONGEST_NAME)
}

/**
 * The PostScript name from the `name` table; where it is absent or not plain ASCII, one made of
 * `fallback`. Both encodings in use put the ASCII byte of each character last.
 */
export function readPostScriptName(name: Uint8Array | undefined, fallback: string): string {
  const made = toPostScript(fallback) || 'Face'
  if (name === undefined || name.length < 6) return made
  const view = viewOf(name)
  const count = Math.min(view.getUint16(2), Math.floor((name.length - 6) / 12))
  const strings = view.getUint16(4)
  for (let index = 0; index < count; index++) {
    const record = 6 + 12 * index
    if (view.getUint16(record + 6) !== POST_SCRIPT_NAME_ID) continue
    const bytesPerLetter = view.getUint16(record) === 1 ? 1 : 2
    const start = strings + view.getUint16(record + 10)
    const end = start + view.getUint16(record + 8)
    if (end > name.length) continue
    let text = ''
    for (let at = start + bytesPerLetter - 1; at < end; at += bytesPerLetter) {
      text += String.fromCharCode(name[at] ?? 0)
    }
    const found = toPostScript(text)
    if (found !== '') return found
  }
  return made
}
