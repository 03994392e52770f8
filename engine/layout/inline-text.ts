import type { Mark, Node } from 'prosemirror-model'
import type { LineBelow } from '../text/style'
import { annotate, type RubyPiece } from './inline-ruby'
import type { InlineText } from './typesetter'

/** The lines that marks put below text, of which it bears one at most. */
const LINES: ReadonlyMap<string, LineBelow['kind']> = new Map([
  ['underline', 'underline'],
  ['proper_name', 'proper-name'],
  ['book_title', 'title'],
])

/** The text of a block with the marks that change how it is set. */
export function readInlineText(block: Node): readonly InlineText[] {
  const pieces: RubyPiece[] = []
  let line: Mark | undefined
  let ordinal = 0
  block.forEach((child) => {
    if (!child.isText) return
    const find = (name: string): Mark | undefined =>
      child.marks.find(({ type }) => type.name === name)
    const has = (name: string): boolean => find(name) !== undefined
    const before = line
    line = child.marks.find(({ type }) => LINES.has(type.name))
    if (line !== undefined && before?.eq(line) !== true) ordinal++
    const kind = LINES.get(line?.type.name ?? '')
    const inline = {
      text: child.text ?? '',
      strong: has('strong'),
      emphasisDots: has('emphasis_dots'),
      script: has('superscript') ? 'superscript' : has('subscript') ? 'subscript' : 'normal',
      noBreak: has('no_break'),
      shiftMilliEm: Number(find('baseline_shift')?.attrs['milliEm'] ?? 0),
      ...(kind === undefined ? {} : { lineBelow: { kind, ordinal } }),
    } as const
    pieces.push({ inline, ruby: find('ruby') })
  })
  return annotate(pieces)
}
