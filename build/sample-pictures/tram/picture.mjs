/** The cable tram: two cars meet half way up a steep street above the harbour. */
import { drawFigure, walking } from '../kit/figure.mjs'
import { drawGrove, drawHill, drawMist, drawRipples, ridgeOf } from '../kit/land.mjs'
import {
  box,
  disc,
  layGrain,
  mix,
  numbers,
  polygon,
  randomFrom,
  sheetOf,
  straight,
} from '../kit/sheet.mjs'

const RISE = -0.42
const slope = (x, base = 1010) => base + (x - 200) * RISE

const drawBay = (sheet) => {
  sheet.wash(sheet.linear([0, 0], [0, 560], [0, '#8fb6bd'], [0.6, '#dfe0c9'], [1, '#f4dcb4']))
  const { width } = sheet
  drawHill(
    sheet,
    ridgeOf({ width, base: 500, rise: 170, seed: 44, waves: 1.6, rough: 0.5 }),
    516,
    '#9db8b2',
    '#eadfc4',
    0.9,
  )
  sheet.fill(
    box(0, 512, width, 640),
    sheet.linear([0, 512], [0, 1000], [0, '#bfd0c4'], [0.4, '#6fa0a2'], [1, '#2f6871']),
  )
  drawRipples(sheet, {
    seed: 8,
    count: 120,
    top: 516,
    bottom: 900,
    paints: ['#e9e3cb', '#4a8084', '#35686f'],
  })
  for (const [x, y, size] of numbers('160 560 26, 330 610 34, 90 680 44')) {
    sheet.fill(
      polygon(
        [x - size, y - 6],
        [x + size, y - 8],
        [x + size * 0.7, y + 8],
        [x - size * 0.7, y + 8],
      ),
      '#8a3f34',
    )
    sheet.fill(box(x, y - 24, size * 0.5, 18), '#f4ead6')
    sheet.line(
      straight(
        [
          [x - 4, y - 8],
          [x - 4, y - 56],
        ],
        false,
      ),
      '#54453a',
      3,
    )
  }
  drawMist(sheet, 5, 6, 490, 530, '#f3e6c8', 0.7)
}

/** A row of houses that climbs with the street, their feet on the line that it follows. */
const drawTerrace = (sheet, { from, to, base, seed, tall, wide }) => {
  const random = randomFrom(seed)
  const walls = ['#eadcc2', '#dcc7a4', '#e8d3b4', '#cfd0bd', '#d9b08c']
  const roofs = ['#95604d', '#7c4a40', '#50676a', '#a8553f']
  for (let x = from; x < to;) {
    const width = wide * (0.8 + 0.5 * random())
    const foot = slope(x + width, base)
    const height = tall * (0.8 + 0.5 * random())
    const wall = walls[Math.floor(random() * walls.length)]
    sheet.fill(box(x, foot - height, width - 4, height + 160), wall)
    sheet.fill(box(x, foot - height, width * 0.22, height + 160), mix(wall, '#24363c', 0.14))
    const roof = roofs[Math.floor(random() * roofs.length)]
    sheet.fill(
      polygon(
        [x - 10, foot - height],
        [x + width * 0.16, foot - height - 46],
        [x + width * 0.84, foot - height - 46],
        [x + width + 6, foot - height],
      ),
      roof,
    )
    const columns = Math.max(2, Math.round(width / 62))
    for (let column = 0; column < columns; column += 1) {
      for (let row = 0; row < Math.floor(height / 84); row += 1) {
        const left = x + (width / columns) * (column + 0.28)
        const top = foot - height + 24 + row * 84
        sheet.fill(box(left, top, 30, 44, 3), random() < 0.3 ? '#f7c76c' : '#5d7f85')
        sheet.fill(box(left - 4, top + 44, 38, 6), mix(wall, '#24363c', 0.35))
      }
    }
    x += width
  }
}

