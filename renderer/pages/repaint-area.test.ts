import { describe, expect, it } from 'vitest'
import { BLACK } from '../../engine/document/ink'
import type { ComposedPage, GlyphItem, PageItem, PathItem } from '../../engine/layout/page'
import { inkArea, meet, repaintArea } from './repaint-area'

const source = { kind: 'furniture' } as const
const ink = BLACK

const line = (baselineMpt: number, glyphs: readonly number[], offset = 0): GlyphItem => ({
  kind: 'glyphs',
  face: 'serif',
  sizeMpt: 10_000,
  ink,
  baselineMpt,
  glyphs,
  xMpt: glyphs.map((_, index) => 50_000 + index * 10_000),
  clusters: glyphs.map((_, index) => index),
  text: '字'.repeat(glyphs.length),
  source: { kind: 'story', storyId: 's', blockId: 'b', offset },
})

const page = (items: readonly PageItem[]): ComposedPage => ({
  index: 0,
  folio: 1,
  side: 'recto',
  parent: 'body',
  widthMpt: 595_000,
  heightMpt: 842_000,
  bleedMpt: 0,
  items,
})

const three = [line(100_000, [1, 2]), line(120_000, [3, 4]), line(140_000, [5, 6])]

describe('the area to be painted anew', () => {
  it('is none where what changed is not seen', () => {
    const moved = three.map((item) => ({
      ...item,
      text: '他',
      source: { ...source },
    }))
    expect(repaintArea(page(three), page(moved))).toBeUndefined()
  })

  it('is that of the line that changed', () => {
    const [first, , last] = three
    const typed = line(120_000, [3, 9, 4])
    const area = repaintArea(page(three), page([first, typed, last].flatMap((item) => item ?? [])))
    expect(area).toEqual({ leftMpt: 35_000, topMpt: 105_000, widthMpt: 50_000, heightMpt: 30_000 })
  })

  it('holds what went and what came', () => {
    const area = repaintArea(page(three), page(three.slice(0, 2)))
    expect(area).toEqual(inkArea(line(140_000, [5, 6])))
    expect(repaintArea(page([]), page(three.slice(0, 1)))).toEqual(inkArea(line(100_000, [1, 2])))
  })

  it('meets the areas it touches alone', () => {
    const area = { leftMpt: 0, topMpt: 0, widthMpt: 10, heightMpt: 10 }
    expect(meet(area, { ...area, leftMpt: 10 })).toBe(true)
    expect(meet(area, { ...area, topMpt: 11 })).toBe(false)
  })

  it('holds a path of as many steps as a large QR code has', () => {
    const steps: PathItem['steps'] = Array.from({ length: 200_000 }, (_, at) => ({
      op: at === 0 ? 'M' : 'L',
      xMpt: at,
      yMpt: -at,
    }))
    const area = inkArea({ kind: 'path', steps, ink, source })
    expect(area).toEqual({ leftMpt: 0, topMpt: -199_999, widthMpt: 199_999, heightMpt: 199_999 })
  })
})
