/** The lead picture of the newspaper: the fleet leaves harbour before sunrise, past the lighthouse. */
import { drawFigure, STANDING, walking } from '../kit/figure.mjs'
import { drawHill, drawHouses, drawMist, drawRipples, ridgeOf } from '../kit/land.mjs'
import {
  box,
  curve,
  disc,
  layGrain,
  mix,
  numbers,
  polygon,
  randomFrom,
  sheetOf,
} from '../kit/sheet.mjs'
import { drawBaskets, drawTrawler } from './boats.mjs'

const HORIZON = 430
const MIST = '#f0d9b6'

const drawSky = (sheet) => {
  sheet.wash(
    sheet.linear(
      [0, 0],
      [0, HORIZON],
      [0, '#5f8795'],
      [0.45, '#b9c4b6'],
      [0.8, '#f3d3a4'],
      [1, '#f6bd88'],
    ),
  )
  const sun = [620, 396]
  sheet.wash(sheet.radial(sun, 820, [0, '#ffe9c0', 0.95], [0.3, '#fbd49f', 0.5], [1, '#f6bd88', 0]))
  sheet.fill(disc(sun, 70), '#fff0cf')
  const soft = sheet.blur(12, 3)
  for (const [y, x, reach] of numbers(
    '84 1500 420, 140 1120 300, 66 420 300, 210 1760 280, 250 240 220',
  )) {
    sheet.fill(disc([x, y], reach, 8), '#fdeed2', { opacity: 0.5, filter: soft })
  }
}

const drawCoast = (sheet) => {
  const { width } = sheet
  for (const [base, rise, seed, waves, colour, depth] of [
    [420, 190, 31, 1.3, '#a9bab3', 0.95],
    [428, 140, 78, 1.9, '#86a5a2', 0.85],
  ]) {
    drawHill(
      sheet,
      ridgeOf({ width, base, rise, seed, waves, rough: 0.5 }),
      HORIZON + 4,
      colour,
      MIST,
      depth,
    )
  }
  drawMist(sheet, 12, 9, HORIZON - 40, HORIZON, MIST, 0.8)
}

const drawSea = (sheet) => {
  sheet.fill(
    box(0, HORIZON, sheet.width, sheet.height - HORIZON),
    sheet.linear(
      [0, HORIZON],
      [0, sheet.height],
      [0, '#eac9a0'],
      [0.12, '#a9bdb0'],
      [0.45, '#4f8287'],
      [1, '#1f4e59'],
    ),
  )
  sheet.fill(polygon([560, HORIZON], [680, HORIZON], [980, 1060], [240, 1060]), '#ffe7bd', {
    opacity: 0.2,
    filter: sheet.blur(40, 8),
  })
  drawRipples(sheet, {
    seed: 19,
    count: 300,
    top: HORIZON + 8,
    bottom: 1060,
    paints: ['#f6dfb9', '#d7d9c4', '#2c5f69', '#3d7379', '#8fb0a8'],
  })
}

/** The new breakwater and the lighthouse at its head. */
const drawBreakwater = (sheet) => {
  const random = randomFrom(7)
  sheet.fill(polygon([880, 452], [2000, 420], [2000, 520], [900, 486]), '#7d7a70')
  sheet.fill(polygon([880, 452], [2000, 420], [2000, 438], [884, 460]), '#c9bfa8')
  for (let x = 890; x < 2000; x += 26 + 14 * random()) {
    const near = (x - 880) / 1120
    const size = 14 + 22 * near
    sheet.fill(
      polygon(
        [x, 486 + 30 * near],
        [x + size, 466 + 34 * near],
        [x + size * 1.8, 488 + 32 * near],
        [x + size, 500 + 34 * near],
      ),
      mix('#6a6a64', '#a39a88', random()),
    )
  }
  const tower = (points, paint) => sheet.fill(polygon(...points), paint)
  tower(
    [
      [902, 462],
      [918, 226],
      [966, 226],
      [984, 462],
    ],
    '#f6efe0',
  )
  tower(
    [
      [946, 462],
      [948, 226],
      [966, 226],
      [984, 462],
    ],
    '#d3c6ae',
  )
  tower(
    [
      [909, 362],
      [913, 306],
      [971, 306],
      [976, 362],
    ],
    '#c7432f',
  )
  tower(
    [
      [946, 362],
      [947, 306],
      [971, 306],
      [976, 362],
    ],
    '#a33325',
  )
  tower(
    [
      [908, 226],
      [976, 226],
      [976, 216],
      [908, 216],
    ],
    '#3a3b3a',
  )
  tower(
    [
      [922, 216],
      [922, 178],
      [962, 178],
      [962, 216],
    ],
    '#f7d68c',
  )
  tower(
    [
      [914, 178],
      [942, 148],
      [970, 178],
    ],
    '#c7432f',
  )
  sheet.fill(disc([942, 196], 160, 60), '#fff3cf', { opacity: 0.35, filter: sheet.blur(26, 14) })
  sheet.fill(polygon([930, 190], [0, 96], [0, 176], [930, 202]), '#fff3cf', { opacity: 0.16 })
  drawHouses(
    sheet,
    numbers('1500 424, 1560 422, 1630 424, 1700 420, 1780 422, 1860 418, 1930 420'),
    5,
    {
      walls: ['#eadcc2', '#d9c4a0'],
      roofs: ['#7c6a5e', '#95604d'],
      lamp: '#f7c76c',
      size: 30,
      lit: 0.6,
    },
  )
}

