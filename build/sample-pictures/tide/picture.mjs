/** Low tide: wet sand in long bands, and someone with a pail on the way to the water. */
import { drawFigure, walking } from '../kit/figure.mjs'
import { drawHill, drawMist, drawRipples, ridgeOf } from '../kit/land.mjs'
import {
  blob,
  box,
  disc,
  layGrain,
  numbers,
  polygon,
  randomFrom,
  sheetOf,
  smooth,
} from '../kit/sheet.mjs'

const HORIZON = 220

/** A band of the shore from one wavy edge down to the foot of the sheet. */
const drawBand = (sheet, top, rise, seed, paint) => {
  const edge = ridgeOf({ width: 2000, base: top, rise, seed, waves: 1.2, rough: 0.4, steps: 24 })
  sheet.fill(`${smooth(edge, false)}L2000 780L0 780Z`, paint)
}

/** Draws the picture; 2000 × 780 pixels. */
export const drawLowTide = () => {
  const sheet = sheetOf(2000, 780)
  sheet.wash(sheet.linear([0, 0], [0, HORIZON], [0, '#88a9b3'], [0.7, '#d9d8c6'], [1, '#efd3ac']))
  sheet.fill(disc([1480, 150], 52), '#fff1d4')
  sheet.wash(sheet.radial([1480, 150], 640, [0, '#fdecc8', 0.8], [1, '#efd3ac', 0]))
  drawHill(
    sheet,
    ridgeOf({ width: 2000, base: 216, rise: 90, seed: 66, waves: 1.1, rough: 0.6 }),
    HORIZON,
    '#96aeaa',
    '#e9d6b4',
    0.9,
  )
  drawMist(sheet, 9, 6, HORIZON - 20, HORIZON + 6, '#f3e2c2', 0.7)
  sheet.fill(
    box(0, HORIZON, 2000, 240),
    sheet.linear([0, HORIZON], [0, 430], [0, '#d9cfb2'], [0.5, '#8cb0ac'], [1, '#5b8d92']),
  )
  drawRipples(sheet, {
    seed: 4,
    count: 170,
    top: HORIZON + 4,
    bottom: 400,
    paints: ['#f6ead0', '#4a8084', '#dfe0cc'],
  })
  drawBand(sheet, 372, 34, 15, '#f6efdd')
  drawBand(sheet, 382, 34, 15, '#a9b5a6')
  drawBand(sheet, 440, 46, 23, '#f3e8cf')
  drawBand(sheet, 448, 46, 23, '#b6ab8e')
  drawBand(sheet, 520, 60, 37, '#c5b48f')
  drawBand(sheet, 630, 70, 52, '#d0bd95')
  const random = randomFrom(31)
  for (let index = 0; index < 70; index += 1) {
    const near = random()
    const [x, y] = [random() * 2000, 420 + 350 * near]
    const reach = (30 + 130 * near) * (0.5 + random())
    sheet.fill(
      blob([x - reach, y], [x, y - 3 - 5 * near], [x + reach, y], [x, y + 3 + 5 * near]),
      random() < 0.5 ? '#dfe3d3' : '#8d8468',
      { opacity: 0.4 },
    )
  }
  for (let step = 0; step < 22; step += 1) {
    const share = step / 22
    const [x, y] = [330 + 700 * share ** 0.9 + (step % 2) * 16, 772 - 250 * share ** 0.8]
    sheet.fill(disc([x, y], 15 * (1 - share * 0.6), 5 * (1 - share * 0.6)), '#857a5c', {
      opacity: 0.6,
    })
  }
  sheet.fill(polygon([1062, 522], [1130, 520], [1330, 560], [1250, 566]), '#5d583f', {
    opacity: 0.25,
  })
  const { nearHand } = drawFigure(sheet, {
    x: 1080,
    y: 522,
    height: 212,
    facing: 1,
    pose: walking(0.12, 0.1),
    look: {
      skin: '#c98d68',
      top: '#b8452f',
      bottom: '#2b3a42',
      hat: 'cone',
      hatColour: '#d8b877',
      coat: 0.5,
    },
  })
  sheet.fill(
    polygon(
      [nearHand[0] - 22, nearHand[1] + 14],
      [nearHand[0] + 22, nearHand[1] + 14],
      [nearHand[0] + 17, nearHand[1] + 54],
      [nearHand[0] - 17, nearHand[1] + 54],
    ),
    '#2f6871',
  )
  for (const [x, y, size] of numbers('1640 470 18, 1720 480 12, 260 500 14')) {
    sheet.fill(
      polygon(
        [x - size * 3, y - size],
        [x + size * 3, y - size * 1.2],
        [x + size * 2.2, y],
        [x - size * 2.2, y],
      ),
      '#5a4a3c',
    )
    sheet.fill(
      polygon([x - size * 0.2, y - size], [x, y - size * 5], [x + size * 0.2, y - size]),
      '#5a4a3c',
    )
  }
  sheet.wash(
    sheet.radial([1300, 200], 1500, [0, '#fff0cf', 0.16], [0.5, '#fff0cf', 0], [1, '#2b2f26', 0.3]),
  )
  layGrain(sheet, 0.2)
  return sheet
}
