import type { Node } from 'prosemirror-model'
import { subheadingStyleOf } from '../document/template-sections'
import { blockKey } from './block-key'
import type { LineRoom } from './line-room'
import { type Hanging, hangItems } from './list-marks'
import {
  type BlockPlace,
  PULL_QUOTE,
  RUNNING,
  type Spacing,
  subheadingSpacing,
  textSlices,
} from './set-blocks'
import type { Slice } from './slice'
import type { NoteText } from './typesetter'

/** Where texts stand beside a figure. */
export interface BesidePlace {
  /** The rooms of the units from the top of the texts to the foot of the figure. */
  readonly rooms: readonly LineRoom[]
  /** Whether they begin with the figure, which then takes the blank above them. */
  readonly isAtTop: boolean
}

/** Sets the texts of a block, one under the other. */
export function setTexts(
  node: Node,
  place: BlockPlace,
  note: NoteText,
  { rooms, isAtTop }: BesidePlace = { rooms: [], isAtTop: false },
): readonly Slice[] {
  const slices: Slice[] = []
  let units = 0
  for (const { text, style, spacing: own = RUNNING, hanging } of textsOf(node, place)) {
    const spacing = isAtTop && slices.length === 0 ? { ...own, blankBefore: 0 } : own
    const form = {
      spacing,
      rooms: rooms.slice(units + spacing.blankBefore),
      ...(hanging === undefined ? {} : { hanging }),
    }
    const set = textSlices(text, style, place, note, form)
    slices.push(...set)
    units += set.reduce((sum, slice) => sum + slice.blankBefore + slice.units, 0)
  }
  return slices
}

/** Blank units that a block of text wants above itself. */
export function blankAbove(node: Node, place: BlockPlace): number {
  return textsOf(node, place)[0]?.spacing?.blankBefore ?? 0
}

interface BodyText {
  readonly text: Node
  readonly style: string
  readonly spacing?: Spacing
  readonly hanging?: Hanging
}

function textsOf(node: Node, place: BlockPlace): readonly BodyText[] {
  const { section, typesetter } = place
  switch (node.type.name) {
    case 'subheading':
      return [
        {
          text: node,
          style: subheadingStyleOf(section, Number(node.attrs['level'])),
          spacing: subheadingSpacing(section),
        },
      ]
    case 'brief_list':
      return node.children
        .slice(firstHere(node, place))
        .map((text) => ({ text, style: section.brief }))
    case 'list': {
      const marks = hangItems(String(node.attrs['mark']), node.childCount, typesetter, section.body)
      const first = firstHere(node, place)
      return node.children.slice(first).map((text, index) => {
        const hanging = marks[first + index]
        return { text, style: section.body, ...(hanging === undefined ? {} : { hanging }) }
      })
    }
    case 'pull_quote':
      return [{ text: node, style: section.pullQuote, spacing: PULL_QUOTE }]
    default:
      return [{ text: node, style: section.body }]
  }
}

/** Index of the item of a list that a story goes on with; 0 where the list begins here. */
function firstHere(list: Node, { from, storyId }: BlockPlace): number {
  const keys = list.children.map((item) => blockKey(storyId, String(item.attrs['id'])))
  return Math.max(0, keys.indexOf(from?.key ?? ''))
}
