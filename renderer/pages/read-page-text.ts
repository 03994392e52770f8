import type { Story } from '../../engine/document/story'
import type { ComposedPage, PageItem } from '../../engine/layout/page'
import { type StoryBlock, textBlocks } from './story-blocks'

/** What a page says, part by part in reading order, for those who listen to it. */
export type PagePart =
  /** Level 2 is a section, 3 a story, 4 to 6 the subheadings in it. */
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'quote'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'figure'; readonly alt: string; readonly caption: string }
  | { readonly kind: 'table'; readonly rows: readonly TableRow[] }

/** The cells of a row of a table. */
export interface TableRow {
  readonly id: string
  readonly cells: readonly { readonly text: string; readonly isHeader: boolean }[]
}

/** What one block says on a page. */
interface Said {
  readonly storyId: string
  readonly blockId: string
  readonly text: string
  readonly alt: string | undefined
  /** Where in the block the text ends so far. */
  readonly end: number
}

/**
 * Reads the stories of a page and the names of its sections; `storyOf` gives the stories, for the
 * page itself does not tell a heading from a paragraph. Furniture is left out.
 */
export function readPageText(
  page: ComposedPage,
  storyOf: (id: string) => Story | undefined,
): readonly PagePart[] {
  const parts: PagePart[] = []
  const tables = new Map<string, number>()
  for (const said of saidOn(page)) {
    const story = storyOf(said.storyId)
    const block = story && textBlocks(story).find(({ id }) => id === said.blockId)
    const last = parts.at(-1)
    if (isItem(block) && last?.kind === 'list') {
      parts.splice(-1, 1, { kind: 'list', items: [...last.items, said.text] })
    } else if (block?.cell !== undefined) {
      const at = tables.get(block.cell.table) ?? parts.length
      tables.set(block.cell.table, at)
      parts.splice(at, 1, addCell(parts[at], block.cell, said.text))
    } else parts.push(partOf(said, block))
  }
  return parts
}

function isItem(block: StoryBlock | undefined): boolean {
  return block?.type === 'brief' || block?.type === 'list_item'
}

/** What the blocks of a page say, each once, the names of sections among them. */
function saidOn(page: ComposedPage): readonly Said[] {
  const all = new Map<string, Said>()
  for (const item of page.items) {
    const { source } = item
    if (source.kind === 'furniture' || source.kind === 'ruby') continue
    const [storyId, blockId, offset] =
      source.kind === 'story'
        ? [source.storyId, source.blockId, source.offset]
        : ['', source.sectionId, 0]
    const key = `${storyId} ${blockId}`
    const said = all.get(key) ?? { storyId, blockId, text: '', alt: undefined, end: 0 }
    all.set(key, addItem(said, item, offset))
  }
  return [...all.values()].filter(({ text, alt }) => text !== '' || alt !== undefined)
}

function addItem(said: Said, item: PageItem, offset: number): Said {
  if (item.kind === 'image') return { ...said, alt: item.alt }
  if (item.kind !== 'glyphs' || item.text === '') return said
  // What a style puts before the text is no part of it.
  const own = item.text.slice(Math.max(0, -offset))
  const isApart = said.text !== '' && offset > said.end
  const text = `${said.text}${isApart ? ' ' : ''}${own}`
  return { ...said, text, end: offset + item.text.length }
}

function partOf({ storyId, text, alt }: Said, block: StoryBlock | undefined): PagePart {
  if (alt !== undefined) return { kind: 'figure', alt, caption: text }
  if (storyId === '') return { kind: 'heading', level: 2, text }
  switch (block?.type) {
    case 'headline':
      return { kind: 'heading', level: 3, text }
    case 'subheading':
      return { kind: 'heading', level: 3 + (block.level ?? 1), text }
    case 'brief':
    case 'list_item':
      return { kind: 'list', items: [text] }
    case 'pull_quote':
      return { kind: 'quote', text }
    case 'qr_code':
      return { kind: 'code', text }
    default:
      return { kind: 'text', text }
  }
}

function addCell(
  part: PagePart | undefined,
  { row, isHeader }: NonNullable<StoryBlock['cell']>,
  text: string,
): PagePart {
  const rows = part?.kind === 'table' ? part.rows : []
  const last = rows.at(-1)
  const cell = { text, isHeader }
  if (last?.id !== row) return { kind: 'table', rows: [...rows, { id: row, cells: [cell] }] }
  return { kind: 'table', rows: [...rows.slice(0, -1), { id: row, cells: [...last.cells, cell] }] }
}
