import type { ImageItem, PathStep, RectItem } from '../layout/page'
import { points, pointsOf } from './operators'

/** Where the trimmed page has its top left corner on the sheet, from the sheet's lower left. */
export interface SheetOrigin {
  readonly leftMpt: number
  readonly topMpt: number
}

/** Fills a rectangle. */
export function fillRect(item: RectItem, { leftMpt, topMpt }: SheetOrigin): string {
  const { xMpt, yMpt, widthMpt, heightMpt } = item
  return `${pointsOf(leftMpt + xMpt, topMpt - yMpt - heightMpt, widthMpt, heightMpt)} re f`
}

/** Fills a path by the non-zero winding rule. */
export function fillPath(steps: readonly PathStep[], { leftMpt, topMpt }: SheetOrigin): string {
  const at = (xMpt: number, yMpt: number) => pointsOf(leftMpt + xMpt, topMpt - yMpt)
  const operators = steps.map((step) => {
    if (step.op === 'Z') return 'h'
    const end = at(step.xMpt, step.yMpt)
    if (step.op !== 'C') return `${end} ${step.op.toLowerCase()}`
    return `${at(step.x1Mpt, step.y1Mpt)} ${at(step.x2Mpt, step.y2Mpt)} ${end} c`
  })
  return `${operators.join('\n')}\nf`
}

/** Places a picture so that its crop fills the frame, clipped to the frame where it is cropped. */
export function placeImage(item: ImageItem, name: string, origin: SheetOrigin): string {
  const { crop, widthMpt, heightMpt } = item
  const frameLeft = origin.leftMpt + item.xMpt
  const frameTop = origin.topMpt - item.yMpt
  const wholeWidth = (widthMpt * 1000) / crop.width
  const wholeHeight = (heightMpt * 1000) / crop.height
  const left = frameLeft - (wholeWidth * crop.left) / 1000
  const bottom = frameTop - (wholeHeight * (1000 - crop.top)) / 1000
  const isWhole = crop.width === 1000 && crop.height === 1000
  const clip = `${pointsOf(frameLeft, frameTop - heightMpt, widthMpt, heightMpt)} re W n`
  return [
    'q',
    ...(isWhole ? [] : [clip]),
    `${points(wholeWidth)} 0 0 ${points(wholeHeight)} ${pointsOf(left, bottom)} cm`,
    `/${name} Do Q`,
  ].join('\n')
}
