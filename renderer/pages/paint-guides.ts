import { areaHeightMpt, areaWidthMpt, type PageSpec } from '../../engine/document/template-page'
import type { ComposedPage } from '../../engine/layout/page'

/**
 * Draws the trim, the type area and the baseline grid over a page. `hairline` is the width of one
 * pixel of the screen in thousandths of a point.
 */
export function paintGuides(
  context: CanvasRenderingContext2D,
  page: ComposedPage,
  spec: PageSpec,
  hairline: number,
): void {
  const width = areaWidthMpt(spec)
  const height = areaHeightMpt(spec)
  const isLeft = spec.facing && page.side === 'verso'
  const left = isLeft ? page.widthMpt - spec.margins.inside - width : spec.margins.inside
  const { top } = spec.margins
  context.lineWidth = hairline
  context.strokeStyle = 'rgb(40 130 200 / 28%)'
  context.beginPath()
  for (let line = 1; line <= spec.typeArea.lines; line += 1) {
    const y = top + line * spec.typeArea.leading
    context.moveTo(left, y)
    context.lineTo(left + width, y)
  }
  context.stroke()
  context.strokeStyle = 'rgb(190 60 160 / 80%)'
  context.strokeRect(left, top, width, height)
  context.strokeStyle = 'rgb(200 30 40 / 80%)'
  context.strokeRect(0, 0, page.widthMpt, page.heightMpt)
}
