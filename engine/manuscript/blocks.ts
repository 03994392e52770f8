import type { Bilingual } from '../document/message'
import { type BlockLine, type HeadPart, readBlockLine, readHeadLine } from './block-line'
import type { FigureLine } from './figure-line'
import { type SourceLine, joinLines } from './source-line'

/** A block of a manuscript, with the number of the line where it begins. */
export type Block = { readonly line: number } & (
  | { readonly kind: 'section' | 'headline'; readonly text: string }
  | { readonly kind: 'subheading'; readonly level: number; readonly text: string }
  | { readonly kind: HeadPart; readonly text: string }
  | { readonly kind: 'paragraph' | 'brief' | 'quote'; readonly text: string }
  | { readonly kind: 'figure'; readonly figure: FigureLine }
  | { readonly kind: 'qr'; readonly data: string; readonly text: string }
)

/** A line that stayed text though it looks like syntax, and what it might have been. */
export interface OddLine {
  readonly line: number
  readonly what: Bilingual
}

/** The blocks of lines, in order, and the lines that stayed text though they look like more. */
export function readBlocks(lines: readonly SourceLine[]): {
  readonly blocks: readonly Block[]
  readonly odd: readonly OddLine[]
} {
  const blocks: Block[] = []
  const odd: OddLine[] = []
  let run: Run | undefined
  let head: ReadonlySet<HeadPart> | undefined
  const endRun = (): void => {
    if (run !== undefined)
      blocks.push({ kind: run.kind, line: run.line, text: joinLines(run.lines) })
    run = undefined
  }
  for (const { text, number: line } of lines) {
    const part = head === undefined ? undefined : readHeadLine(text)
    if (head !== undefined && part !== undefined && !head.has(part.part)) {
      blocks.push({ kind: part.part, line, text: part.text })
      head = new Set([...head, part.part])
      continue
    }
    const read = readBlockLine(text)
    if (read.kind !== 'blank') head = read.kind === 'headline' ? new Set() : undefined
    if (part !== undefined) odd.push({ line, what: REPEATED_HEAD })
    if (read.kind === 'text' && read.odd !== undefined) odd.push({ line, what: read.odd })
    const continued = continueRun(run, read)
    if (continued !== undefined) {
      run = continued
      continue
    }
    endRun()
    if (read.kind === 'text' || read.kind === 'brief' || read.kind === 'quote') {
      run = { kind: read.kind === 'text' ? 'paragraph' : read.kind, line, lines: [read.text] }
    } else if (read.kind !== 'blank') blocks.push({ ...read, line })
  }
  endRun()
  return { blocks, odd }
}

/** A paragraph, a brief or a quotation whose lines are still coming. */
interface Run {
  readonly kind: 'paragraph' | 'brief' | 'quote'
  readonly line: number
  readonly lines: string[]
}

/** The run with one more line, if the line belongs to it: plain text, or `>` after `>`. */
function continueRun(run: Run | undefined, read: BlockLine): Run | undefined {
  if (run === undefined) return undefined
  const belongs = run.kind === 'quote' ? read.kind === 'quote' : read.kind === 'text'
  if (!belongs || !('text' in read)) return undefined
  run.lines.push(read.text)
  return run
}

const REPEATED_HEAD: Bilingual = {
  zh: '这一稿件已有引题、副题、署名或版位；此行按文字保留',
  en: 'The story already has this head line; kept as text',
}
