import { describe, expect, it } from 'vitest'
import { nearestGap, type PanelRow, sectionGaps, storyGaps } from './drop-gaps'

/** Two stories in `a`, none in `b`, and `c` is folded. */
const rows: readonly PanelRow[] = [
  { kind: 'section', id: 'a', top: 0, bottom: 32 },
  { kind: 'story', id: 'a1', top: 32, bottom: 80 },
  { kind: 'story', id: 'a2', top: 80, bottom: 128 },
  { kind: 'section', id: 'b', top: 136, bottom: 168 },
  { kind: 'section', id: 'c', top: 196, bottom: 228 },
]
const countIn = (sectionId: string): number => (sectionId === 'c' ? 5 : 0)

const placeAt = (y: number) => nearestGap(storyGaps(rows, countIn), y)?.place

describe('the gaps of the list', () => {
  it('take a story in before, between and after those of a section', () => {
    expect(placeAt(-50)).toEqual({ kind: 'story', sectionId: 'a', index: 0 })
    expect(placeAt(70)).toEqual({ kind: 'story', sectionId: 'a', index: 1 })
    expect(placeAt(120)).toEqual({ kind: 'story', sectionId: 'a', index: 2 })
  })

  it('take a story into a section that shows none, after those folded away', () => {
    expect(placeAt(160)).toEqual({ kind: 'story', sectionId: 'b', index: 0 })
    expect(placeAt(900)).toEqual({ kind: 'story', sectionId: 'c', index: 5 })
  })

  it('take a section in before each and after the last', () => {
    const places = [0, 140, 200, 240].map((y) => nearestGap(sectionGaps(rows), y)?.place.index)
    expect(places).toEqual([0, 1, 2, 3])
    expect(sectionGaps([])).toEqual([])
    expect(nearestGap([], 0)).toBeUndefined()
  })
})
