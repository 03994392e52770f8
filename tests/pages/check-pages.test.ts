import { describe, expect, it } from 'vitest'
import { BLACK } from '../../engine/document/ink'
import type { ComposedPage, GlyphItem, PageItem } from '../../engine/layout/page'
import { checkPages } from './check-pages'
import type { RunningStyle } from './page-fault'

const GRID_MPT = 17_000
const SIZE_MPT = 10_000
const COLUMNS_MPT = [60_000, 300_000]

/** A line of a block: in Hei where it is a subheading, in Song otherwise. */
function item(blockId: string, leftMpt: number, baselineMpt: number): GlyphItem {
  const text = '天地玄黄'
  return {
    kind: 'glyphs',
    face: blockId === 'subheading' ? 'Noto Sans SC/700' : 'Noto Serif SC/400',
    sizeMpt: blockId === 'headline' ? 2 * SIZE_MPT : SIZE_MPT,
    ink: BLACK,
    baselineMpt,
    glyphs: [1, 2, 3, 4],
    xMpt: [0, 1, 2, 3].map((index) => leftMpt + index * 2 * SIZE_MPT),
    clusters: [0, 1, 2, 3],
    text,
    source: { kind: 'story', storyId: 'story', blockId, offset: 0 },
  }
}

/** Lines of blocks, one name a line, down a column from the third line of the grid. */
function column(index: number, blockIds: readonly string[]): readonly GlyphItem[] {
  return blockIds.map((blockId, line) =>
    item(blockId, COLUMNS_MPT[index] ?? 0, (line + 8) * GRID_MPT),
  )
}

const headline = item('headline', 60_000, 5 * GRID_MPT)

function pageOf(items: readonly PageItem[]): ComposedPage {
  return {
    index: 0,
    folio: 1,
    side: 'recto',
    parent: 'inside',
    widthMpt: 595_276,
    heightMpt: 841_890,
    bleedMpt: 8_504,
    items,
  }
}

function rulesOf(
  items: readonly PageItem[],
  styles: readonly RunningStyle[] = [{ sizeMpt: SIZE_MPT, lineMpt: GRID_MPT }],
): readonly string[] {
  return checkPages([pageOf(items)], styles).map(({ rule }) => rule)
}

const left = column(0, ['a', 'a', 'a', 'b', 'b'])
const right = column(1, ['b', 'b', 'c', 'c'])

describe('the page checker', () => {
  it('passes a headline over columns that end one line apart', () => {
    expect(rulesOf([headline, ...left, ...right])).toEqual([])
  })

  it('finds a body line off the grid', () => {
    const moved = right.map((line, index) =>
      index >= 2 ? { ...line, baselineMpt: line.baselineMpt + 500 } : line,
    )
    expect(rulesOf([headline, ...left, ...moved])).toEqual(['R11 grid', 'R11 grid'])
  })

  it('finds an item outside the bleed', () => {
    const rect: PageItem = {
      kind: 'rect',
      xMpt: -9_000,
      yMpt: 0,
      widthMpt: 20_000,
      heightMpt: 1_000,
      ink: BLACK,
      source: { kind: 'furniture' },
    }
    expect(rulesOf([headline, ...left, ...right, rect])).toEqual(['bleed'])
  })

  it('finds text over text', () => {
    const over: PageItem = {
      ...item('d', 75_000, 8 * GRID_MPT + 3_000),
      source: { kind: 'furniture' },
    }
    expect(rulesOf([headline, ...left, ...right, over])).toContain('overlap')
    const beside: PageItem = { ...over, baselineMpt: 8 * GRID_MPT }
    expect(rulesOf([headline, ...left, ...right, beside])).toContain('overlap')
  })

  it('finds columns that end two lines apart, or the shorter at the left', () => {
    const free = column(0, ['a', 'a', 'b', 'b', 'b'])
    expect(rulesOf([headline, ...free, ...right.slice(0, 3)])).toEqual(['R11 level'])
    const longer = column(1, ['b', 'b', 'b', 'c', 'c', 'c'])
    expect(rulesOf([headline, ...left, ...longer])).toEqual(['R11 level'])
  })

  it('lets columns be a line less level where a widow or an orphan would be the price', () => {
    expect(rulesOf([headline, ...left, ...right.slice(0, 3)])).toEqual([])
    expect(rulesOf([headline, ...left, ...right.slice(0, 2)])).toEqual(['R11 level'])
    expect(rulesOf([headline, ...left, ...column(1, ['b', 'b', 'c', 'c', 'd', 'd'])])).toEqual([])
  })

  it('finds a headline with nothing below it, and a banner', () => {
    expect(rulesOf([...left, ...right, headline])).toEqual(['R11 heading'])
    const banner: PageItem = { ...headline, source: { kind: 'section', sectionId: 'section' } }
    expect(rulesOf([...left, ...right, banner])).toEqual(['R11 heading'])
  })

  it('finds a headline whose text is in another column only', () => {
    const low = item('headline', 60_000, 20 * GRID_MPT)
    expect(rulesOf([low, ...left, ...right])).toContain('R11 heading')
  })

  it('finds a subheading that is the last of a column, and none within one', () => {
    const within = column(0, ['a', 'a', 'subheading', 'b', 'b'])
    expect(rulesOf([headline, ...within, ...right])).toEqual([])
    const last = column(0, ['a', 'a', 'b', 'b', 'subheading'])
    expect(rulesOf([headline, ...last, ...column(1, ['c', 'c', 'd', 'd', 'd'])])).toEqual([
      'R11 heading',
    ])
  })

  it('finds leading of less than half the size or more than the size', () => {
    for (const sizeMpt of [11_500, 8_400]) {
      const items = [headline, ...left, ...right].map((each) => ({ ...each, sizeMpt }))
      expect(rulesOf(items, [{ sizeMpt, lineMpt: GRID_MPT }])).toEqual(['R11 leading'])
      const isTight = rulesOf(items, [{ sizeMpt, lineMpt: GRID_MPT, isTight: true }])
      expect(isTight).toEqual(sizeMpt > SIZE_MPT ? [] : ['R11 leading'])
    }
  })

  it('finds a paragraph whose lines were moved apart to fill a column', () => {
    const apart = column(1, ['b', 'b', 'c', 'c']).map((line, index) =>
      index === 3 ? { ...line, baselineMpt: line.baselineMpt + GRID_MPT } : line,
    )
    expect(rulesOf([headline, ...left, ...apart])).toEqual(['R11 leading'])
  })

  it('finds a paragraph of which a column holds one line', () => {
    const orphan = column(0, ['a', 'a', 'a', 'a', 'b'])
    expect(rulesOf([headline, ...orphan, ...right])).toEqual(['R10 widow'])
    const widow = column(1, ['b', 'c', 'c', 'c'])
    expect(rulesOf([headline, ...left, ...widow])).toEqual(['R10 widow'])
  })
})
