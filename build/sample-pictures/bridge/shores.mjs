/** Sky, hills, the town on the far bank, the river and its reeds. */
import { drawGrove, drawHill, drawHouses, drawMist, drawRipples, ridgeOf } from '../kit/land.mjs'
import {
  blob,
  box,
  curve,
  disc,
  numbers,
  polygon,
  randomFrom,
  smooth,
  straight,
} from '../kit/sheet.mjs'
import { MIST } from './place.mjs'

/** The sky before sunrise and the sun that comes over the hills. */
export const drawSky = (sheet) => {
  sheet.wash(
    sheet.linear(
      [0, 0],
      [0, 420],
      [0, '#8fb0b3'],
      [0.4, '#cdd2c0'],
      [0.75, '#f2d9b4'],
      [1, '#f4c99b'],
    ),
  )
  const sun = [1236, 176]
  sheet.wash(
    sheet.radial(sun, 760, [0, '#fdeecb', 0.95], [0.25, '#fbdcae', 0.55], [1, '#f4c99b', 0]),
  )
  sheet.fill(disc(sun, 62), '#fff3d9')
  const soft = sheet.blur(10, 3)
  for (const [y, x, reach, thick] of numbers(
    '92 1500 420 12, 128 1280 300 9, 70 300 260 8, 168 1750 280 10, 236 180 240 7',
  )) {
    sheet.fill(
      blob(
        [x - reach, y],
        [x - reach * 0.3, y - thick],
        [x + reach * 0.5, y - thick * 0.6],
        [x + reach, y + 2],
        [x + reach * 0.2, y + thick * 0.5],
      ),
      '#fdf0d8',
      { opacity: 0.55, filter: soft },
    )
  }
}

/** Four ranges of hills, each paler than the one before it, and the town at their feet. */
export const drawLand = (sheet) => {
  const { width } = sheet
  const layers = [
    { base: 330, rise: 236, seed: 112, waves: 1.4, colour: '#b9c8bd', depth: 0.95 },
    { base: 344, rise: 214, seed: 29, waves: 2.1, colour: '#9cb7b0', depth: 0.95 },
    { base: 366, rise: 186, seed: 203, waves: 2.3, colour: '#7ba19e', depth: 0.9 },
    { base: 388, rise: 150, seed: 57, waves: 2.8, colour: '#5a8a8a', depth: 0.8 },
  ]
  const dots = sheet.stipple('#2f5f66', 4)
  layers.forEach((layer, index) => {
    const ridge = ridgeOf({ width, ...layer, rough: 0.55 })
    const outline = drawHill(sheet, ridge, 420, layer.colour, MIST, layer.depth)
    sheet.group({ filter: dots, opacity: 0.2 + index * 0.08 }, () =>
      sheet.fill(
        outline,
        sheet.linear(
          [0, layer.base - layer.rise],
          [0, layer.base - 10],
          [0, '#000', 0.5],
          [1, '#000', 0],
        ),
      ),
    )
    drawMist(sheet, 60 + index, 7, layer.base - 14, layer.base + 40, MIST, 0.75)
  })
  const bank = ridgeOf({ width, base: 410, rise: 96, seed: 77, waves: 1.6, rough: 0.45 })
  drawHill(sheet, bank, 424, '#3f6f70', '#c9c3a8', 0.4)
  const random = randomFrom(12)
  const slope = (x) => bank[Math.max(0, Math.min(60, Math.round((x / width) * 60)))][1]
  const scatter = (count, from) =>
    Array.from({ length: count }, () => {
      const x = random() * width
      return [x, slope(x) + from + (418 - slope(x) - from) * random()]
    })
  const greens = ['#3a696b', '#46766f', '#33605f', '#557f70']
  drawGrove(
    sheet,
    bank.flatMap(([x, y]) => [
      [x, y + 6],
      [x + 15, y + 9],
    ]),
    9,
    greens,
    13,
  )
  const towns = numbers('90 260, 560 330, 1010 240, 1420 210, 1800 240')
  const spots = towns.flatMap(([middle, reach]) =>
    Array.from({ length: Math.round(reach / 6) }, () => {
      const aside = random() + random() + random() - 1.5
      const x = middle + aside * reach * 0.62
      const top = slope(x) + 22 + Math.abs(aside) * 20
      return [x, top + Math.max(0, 420 - top) * random()]
    }),
  )
  const rows = spots.sort((one, other) => one[1] - other[1])
  const looks = {
    walls: ['#eadcc2', '#dccfb4', '#cbc8b5', '#e3c9a4'],
    roofs: ['#50676a', '#7c6a5e', '#95604d', '#46605f'],
    lamp: '#f7c76c',
    size: 21,
  }
  drawHouses(sheet, rows.slice(0, Math.round(rows.length / 2)), 14, looks)
  drawGrove(sheet, scatter(70, 30), 19, greens, 12)
  drawHouses(sheet, rows.slice(Math.round(rows.length / 2)), 15, { ...looks, size: 24 })
  drawGrove(sheet, scatter(26, 60), 29, greens, 11)
  for (const [x, tall] of numbers('1660 120, 1706 96')) {
    sheet.fill(
      polygon([x - 6, 408], [x + 6, 408], [x + 4, 408 - tall], [x - 4, 408 - tall]),
      '#9d6a58',
    )
    sheet.fill(box(x - 5, 408 - tall, 10, 8), '#efe2cc')
    sheet.fill(
      blob(
        [x, 402 - tall],
        [x + 20, 380 - tall],
        [x + 76, 368 - tall],
        [x + 170, 372 - tall],
        [x + 90, 386 - tall],
        [x + 34, 394 - tall],
      ),
      '#fbf1de',
      { opacity: 0.65, filter: sheet.blur(5) },
    )
  }
  drawMist(sheet, 90, 9, 398, 424, MIST, 0.75)
}

