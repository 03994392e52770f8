/** Salt pans in winter light: raked ridges, white heaps and the people who rake. */
import { drawFigure } from '../kit/figure.mjs'
import { drawHill, drawMist, ridgeOf } from '../kit/land.mjs'
import {
  between,
  box,
  disc,
  layGrain,
  mix,
  numbers,
  polygon,
  randomFrom,
  sheetOf,
  smooth,
  straight,
} from '../kit/sheet.mjs'

const HORIZON = 270
const AWAY = [1240, HORIZON - 30]

/** The point on the ground so many pans to the right of the middle and so many away. */
const ground = (across, away) => {
  const share = 1 / (1 + away * 0.62)
  return [AWAY[0] + across * 620 * share - 300 * share, AWAY[1] + 700 * share]
}

const drawPans = (sheet) => {
  const random = randomFrom(40)
  const waters = ['#a9c3c0', '#c4d0c2', '#8fb0b3', '#d9d6bf', '#e6d5b4']
  sheet.fill(box(0, HORIZON - 6, 2000, 640), '#a2926f')
  for (let away = 26; away >= 0; away -= 1) {
    for (let across = -5 - away; across <= 4 + away; across += 1) {
      const [a, b] = [ground(across + 0.05, away + 0.08), ground(across + 0.95, away + 0.08)]
      const [c, d] = [ground(across + 0.95, away + 0.94), ground(across + 0.05, away + 0.94)]
      const paint = waters[Math.floor(random() * waters.length)]
      sheet.fill(polygon(a, b, c, d), mix(paint, '#e9dcc0', Math.min(0.6, away * 0.05)))
      sheet.fill(polygon(d, c, between(c, b, 0.3), between(d, a, 0.3)), '#fff4dc', { opacity: 0.3 })
      if (random() < 0.5 && away < 5) {
        for (let ridge = 1; ridge < 7; ridge += 1) {
          const [from, to] = [between(a, d, ridge / 7), between(b, c, ridge / 7)]
          sheet.line(straight([from, to], false), '#fbf6ea', 9 / (1 + away * 0.7), {
            opacity: 0.85,
          })
        }
      }
    }
  }
}

const drawHeap = (sheet, [x, y], size) => {
  sheet.fill(disc([x, y + size * 0.04], size * 1.1, size * 0.16), '#5d5a4c', { opacity: 0.3 })
  sheet.fill(
    smooth(
      [
        [x - size, y],
        [x - size * 0.4, y - size * 0.66],
        [x, y - size * 0.92],
        [x + size * 0.42, y - size * 0.64],
        [x + size, y],
        [x, y + size * 0.12],
      ],
      true,
      0.12,
    ),
    '#fdfaf1',
  )
  sheet.fill(
    smooth(
      [
        [x, y - size * 0.92],
        [x + size * 0.42, y - size * 0.64],
        [x + size, y],
        [x + size * 0.2, y + size * 0.1],
      ],
      true,
      0.1,
    ),
    '#d3d6cd',
  )
}

const drawRaker = (sheet, [x, y], height, facing, top) => {
  sheet.fill(disc([x, y + 3], height * 0.3, height * 0.045), '#3a3a33', { opacity: 0.35 })
  const { nearHand } = drawFigure(sheet, {
    x,
    y,
    height,
    facing,
    pose: {
      lean: 0.34,
      nod: 0.3,
      arms: numbers('0.9 0.35, 1.15 0.3'),
      legs: numbers('0.35 0.2, -0.35 0.1'),
    },
    look: { skin: '#c98d68', top, bottom: '#2b3a42', hat: 'cone', hatColour: '#d8b877', coat: 0.4 },
  })
  const foot = [x + facing * height * 1.05, y + height * 0.02]
  sheet.line(
    straight([[x - facing * height * 0.1, y - height * 0.78], nearHand, foot], false),
    '#7a5a38',
    height * 0.025,
  )
  sheet.line(
    straight(
      [
        [foot[0] - height * 0.02, foot[1] - height * 0.05],
        [foot[0] + facing * height * 0.05, foot[1] + height * 0.06],
      ],
      false,
    ),
    '#7a5a38',
    height * 0.05,
  )
}

/** The sails of a windmill that lifts brine; they are of cloth. */
const drawMill = (sheet, x, y, size) => {
  sheet.fill(
    polygon(
      [x - size * 0.12, y],
      [x + size * 0.12, y],
      [x + size * 0.05, y - size],
      [x - size * 0.05, y - size],
    ),
    '#6a5540',
  )
  for (let sail = 0; sail < 6; sail += 1) {
    const angle = (sail * Math.PI) / 3 + 0.3
    const end = [x + Math.cos(angle) * size * 0.8, y - size + Math.sin(angle) * size * 0.8]
    const side = [
      x + Math.cos(angle + 0.4) * size * 0.62,
      y - size + Math.sin(angle + 0.4) * size * 0.62,
    ]
    sheet.fill(polygon([x, y - size], end, side), sail % 2 === 0 ? '#f4ead6' : '#d9c9a6')
    sheet.line(straight([[x, y - size], end], false), '#54453a', size * 0.03)
  }
}

/** Draws the picture; 2000 × 900 pixels. */
export const drawSaltPans = () => {
  const sheet = sheetOf(2000, 900)
  sheet.wash(sheet.linear([0, 0], [0, HORIZON], [0, '#7fabb9'], [0.7, '#d6dcc8'], [1, '#f5dfb6']))
  const soft = sheet.blur(14, 4)
  for (const [y, x, reach] of numbers('60 400 380, 110 1500 420, 160 900 300')) {
    sheet.fill(disc([x, y], reach, 12), '#fdf3dd', { opacity: 0.6, filter: soft })
  }
  drawHill(
    sheet,
    ridgeOf({ width: 2000, base: 262, rise: 130, seed: 90, waves: 1.7, rough: 0.5 }),
    HORIZON,
    '#86a7a2',
    '#ecdcba',
    0.85,
  )
  drawMist(sheet, 3, 7, HORIZON - 30, HORIZON, '#f3e3c0', 0.7)
  drawPans(sheet)
  drawMill(sheet, 330, 330, 150)
  drawMill(sheet, 1660, 310, 110)
  for (const [across, away, size] of numbers(
    '-2.98 3.5 34, -1.98 3.5 34, 2.02 4 30, 0.02 2.5 52, 1.02 1.5 84, -1.96 1.5 80, 2.04 1.6 78',
  )) {
    drawHeap(sheet, ground(across, away), size)
  }
  drawRaker(sheet, ground(-2.3, 3), 86, 1, '#44707a')
  drawRaker(sheet, ground(1.5, 2.6), 104, -1, '#c7553b')
  drawRaker(sheet, ground(-0.9, 1.5), 170, 1, '#2f5660')
  drawRaker(sheet, ground(0.95, 0.72), 270, -1, '#c7553b')
  sheet.wash(
    sheet.radial([1100, 260], 1500, [0, '#fff0cf', 0.2], [0.5, '#fff0cf', 0], [1, '#2b2f26', 0.34]),
  )
  layGrain(sheet, 0.2)
  return sheet
}
