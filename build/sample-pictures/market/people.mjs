/** The two people at the stall, as far as they are more than plain figures. */
import { drawProfileFace } from '../kit/face.mjs'
import { drawFigure } from '../kit/figure.mjs'
import { blob, curve, limb, mix, numbers, smooth } from '../kit/sheet.mjs'
import {} from './place.mjs'

/** Straps and pocket of the seller’s apron. */
export const drawApronDetail = (sheet, { shoulder, hip, unit }) => {
  const line = (points) => sheet.line(smooth(points, false), '#c9b791', unit * 0.05)
  line([
    [shoulder[0] - unit * 0.3, shoulder[1] - unit * 0.1],
    [shoulder[0] - unit * 0.22, shoulder[1] + unit * 0.4],
  ])
  line([
    [shoulder[0] + unit * 0.32, shoulder[1] - unit * 0.1],
    [shoulder[0] + unit * 0.3, shoulder[1] + unit * 0.4],
  ])
  line([
    [hip[0] - unit * 0.36, hip[1] - unit * 0.8],
    [hip[0], hip[1] - unit * 0.7],
    [hip[0] + unit * 0.4, hip[1] - unit * 0.8],
  ])
}

/** The customer in front, paying. */
export const drawBuyer = (sheet) => {
  const skin = '#dba781'
  const buyer = drawFigure(sheet, {
    x: 150,
    y: 1270,
    height: 930,
    facing: 1,
    pose: { lean: 0.08, nod: 0.1, arms: numbers('0.62 0.78, 0.3 0.5'), legs: numbers('0 0, 0 0') },
    look: { skin, top: '#37606a', bottom: '#3d4648', coat: 1.5, headless: true },
  })
  const { shoulder, unit } = buyer
  sheet.fill(
    blob(
      [shoulder[0] - unit * 0.3, shoulder[1] - unit * 0.3],
      [shoulder[0] + unit * 0.1, shoulder[1] - unit * 0.22],
      [shoulder[0] + unit * 0.36, shoulder[1] - unit * 0.3],
      [shoulder[0] + unit * 0.3, shoulder[1] - unit * 0.12],
      [shoulder[0] - unit * 0.2, shoulder[1] - unit * 0.1],
    ),
    '#2b4c55',
  )
  drawProfileFace(sheet, {
    x: buyer.head[0],
    y: buyer.head[1] - 8,
    size: 150,
    facing: 1,
    nod: 0.06,
    look: { skin, hair: '#a3a099', style: 'bun', wrinkles: true },
  })
  const [handX, handY] = buyer.nearHand
  sheet.fill(
    smooth(
      [
        [handX - 6, handY - 20],
        [handX + 62, handY - 30],
        [handX + 66, handY + 2],
        [handX, handY + 14],
      ],
      true,
      0.05,
    ),
    '#86a48c',
  )
  sheet.fill(
    smooth(
      [
        [handX + 8, handY - 14],
        [handX + 54, handY - 21],
        [handX + 57, handY - 4],
        [handX + 12, handY + 4],
      ],
      true,
      0.05,
    ),
    '#b9c9a6',
  )
  sheet.fill(
    limb([handX - 8, handY - 4], [handX + 26, handY - 10], 20, 13),
    mix(skin, '#fff4dc', 0.07),
  )
  sheet.line(
    curve([handX + 4, handY + 6], [handX + 20, handY + 4], [handX + 36, handY]),
    mix(skin, '#8a4632', 0.4),
    2.6,
  )
}
