import type { PageFrame } from '../../engine/layout/composition'
import type { ComposedPage } from '../../engine/layout/page'
import type { MarkedPlace } from './marked-places'

/** Side of the icon that stands for a mark, and the least distance between two, in CSS pixels. */
export const ICON_PX = 20
const PITCH_PX = 22
const GAP_PX = 6

/** Where the icon of a marked place stands on its sheet, in CSS pixels from the page's corner. */
export interface MarkIcon {
  readonly place: MarkedPlace
  readonly leftPx: number
  readonly topPx: number
}

/**
 * Icons in the margins, each beside what it marks: in the nearer margin, at the height of its
 * first line, one under another where they would overlap. Where the last frame ends the icon
 * stands outside that corner, as the mark of overset text does in layout programs.
 */
export function placeIcons(
  places: readonly MarkedPlace[],
  page: ComposedPage,
  frame: PageFrame,
  scale: number,
): readonly MarkIcon[] {
  const pageWidthPx = page.widthMpt * scale
  const leftPx = Math.max(1, frame.leftMpt * scale - ICON_PX - GAP_PX)
  const rightPx = Math.min(
    pageWidthPx - ICON_PX - 1,
    (frame.leftMpt + frame.widthMpt) * scale + GAP_PX,
  )
  const lowest = new Map<number, number>()
  const byHeight = [...places].sort((one, other) => one.area.topMpt - other.area.topMpt)
  return byHeight.map((place): MarkIcon => {
    const { area, shape } = place
    if (shape === 'frame-end') {
      const left = Math.min(area.leftMpt * scale + 2, pageWidthPx - ICON_PX - 1)
      return { place, leftPx: left, topPx: area.topMpt * scale - ICON_PX }
    }
    const isLeft = shape !== 'page' && area.leftMpt + area.widthMpt / 2 < page.widthMpt / 2
    const left = isLeft ? leftPx : rightPx
    const top = shape === 'page' ? GAP_PX : iconTop(place, scale)
    const topPx = Math.max(top, (lowest.get(left) ?? -Infinity) + PITCH_PX)
    lowest.set(left, topPx)
    return { place, leftPx: left, topPx }
  })
}

/** Beside the middle of a line of text, and at the top of a picture. */
function iconTop({ area, shape }: MarkedPlace, scale: number): number {
  if (shape === 'outline') return area.topMpt * scale
  return (area.topMpt + area.heightMpt / 2) * scale - ICON_PX / 2
}
