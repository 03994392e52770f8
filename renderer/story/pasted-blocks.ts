import { Fragment, type Node } from 'prosemirror-model'
import { editorSchema, nodeType } from './editor-schema'
import { LINE_BREAK } from './pasted-lines'
import { makeCell, makeRow, squareTable, trimTable } from './table-shape'

/** A subheading that is longer is a paragraph that somebody gave a heading's style. */
const LONGEST_SUBHEADING = 60

/** The marks that begin briefs; those that are also punctuation want a space after them. */
const LEAD_MARK = /^(?:[◆◇●○■□▪▶►•·-]\s+|[◆◇●■▪▶►•]\s*)/u

/**
 * Blocks of a paste as the house sets them: no indents, blank lines and empty blocks, a paragraph
 * for each line, paragraphs with a lead mark as briefs, subheadings without bold, tables square.
 */
export function tidyBlocks(blocks: readonly Node[]): readonly Node[] {
  return joinBriefs(blocks.flatMap(tidyBlock))
}

/** The blocks of a text without markup: each line is a paragraph, lines with tabs are a table. */
export function blocksOfText(text: string): readonly Node[] {
  const lines = text.split(/\r\n|[\r\n\v\f\u0085\u2028\u2029]/).filter((line) => line.trim() !== '')
  const cells = lines.map((line) => line.split('\t'))
  const columns = cells[0]?.length ?? 0
  const isTable = lines.length > 1 && columns > 1 && cells.every(({ length }) => length === columns)
  if (!isTable) return tidyBlocks(lines.map((line) => paragraphOf([editorSchema.text(line)])))
  const rows = cells.map((row) =>
    makeRow(
      row.map((cell) => makeCell().copy(Fragment.from(cell === '' ? [] : editorSchema.text(cell)))),
    ),
  )
  return tidyBlocks([nodeType('table').create(null, rows)])
}

/** The text of blocks as one line, for places that hold no more, with its marks. */
export function inlineOf(blocks: readonly Node[]): Fragment {
  const lines: Node[][] = []
  for (const block of blocks) {
    block.descendants((node) => {
      if (node.isTextblock && node.content.size > 0) lines.push([...node.content.content])
      return !node.isTextblock
    })
    if (block.isTextblock && block.content.size > 0) lines.push([...block.content.content])
  }
  const space = editorSchema.text(' ')
  return Fragment.from(lines.flatMap((line, index) => (index === 0 ? line : [space, ...line])))
}

function tidyBlock(block: Node): readonly Node[] {
  switch (block.type.name) {
    case 'paragraph':
      return splitLines(block.content)
        .map(trimInline)
        .filter(({ size }) => size > 0)
        .map(paragraphOrBrief)
    case 'subheading': {
      const text = unmark(trimInline(joinLines(block.content)), 'strong')
      if (text.size === 0) return []
      return text.size > LONGEST_SUBHEADING ? [paragraphOf(text)] : [block.copy(text)]
    }
    case 'brief_list': {
      const briefs = block.children
        .map(({ content }) => withoutLeadMark(trimInline(joinLines(content))))
        .filter(({ size }) => size > 0)
      return briefs.length === 0 ? [] : [listOf(briefs)]
    }
    case 'table': {
      const rows = block.children.map((row) =>
        row.copy(
          Fragment.from(row.children.map((cell) => cell.copy(trimInline(joinLines(cell.content))))),
        ),
      )
      const table = squareTable(trimTable(block.copy(Fragment.from(rows))))
      return table === undefined ? [] : [table]
    }
    case 'figure':
    case 'qr_code':
      return [block.copy(trimInline(joinLines(block.content)))]
    case 'pull_quote': {
      const text = trimInline(joinLines(block.content))
      return text.size === 0 ? [] : [block.copy(text)]
    }
    default:
      return [block]
  }
}

function paragraphOf(content: Fragment | readonly Node[]): Node {
  return nodeType('paragraph').create(null, content)
}

function listOf(briefs: readonly Fragment[]): Node {
  return nodeType('brief_list').create(
    null,
    briefs.map((content) => nodeType('brief').create(null, content)),
  )
}

function paragraphOrBrief(content: Fragment): Node {
  const text = content.textBetween(0, content.size)
  const rest = withoutLeadMark(content)
  return LEAD_MARK.test(text) && rest.size > 0 ? listOf([rest]) : paragraphOf(content)
}

function withoutLeadMark(content: Fragment): Fragment {
  const [mark = ''] = LEAD_MARK.exec(content.textBetween(0, content.size)) ?? []
  return trimInline(content.cut(mark.length))
}

/** Lists that follow one another are one. */
function joinBriefs(blocks: readonly Node[]): readonly Node[] {
  return blocks.reduce<readonly Node[]>((joined, block) => {
    const last = joined.at(-1)
    if (block.type.name !== 'brief_list' || last?.type.name !== 'brief_list')
      return [...joined, block]
    return [...joined.slice(0, -1), last.copy(last.content.append(block.content))]
  }, [])
}

function mapText(content: Fragment, change: (text: string) => string): Fragment {
  const nodes = content.content.flatMap((node) => {
    const text = change(node.text ?? '')
    return text === '' ? [] : [editorSchema.text(text, node.marks)]
  })
  return Fragment.fromArray(nodes)
}

function joinLines(content: Fragment): Fragment {
  return mapText(content, (text) => text.replaceAll(LINE_BREAK, ' '))
}

function splitLines(content: Fragment): readonly Fragment[] {
  const lines: Fragment[] = []
  let from = 0
  const text = content.textBetween(0, content.size)
  for (let to = text.indexOf(LINE_BREAK); to >= 0; to = text.indexOf(LINE_BREAK, from)) {
    lines.push(content.cut(from, to))
    from = to + 1
  }
  return [...lines, content.cut(from)]
}

const LEADING = /^[\s\u200b\ufeff]+/u
const TRAILING = /[\s\u200b\ufeff]+$/u

/** Inline content without white space at its ends (the style indents), without odd spaces in it. */
function trimInline(content: Fragment): Fragment {
  const plain = mapText(content, (text) =>
    text
      .replace(/[\u200b\ufeff]/g, '')
      .replace(/\u00a0/g, ' ')
      .replace(/ {2,}/g, ' '),
  )
  const text = plain.textBetween(0, plain.size)
  const [leading = ''] = LEADING.exec(text) ?? []
  if (leading.length === text.length) return Fragment.empty
  const [trailing = ''] = TRAILING.exec(text) ?? []
  return plain.cut(leading.length, text.length - trailing.length)
}

function unmark(content: Fragment, mark: string): Fragment {
  return Fragment.fromArray(
    content.content.map((node) => node.mark(node.marks.filter(({ type }) => type.name !== mark))),
  )
}