const drawQuay = (sheet) => {
  sheet.fill(polygon([1180, 1060], [1300, 930], [2000, 900], [2000, 1060]), '#8c8170')
  sheet.fill(polygon([1300, 930], [2000, 900], [2000, 922], [1290, 950]), '#bfb196')
  for (const x of [1380, 1660, 1920]) {
    sheet.fill(box(x, 884, 26, 44, 8), '#3a3b3a')
    sheet.fill(box(x - 6, 880, 38, 12, 6), '#4a4b49')
  }
  drawBaskets(sheet, 1440, 1016, 6)
  const people = [
    [1395, 1010, 1, '#c7553b', walking(0.1)],
    [1960, 1000, -1, '#2f5660', { ...STANDING, arms: numbers('0.5 0.6, 0.2 0.4') }],
    [1590, 950, -1, '#d99b45', { ...STANDING, arms: numbers('2.4 0.3, 0.1 0.2') }],
  ]
  for (const [x, y, facing, top, pose] of people) {
    sheet.fill(disc([x, y + 4], 44, 8), '#22302f', { opacity: 0.35 })
    drawFigure(sheet, {
      x,
      y,
      height: 176,
      facing,
      pose,
      look: {
        skin: '#d8a17c',
        top,
        bottom: '#2b3a42',
        hat: 'cone',
        hatColour: '#d8b877',
        coat: 0.6,
      },
    })
  }
}

/** Draws the picture; 2000 × 1060 pixels. */
export const drawHarbour = () => {
  const sheet = sheetOf(2000, 1060)
  drawSky(sheet)
  drawCoast(sheet)
  drawSea(sheet)
  for (const [x, y, size, haze] of numbers(
    '60 446 4 0.6, 190 450 4.6 0.55, 330 458 5.4 0.5, 500 466 6.4 0.42',
  )) {
    drawTrawler(sheet, { x, y, size, hull: '#44707a', haze })
  }
  drawBreakwater(sheet)
  drawTrawler(sheet, { x: 700, y: 520, size: 10, hull: '#8a3f34', haze: 0.25 })
  drawTrawler(sheet, { x: 300, y: 590, size: 15, hull: '#2f5f66', haze: 0.12 })
  drawTrawler(sheet, { x: 1180, y: 640, size: 20, hull: '#b8452f', haze: 0.06, crew: true })
  drawTrawler(sheet, { x: 560, y: 850, size: 36, hull: '#2c5560', crew: true })
  drawQuay(sheet)
  for (const [x, y, reach] of numbers(
    '980 110 18, 1046 92 14, 1120 128 16, 760 74 12, 1230 84 11',
  )) {
    sheet.line(
      curve(
        [x - reach, y - reach * 0.4],
        [x - reach * 0.4, y - reach * 0.5],
        [x, y],
        [x + reach * 0.4, y - reach * 0.5],
        [x + reach, y - reach * 0.4],
      ),
      '#2f4a54',
      3.4,
    )
  }
  sheet.wash(
    sheet.radial([700, 400], 1600, [0, '#fff0cf', 0.16], [0.5, '#fff0cf', 0], [1, '#12303a', 0.34]),
  )
  layGrain(sheet, 0.2)
  return sheet
}
