/** A place in a text, both counted from 1; the column in UTF-16 units. */
export interface TextPlace {
  readonly line: number
  readonly column: number
}

/**
 * Where a text stops being JSON (RFC 8259): its first character that cannot follow what stands
 * before it, or its end where something is missing. The engine looks for itself because no two
 * runtimes word the fault alike, and some do not say where it is.
 */
export function locateJsonFault(text: string): TextPlace {
  const before = text.slice(0, findFault(text))
  const lines = before.split('\n')
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 }
}

function findFault(text: string): number {
  const open: string[] = []
  let expected: Expected = 'value'
  let at = skipSpace(text, 0)
  while (at < text.length) {
    const { kind, end } = readToken(text, at)
    if (kind === 'fault') return end
    const next = step(expected, kind, open)
    if (next === undefined) return at
    expected = next
    at = skipSpace(text, end)
  }
  return text.length
}

type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | 'comma or end'

/** What may come after a token, or `undefined` when the token may not stand here. */
function step(expected: Expected, kind: TokenKind, open: string[]): Expected | undefined {
  if (expected === ':') return kind === ':' ? 'value' : undefined
  if (expected === 'key' || expected === 'key or }') {
    if (kind === 'string') return ':'
    return expected === 'key or }' && kind === '}' ? close(open) : undefined
  }
  if (expected === 'comma or end') {
    const closer = open.at(-1) === '{' ? '}' : ']'
    if (open.length === 0) return undefined
    if (kind === ',') return closer === '}' ? 'key' : 'value'
    return kind === closer ? close(open) : undefined
  }
  if (kind === 'string' || kind === 'scalar') return 'comma or end'
  if (expected === 'value or ]' && kind === ']') return close(open)
  if (kind !== '{' && kind !== '[') return undefined
  open.push(kind)
  return kind === '{' ? 'key or }' : 'value or ]'
}

function close(open: string[]): Expected {
  open.pop()
  return 'comma or end'
}

type TokenKind = '{' | '}' | '[' | ']' | ',' | ':' | 'string' | 'scalar' | 'fault'

const SPACE = /[ \t\n\r]*/y
const SCALAR = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null/y
const STRING_PART = /[ !#-[\]-\uffff]+|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y

function readToken(text: string, at: number): { kind: TokenKind; end: number } {
  const first = text.charAt(at)
  switch (first) {
    case '{':
    case '}':
    case '[':
    case ']':
    case ',':
    case ':':
      return { kind: first, end: at + 1 }
    case '"': {
      let end = at + 1
      for (let next = matchAt(STRING_PART, text, end); next > end;) {
        end = next
        next = matchAt(STRING_PART, text, end)
      }
      return text.charAt(end) === '"' ? { kind: 'string', end: end + 1 } : { kind: 'fault', end }
    }
    default: {
      const end = matchAt(SCALAR, text, at)
      return { kind: end > at ? 'scalar' : 'fault', end }
    }
  }
}

function skipSpace(text: string, at: number): number {
  return matchAt(SPACE, text, at)
}

/** Where the match that begins at `at` ends; `at` itself when there is none. */
function matchAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}
