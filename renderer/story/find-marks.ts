import type { EditorView } from 'prosemirror-view'
import type { FoundPlace } from './find-places'

/** A stretch of text in an editor. */
export interface TextRange {
  readonly from: number
  readonly to: number
}

const ALL = 'found'
const NOW = 'found-now'

/**
 * Marks in an editor what was found, and apart from it what is looked at; gives the latter's range.
 * The browser paints the marks over the text: the text itself is not touched, so that nothing
 * comes between a person and the input method.
 */
export function markFound(
  view: EditorView,
  places: readonly FoundPlace[],
  current: FoundPlace | undefined,
): Range | undefined {
  const starts = new Map<string, number>()
  view.state.doc.descendants((node, position) => {
    if (node.isTextblock) starts.set(String(node.attrs['id']), position + 1)
    return !node.isTextblock
  })
  const rangeOf = ({ blockId, from, to }: FoundPlace): Range | undefined => {
    const start = starts.get(blockId)
    return start === undefined ? undefined : domRange(view, { from: start + from, to: start + to })
  }
  const now = current === undefined ? undefined : rangeOf(current)
  const others = places.filter((place) => place !== current)
  paint(ALL, others.map(rangeOf))
  paint(NOW, [now])
  return now
}

/** Takes all such marks away. */
export function unmarkFound(): void {
  paint(ALL, [])
  paint(NOW, [])
}

const KEPT = 'kept-selection'

/** Keeps a selection in view while the focus is elsewhere; `undefined` lets go of it. */
export function markKept(view: EditorView, range: TextRange | undefined): void {
  paint(KEPT, [range && domRange(view, range)])
}

/** Scrolls the pane around a range as far as it takes to see it. */
export function reveal(range: Range): void {
  const pane = range.startContainer.parentElement?.closest('.editor-scroll')
  if (!pane) return
  const { top, bottom } = range.getBoundingClientRect()
  const frame = pane.getBoundingClientRect()
  const isSeen = top >= frame.top + 8 && bottom <= frame.bottom - 24
  if (!isSeen) pane.scrollTop += top - frame.top - frame.height / 3
}

function domRange(view: EditorView, { from, to }: TextRange): Range | undefined {
  if (to > view.state.doc.content.size) return undefined
  const start = view.domAtPos(from, 1)
  const end = view.domAtPos(to, -1)
  const range = document.createRange()
  range.setStart(start.node, start.offset)
  range.setEnd(end.node, end.offset)
  return range
}

function paint(name: string, ranges: readonly (Range | undefined)[]): void {
  const found = ranges.filter((range) => range !== undefined)
  if (found.length === 0) CSS.highlights.delete(name)
  else CSS.highlights.set(name, new Highlight(...found))
}
