import type { Node } from 'prosemirror-model'
import type { SectionStyle } from '../document/template-sections'
import { type BlockKey, blockKey } from './block-key'
import { drawMark, type Hanging } from './list-marks'
import { type LineRoom, roomsOfLines } from './line-room'
import type { Source } from './page'
import { type Continuation, textFrom } from './continuation'
import { readInlineText } from './inline-text'
import { baselineInLine, placeLine } from './place-line'
import type { Slice } from './slice'
import { translateItems } from './translate'
import type { NoteText, SetText, Typesetter } from './typesetter'

/** Where a block is set: its column, its style of section, and where its text comes from. */
export interface BlockPlace {
  readonly typesetter: Typesetter
  readonly section: SectionStyle
  readonly storyId: string
  readonly widthMpt: number
  /** Line of the column's grid. */
  readonly unitMpt: number
  /** Index of the block among the blocks of the body. */
  readonly block: number
  /** Blocks that take a line more than they need (放行). */
  readonly loosened: ReadonlySet<BlockKey>
  /** Where the story goes on, if its beginning stands elsewhere. */
  readonly from?: Continuation | undefined
}

/** What stands off the lines around it, in units: blanks before and whether the next is kept. */
export interface Spacing {
  readonly blankBefore: number
  readonly keepWithNext: boolean
  readonly whole: boolean
}

/** Running text: nothing blank above, parted where widows and orphans allow. */
export const RUNNING: Spacing = { blankBefore: 0, keepWithNext: false, whole: false }

/** How a text stands in its column where it is not plain running text. */
export interface TextForm {
  readonly spacing?: Spacing
  /** Rooms of the units beside a figure, from the text's own top. */
  readonly rooms?: readonly LineRoom[]
  /** How far all its lines stand in, and the mark before the first. */
  readonly hanging?: Hanging
}

/** Lines of text as slices; widows and orphans 2/2 (typography R10). */
export function textSlices(
  node: Node,
  styleName: string,
  place: BlockPlace,
  note: NoteText,
  { spacing = RUNNING, rooms = [], hanging }: TextForm = {},
): readonly Slice[] {
  const { typesetter, widthMpt, unitMpt, storyId, block } = place
  const blockId = String(node.attrs['id'])
  const key = blockKey(storyId, blockId)
  const start = place.from?.key === key ? place.from.offset : 0
  const indentMpt = hanging?.indentMpt ?? 0
  const free = roomsOfLines(rooms, unitsOfLine(typesetter, styleName, unitMpt))
  const measuresMpt = free.map((room) => room.widthMpt - indentMpt)
  const content = textFrom(readInlineText(node), start)
  const set = typesetter.setText(content, styleName, widthMpt - indentMpt, {
    runsOver: place.loosened.has(key),
    ...(start > 0 ? { goesOn: true } : {}),
    ...(free.length === 0 ? {} : { measuresMpt }),
    ...(hanging === undefined ? {} : { isUnindented: true }),
  })
  note(set, blockId)
  const lefts = free.map((room) => room.leftMpt)
  const { blankBefore, keepWithNext, whole } = spacing
  // An item that goes on elsewhere has shown its mark.
  const mark = start > 0 || hanging === undefined ? '' : hanging.mark.paragraph.text
  const hung = `${mark}${String(indentMpt)}`
  const keeps = [blankBefore, keepWithNext, whole].join()
  const name = [key, block, unitMpt, start, keeps, lefts.join(), hung].join(' ')
  return typesetter.slicesOf(set, name, () =>
    lineSlices(set, { key, storyId, blockId, start }, place, { spacing, lefts, hanging }),
  )
}

/** Units that a line of a style takes. */
export function unitsOfLine({ styles }: Typesetter, styleName: string, unitMpt: number): number {
  return Math.max(1, Math.round(styles.get(styleName).style.leadingMpt / unitMpt))
}

/** A block and the offset at which its text begins here. */
interface BlockStart {
  readonly key: BlockKey
  readonly storyId: string
  readonly blockId: string
  readonly start: number
}

/** The lines of a set text as slices, each as far in as its room says. */
export function lineSlices(
  set: SetText,
  { key, storyId, blockId, start }: BlockStart,
  { typesetter, unitMpt, block }: BlockPlace,
  {
    spacing,
    lefts,
    hanging,
  }: {
    readonly spacing: Spacing
    readonly lefts: readonly number[]
    readonly hanging: Hanging | undefined
  },
): readonly Slice[] {
  const sourceAt = (offset: number): Source => ({
    kind: 'story',
    storyId,
    blockId,
    offset: start + offset - set.leadLength,
  })
  const { lines } = set.paragraph
  const units = unitsOfLine(typesetter, set.bound.name, unitMpt)
  const baseline = baselineInLine(unitMpt * units, set.bound.style.sizeMpt)
  return lines.map((line, index): Slice => {
    const isLast = index === lines.length - 1
    const parts = index + 1 >= 2 && lines.length - index - 1 >= 2
    const leftMpt = lefts[index] ?? 0
    const text = placeLine(line, baseline, sourceAt)
    const isMarked = index === 0 && start === 0
    const mark = isMarked && hanging !== undefined ? drawMark(hanging, baseline, sourceAt) : []
    return {
      units,
      blankBefore: index === 0 ? spacing.blankBefore : 0,
      mayBreakAfter: isLast ? !spacing.keepWithNext : parts && !spacing.whole,
      mustBreakAfter: false,
      block,
      key,
      endsBlock: isLast,
      items: [
        ...translateItems(mark, leftMpt, 0),
        ...translateItems(text, leftMpt + (hanging?.indentMpt ?? 0), 0),
      ],
    }
  })
}

/** A subheading: white above it, and never the last in a column (typography R11). */
export function subheadingSpacing({ linesBeforeSubheading }: SectionStyle): Spacing {
  return { blankBefore: linesBeforeSubheading, keepWithNext: true, whole: true }
}

/** A pull quote: kept whole, a blank line above; the one below is for what follows to leave. */
export const PULL_QUOTE: Spacing = { blankBefore: 1, keepWithNext: false, whole: true }
