import { createGenerations } from './generations'

/**
 * What the flow knows of a band: how tall it is and where it may be parted, nothing of what it
 * says. Bands alike have one shape, so that shapes are compared by identity, and a page that was
 * laid of some shapes is laid of them for good.
 */
export type BandShape = BlockShape | FigureShape | ColumnsShape | BreakShape

interface Named {
  /** Names the shape among all of its maker. */
  readonly name: string
}

/** A banner or a head: never parted. */
export interface BlockShape extends Named {
  readonly kind: 'block'
  readonly lines: number
  /** Blank lines above; none at the top of a page. */
  readonly blankBefore: number
  /** Whose head it is: a figure that its own story pins below it parts it from no text. */
  readonly storyId: string | undefined
}

/** A figure across all columns, at the height that it has. */
export interface FigureShape extends Named {
  readonly kind: 'figure'
  /** Lines of its picture and its caption. */
  readonly lines: number
  /** Whether it opens its story, between head and text. */
  readonly opens: boolean
}

/** The white that goes with a stretch, in lines. */
export interface ColumnsWhite {
  /** Blank lines above; none at the top of a page, nor where it goes on. */
  readonly blankBefore: number
  /** Blank lines below the end of its text, where it has an end. */
  readonly linesAfter: number
}

/** A stretch of a story in columns, its pictures at the height that they have. */
export interface ColumnsShape extends Named, ColumnsWhite {
  readonly kind: 'columns'
  readonly columns: number
  readonly unitMpt: number
  readonly content: ContentShape
}

/** What follows begins a page. */
export interface BreakShape extends Named {
  readonly kind: 'page-break'
}

/** A piece of a column that is never parted; see `Slice`. */
export interface SliceShape {
  readonly units: number
  readonly blankBefore: number
  readonly mayBreakAfter: boolean
  readonly mustBreakAfter: boolean
  readonly block: number
  readonly endsBlock: boolean
  readonly repeatedUnits?: number
}

/** A figure that floats to the top of a column. */
export interface FloatShape {
  /** Units of its picture and its caption. */
  readonly units: number
  readonly block: number
}

/** The pieces of a stretch, in order. */
export interface TextShape extends Named {
  readonly slices: readonly SliceShape[]
  /** Units of all slices, blanks left out. */
  readonly sliceUnits: number
}

/** What flows through columns, floats in the order of their blocks. */
export interface ContentShape {
  readonly slices: readonly SliceShape[]
  readonly floats: readonly FloatShape[]
  /** Units of all slices, blanks left out. */
  readonly sliceUnits: number
}

/** Makes shapes, each once. */
export interface ShapeMaker {
  block(lines: number, blankBefore: number, storyId: string | undefined): BlockShape
  figure(lines: number, opens: boolean): FigureShape
  text(slices: readonly SliceShape[]): TextShape
  columns(
    columns: number,
    unitMpt: number,
    text: TextShape,
    floats: readonly FloatShape[],
    white: ColumnsWhite,
  ): ColumnsShape
  /** Lets go of shapes that have long been of no use. */
  turn(): void
}

const MOST_SHAPES = 4_000

export const PAGE_BREAK: BreakShape = { kind: 'page-break', name: 'page-break' }

export function createShapeMaker(): ShapeMaker {
  const known = createGenerations<string, Named>(MOST_SHAPES)
  let count = 0
  const once = <Shape extends Named>(key: string, make: (name: string) => Shape): Shape => {
    const before = known.get(key)
    // The key begins with what kind of shape it names.
    if (before !== undefined) return before as Shape
    count += 1
    const shape = make(String(count))
    known.set(key, shape)
    return shape
  }
  return {
    block: (lines, blankBefore, storyId) =>
      once(`block ${lines} ${blankBefore} ${storyId ?? ''}`, (name) => ({
        kind: 'block',
        name,
        lines,
        blankBefore,
        storyId,
      })),
    figure: (lines, opens) =>
      once(`figure ${lines} ${opens}`, (name) => ({ kind: 'figure', name, lines, opens })),
    text: (slices) =>
      once(`text ${slices.map(describeSlice).join(' ')}`, (name) => ({
        name,
        slices: slices.map(bareSlice),
        sliceUnits: slices.reduce((sum, { units }) => sum + units, 0),
      })),
    columns: (columns, unitMpt, text, floats, { blankBefore, linesAfter }) => {
      const heights = floats.map(({ units, block }) => `${units}@${block}`).join(' ')
      const white = `${blankBefore} ${linesAfter}`
      return once(`columns ${columns} ${unitMpt} ${white} ${text.name} ${heights}`, (name) => {
        const { slices, sliceUnits } = text
        const content = { slices, floats, sliceUnits }
        return { kind: 'columns', name, columns, unitMpt, blankBefore, linesAfter, content }
      })
    },
    turn: known.turn,
  }
}

function describeSlice(slice: SliceShape): string {
  const breaks = slice.mustBreakAfter ? '!' : slice.mayBreakAfter ? '' : '-'
  const end = slice.endsBlock ? '.' : ''
  const repeated = slice.repeatedUnits === undefined ? '' : `^${slice.repeatedUnits}`
  return `${slice.units}+${slice.blankBefore}${breaks}${end}${repeated}@${slice.block}`
}

function bareSlice(slice: SliceShape): SliceShape {
  const { units, blankBefore, mayBreakAfter, mustBreakAfter, block, endsBlock } = slice
  const bare = { units, blankBefore, mayBreakAfter, mustBreakAfter, block, endsBlock }
  return slice.repeatedUnits === undefined ? bare : { ...bare, repeatedUnits: slice.repeatedUnits }
}
