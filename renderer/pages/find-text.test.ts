import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { apply } from '../../engine/document/command'
import type { Issue } from '../../engine/document/issue'
import type { BodyNode } from '../../engine/document/story'
import { composePackage } from '../../host/compose-file'
import { openPackage } from '../../host/package-file'
import { caretAt, type SearchedPages, textAt } from './find-text'
import { textBlocks } from './story-blocks'
import { allTextLines } from './text-lines'

const sample = resolve(import.meta.dirname, '../../samples/weekly.banxin')
const content = await openPackage(sample)

const block = (
  type: string,
  id: string,
  text: string,
  attrs: BodyNode['attrs'] = {},
): BodyNode => ({
  type,
  attrs: { id, ...attrs },
  content: [{ type: 'text', text }],
})
const cell = (id: string, text: string): BodyNode =>
  block('table_cell', id, text, { header: false })
const row = (id: string, ...content: readonly BodyNode[]): BodyNode => ({
  type: 'table_row',
  attrs: { id },
  content,
})

/** Blocks that the sample has none of, and words whose letters join. */
const more: readonly BodyNode[] = [
  {
    type: 'table',
    attrs: { id: 't' },
    content: [
      row('r1', cell('c1', '班次'), cell('c2', '时刻')),
      row('r2', cell('c3', '首班 office'), cell('c4', '6:30——7:00')),
    ],
  },
  block(
    'paragraph',
    'x1',
    'The official office finds a final file, and 𠮷野家 opens at 6:30 a.m. after a while.',
  ),
  block('pull_quote', 'x2', '一句引文'),
]

async function searchedPages(issue: Issue): Promise<SearchedPages> {
  const { composition, faces } = await composePackage(
    { ...content, document: { ...content.document, issue } },
    () => undefined,
  )
  const byId = new Map(faces.map((face) => [face.id, face]))
  const advanceOf = (id: string, glyph: number): number => {
    const face = byId.get(id)
    if (face === undefined) throw new Error(`no face ${id}`)
    return face.advanceOf(glyph) / face.unitsPerEm
  }
  const { pages, frames } = composition
  return { pages, frames, advanceOf }
}

function withMore(): Issue {
  const { document } = content
  const [id = ''] = Object.keys(document.issue.records.stories)
  const story = document.issue.records.stories[id]
  if (story === undefined) throw new Error('no story')
  const body = { ...story.body, content: [...(story.body.content ?? []), ...more] }
  const section = document.issue.sections[0] ?? ''
  const removed = apply(document, { type: 'removeStory', id }).document
  return apply(removed, {
    type: 'addStory',
    story: { ...story, body },
    sectionId: section,
    index: 0,
  }).document.issue
}

