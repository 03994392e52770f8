/** The last bus: doors open under the depot lamps, and someone running for it. */
import { drawFigure } from '../kit/figure.mjs'
import { blob, box, curve, disc, layGrain, limb, mix, numbers, sheetOf } from '../kit/sheet.mjs'
import { drawBody, drawDoor, drawDriver, drawInside, drawLamps, drawWheel } from './coach.mjs'
import { drawCanopy, drawClock, drawGround, drawMill, drawNight } from './depot.mjs'
import { NIGHT } from './place.mjs'

const drawRunner = (sheet) => {
  sheet.fill(disc([352, 872], 120, 14), '#0a1218', { opacity: 0.6 })
  const girl = drawFigure(sheet, {
    x: 352,
    y: 862,
    height: 372,
    facing: 1,
    pose: {
      lean: 0.24,
      nod: -0.02,
      arms: numbers('-0.75 1.35, 0.95 1.25'),
      legs: numbers('0.95 0.45, -0.62 1.2'),
    },
    look: {
      skin: '#dfae8a',
      top: '#2f5a66',
      bottom: '#93a5a0',
      hairStyle: 'tail',
      coat: 0.7,
      shoes: '#efe6d2',
    },
  })
  const [x, y] = girl.shoulder
  sheet.fill(blob([x - 8, y - 34], [x + 34, y - 26], [x + 30, y - 4], [x - 14, y - 6]), '#d9a13c')
  sheet.fill(
    blob(
      [x - 10, y - 24],
      [x - 60, y - 40],
      [x - 120, y - 26],
      [x - 138, y - 4],
      [x - 100, y - 10],
      [x - 50, y - 16],
    ),
    '#d9a13c',
  )
  sheet.fill(
    blob([x - 10, y - 14], [x - 52, y - 14], [x - 96, y + 10], [x - 104, y + 30], [x - 66, y + 10]),
    mix('#d9a13c', NIGHT, 0.25),
  )
  const [hx, hy] = girl.hip
  sheet.line(curve([x - 4, y], [hx - 40, hy - 60], [hx - 62, hy - 6]), '#5a4030', 6)
  sheet.fill(limb([hx - 92, hy + 4], [hx - 42, hy + 10], 27, 27), '#8a4f35')
  sheet.fill(limb([hx - 90, hy - 12], [hx - 44, hy - 8], 12, 12), mix('#8a4f35', '#fff2d0', 0.25))
}

/** Draws the picture; 1200 × 900 pixels. */
export const drawLastBus = () => {
  const sheet = sheetOf(1200, 900)
  drawNight(sheet)
  drawMill(sheet)
  drawCanopy(sheet)
  drawGround(sheet)
  sheet.fill(box(-20, 700, 1016, 24), '#0c151b', { opacity: 0.7, filter: sheet.blur(6) })
  drawInside(sheet)
  drawDoor(sheet)
  drawBody(sheet)
  drawDoor(sheet)
  drawDriver(sheet)
  drawWheel(sheet, 892)
  drawWheel(sheet, 60)
  drawLamps(sheet)
  drawClock(sheet, 1032, 216)
  drawRunner(sheet)
  sheet.wash(
    sheet.radial([560, 500], 860, [0, '#ffe9bd', 0.06], [0.5, '#ffe9bd', 0], [1, '#081118', 0.5]),
  )
  layGrain(sheet, 0.2)
  return sheet
}
