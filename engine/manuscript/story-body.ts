import type { Bilingual } from '../document/message'
import type { BodyNode } from '../document/story'
import type { Block } from './blocks'
import { readInline } from './inline'
import { goesOn } from './list-line'
import type { ManuscriptWarning } from './manuscript'
import type { WrittenTable } from './table-line'

/** A block of a body; section titles, headlines and head lines are none. */
export type BodyBlock = Exclude<
  Block,
  { readonly kind: 'section' | 'headline' | 'kicker' | 'deck' | 'byline' | 'slot' }
>

/**
 * The body of a story and what stayed plain text in it. Briefs that follow one another make one
 * list, and so do items. Blocks are numbered in order, `b1` first, so that the same text has the
 * same ids.
 */
export function buildBody(blocks: readonly BodyBlock[]): {
  readonly body: BodyNode
  readonly warnings: readonly ManuscriptWarning[]
} {
  const readings = blocks.map(readBlock)
  let count = 0
  const numbered = (node: BodyNode): BodyNode => {
    if (node.type === 'text') return node
    count += 1
    const attrs = { id: `b${String(count)}`, ...node.attrs }
    return { ...node, attrs, ...(node.content && { content: node.content.map(numbered) }) }
  }
  const content = gatherLists(blocks, readings).map(numbered)
  return {
    body: { type: 'doc', ...(content.length > 0 && { content }) },
    warnings: readings.flatMap(({ warnings }) => warnings),
  }
}

interface Reading {
  readonly node: BodyNode
  readonly warnings: readonly ManuscriptWarning[]
}

function readBlock(block: BodyBlock): Reading {
  if (block.kind === 'table') return readTable(block.table, block.line)
  const text = block.kind === 'figure' ? block.figure.caption : block.text
  const { content, warnings } = readContent(text, block.line)
  const isUnread = block.kind === 'figure' && block.figure.unread.length > 0
  const found = isUnread ? [{ line: block.line, what: UNREAD }] : []
  return { node: { ...emptyNode(block), ...content }, warnings: [...found, ...warnings] }
}

function readContent(
  text: string,
  line: number,
): {
  readonly content: Pick<BodyNode, 'content'>
  readonly warnings: readonly ManuscriptWarning[]
} {
  const { nodes, warnings } = readInline(text)
  return {
    content: nodes.length === 0 ? {} : { content: nodes },
    warnings: warnings.map((what) => ({ line, what })),
  }
}

/** A table, its rows all as long as the longest. */
function readTable({ title, span, rows, headers }: WrittenTable, line: number): Reading {
  const columns = Math.max(...rows.map(({ length }) => length))
  const warnings: ManuscriptWarning[] = []
  const content = rows.map((row, index): BodyNode => {
    const cells = Array.from({ length: columns }, (_, column): BodyNode => {
      const cell = readContent(row[column] ?? '', line)
      warnings.push(...cell.warnings)
      return { type: 'table_cell', attrs: { header: index < headers }, ...cell.content }
    })
    return { type: 'table_row', content: cells }
  })
  const attrs = { caption: title, ...(span === undefined ? {} : { span }) }
  return { node: { type: 'table', attrs, content }, warnings }
}

function emptyNode(block: Exclude<BodyBlock, { readonly kind: 'table' }>): BodyNode {
  switch (block.kind) {
    case 'subheading':
      return { type: 'subheading', attrs: { level: block.level } }
    case 'quote':
      return { type: 'pull_quote' }
    case 'qr':
      return { type: 'qr_code', attrs: { data: block.data } }
    case 'figure':
      return { type: 'figure', attrs: { asset: block.figure.photo, ...block.figure.settings } }
    case 'item':
      return { type: 'list_item' }
    default:
      return { type: block.kind }
  }
}

function gatherLists(
  blocks: readonly BodyBlock[],
  readings: readonly Reading[],
): readonly BodyNode[] {
  const gathered: BodyNode[] = []
  let items: BodyNode[] | undefined
  for (const [index, { node }] of readings.entries()) {
    const block = blocks[index]
    const before = blocks[index - 1]
    if (block?.kind !== 'brief' && block?.kind !== 'item') {
      items = undefined
      gathered.push(node)
      continue
    }
    const isSame =
      block.kind === 'item'
        ? goesOn(block, before?.kind === 'item' ? before : undefined)
        : before?.kind === 'brief'
    if (items === undefined || !isSame) {
      items = []
      gathered.push(
        block.kind === 'item'
          ? { type: 'list', attrs: { mark: block.mark }, content: items }
          : { type: 'brief_list', content: items },
      )
    }
    items.push(node)
  }
  return gathered
}

const UNREAD: Bilingual = {
  zh: '图片的属性无法识别，并入图说',
  en: 'Attributes of the picture that are not known are kept in its caption',
}
