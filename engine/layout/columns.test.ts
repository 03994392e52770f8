import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { balanceColumns, fillColumns, isDone } from './columns'
import type { ColumnFill } from './column-content'
import { type ContentShape, type SliceShape, createShapeMaker } from './shape'

const contentOf = (slices: readonly SliceShape[]): ContentShape =>
  createShapeMaker().columns(2, 1, createShapeMaker().text(slices), [], {
    blankBefore: 0,
    linesAfter: 0,
  }).content

/** Paragraphs as slices of one unit a line, widows and orphans 2/2. */
function paragraphs(...lengths: readonly number[]): ContentShape {
  const slices = lengths.flatMap((length, block) =>
    Array.from({ length }, (_, index): SliceShape => {
      const isLast = index === length - 1
      return {
        units: 1,
        blankBefore: 0,
        mayBreakAfter: isLast || (index >= 1 && length - index - 1 >= 2),
        mustBreakAfter: false,
        block,
        endsBlock: isLast,
      }
    }),
  )
  return contentOf(slices)
}

const START = { slice: 0, float: 0 }
const heights = (fills: readonly ColumnFill[] | undefined): readonly number[] | undefined =>
  fills?.map((fill) => fill.units)

describe('balanceColumns', () => {
  it('ends columns level', () => {
    const content = paragraphs(5, 5, 5, 5)
    expect(heights(balanceColumns(content, START, { columns: 2, limit: 40 }))).toEqual([10, 10])
  })

  it('shares an odd line out with the shortfall at the right, not 4/2 but 3/3', () => {
    expect(heights(balanceColumns(paragraphs(6), START, { columns: 2, limit: 40 }))).toEqual([3, 3])
    expect(heights(balanceColumns(paragraphs(20), START, { columns: 3, limit: 40 }))).toEqual([
      7, 7, 6,
    ])
    expect(heights(balanceColumns(paragraphs(19), START, { columns: 3, limit: 40 }))).toEqual([
      7, 6, 6,
    ])
  })

  it('does not begin a column with the last line of a paragraph', () => {
    const fills = balanceColumns(paragraphs(3, 3), START, { columns: 2, limit: 40 })
    expect(heights(fills)).toEqual([3, 3])
    const odd = balanceColumns(paragraphs(5, 2, 3), START, { columns: 2, limit: 40 })
    expect(heights(odd)).toEqual([5, 5])
  })

  it('drops blank lines at the top of a column', () => {
    const content = paragraphs(4, 4)
    const slices = content.slices.map((slice, index) =>
      index === 4 ? { ...slice, blankBefore: 1 } : slice,
    )
    const fills = balanceColumns(contentOf(slices), START, { columns: 2, limit: 40 })
    expect(heights(fills)).toEqual([4, 4])
  })

  it('counts what is repeated where a column begins with a slice, and nowhere else', () => {
    const content = paragraphs(8)
    const slices = content.slices.map((slice, index) =>
      index > 1 ? { ...slice, repeatedUnits: 2 } : slice,
    )
    const fills = balanceColumns(contentOf(slices), START, { columns: 2, limit: 40 })
    expect(heights(fills)).toEqual([5, 5])
    expect(fills?.[1]?.from.slice).toBe(5)
    expect(heights(fillColumns(contentOf(slices), START, { columns: 2, limit: 6 }))).toEqual([6, 4])
  })

  it('says so when the content does not fit', () => {
    expect(balanceColumns(paragraphs(30), START, { columns: 2, limit: 14 })).toBeUndefined()
  })

  it('lays every slice once, in order, breaking only where it may', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 14 }), { minLength: 1, maxLength: 14 }),
        fc.integer({ min: 1, max: 4 }),
        (lengths, columns) => {
          const content = paragraphs(...lengths)
          const fills = balanceColumns(content, START, { columns, limit: 400 }) ?? []
          expect(fills).toHaveLength(columns)
          let at = START
          for (const fill of fills) {
            expect(fill.from).toEqual(at)
            const last = content.slices[fill.to.slice - 1]
            expect(fill.to.slice === 0 || last?.mayBreakAfter).toBe(true)
            at = fill.to
          }
          expect(isDone(content, at)).toBe(true)
        },
      ),
    )
  })
})

