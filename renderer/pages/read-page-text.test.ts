import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { composeFile } from '../../host/compose-file'
import type { ComposedPage, PageItem } from '../../engine/layout/page'
import type { BodyNode, Story } from '../../engine/document/story'
import { readPageText } from './read-page-text'
import { textBlocks } from './story-blocks'

const BLACK = { cyan: 0, magenta: 0, yellow: 0, black: 1_000 }

function pageOf(...items: readonly PageItem[]): ComposedPage {
  const size = { widthMpt: 500_000, heightMpt: 700_000, bleedMpt: 0 }
  return { index: 0, folio: 1, side: 'recto', parent: 'inside', ...size, items }
}

function says(text: string, blockId: string, offset = 0): PageItem {
  return {
    kind: 'glyphs',
    face: 'f',
    sizeMpt: 10_000,
    ink: BLACK,
    baselineMpt: 100_000,
    glyphs: [...text].map(() => 1),
    xMpt: [...text].map((_, index) => index * 10_000),
    clusters: [...text].map((_, index) => index),
    text,
    source: { kind: 'story', storyId: 's', blockId, offset },
  }
}

const block = (type: string, id: string, content: readonly BodyNode[] = []): BodyNode => ({
  type,
  attrs: { id, header: id === 'c1' },
  content,
})

const story: Story = {
  id: 's',
  headline: '主题',
  body: {
    type: 'doc',
    content: [
      block('subheading', 'h'),
      block('brief_list', 'l', [block('brief', 'b1'), block('brief', 'b2')]),
      block('table', 't', [
        block('table_row', 'r1', [block('table_cell', 'c1'), block('table_cell', 'c2')]),
        block('table_row', 'r2', [block('table_cell', 'c3')]),
      ]),
      block('qr_code', 'q'),
    ],
  },
  status: 'draft',
}

describe('readPageText', () => {
  it('tells headings, briefs, tables, codes and text apart, and leaves furniture out', () => {
    const page = pageOf(
      { ...says('要闻', 'x'), source: { kind: 'section', sectionId: 'c' } },
      says('主题', 'headline'),
      says('小标题', 'h'),
      says('◆一', 'b1', -1),
      says('◆二', 'b2', -1),
      says('甲', 'c1'),
      says('乙', 'c2'),
      says('丙', 'c3'),
      says('扫一扫', 'q'),
      { ...says('08', 'x'), source: { kind: 'furniture' } },
    )
    expect(readPageText(page, () => story)).toEqual([
      { kind: 'heading', level: 2, text: '要闻' },
      { kind: 'heading', level: 3, text: '主题' },
      { kind: 'heading', level: 4, text: '小标题' },
      { kind: 'list', items: ['一', '二'] },
      {
        kind: 'table',
        rows: [
          {
            id: 'r1',
            cells: [
              { text: '甲', isHeader: true },
              { text: '乙', isHeader: false },
            ],
          },
          { id: 'r2', cells: [{ text: '丙', isHeader: false }] },
        ],
      },
      { kind: 'code', text: '扫一扫' },
    ])
  })

  it('reads what it knows no story of as text, a credit apart from its caption', () => {
    const page = pageOf(says('说明', 'f'), says('某某 摄', 'f', 3))
    expect(readPageText(page, () => undefined)).toEqual([{ kind: 'text', text: '说明 某某 摄' }])
  })

  it('reads samples/weekly.banxin as it was written, pictures by their alternative text', async () => {
    const { issue, composition } = await composeFile(
      resolve(import.meta.dirname, '../../samples/weekly.banxin'),
      () => undefined,
    )
    const { stories } = issue.records
    const parts = composition.pages.flatMap((page) => readPageText(page, (id) => stories[id]))
    const said = parts
      .map((part) => ('text' in part ? part.text : part.kind === 'list' ? part.items.join('') : ''))
      .join('')
    const blocks = Object.values(stories).flatMap(textBlocks)
    for (const { type, text } of blocks) {
      if (type !== 'paragraph' && type !== 'brief') continue
      // A paragraph may go on over a page: its beginning and its end are both read.
      expect(said).toContain(text.slice(0, 12))
      expect(said).toContain(text.slice(-12))
    }
    const headlines = parts.flatMap((part) =>
      part.kind === 'heading' && part.level === 3 ? [part.text] : [],
    )
    const written = Object.values(stories).flatMap(({ headline }) => headline || [])
    expect(new Set(headlines)).toEqual(new Set(written))
    const figures = parts.filter((part) => part.kind === 'figure')
    expect(figures.length).toBeGreaterThan(3)
    for (const { alt, caption } of figures) expect([alt, caption]).not.toContain('')
  })
})