const drawStreet = (sheet) => {
  const { width } = sheet
  sheet.fill(
    polygon([0, slope(0, 960)], [width, slope(width, 960)], [width, 1150], [0, 1150]),
    '#b7a98e',
  )
  sheet.fill(
    polygon(
      [0, slope(0, 1000)],
      [width, slope(width, 1000)],
      [width, slope(width, 1150)],
      [0, slope(0, 1150)],
    ),
    '#8f8676',
  )
  for (let x = -40; x < width; x += 46) {
    sheet.fill(
      polygon(
        [x, slope(x, 1016)],
        [x + 20, slope(x + 20, 1016)],
        [x + 44, slope(x + 44, 1136)],
        [x + 22, slope(x + 22, 1136)],
      ),
      '#6f6556',
    )
  }
  for (const base of [1030, 1062, 1090, 1122]) {
    sheet.line(
      straight(
        [
          [0, slope(0, base)],
          [width, slope(width, base)],
        ],
        false,
      ),
      '#3f3f3d',
      6,
    )
    sheet.line(
      straight(
        [
          [0, slope(0, base) - 3],
          [width, slope(width, base) - 3],
        ],
        false,
      ),
      '#cfc8b6',
      2,
    )
  }
  for (let x = 30; x < width; x += 150) {
    sheet.fill(box(x, slope(x, 962) - 74, 6, 84), '#3f4a4a')
    sheet.fill(disc([x + 3, slope(x, 962) - 80], 10), '#f7d68c')
  }
  sheet.line(
    straight(
      [
        [0, slope(0, 930)],
        [width, slope(width, 930)],
      ],
      false,
    ),
    '#3f4a4a',
    4,
  )
}

/** A car with its left foot on a rail: three steps of seats under one roof that follows the slope. */
const drawCar = (sheet, x, base, colour, seed) => {
  const random = randomFrom(seed)
  const at = (px, py) => [x + px, slope(x + px, base) + py]
  sheet.fill(polygon(at(-10, 0), at(470, 0), at(470, -22), at(-10, -22)), '#2f3334')
  for (const px of [50, 180, 300, 420]) sheet.fill(disc(at(px, -4), 17), '#22272a')
  sheet.fill(polygon(at(0, -20), at(460, -20), at(460, -250), at(0, -250)), '#f4ead6')
  sheet.fill(polygon(at(0, -20), at(460, -20), at(460, -118), at(0, -118)), colour)
  sheet.fill(polygon(at(0, -112), at(460, -112), at(460, -122), at(0, -122)), '#f7d68c')
  sheet.fill(
    polygon(at(-22, -246), at(482, -246), at(466, -276), at(-6, -276)),
    mix(colour, '#24363c', 0.35),
  )
  for (let pane = 0; pane < 5; pane += 1) {
    const px = 18 + pane * 88
    sheet.fill(polygon(at(px, -136), at(px + 70, -136), at(px + 70, -232), at(px, -232)), '#89abae')
    sheet.fill(
      polygon(at(px, -136), at(px + 22, -136), at(px + 54, -232), at(px + 30, -232)),
      '#bfd3cd',
      { opacity: 0.6 },
    )
    if (random() < 0.85) {
      const [hx, hy] = at(px + 36, -164)
      sheet.fill(
        disc([hx, hy + 30], 24, 22),
        ['#2f5660', '#c7553b', '#d99b45', '#7a4a44'][Math.floor(random() * 4)],
      )
      sheet.fill(disc([hx, hy], 15, 17), '#d8a17c')
      sheet.fill(disc([hx - 3, hy - 8], 15, 11), '#2b2725')
    }
  }
  sheet.fill(disc(at(452, -70), 12), '#fff3cf')
}

/** Draws the picture; 1600 × 1150 pixels. */
export const drawTram = () => {
  const sheet = sheetOf(1600, 1150)
  drawBay(sheet)
  drawTerrace(sheet, { from: 640, to: 1640, base: 860, seed: 21, tall: 250, wide: 170 })
  drawGrove(
    sheet,
    numbers('620 820, 700 800, 980 690, 1250 560, 1500 470'),
    3,
    ['#3a696b', '#46766f', '#557f70'],
    44,
  )
  drawTerrace(sheet, { from: 300, to: 1640, base: 950, seed: 6, tall: 190, wide: 150 })
  drawGrove(
    sheet,
    numbers('250 960, 300 950, 560 850, 860 740, 1180 590'),
    9,
    ['#33605f', '#46766f', '#5d8a6c'],
    36,
  )
  drawStreet(sheet)
  drawCar(sheet, 900, 1062, '#b8452f', 4)
  drawCar(sheet, 330, 1122, '#2f6871', 9)
  for (const [x, facing, top, phase] of [
    [110, 1, '#d99b45', 0.1],
    [190, 1, '#7a4a44', 0.6],
    [1500, -1, '#44707a', 0.3],
  ]) {
    drawFigure(sheet, {
      x,
      y: slope(x, 985),
      height: 120,
      facing,
      pose: walking(phase),
      look: { skin: '#d8a17c', top, bottom: '#2b3a42', hairStyle: 'bob', coat: 0.5 },
    })
  }
  sheet.wash(
    sheet.radial([500, 300], 1400, [0, '#fff0cf', 0.18], [0.5, '#fff0cf', 0], [1, '#14323c', 0.3]),
  )
  layGrain(sheet, 0.2)
  return sheet
}
