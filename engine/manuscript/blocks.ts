import type { Bilingual } from '../document/message'
import { type BlockLine, type HeadPart, readBlockLine, readHeadLine } from './block-line'
import type { FigureLine, Span } from './figure-line'
import { goesOn, type ListItemLine, opensList } from './list-line'
import { type SourceLine, joinLines } from './source-line'
import { makeTable, type WrittenTable } from './table-line'

/** A block of a manuscript, with the number of the line where it begins. */
export type Block = { readonly line: number } & (
  | { readonly kind: 'section' | 'headline'; readonly text: string }
  | { readonly kind: 'subheading'; readonly level: number; readonly text: string }
  | { readonly kind: HeadPart; readonly text: string }
  | { readonly kind: 'paragraph' | 'brief' | 'quote'; readonly text: string }
  | { readonly kind: 'figure'; readonly figure: FigureLine }
  | { readonly kind: 'qr'; readonly data: string; readonly text: string }
  | ({ readonly kind: 'item' } & ListItemLine)
  | { readonly kind: 'table'; readonly table: WrittenTable }
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
  let table: OpenTable | undefined
  const endRun = (): void => {
    if (run !== undefined)
      blocks.push({ ...run.opened, line: run.line, text: joinLines(run.lines) })
    run = undefined
  }
  const endTable = (): void => {
    if (table === undefined) return
    const { line, said, rows } = table
    if (rows.length > 0) blocks.push({ kind: 'table', line, table: makeTable(rows, said) })
    else {
      odd.push({ line, what: LONE_TITLE })
      blocks.push({ kind: 'paragraph', line, text: said.title })
    }
    table = undefined
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
    if (read.kind === 'row' || read.kind === 'title') {
      endRun()
      if (read.kind === 'title') endTable()
      table ??= { line, said: read.kind === 'title' ? read : { title: '' }, rows: [] }
      if (read.kind === 'row') table.rows.push(read.cells)
      continue
    }
    // A title waits for its table; a table ends with the first line that is no row.
    if (read.kind !== 'blank' || (table?.rows.length ?? 0) > 0) endTable()
    const continued = continueRun(run, read)
    if (continued !== undefined) {
      run = continued
      continue
    }
    endRun()
    const opened = openRun(read, blocks.at(-1))
    if (opened !== undefined) run = { ...opened, line }
    else if (isWhole(read)) blocks.push({ ...read, line })
  }
  endRun()
  endTable()
  return { blocks, odd }
}

/** A table whose rows are still coming, and what its title says. */
interface OpenTable {
  readonly line: number
  readonly said: { readonly title: string; readonly span?: Span }
  readonly rows: (readonly string[])[]
}

/** A paragraph, a brief, an item or a quotation whose lines are still coming. */
interface Run {
  readonly opened:
    { readonly kind: 'paragraph' | 'brief' | 'quote' } | ({ readonly kind: 'item' } & ListItemLine)
  readonly line: number
  readonly lines: string[]
}

/** What a line opens; an item that continues no list and cannot open one is text as it stands. */
function openRun(read: BlockLine, before: Block | undefined): Omit<Run, 'line'> | undefined {
  switch (read.kind) {
    case 'text':
      return { opened: { kind: 'paragraph' }, lines: [read.text] }
    case 'brief':
    case 'quote':
      return { opened: { kind: read.kind }, lines: [read.text] }
    case 'item': {
      const isItem = opensList(read) || goesOn(read, before?.kind === 'item' ? before : undefined)
      if (isItem) return { opened: read, lines: [read.text] }
      return { opened: { kind: 'paragraph' }, lines: [read.written] }
    }
    default:
      return undefined
  }
}

type WholeLine = Extract<BlockLine, { kind: Block['kind'] }>

/** Whether a line is a block by itself. */
function isWhole(
  read: BlockLine,
): read is Exclude<WholeLine, { kind: 'brief' | 'quote' | 'item' }> {
  return ['section', 'headline', 'subheading', 'figure', 'qr'].includes(read.kind)
}

/** The run with one more line, if the line belongs to it: plain text, or `>` after `>`. */
function continueRun(run: Run | undefined, read: BlockLine): Run | undefined {
  if (run === undefined) return undefined
  const belongs = run.opened.kind === 'quote' ? read.kind === 'quote' : read.kind === 'text'
  if (!belongs || !('text' in read)) return undefined
  run.lines.push(read.text)
  return run
}

const LONE_TITLE: Bilingual = {
  zh: '表题下面没有表格；按文字保留',
  en: 'No table follows this title; kept as text',
}
const REPEATED_HEAD: Bilingual = {
  zh: '这一稿件已有引题、副题、署名或版位；此行按文字保留',
  en: 'The story already has this head line; kept as text',
}
