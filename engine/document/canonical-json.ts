import { type Json, type JsonObject, isJsonArray, isJsonObject, isScalar } from './json'

/**
 * JSON as a package keeps it, ending in a line feed: keys sorted by code unit, two spaces a
 * level. What holds only scalars stands on one line, and so does each block of a story, so that
 * a change of one word is a change of one line. Equal values give equal text.
 */
export function canonicalJson(value: Json): string {
  return `${write(value, '\n')}\n`
}

function write(value: Json, lineStart: string): string {
  if (isScalar(value) || standsOnOneLine(value)) return writeOnOneLine(value)
  const inner = `${lineStart}  `
  if (isJsonArray(value)) {
    const elements = value.map((element) => inner + write(element, inner))
    return `[${elements.join(',')}${lineStart}]`
  }
  const entries = sortedEntries(value).map(
    ([key, element]) => `${inner}${JSON.stringify(key)}: ${write(element, inner)}`,
  )
  return `{${entries.join(',')}${lineStart}}`
}

function writeOnOneLine(value: Json): string {
  if (isScalar(value)) return JSON.stringify(value)
  if (isJsonArray(value)) return `[${value.map(writeOnOneLine).join(', ')}]`
  const entries = sortedEntries(value).map(
    ([key, element]) => `${JSON.stringify(key)}: ${writeOnOneLine(element)}`,
  )
  return `{${entries.join(', ')}}`
}

function standsOnOneLine(value: readonly Json[] | JsonObject): boolean {
  if (Object.values(value).every(isScalar)) return true
  return isBlock(value) && !holdsBlocks(value)
}

/** Blocks of a story have attributes, their id among them; text and marks within them vary. */
function isBlock(value: Json): value is JsonObject {
  return isJsonObject(value) && typeof value['type'] === 'string' && isJsonObject(value['attrs'])
}

function holdsBlocks(block: JsonObject): boolean {
  const content = block['content']
  return isJsonArray(content) && content.some(isBlock)
}

function sortedEntries(value: JsonObject): [string, Json][] {
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
}
