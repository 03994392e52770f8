import type { Node } from 'prosemirror-model'
import { type SectionStyle, subheadingStyleOf } from '../document/template-sections'
import { type BlockKey, blockKey } from './block-key'
import type { Source } from './page'
import { type Continuation, textFrom } from './continuation'
import { readInlineText } from './inline-text'
import { baselineInLine, placeLine } from './place-line'
import type { Slice } from './slice'
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
interface Spacing {
  readonly blankBefore: number
  readonly keepWithNext: boolean
  readonly whole: boolean
}

const RUNNING: Spacing = { blankBefore: 0, keepWithNext: false, whole: false }

/** Lines of text as slices; widows and orphans 2/2 (typography R10). */
export function textSlices(
  node: Node,
  styleName: string,
  place: BlockPlace,
  note: NoteText,
  spacing: Spacing = RUNNING,
): readonly Slice[] {
  const { typesetter, widthMpt, unitMpt, storyId, block } = place
  const blockId = String(node.attrs['id'])
  const key = blockKey(storyId, blockId)
  const runsOver = place.loosened.has(key)
  const start = place.from?.key === key ? place.from.offset : 0
  const content = textFrom(readInlineText(node), start)
  const wishes = start > 0 ? { runsOver, goesOn: true } : { runsOver }
  const set = typesetter.setText(content, styleName, widthMpt, wishes)
  note(set, blockId)
  const { blankBefore, keepWithNext, whole } = spacing
  const name = [key, block, unitMpt, start, blankBefore, keepWithNext, whole].join(' ')
  return typesetter.slicesOf(set, name, () =>
    lineSlices(set, { key, storyId, blockId, start }, place, spacing),
  )
}

/** A block and the offset at which its text begins here. */
interface BlockStart {
  readonly key: BlockKey
  readonly storyId: string
  readonly blockId: string
  readonly start: number
}

function lineSlices(
  set: SetText,
  { key, storyId, blockId, start }: BlockStart,
  { unitMpt, block }: BlockPlace,
  spacing: Spacing,
): readonly Slice[] {
  const sourceAt = (offset: number): Source => ({
    kind: 'story',
    storyId,
    blockId,
    offset: start + offset - set.leadLength,
  })
  const { lines } = set.paragraph
  const { sizeMpt, leadingMpt } = set.bound.style
  const units = Math.max(1, Math.round(leadingMpt / unitMpt))
  const baseline = baselineInLine(unitMpt * units, sizeMpt)
  return lines.map((line, index): Slice => {
    const isLast = index === lines.length - 1
    const parts = index + 1 >= 2 && lines.length - index - 1 >= 2
    return {
      units,
      blankBefore: index === 0 ? spacing.blankBefore : 0,
      mayBreakAfter: isLast ? !spacing.keepWithNext : parts && !spacing.whole,
      mustBreakAfter: false,
      block,
      key,
      endsBlock: isLast,
      items: placeLine(line, baseline, sourceAt),
    }
  })
}

/** A subheading: white above it, and never the last in a column (typography R11). */
export function subheadingSlices(node: Node, place: BlockPlace, note: NoteText): readonly Slice[] {
  const { section } = place
  const style = subheadingStyleOf(section, Number(node.attrs['level']))
  const spacing = { blankBefore: section.linesBeforeSubheading, keepWithNext: true, whole: true }
  return textSlices(node, style, place, note, spacing)
}

/** A pull quote: kept whole, a blank line above; the one below is for what follows to leave. */
export function pullQuoteSlices(node: Node, place: BlockPlace, note: NoteText): readonly Slice[] {
  const spacing = { blankBefore: 1, keepWithNext: false, whole: true }
  return textSlices(node, place.section.pullQuote, place, note, spacing)
}
