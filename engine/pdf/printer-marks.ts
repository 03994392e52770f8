import { points, pointsOf } from './operators'
import type { PageBoxes } from './page-boxes'

/** The colour space resource in which marks are drawn: it prints on every plate. */
export const ALL_PLATES = 'All'

const LINE_MPT = 250
const GAP_MPT = 2_835
const CROP_MARK_MPT = 17_008
const TARGET_CENTRE_MPT = 14_173
const TARGET_RADIUS_MPT = 5_669
const TARGET_ARM_MPT = 9_921
/** How far the handles of a quarter circle lie from its ends, in thousandths of the radius. */
const QUARTER_HANDLE_MILLI = 552

function line(fromX: number, fromY: number, toX: number, toY: number): string {
  return `${pointsOf(fromX, fromY)} m ${pointsOf(toX, toY)} l S`
}

function cropMarks({ bleed, trim }: PageBoxes): string[] {
  const near = GAP_MPT
  const far = GAP_MPT + CROP_MARK_MPT
  const [left, bottom, right, top] = bleed
  return [trim[1], trim[3]]
    .flatMap((y) => [line(left - far, y, left - near, y), line(right + near, y, right + far, y)])
    .concat(
      [trim[0], trim[2]].flatMap((x) => [
        line(x, bottom - far, x, bottom - near),
        line(x, top + near, x, top + far),
      ]),
    )
}

function registrationTarget(x: number, y: number): string[] {
  const radius = TARGET_RADIUS_MPT
  const handle = Math.round((radius * QUARTER_HANDLE_MILLI) / 1000)
  const circle = [
    `${pointsOf(x + radius, y)} m`,
    `${pointsOf(x + radius, y + handle, x + handle, y + radius, x, y + radius)} c`,
    `${pointsOf(x - handle, y + radius, x - radius, y + handle, x - radius, y)} c`,
    `${pointsOf(x - radius, y - handle, x - handle, y - radius, x, y - radius)} c`,
    `${pointsOf(x + handle, y - radius, x + radius, y - handle, x + radius, y)} c s`,
  ]
  return [
    ...circle,
    line(x - TARGET_ARM_MPT, y, x + TARGET_ARM_MPT, y),
    line(x, y - TARGET_ARM_MPT, x, y + TARGET_ARM_MPT),
  ]
}

/**
 * Crop marks at the four corners and registration targets in the middle of the four sides, all
 * in the slug and on every plate (PDF 32000 14.11.3; `/Separation /All`).
 */
export function drawPrinterMarks(boxes: PageBoxes): string {
  const [left, bottom, right, top] = boxes.bleed
  const middleX = (left + right) / 2
  const middleY = (bottom + top) / 2
  return [
    `q /${ALL_PLATES} CS 1 SCN ${points(LINE_MPT)} w`,
    ...cropMarks(boxes),
    ...registrationTarget(left - TARGET_CENTRE_MPT, middleY),
    ...registrationTarget(right + TARGET_CENTRE_MPT, middleY),
    ...registrationTarget(middleX, bottom - TARGET_CENTRE_MPT),
    ...registrationTarget(middleX, top + TARGET_CENTRE_MPT),
    'Q',
  ].join('\n')
}
