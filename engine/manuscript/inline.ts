import type { Bilingual } from '../document/message'
import type { BodyMark, BodyNode } from '../document/story'
import { isSafeLink } from '../document/story-schema'
import { unescapeText } from './escape'
import { readSpanMarks } from './span-marks'

/** A text with its inline syntax read: text nodes of a story body, and what stayed plain. */
export interface InlineText {
  readonly nodes: readonly BodyNode[]
  readonly warnings: readonly Bilingual[]
}

/**
 * Reads `**strong**`, `*emphasis dots*`, `[text](link)`, `[text]{marks}` and backslash escapes. A
 * mark begins before a character and ends after one that is no space; four asterisks and more are text.
 */
export function readInline(text: string): InlineText {
  const pieces = cutPieces(text)
  const pairs = new Set([...pairUp(pieces, 'strong'), ...pairUp(pieces, 'emphasis_dots')])
  const { spans, warnings } = pairBrackets(pieces, pairs)
  const isLone = ({ kind }: Piece, index: number): boolean =>
    (kind === 'strong' || kind === 'emphasis_dots') && !pairs.has(index)
  return {
    nodes: toNodes(pieces, pairs, spans),
    warnings: [...(pieces.some(isLone) ? [LONE_ASTERISKS] : []), ...warnings],
  }
}

const LONE_ASTERISKS: Bilingual = {
  zh: '星号没有成对，按文字保留；若本是文字，请写作 \\*',
  en: 'An asterisk has no counterpart and is kept as text; write \\* where it is text',
}
const ODD_LINK: Bilingual = {
  zh: '正文中只能有 http、https 或 mailto 链接，图片须独占一行；按文字保留',
  en: 'Text links to http, https or mailto, and a picture has a line of its own; kept as text',
}
const ODD_MARKS: Bilingual = {
  zh: '方括号后的花括号里应是 专名、书名、注音: …（最多 40 个字符）或 基线: 0.1，多项用 | 分开；按文字保留，若本是文字，请写作 \\[',
  en: 'Braces after brackets say name, title, ruby: … (up to 40 characters) or baseline: 0.1, parted by |; kept as text, write \\[ where it is text',
}

/** A stretch of a text; what may be syntax is text as well, as long as it has no counterpart. */
interface Piece {
  readonly kind: 'text' | 'strong' | 'emphasis_dots' | '[' | ']'
  readonly text: string
  readonly canOpen: boolean
  readonly canClose: boolean
  /** Of a `]`: the link in the parentheses after it, or the marks in the braces. */
  readonly href?: string
  readonly marks?: string
}

function cutPieces(text: string): readonly Piece[] {
  const pieces: Piece[] = []
  for (let at = 0; at < text.length;) {
    const source = matchAt(SOURCES.get(text.charAt(at)) ?? PLAIN, text, at)
    const around = {
      canOpen: isInk(text.charAt(at + source.length)),
      canClose: isInk(text.charAt(at - 1)),
    }
    pieces.push(...readPiece(source).map((piece) => ({ ...piece, ...around })))
    at += source.length
  }
  return pieces
}

/** What may be syntax, by its first character. */
const SOURCES: ReadonlyMap<string, RegExp> = new Map([
  ['*', /\*+/y],
  ['\\', /\\./suy],
  ['[', /\[/y],
  [']', /\](?:\([^()\s]{1,2000}\)|\{(?:\\[^\n]|[^{}\\\n]){1,200}\})?/y],
])
const PLAIN = /[^\\*[\]]+/y

/** The match that begins at `at`, or the one character there. */
function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? text.charAt(at)
}

function readPiece(source: string): readonly Omit<Piece, 'canOpen' | 'canClose'>[] {
  switch (source) {
    case '*':
      return [{ kind: 'emphasis_dots', text: '*' }]
    case '**':
      return [{ kind: 'strong', text: '**' }]
    case '***':
      return [...readPiece('**'), ...readPiece('*')]
    case '[':
    case ']':
      return [{ kind: source, text: source }]
  }
  if (source.startsWith('](')) return [{ kind: ']', text: source, href: source.slice(2, -1) }]
  if (source.startsWith(']{')) return [{ kind: ']', text: source, marks: source.slice(2, -1) }]
  return [{ kind: 'text', text: unescapeText(source) }]
}

function isInk(character: string): boolean {
  return /\S/.test(character)
}

/** The pieces of a kind that begin and end a mark, in turn. */
function pairUp(pieces: readonly Piece[], kind: Piece['kind']): readonly number[] {
  const pairs: number[] = []
  let open: number | undefined
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind !== kind) continue
    if (open === undefined) open = piece.canOpen ? index : undefined
    else if (piece.canClose) {
      pairs.push(open, index)
      open = undefined
    }
  }
  return pairs
}

/** Where a text in brackets begins, with its marks, or ends, with none. */
type Spans = ReadonlyMap<number, readonly BodyMark[]>

/** The brackets about links and marked text, and what is said of others that look like them. */
function pairBrackets(
  pieces: readonly Piece[],
  pairs: ReadonlySet<number>,
): { readonly spans: Spans; readonly warnings: readonly Bilingual[] } {
  const spans = new Map<number, readonly BodyMark[]>()
  const warnings = new Set<Bilingual>()
  let open: number | undefined
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind === '[') open = index
    if (piece.kind !== ']' || open === undefined) continue
    const start = open + 1
    const holdsText = pieces.slice(start, index).some((_, offset) => !pairs.has(start + offset))
    const marks = holdsText ? marksOf(piece, `m${String(open)}`) : undefined
    if (marks !== undefined) spans.set(open, marks).set(index, [])
    else if (piece.href !== undefined) warnings.add(ODD_LINK)
    else if (piece.marks !== undefined) warnings.add(ODD_MARKS)
    open = undefined
  }
  return { spans, warnings: [...warnings] }
}

/** What a closing bracket says of the text before it; `undefined` where it says nothing. */
function marksOf({ href, marks }: Piece, id: string): readonly BodyMark[] | undefined {
  if (marks !== undefined) return readSpanMarks(marks, id)
  return href !== undefined && isSafeLink(href) ? [{ type: 'link', attrs: { href } }] : undefined
}

function toNodes(
  pieces: readonly Piece[],
  pairs: ReadonlySet<number>,
  spans: Spans,
): readonly BodyNode[] {
  const nodes: { type: 'text'; text: string; marks?: readonly BodyMark[] }[] = []
  const open = { strong: false, emphasis_dots: false }
  let span: readonly BodyMark[] = []
  let marks: readonly BodyMark[] = []
  for (const [index, { kind, text }] of pieces.entries()) {
    const own = spans.get(index)
    if (pairs.has(index) && (kind === 'strong' || kind === 'emphasis_dots')) {
      open[kind] = !open[kind]
    } else if (own !== undefined) span = own
    else {
      const last = nodes.at(-1)
      if (last !== undefined && last.marks === marks) last.text += text
      else nodes.push({ type: 'text', text, marks })
      continue
    }
    marks = [
      ...(open.strong ? [{ type: 'strong' }] : []),
      ...(open.emphasis_dots ? [{ type: 'emphasis_dots' }] : []),
      ...span,
    ]
  }
  return nodes.map((node) => (node.marks?.length === 0 ? { type: 'text', text: node.text } : node))
}