/** The river with the path of the sun on it. */
export const drawRiver = (sheet) => {
  sheet.fill(
    box(0, 420, sheet.width, 580),
    sheet.linear(
      [0, 420],
      [0, 1000],
      [0, '#f0d5b0'],
      [0.1, '#dccfb2'],
      [0.32, '#93b0a8'],
      [0.7, '#47777b'],
      [1, '#28535c'],
    ),
  )
  const shade = sheet.blur(8, 12)
  drawMist(sheet, 71, 14, 424, 452, '#6f948c', 0.32)
  sheet.group({ filter: shade, opacity: 0.28 }, () => {
    const random = randomFrom(5)
    for (let index = 0; index < 60; index += 1) {
      const x = 2000 * random()
      sheet.fill(
        box(x, 424, 10 + 22 * random(), 20 + 44 * random()),
        ['#f4e2bd', '#5c8782', '#d8c19a', '#426f70'][index % 4],
      )
    }
  })
  sheet.fill(box(0, 417, 2000, 6), '#7c958b')
  sheet.fill(box(0, 416, 2000, 2), '#d9cfb4')
  sheet.fill(
    straight(numbers('1130 420, 1350 420, 1480 1000, 980 1000')),
    sheet.linear([0, 420], [0, 900], [0, '#fff1d2', 0.85], [1, '#fbdcae', 0]),
    { filter: sheet.blur(26, 4) },
  )
  drawRipples(sheet, {
    seed: 3,
    count: 420,
    top: 424,
    bottom: 1000,
    paints: ['#fbe9c9', '#e9d9b8', '#cfdccd', '#2f626a', '#3e7277'],
  })
  drawRipples(sheet, {
    seed: 31,
    count: 120,
    top: 428,
    bottom: 900,
    left: 1060,
    right: 1420,
    paints: ['#fff3d8', '#fde6bd'],
  })
}

/** Birds on the wing: rows of x, y and half the span. */
export const drawBirds = (sheet, spots) => {
  for (const [x, y, size] of spots) {
    sheet.line(
      curve(
        [x - size, y - size * 0.5],
        [x - size * 0.4, y - size * 0.55],
        [x, y],
        [x + size * 0.45, y - size * 0.6],
        [x + size, y - size * 0.35],
      ),
      '#3c565b',
      size * 0.13,
    )
  }
}

/** Reeds in front, at the left. */
export const drawReeds = (sheet) => {
  const random = randomFrom(88)
  for (let index = 0; index < 150; index += 1) {
    const x = random() ** 1.9 * 640 - 20
    const tall = (230 - x * 0.3) * (0.5 + 0.7 * random())
    const bend = (random() - 0.35) * 70
    const paint = ['#17353c', '#1f4348', '#2b5352', '#3d6256'][Math.floor(random() * 4)]
    const tip = [x + bend, 1010 - tall]
    sheet.fill(
      smooth([
        [x - 4, 1010],
        [x + bend * 0.3 - 3, 1010 - tall * 0.55],
        tip,
        [x + bend * 0.3 + 3, 1010 - tall * 0.5],
        [x + 4, 1010],
      ]),
      paint,
    )
    if (random() > 0.26) continue
    const plume = ['#d8bb8e', '#c9a878', '#e6cfa6'][Math.floor(random() * 3)]
    for (let strand = 0; strand < 7; strand += 1) {
      const start = [tip[0] - bend * 0.05 * strand * 0.2, tip[1] + strand * 7 - 8]
      const fall = 16 + 14 * random()
      sheet.line(
        smooth(
          [start, [start[0] + fall * 0.4, start[1] - 9], [start[0] + fall, start[1] + 4 + strand]],
          false,
        ),
        plume,
        2.6,
        { opacity: 0.85 },
      )
    }
  }
}
