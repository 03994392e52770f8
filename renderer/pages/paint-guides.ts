import type { BaselineGrid, PageArea, PageFrame } from '../../engine/layout/composition'
import { areaHeightMpt, areaWidthMpt, type PageSpec } from '../../engine/document/template-page'
import type { ComposedPage } from '../../engine/layout/page'

/** The colours of the guides, for white paper. */
export const GUIDE_COLOURS = {
  bleed: 'rgb(200 90 64)',
  trim: 'rgb(96 96 96)',
  margins: 'rgb(176 110 178)',
  columns: 'rgb(84 160 150)',
  grid: 'rgb(180 214 238)',
} as const

/** On a screen, lines of the grid nearer to each other than this would be a grey haze. */
const LEAST_GRID_PX = 7

/** Pixels of the screen that make a thousandth of a point: CSS pixels, and those of the device. */
export interface GuideScale {
  readonly cssPx: number
  readonly devicePx: number
}

/**
 * Draws bleed, trim, type area, the columns that the page has and the baselines that its text
 * stands on, each a pixel wide. A column of another leading has baselines of its own.
 */
export function paintGuides(
  context: CanvasRenderingContext2D,
  page: ComposedPage,
  frame: PageFrame,
  spec: PageSpec,
  { cssPx, devicePx }: GuideScale,
): void {
  context.lineWidth = 1 / devicePx
  // Text under a line stays black, and lines that cross do not add up.
  context.globalCompositeOperation = 'darken'
  const margins = areaOf(page, spec)
  if (frame.grid.lineMpt * cssPx >= LEAST_GRID_PX) {
    context.strokeStyle = GUIDE_COLOURS.grid
    const others = frame.columns.filter(({ grid }) => !isSameGrid(grid, frame.grid))
    context.save()
    context.clip(pathAround(margins, others), 'evenodd')
    strokeBaselines(context, { ...margins, ...frameRange(margins, frame) }, frame.grid)
    context.restore()
    for (const column of others) strokeBaselines(context, column, column.grid)
  }
  context.strokeStyle = GUIDE_COLOURS.columns
  for (const column of frame.columns) stroke(context, column)
  context.strokeStyle = GUIDE_COLOURS.margins
  stroke(context, margins)
  context.strokeStyle = GUIDE_COLOURS.trim
  stroke(context, { leftMpt: 0, topMpt: 0, widthMpt: page.widthMpt, heightMpt: page.heightMpt })
  if (page.bleedMpt > 0) {
    // The line stands just within the canvas, which ends where the bleed does.
    const inset = page.bleedMpt - 1 / devicePx
    context.strokeStyle = GUIDE_COLOURS.bleed
    stroke(context, {
      leftMpt: -inset,
      topMpt: -inset,
      widthMpt: page.widthMpt + 2 * inset,
      heightMpt: page.heightMpt + 2 * inset,
    })
  }
  context.globalCompositeOperation = 'source-over'
}

/** The type area of a page: within its margins, which are mirrored on facing pages. */
function areaOf(page: ComposedPage, spec: PageSpec): PageArea {
  const widthMpt = areaWidthMpt(spec)
  const { inside, top } = spec.margins
  const isMirrored = spec.facing && page.side === 'verso'
  const leftMpt = isMirrored ? page.widthMpt - inside - widthMpt : inside
  return { leftMpt, topMpt: top, widthMpt, heightMpt: areaHeightMpt(spec) }
}

/** Lines of the frame go on over the type area, for its parts are whole lines of one grid. */
function frameRange(area: PageArea, frame: PageFrame): Pick<PageArea, 'topMpt' | 'heightMpt'> {
  const { lineMpt } = frame.grid
  const above = Math.ceil((frame.topMpt - area.topMpt) / lineMpt)
  const topMpt = frame.topMpt - above * lineMpt
  return { topMpt, heightMpt: area.topMpt + area.heightMpt - topMpt }
}

function pathAround(area: PageArea, holes: readonly PageArea[]): Path2D {
  const path = new Path2D()
  for (const { leftMpt, topMpt, widthMpt, heightMpt } of [area, ...holes]) {
    path.rect(leftMpt, topMpt, widthMpt, heightMpt)
  }
  return path
}

function strokeBaselines(
  context: CanvasRenderingContext2D,
  { leftMpt, topMpt, widthMpt, heightMpt }: PageArea,
  { firstMpt, lineMpt }: BaselineGrid,
): void {
  context.beginPath()
  for (let y = firstMpt; y < heightMpt; y += lineMpt) {
    context.moveTo(leftMpt, topMpt + y)
    context.lineTo(leftMpt + widthMpt, topMpt + y)
  }
  context.stroke()
}

function stroke(
  context: CanvasRenderingContext2D,
  { leftMpt, topMpt, widthMpt, heightMpt }: PageArea,
): void {
  context.strokeRect(leftMpt, topMpt, widthMpt, heightMpt)
}

function isSameGrid(one: BaselineGrid, other: BaselineGrid): boolean {
  return one.lineMpt === other.lineMpt && one.firstMpt === other.firstMpt
}
