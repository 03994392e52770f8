import type { PlannedFrame } from './band'
import { drawJumpLine } from './jump-lines'
import { folioAfterJump, jumpOf, placeJumpLine } from './jumps'
import type { MakeUp } from './attempt'
import type { PageItem } from './page'
import type { PageShelf } from './page-shelf'
import type { MadeSlot } from './plan-pages'
import { translateItems } from './translate'
import type { Typesetter } from './typesetter'

const NOTHING: readonly PageItem[] = []

/**
 * The line of a slot whose story jumps (下转), from the top left corner of its frame; nothing where
 * all fits, or where what is left finds no page. It is drawn once for all that it depends on.
 */
export function drawJump(
  { area, made }: MadeSlot,
  frame: PlannedFrame,
  ownFolio: number,
  main: MakeUp,
  typesetter: Typesetter,
  shelf: PageShelf,
): readonly PageItem[] {
  const jump = jumpOf(made)
  const { page, sequence } = typesetter.template
  const folio = jump && folioAfterJump(jump.storyId, main, sequence.maximumPages)
  const place = jump && placeJumpLine(frame, jump.measure, page.typeArea.leading)
  if (folio === undefined || place === undefined) return NOTHING
  const { leftMpt, topMpt, widthMpt, unitMpt } = place
  const at = folio === ownFolio ? 'same' : folio
  const key = ['jump', area.name, at, leftMpt, topMpt, widthMpt, unitMpt].join('|')
  const { items } = shelf.furniture(key, () => ({
    items: translateItems(drawJumpLine(at, typesetter, widthMpt, unitMpt), leftMpt, topMpt),
    texts: [],
  }))
  return items
}
