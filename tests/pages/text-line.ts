import type { ComposedPage, GlyphItem } from '../../engine/layout/page'

/** One line of a story on a page: the glyph items of one block that share a baseline. */
export interface TextLine {
  readonly pageIndex: number
  readonly storyId: string
  readonly blockId: string
  readonly baselineMpt: number
  readonly sizeMpt: number
  readonly faces: readonly string[]
  /** Pen position of the first glyph. */
  readonly leftMpt: number
  /** Pen position of the last glyph: its advance lies beyond. */
  readonly lastPenMpt: number
  readonly text: string
}

const HEAD_PARTS = new Set(['kicker', 'headline', 'deck', 'byline'])

/** Whether the line belongs to a story's head and not to its body. */
export function isHeadLine(line: TextLine): boolean {
  return HEAD_PARTS.has(line.blockId)
}

function toLine(item: GlyphItem, pageIndex: number): TextLine | undefined {
  if (item.source.kind !== 'story' || item.glyphs.length === 0) return undefined
  return {
    pageIndex,
    storyId: item.source.storyId,
    blockId: item.source.blockId,
    baselineMpt: item.baselineMpt,
    sizeMpt: item.sizeMpt,
    faces: [item.face],
    leftMpt: Math.min(...item.xMpt),
    lastPenMpt: Math.max(...item.xMpt),
    text: item.text,
  }
}

/** The story lines of composed pages, in the order in which they are painted and read. */
export function readTextLines(pages: readonly ComposedPage[]): readonly TextLine[] {
  const lines: TextLine[] = []
  for (const page of pages) {
    for (const item of page.items) {
      if (item.kind !== 'glyphs') continue
      const line = toLine(item, page.index)
      if (line === undefined) continue
      const last = lines.at(-1)
      const continues =
        last?.pageIndex === line.pageIndex &&
        last.storyId === line.storyId &&
        last.blockId === line.blockId &&
        last.baselineMpt === line.baselineMpt &&
        line.leftMpt > last.lastPenMpt
      if (continues) {
        lines[lines.length - 1] = {
          ...last,
          lastPenMpt: line.lastPenMpt,
          faces: [...last.faces, ...line.faces],
          text: last.text + line.text,
        }
      } else lines.push(line)
    }
  }
  return lines
}
