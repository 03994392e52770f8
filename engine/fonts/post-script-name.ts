import { readNames } from './name-table'

const POST_SCRIPT_NAME_ID = 6
const LONGEST_NAME = 63

/** A family name reduced to what a PostScript name may hold. */
function toPostScript(name: string): string {
  return name.replace(/[^!-~]|[[\](){}<>/%]/g, '').slice(0, LONGEST_NAME)
}

/**
 * The PostScript name from the `name` table; where it is absent or not plain ASCII, one made of
 * `fallback`.
 */
export function readPostScriptName(name: Uint8Array | undefined, fallback: string): string {
  for (const { text } of name === undefined ? [] : readNames(name, POST_SCRIPT_NAME_ID)) {
    const found = toPostScript(text)
    if (found !== '') return found
  }
  return toPostScript(fallback) || 'Face'
}
