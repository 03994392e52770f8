import { BLACK, type Ink } from '../document/ink'
import type { StoryBox } from '../document/story-box'
import type { Template } from '../document/template'
import type { PlacedBand, PlannedFrame } from './band'
import { type PageGrid, leftOf } from './grid'
import type { PageItem, RectItem } from './page'
import { EM_TOP_MILLI } from './place-line'
import { storyOf } from './story-fit'
import { translateItems } from './translate'

/** A rectangle of a page. */
interface Area {
  readonly leftMpt: number
  readonly topMpt: number
  readonly widthMpt: number
  readonly heightMpt: number
}

/** The lines of a page that a box covers, and how far it goes beyond them where its story does. */
interface BoxedLines {
  readonly box: StoryBox
  readonly left: { readonly leftMpt: number; readonly widthMpt: number }
  readonly firstLine: number
  readonly endLine: number
  readonly beyondTopMpt: number
  readonly beyondEndMpt: number
}

/**
 * The boxes of a frame: that of its slot, or those of the stories in it. Like a picture a box stands
 * from the top of the em boxes of its first line down to the baseline of its last, in line with the
 * text beside it.
 */
export function paintBoxes(
  frame: PlannedFrame,
  grid: PageGrid,
  template: Template,
): readonly PageItem[] {
  const { character } = template.page.typeArea
  const aboveMpt = Math.round((grid.lineMpt - character) / 2)
  const belowMpt = grid.lineMpt - aboveMpt - Math.round((character * EM_TOP_MILLI) / 1000)
  return boxedLinesOf(frame).flatMap(
    ({ box, left, firstLine, endLine, beyondTopMpt, beyondEndMpt }) => {
      const topMpt = grid.topMpt + firstLine * grid.lineMpt + aboveMpt - beyondTopMpt
      const endMpt = grid.topMpt + endLine * grid.lineMpt - belowMpt + beyondEndMpt
      const area = {
        leftMpt: leftOf(left, grid),
        topMpt,
        widthMpt: left.widthMpt,
        heightMpt: endMpt - topMpt,
      }
      return drawBox(box, area, (swatch) => template.inks.get(swatch) ?? BLACK)
    },
  )
}

function boxedLinesOf(frame: PlannedFrame): readonly BoxedLines[] {
  const { slot: area, placed, firstLine } = frame
  if (area !== undefined) {
    const { box, left, width, lines } = area.slot
    if (box === undefined) return []
    const place = { leftMpt: left, widthMpt: width }
    const first = area.slot.firstLine
    const whole = { firstLine: first, endLine: first + lines, beyondTopMpt: 0, beyondEndMpt: 0 }
    return [{ box, left: place, ...whole }]
  }
  const stories: PlacedBand[][] = []
  for (const each of placed) {
    const before = stories.at(-1)?.at(-1)
    if (before !== undefined && storyOf(before) === storyOf(each)) stories.at(-1)?.push(each)
    else stories.push([each])
  }
  return stories.flatMap((bands): readonly BoxedLines[] => {
    const [first] = bands
    const last = bands.at(-1)
    const box = first?.band.box
    if (first === undefined || last === undefined || box === undefined) return []
    return [
      {
        box,
        left: frame,
        firstLine: firstLine + first.line,
        endLine: firstLine + last.line + last.lines,
        beyondTopMpt: first.band.kind === 'block' ? 0 : box.inset,
        beyondEndMpt: hasEnd(last) ? 0 : box.inset,
      },
    ]
  })
}

/** Whether the padding of a box lies below a band: its story ends there. */
function hasEnd(placed: PlacedBand): boolean {
  if (!('fills' in placed)) return false
  const { content, linesAfter } = placed.band
  const end = placed.fills.at(-1)?.to
  return linesAfter > 0 && (end?.slice ?? 0) >= content.slices.length
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
