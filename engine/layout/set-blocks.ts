import type { Node } from 'prosemirror-model'
import type { SectionStyle } from '../document/template-sections'
import { type BlockKey, blockKey } from './block-key'
import type { Source } from './page'
import { readInlineText } from './inline-text'
import { baselineInLine, placeLine } from './place-line'
import { drawQrCode } from './qr-code'
import type { Slice } from './slice'
import type { NoteText, Typesetter } from './typesetter'

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
  /** What was set of this issue already, by block and whether it runs over. */
  readonly known: Map<string, readonly Slice[]>
}

/** What stands off the lines around it, in units: blanks before and whether the next is kept. */
interface Spacing {
  readonly blankBefore: number
  readonly keepWithNext: boolean
  readonly whole: boolean
}

const RUNNING: Spacing = { blankBefore: 0, keepWithNext: false, whole: false }

/** Lines of text as slices, set once for each way of setting them. */
export function textSlices(
  node: Node,
  styleName: string,
  place: BlockPlace,
  note: NoteText,
  spacing: Spacing = RUNNING,
): readonly Slice[] {
  const key = blockKey(place.storyId, String(node.attrs['id']))
  const runsOver = place.loosened.has(key)
  const name = `${key} ${String(runsOver)}`
  const slices =
    place.known.get(name) ?? setSlices(node, key, runsOver, styleName, place, note, spacing)
  place.known.set(name, slices)
  return slices
}

/** Lines of text as slices; widows and orphans 2/2 (typography R10). */
function setSlices(
  node: Node,
  key: BlockKey,
  runsOver: boolean,
  styleName: string,
  place: BlockPlace,
  note: NoteText,
  spacing: Spacing,
): readonly Slice[] {
  const { typesetter, widthMpt, unitMpt, storyId, block } = place
  const blockId = String(node.attrs['id'])
  const set = typesetter.setText(readInlineText(node), styleName, widthMpt, { runsOver })
  note(set, blockId)
  const sourceAt = (offset: number): Source => ({
    kind: 'story',
    storyId,
    blockId,
    offset: Math.max(0, offset - set.leadLength),
  })
  const { lines } = set.paragraph
  const { sizeMpt } = set.bound.style
  const units = Math.max(1, Math.ceil((sizeMpt * 1.1) / unitMpt))
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

/** A subheading: a blank line above it, and never the last in a column (typography R11). */
export function subheadingSlices(node: Node, place: BlockPlace, note: NoteText): readonly Slice[] {
  const spacing = { blankBefore: 1, keepWithNext: true, whole: true }
  return textSlices(node, place.section.subheading, place, note, spacing)
}

/** A pull quote: kept whole, a blank line above and below. */
export function pullQuoteSlices(node: Node, place: BlockPlace, note: NoteText): readonly Slice[] {
  const spacing = { blankBefore: 1, keepWithNext: false, whole: true }
  const slices = textSlices(node, place.section.pullQuote, place, note, spacing)
  const last = slices.at(-1)
  if (last === undefined) return slices
  return [...slices.slice(0, -1), { ...last, units: last.units + 1 }]
}

/** White above a QR code, beside what the line above leaves: two modules of a small code. */
const QUIET_SHARE = 0.07

/** A QR code with its line of text beside it, kept whole. */
export function qrSlices(node: Node, place: BlockPlace, note: NoteText): readonly Slice[] {
  const { section, typesetter, widthMpt, unitMpt, storyId, block } = place
  const blockId = String(node.attrs['id'])
  const sideMpt = Math.min(section.qrSize, widthMpt)
  const gapMpt = Math.round(sideMpt * 0.14)
  const textWidthMpt = Math.max(widthMpt - sideMpt - gapMpt, Math.round(widthMpt / 4))
  const set = typesetter.setText(readInlineText(node), section.qrText, textWidthMpt)
  note(set, blockId)
  const { leadingMpt, sizeMpt } = set.bound.style
  const textHeightMpt = set.paragraph.lines.length * leadingMpt
  const topMpt = Math.round((unitMpt - sizeMpt) / 2) + Math.round(sideMpt * QUIET_SHARE)
  const textTopMpt = topMpt + Math.max(0, Math.round((sideMpt - textHeightMpt) / 2))
  const sourceAt = (offset: number): Source => ({ kind: 'story', storyId, blockId, offset })
  const text = set.paragraph.lines.flatMap((line, index) =>
    placeLine(
      line,
      textTopMpt + index * leadingMpt + baselineInLine(leadingMpt, sizeMpt),
      sourceAt,
    ).map((item) =>
      item.kind === 'glyphs' ? { ...item, xMpt: item.xMpt.map((x) => x + sideMpt + gapMpt) } : item,
    ),
  )
  const code = drawQrCode(String(node.attrs['data']), 0, topMpt, sideMpt, sourceAt(0))
  const heightMpt = topMpt + Math.max(sideMpt, textHeightMpt)
  return [
    {
      units: Math.ceil(heightMpt / unitMpt),
      blankBefore: 0,
      mayBreakAfter: true,
      mustBreakAfter: false,
      block,
      key: blockKey(storyId, blockId),
      endsBlock: true,
      items: [code, ...text],
    },
  ]
}