describe('places on pages', async () => {
  const issue = withMore()
  const searched = await searchedPages(issue)
  const { pages, frames, advanceOf } = searched
  const linesOf = (index: number) => {
    const [page, frame] = [pages[index], frames[index]]
    return page === undefined || frame === undefined ? [] : allTextLines(page, frame, advanceOf)
  }
  const lines = pages.flatMap(({ index }) => linesOf(index).map((line) => ({ line, index })))

  it('are many, in blocks of every kind', () => {
    expect(lines.length).toBeGreaterThan(250)
    const blocks = new Set(lines.map(({ line }) => line.blockId))
    for (const id of ['headline', 'kicker', 'deck', 'byline', 'c1', 'c4', 'x1', 'x2']) {
      expect(blocks).toContain(id)
    }
  })

  it('count offsets as the text is written, captions before credits', () => {
    for (const { line } of lines) {
      const story = issue.records.stories[line.storyId]
      const block = story && textBlocks(story).find(({ id }) => id === line.blockId)
      if (block === undefined) throw new Error(`no block ${line.blockId}`)
      for (const { from, to, text } of line.cells) {
        if (to > 0 && from < block.text.length) expect(block.text.slice(from, to)).toBe(text)
      }
    }
  })

  it('lead from the left half of characters to their offsets, and back to where they stand', () => {
    for (const [turn, { line, index }] of lines.entries()) {
      const yMpt = Math.round((line.topMpt + line.bottomMpt) / 2)
      // A third of each line, each third in its turn.
      const cells = line.cells.filter((_, at) => at % 3 === turn % 3)
      for (const { from, to, text, leftMpt, rightMpt } of cells) {
        const xMpt = leftMpt + (rightMpt - leftMpt) / text.length / 4
        const place = textAt(index, searched, xMpt, yMpt)
        const { storyId, blockId } = line
        const seen = `${text} of ${storyId} ${blockId}`
        expect(place, seen).toMatchObject({ storyId, blockId, offset: Math.max(0, from) })
        if (place === undefined || to <= 0) continue
        const caret = caretAt(searched, place)
        expect([caret?.pageIndex, caret?.xMpt, caret?.line.topMpt], seen).toEqual([
          index,
          leftMpt,
          line.topMpt,
        ])
      }
    }
  })

  it('lead from the end of every line to the end of its text, and back to that end', () => {
    for (const { line, index } of lines) {
      const end = line.cells.at(-1)
      if (end === undefined || end.to <= 0) continue
      const yMpt = Math.round((line.topMpt + line.bottomMpt) / 2)
      const place = textAt(index, searched, line.rightMpt - 10, yMpt)
      expect(place, end.text).toMatchObject({ blockId: line.blockId, offset: end.to })
      const caret = place && caretAt(searched, place)
      expect([caret?.pageIndex, caret?.xMpt], end.text).toEqual([index, line.rightMpt])
    }
  })

  it('lead from the blank after a short last line to its end, not to the line above', () => {
    const inColumns = lines.flatMap(({ line, index }) => {
      const column = frames[index]?.columns.find(
        ({ leftMpt, topMpt, widthMpt, heightMpt }) =>
          line.leftMpt >= leftMpt &&
          line.rightMpt < leftMpt + widthMpt / 2 &&
          line.topMpt >= topMpt &&
          line.bottomMpt <= topMpt + heightMpt,
      )
      const isCell = /^c\d$/.test(line.blockId)
      return column === undefined || isCell ? [] : [{ line, index, column }]
    })
    expect(inColumns.length).toBeGreaterThan(10)
    for (const { line, index, column } of inColumns) {
      const xMpt = column.leftMpt + column.widthMpt - 1_000
      const place = textAt(index, searched, xMpt, line.bottomMpt)
      expect(place).toMatchObject({ blockId: line.blockId, offset: line.cells.at(-1)?.to })
    }
  })

  it('stand between letters that one glyph shows, and never inside a character', () => {
    const offsets = (text: string): ReadonlySet<number | undefined> => {
      const found = new Set<number | undefined>()
      for (const { line, index } of lines) {
        for (const each of line.cells) {
          if (line.blockId !== 'x1' || !each.text.includes(text)) continue
          for (let step = 0; step <= 20; step += 1) {
            const xMpt = each.leftMpt + ((each.rightMpt - each.leftMpt) * step) / 20
            found.add(textAt(index, searched, xMpt, line.topMpt + 10)?.offset)
          }
        }
      }
      return found
    }
    const joined = lines.flatMap(({ line }) => line.cells).find(({ text }) => text === 'fi')
    expect(joined).toBeDefined()
    expect(offsets('fi').size).toBeGreaterThan(2)
    const start = (more[1]?.content?.[0]?.text ?? '').indexOf('𠮷')
    expect(offsets('𠮷')).toEqual(new Set([start, start + 2]))
  })

  it('lead from a picture to its caption, and from nowhere near a text to none', () => {
    const page = pages.find(({ items }) => items.some(({ kind }) => kind === 'image'))
    const image = page?.items.find((item) => item.kind === 'image')
    if (page === undefined || image?.source.kind !== 'story') throw new Error('no picture')
    const { xMpt, yMpt, widthMpt, heightMpt, source } = image
    const { blockId } = source
    const middle = [xMpt + widthMpt / 2, yMpt + heightMpt / 2] as const
    expect(textAt(page.index, searched, ...middle)).toMatchObject({ blockId, offset: 0 })
    expect(textAt(page.index, searched, 1_000, 1_000)).toBeUndefined()
  })
})