describe('columns with a hole', () => {
  const holes = [
    { column: 0, top: 3, end: 8 },
    { column: 1, top: 3, end: 8 },
  ]
  const placesOf = (fills: readonly ColumnFill[] | undefined) =>
    fills?.map(({ column, top, units }) => `${column}@${top}+${units}`)

  it('are filled above and below it before the next begins', () => {
    const fills = fillColumns(paragraphs(50), START, { columns: 3, limit: 12, holes })
    expect(placesOf(fills)).toEqual(['0@0+3', '0@8+4', '1@0+3', '1@8+4', '2@0+12'])
  })

  it('end level below it, and beside it where the text ends there', () => {
    const below = balanceColumns(paragraphs(30), START, { columns: 3, limit: 40, holes })
    expect(placesOf(below)).toEqual(['0@0+3', '0@8+6', '1@0+3', '1@8+5', '2@0+13'])
    const beside = balanceColumns(paragraphs(12), START, { columns: 3, limit: 40, holes })
    expect(placesOf(beside)).toEqual(['0@0+3', '1@0+3', '2@0+6'])
  })

  it('leave a stretch empty that holds no two lines, and one below a column that the text ends', () => {
    const thin = [{ column: 0, top: 1, end: 4 }]
    const fills = fillColumns(paragraphs(20), START, { columns: 2, limit: 8, holes: thin })
    expect(placesOf(fills)).toEqual(['0@0+0', '0@4+4', '1@0+8'])
    const { slices } = paragraphs(2, 10)
    const broken = slices.map((slice, at) => ({ ...slice, mustBreakAfter: at === 1 }))
    const ended = fillColumns(contentOf(broken), START, { columns: 2, limit: 12, holes })
    expect(placesOf(ended)).toEqual(['0@0+2', '0@8+0', '1@0+3', '1@8+4'])
  })

  it('go on below a stretch that stays empty after the end of the column or page before', () => {
    const { slices } = paragraphs(4, 20)
    const broken = contentOf(slices.map((slice, at) => ({ ...slice, mustBreakAfter: at === 3 })))
    const thin = [{ column: 1, top: 1, end: 4 }]
    const frame = { columns: 2, limit: 24, holes: thin }
    expect(placesOf(fillColumns(broken, START, frame))).toEqual(['0@0+4', '1@0+0', '1@4+20'])
    expect(placesOf(balanceColumns(broken, START, frame))).toEqual(['0@0+4', '1@0+0', '1@4+20'])
    const next = { columns: 1, limit: 24, holes: [{ column: 0, top: 1, end: 4 }] }
    const from = { slice: 4, float: 0 }
    expect(placesOf(fillColumns(broken, from, next))).toEqual(['0@0+0', '0@4+20'])
    expect(placesOf(balanceColumns(broken, from, next))).toEqual(['0@0+0', '0@4+20'])
  })

  it('stay empty below the end of a column, however many stretches are left of it', () => {
    const { slices } = paragraphs(2, 6)
    const broken = contentOf(slices.map((slice, at) => ({ ...slice, mustBreakAfter: at === 1 })))
    const twice = [
      { column: 0, top: 2, end: 4 },
      { column: 0, top: 7, end: 8 },
    ]
    const frame = { columns: 2, limit: 12, holes: twice }
    const places = ['0@0+2', '0@4+0', '0@8+0', '1@0+6']
    expect(placesOf(fillColumns(broken, START, frame))).toEqual(places)
  })

  it('hold all of a text in order, off the hole and within the height', () => {
    const cases = fc.record({
      lengths: fc.array(fc.integer({ min: 1, max: 14 }), { minLength: 1, maxLength: 8 }),
      columns: fc.integer({ min: 1, max: 4 }),
      column: fc.integer({ min: 0, max: 3 }),
      top: fc.integer({ min: 0, max: 30 }),
      height: fc.integer({ min: 1, max: 20 }),
    })
    fc.assert(
      fc.property(cases, ({ lengths, columns, column, top, height }) => {
        const hole = { column: Math.min(column, columns - 1), top, end: top + height }
        const content = paragraphs(...lengths)
        const fills = balanceColumns(content, START, { columns, limit: 400, holes: [hole] }) ?? []
        let at = START
        for (const fill of fills) {
          expect(fill.from).toEqual(at)
          at = fill.to
          const end = fill.top + fill.units
          const isOff = fill.column !== hole.column || end <= hole.top || fill.top >= hole.end
          expect(isOff || fill.units === 0).toBe(true)
          const taken = content.slices.slice(fill.from.slice, fill.to.slice)
          expect(fill.units).toBe(taken.length)
        }
        expect(isDone(content, at)).toBe(true)
      }),
    )
  })
})

describe('fillColumns', () => {
  it('fills each column as far as the breaks allow and stops where the frame ends', () => {
    const fills = fillColumns(paragraphs(50), START, { columns: 2, limit: 10 })
    expect(heights(fills)).toEqual([10, 10])
    expect(fills.at(-1)?.to.slice).toBe(20)
  })

  it('leaves a line empty rather than part a paragraph badly', () => {
    const fills = fillColumns(paragraphs(9, 8), START, { columns: 1, limit: 10 })
    expect(heights(fills)).toEqual([9])
  })

  it('ends a column where the editor asked for it', () => {
    const content = paragraphs(4, 4, 4)
    const slices = content.slices.map((slice, index) =>
      index === 3 ? { ...slice, mustBreakAfter: true } : slice,
    )
    const fills = fillColumns(contentOf(slices), START, { columns: 2, limit: 10 })
    expect(heights(fills)).toEqual([4, 8])
  })
})
