import type { Bilingual } from '../document/message'
import type { BodyMark, BodyNode } from '../document/story'
import { isSafeLink } from '../document/story-schema'
import { unescapeText } from './escape'

/** A text with its inline syntax read: text nodes of a story body, and what stayed plain. */
export interface InlineText {
  readonly nodes: readonly BodyNode[]
  readonly warnings: readonly Bilingual[]
}

/**
 * Reads `**strong**`, `*emphasis dots*`, `[text](link)` and backslash escapes. A mark begins
 * before a character and ends after one that is no space; four asterisks and more are text.
 */
export function readInline(text: string): InlineText {
  const pieces = cutPieces(text)
  const pairs = new Set([...pairUp(pieces, 'strong'), ...pairUp(pieces, 'emphasis_dots')])
  const { links, hasOdd } = pairLinks(pieces, pairs)
  const isLone = ({ kind }: Piece, index: number): boolean =>
    (kind === 'strong' || kind === 'emphasis_dots') && !pairs.has(index)
  return {
    nodes: toNodes(pieces, pairs, links),
    warnings: [...(pieces.some(isLone) ? [LONE_ASTERISKS] : []), ...(hasOdd ? [ODD_LINK] : [])],
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

/** A stretch of a text; what may be syntax is text as well, as long as it has no counterpart. */
interface Piece {
  readonly kind: 'text' | 'strong' | 'emphasis_dots' | '[' | ']'
  readonly text: string
  readonly canOpen: boolean
  readonly canClose: boolean
  /** Of a `]`: the link in the parentheses after it. */
  readonly href?: string
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
  [']', /\](?:\([^()\s]{1,2000}\))?/y],
])
const PLAIN = /[^\\*[\]]+/y

/** The match that begins at `at`, or the one character there. */
function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? text.charAt(at)
}

function readPiece(source: string): readonly Pick<Piece, 'kind' | 'text' | 'href'>[] {
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

/** Where a link begins, with its target, or ends, with none. */
type Links = ReadonlyMap<number, string | undefined>

/** The brackets about links, and whether others look like links that may not stand here. */
function pairLinks(
  pieces: readonly Piece[],
  marks: ReadonlySet<number>,
): { readonly links: Links; readonly hasOdd: boolean } {
  const links = new Map<number, string | undefined>()
  let hasOdd = false
  let open: number | undefined
  for (const [index, { kind, href }] of pieces.entries()) {
    if (kind === '[') open = index
    if (kind !== ']' || open === undefined) continue
    const start = open + 1
    const holdsText = pieces.slice(start, index).some((_, offset) => !marks.has(start + offset))
    if (href !== undefined && isSafeLink(href) && holdsText) {
      links.set(open, href).set(index, undefined)
    } else hasOdd ||= href !== undefined
    open = undefined
  }
  return { links, hasOdd }
}

function toNodes(
  pieces: readonly Piece[],
  pairs: ReadonlySet<number>,
  links: Links,
): readonly BodyNode[] {
  const nodes: { type: 'text'; text: string; marks?: readonly BodyMark[] }[] = []
  const open = { strong: false, emphasis_dots: false }
  let href: string | undefined
  let marks: readonly BodyMark[] = []
  for (const [index, { kind, text }] of pieces.entries()) {
    if (pairs.has(index) && (kind === 'strong' || kind === 'emphasis_dots')) {
      open[kind] = !open[kind]
    } else if (links.has(index)) href = links.get(index)
    else {
      const last = nodes.at(-1)
      if (last !== undefined && last.marks === marks) last.text += text
      else nodes.push({ type: 'text', text, marks })
      continue
    }
    marks = [
      ...(open.strong ? [{ type: 'strong' }] : []),
      ...(open.emphasis_dots ? [{ type: 'emphasis_dots' }] : []),
      ...(href === undefined ? [] : [{ type: 'link', attrs: { href } }]),
    ]
  }
  return nodes.map((node) => (node.marks?.length === 0 ? { type: 'text', text: node.text } : node))
}
