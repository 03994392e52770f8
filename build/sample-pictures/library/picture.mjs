/** The library in the old fish market: arched windows, shelves, and readers along one table. */
import { drawFigure, SEATED, STANDING } from '../kit/figure.mjs'
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

const SPINES = [
  '#b8452f',
  '#2f6871',
  '#d99b45',
  '#7a4a44',
  '#46766f',
  '#e8dcc4',
  '#44707a',
  '#5a4a3c',
]

const arch = (x, y, width, height) =>
  `M${x} ${y}v${-height + width / 2}a${width / 2} ${width / 2} 0 0 1 ${width} 0v${height - width / 2}Z`

const drawHall = (sheet) => {
  sheet.wash(sheet.linear([0, 0], [0, 860], [0, '#6f6250'], [0.5, '#a8906a'], [1, '#8a7454']))
  for (let index = 0; index < 5; index += 1) {
    const x = 290 + index * 214
    sheet.fill(arch(x, 520, 164, 400), '#5a4c3c')
    sheet.fill(
      arch(x + 10, 520, 144, 386),
      sheet.linear([0, 120], [0, 520], [0, '#fdf3d8'], [0.6, '#f3ddb0'], [1, '#a9c3bd']),
    )
    for (const bar of [58, 106]) sheet.fill(box(x + bar, 150, 5, 370), '#5a4c3c')
    for (const bar of [240, 330, 420]) sheet.fill(box(x + 10, bar, 144, 5), '#5a4c3c')
    sheet.fill(polygon([x + 10, 520], [x + 154, 520], [x + 60, 860], [x - 160, 860]), '#fff0c8', {
      opacity: 0.14,
    })
  }
  for (let beam = 0; beam < 6; beam += 1) {
    const x = 246 + beam * 214
    sheet.fill(box(x, 0, 22, 540), '#4a3c2e')
    sheet.fill(polygon([x - 70, 60], [x + 92, 60], [x + 22, 150], [x, 150]), '#54452f', {
      opacity: 0.85,
    })
  }
  sheet.fill(box(0, 40, 1600, 30), '#4a3c2e')
  sheet.fill(
    polygon([0, 560], [1600, 560], [1600, 860], [0, 860]),
    sheet.linear([0, 560], [0, 860], [0, '#9a8462'], [1, '#6a5840']),
  )
}

/** A tall case of books; `lean` slants its top and bottom as it comes nearer. */
const drawCase = (sheet, left, right, tops, feet, seed) => {
  const random = randomFrom(seed)
  const at = (share, level) => {
    const x = left + (right - left) * share
    const top = tops[0] + (tops[1] - tops[0]) * share
    const foot = feet[0] + (feet[1] - feet[0]) * share
    return [x, top + (foot - top) * level]
  }
  sheet.fill(polygon(at(0, 0), at(1, 0), at(1, 1), at(0, 1)), '#4a3626')
  for (let row = 0; row < 6; row += 1) {
    for (let share = 0.03; share < 0.95;) {
      const wide = 0.022 + 0.03 * random()
      const tall = 0.1 + 0.04 * random()
      const foot = (row + 0.94) / 6
      if (random() < 0.93) {
        sheet.fill(
          polygon(
            at(share, foot - tall),
            at(share + wide, foot - tall),
            at(share + wide, foot),
            at(share, foot),
          ),
          mix(SPINES[Math.floor(random() * SPINES.length)], '#2b2118', 0.2 * random()),
        )
      }
      share += wide + 0.004
    }
    sheet.line(straight([at(0, (row + 1) / 6), at(1, (row + 1) / 6)], false), '#2f2218', 6)
  }
}

/** The scale that weighed fish, hung from a beam. */
const drawScale = (sheet, x, y) => {
  sheet.line(
    straight(
      [
        [x, 60],
        [x, y],
      ],
      false,
    ),
    '#2f2a26',
    5,
  )
  sheet.fill(disc([x, y + 46], 50), '#c9bfa8')
  sheet.fill(disc([x, y + 46], 42), '#f6efe0')
  sheet.line(
    straight(
      [
        [x, y + 46],
        [x + 20, y + 20],
      ],
      false,
    ),
    '#b8452f',
    5,
  )
  sheet.line(
    straight(
      [
        [x - 46, y + 160],
        [x, y + 96],
        [x + 46, y + 160],
      ],
      false,
    ),
    '#2f2a26',
    4,
  )
  sheet.fill(
    polygon([x - 60, y + 160], [x + 60, y + 160], [x + 44, y + 182], [x - 44, y + 182]),
    '#8a8478',
  )
}

const drawReaders = (sheet) => {
  const reader = (x, facing, top, hairStyle) => {
    sheet.fill(box(x - 34, 640, 68, 130), '#4a3626')
    drawFigure(sheet, {
      x,
      y: 790,
      height: 300,
      facing,
      hip: 3,
      pose: SEATED,
      look: { skin: '#d8a17c', top, bottom: '#2b3a42', hairStyle, coat: 0.3 },
    })
  }
  for (const [x, facing, top, hair] of [
    [420, 1, '#2f6871', 'bun'],
    [640, -1, '#c7553b', 'short'],
    [860, 1, '#d99b45', 'bob'],
    [1080, -1, '#7a4a44', 'thin'],
    [1240, 1, '#46766f', 'tail'],
  ])
    reader(x, facing, top, hair)
  sheet.fill(polygon([300, 690], [1380, 690], [1430, 724], [250, 724]), '#c39a62')
  sheet.fill(polygon([250, 724], [1430, 724], [1430, 748], [250, 748]), '#8a6536')
  for (const x of [330, 830, 1340]) sheet.fill(box(x, 748, 30, 112), '#6a4d2a')
  for (const [x, colour] of [
    [500, '#f6efe0'],
    [720, '#b8452f'],
    [960, '#f6efe0'],
    [1150, '#2f6871'],
  ]) {
    sheet.fill(polygon([x - 46, 712], [x, 702], [x + 46, 712], [x, 718]), colour)
  }
  for (const x of [580, 1010]) {
    sheet.fill(polygon([x - 34, 640], [x + 34, 640], [x + 20, 610], [x - 20, 610]), '#46766f')
    sheet.fill(box(x - 3, 640, 6, 62), '#b08a4a')
    sheet.fill(disc([x, 668], 110, 46), '#fff0c0', { opacity: 0.25, filter: sheet.blur(20, 12) })
  }
}

/** Draws the picture; 1600 × 860 pixels. */
export const drawMarketLibrary = () => {
  const sheet = sheetOf(1600, 860)
  drawHall(sheet)
  drawCase(sheet, 0, 250, [60, 170], [860, 660], 11)
  drawCase(sheet, 1360, 1600, [170, 60], [660, 860], 17)
  drawScale(sheet, 800, 150)
  drawFigure(sheet, {
    x: 290,
    y: 700,
    height: 250,
    facing: -1,
    pose: { ...STANDING, arms: numbers('2.2 0.4, 0.6 0.9') },
    look: { skin: '#d8a17c', top: '#e8dcc4', bottom: '#2f5660', hairStyle: 'bob', coat: 0.9 },
  })
  drawReaders(sheet)
  sheet.wash(
    sheet.radial([800, 320], 1100, [0, '#fff0c8', 0.24], [0.5, '#fff0c8', 0], [1, '#1c1611', 0.46]),
  )
  layGrain(sheet, 0.2)
  return sheet
}
