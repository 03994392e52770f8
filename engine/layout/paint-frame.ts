import { BLACK, type Ink } from '../document/ink'
import type { StoryBox } from '../document/story-box'
import type { Template } from '../document/template'
import type { PlannedFrame } from './band'
import { type PageGrid, leftOf } from './grid'
import type { PageItem, RectItem } from './page'
import { EM_TOP_MILLI } from './place-line'
import { translateItems } from './translate'

/** A rectangle of a page. */
interface Area {
  readonly leftMpt: number
  readonly topMpt: number
  readonly widthMpt: number
  readonly heightMpt: number
}

/**
 * The box of a frame that is a slot with one. Like a picture it stands from the top of the em
 * boxes of its first line down to the baseline of its last, in line with the text beside it.
 */
export function paintBoxes(
  { slot: area }: PlannedFrame,
  grid: PageGrid,
  template: Template,
): readonly PageItem[] {
  const box = area?.slot.box
  if (area === undefined || box === undefined) return []
  const { left, width, firstLine, lines } = area.slot
  const { character } = template.page.typeArea
  const aboveMpt = Math.round((grid.lineMpt - character) / 2)
  const belowMpt = grid.lineMpt - aboveMpt - Math.round((character * EM_TOP_MILLI) / 1000)
  return drawBox(
    box,
    {
      leftMpt: leftOf({ leftMpt: left, widthMpt: width }, grid),
      topMpt: grid.topMpt + firstLine * grid.lineMpt + aboveMpt,
      widthMpt: width,
      heightMpt: lines * grid.lineMpt - aboveMpt - belowMpt,
    },
    (swatch) => template.inks.get(swatch) ?? BLACK,
  )
}

/** What a frame carries besides its stories. */
export function paintFurniture(frame: PlannedFrame, grid: PageGrid): readonly PageItem[] {
  const topMpt = grid.topMpt + frame.firstLine * grid.lineMpt
  return translateItems(frame.furniture, leftOf(frame, grid), topMpt)
}

/** The ground of a box, and the four sides of its rule inside its edge. */
function drawBox(box: StoryBox, area: Area, inkOf: (swatch: string) => Ink): readonly PageItem[] {
  const { leftMpt, topMpt, widthMpt, heightMpt } = area
  const rect = (ink: Ink, x: number, y: number, width: number, height: number): RectItem => ({
    kind: 'rect',
    xMpt: leftMpt + x,
    yMpt: topMpt + y,
    widthMpt: width,
    heightMpt: height,
    ink,
    source: { kind: 'furniture' },
  })
  const ground = box.fill === undefined ? [] : [rect(inkOf(box.fill), 0, 0, widthMpt, heightMpt)]
  if (box.rule === undefined) return ground
  const { swatch, thickness } = box.rule
  const ink = inkOf(swatch)
  const sideMpt = heightMpt - 2 * thickness
  return [
    ...ground,
    rect(ink, 0, 0, widthMpt, thickness),
    rect(ink, 0, heightMpt - thickness, widthMpt, thickness),
    rect(ink, 0, thickness, thickness, sideMpt),
    rect(ink, widthMpt - thickness, thickness, thickness, sideMpt),
  ]
}
