/** The night school: an old silk mill with its tall windows lit, seen across the yard. */
import { drawFigure, SEATED, STANDING, walking } from './figure.mjs'
import { drawHill, ridgeOf } from './land.mjs'
import { box, disc, layGrain, limb, mix, randomFrom, sheetOf, smooth, straight } from './sheet.mjs'
import { drawBicycle } from './wheels.mjs'

const WALL = '#5b3f3e'
const FRAME = '#2c2a30'
const NIGHT = '#17252f'
const LEFT = 330
const FOOT = 838
const BAYS = [0, 1, 2, 3, 4].map((index) => 548 + index * 290)
const BAY = 226

/** An opening with a low arch over it. */
const arched = (x, top, width, bottom, rise) =>
  `M${x} ${bottom}L${x} ${top + rise}Q${x + width / 2} ${top - rise} ${x + width} ${top + rise}L${x + width} ${bottom}Z`

const drawNight = (sheet) => {
  sheet.wash(
    sheet.linear(
      [0, 0],
      [0, 760],
      [
        [0, '#1d3243'],
        [0.55, '#35566a'],
        [0.85, '#6c8488'],
        [1, '#8c9690'],
      ],
    ),
  )
  const random = randomFrom(77)
  for (let star = 0; star < 60; star += 1) {
    sheet.fill(disc([random() * 420, random() * 360], 0.8 + 1.3 * random()), '#f3ead2', {
      opacity: (0.25 + 0.5 * random()).toFixed(2),
    })
  }
  const moon = [196, 168]
  sheet.fill(
    disc(moon, 190),
    sheet.radial(moon, 190, [
      [0, '#f4e6c0', 0.4],
      [1, '#f4e6c0', 0],
    ]),
  )
  sheet.fill(disc(moon, 46), '#f6ead0')
  sheet.fill(disc([182, 160], 12, 9), '#e5d5b2', { opacity: 0.7 })
  sheet.fill(disc([212, 184], 8, 6), '#e5d5b2', { opacity: 0.7 })
  for (const [seed, base, rise, colour] of [
    [12, 560, 210, '#3c5c6c'],
    [40, 610, 170, '#2c4a59'],
    [66, 650, 110, '#223c4a'],
  ]) {
    drawHill(
      sheet,
      ridgeOf({ width: 2000, base, rise, seed, waves: 4.2, rough: 0.4 }),
      720,
      colour,
      '#8c9690',
      0.55,
    )
  }
  sheet.fill(
    box(0, 690, 420, 150),
    sheet.linear(
      [0, 690],
      [0, 800],
      [
        [0, '#7f8f8f'],
        [1, '#2a4654'],
      ],
    ),
  )
  for (let light = 0; light < 46; light += 1) {
    const x = random() * 400
    const y = 640 + 48 * random()
    sheet.fill(box(x, y, 3, 3.4), '#f7cf86', { opacity: (0.5 + 0.5 * random()).toFixed(2) })
    if (y > 668) sheet.fill(box(x, 694 + 30 * random(), 3, 26), '#f7cf86', { opacity: 0.22 })
  }
}

const drawWall = (sheet) => {
  sheet.fill(
    box(LEFT, 84, 1700, FOOT - 84),
    sheet.linear(
      [LEFT, 0],
      [2000, 0],
      [
        [0, mix(WALL, NIGHT, 0.2)],
        [0.5, WALL],
        [1, mix(WALL, NIGHT, 0.35)],
      ],
    ),
  )
  const random = randomFrom(9)
  for (let row = 0; row < 63; row += 1) {
    const y = 90 + row * 12
    for (let x = LEFT + (row % 2) * 17; x < 2000; x += 34) {
      const tone = random()
      if (tone > 0.34) continue
      sheet.fill(box(x, y, 31, 9.5), tone < 0.16 ? '#83584c' : '#3f2f33', {
        opacity: (0.2 + 0.25 * random()).toFixed(2),
      })
    }
  }
  for (const y of [392, 404, 98])
    sheet.fill(box(LEFT - 8, y, 1700, 7), y === 404 ? '#3b2c30' : '#84604f')
  sheet.fill(box(LEFT - 8, FOOT - 48, 1700, 48), '#4f5356')
  for (let block = LEFT - 8; block < 2000; block += 86)
    sheet.fill(box(block, FOOT - 48, 2, 48), '#3a3f43')
  for (const x of [LEFT + 4, ...BAYS.map((bay) => bay + BAY + 19)]) {
    sheet.fill(box(x, 104, 26, FOOT - 152), mix(WALL, '#8a6656', 0.35))
    sheet.fill(box(x + 20, 104, 6, FOOT - 152), '#3b2c30', { opacity: 0.6 })
  }
  sheet.fill(
    straight([
      [LEFT - 44, 84],
      [2000, 84],
      [2000, 0],
      [LEFT + 60, 0],
    ]),
    '#2a3944',
  )
  for (let tile = 0; tile < 62; tile += 1) {
    const x = LEFT - 40 + tile * 28
    sheet.line(
      straight(
        [
          [x, 82],
          [x + 92 - tile * 0.6, 0],
        ],
        false,
      ),
      '#1e2b35',
      2.4,
      { opacity: 0.8 },
    )
    sheet.fill(disc([x + 6, 84], 9, 6), '#41525b')
  }
  sheet.fill(box(LEFT - 44, 86, 1720, 7), '#1d282f')
}

/** The light that fills a floor, seen through its windows. */
const drawRoom = (sheet, top, bottom) => {
  sheet.fill(
    box(LEFT, top - 30, 1700, bottom - top + 60),
    sheet.linear(
      [0, top],
      [0, bottom],
      [
        [0, '#fbe2a6'],
        [0.5, '#f5cd83'],
        [1, '#d99b55'],
      ],
    ),
  )
  for (let x = LEFT; x < 2000; x += 120)
    sheet.fill(box(x, top - 30, 3, bottom - top + 60), '#e3b267', { opacity: 0.45 })
}

const drawPendant = (sheet, x, y, cord) => {
  sheet.line(
    straight(
      [
        [x, y - cord],
        [x, y],
      ],
      false,
    ),
    '#6b4a34',
    2.4,
  )
  sheet.fill(
    disc([x, y + 8], 92),
    sheet.radial([x, y + 8], 92, [
      [0, '#fffbe6', 0.95],
      [0.3, '#fff0c2', 0.5],
      [1, '#fff0c2', 0],
    ]),
  )
  sheet.fill(
    smooth(
      [
        [x - 6, y - 12],
        [x + 6, y - 12],
        [x + 27, y + 8],
        [x - 27, y + 8],
      ],
      true,
      0.08,
    ),
    '#3f5a58',
  )
  sheet.fill(disc([x, y + 9], 26, 5), '#fffbe9')
}

const drawScreen = (sheet, x, y, facing) => {
  sheet.fill(
    straight([
      [x, y],
      [x + facing * 10, y - 64],
      [x + facing * 22, y - 64],
      [x + facing * 14, y],
    ]),
    '#39444a',
  )
  sheet.fill(
    straight([
      [x, y - 4],
      [x + facing * 9, y - 62],
      [x + facing * 12, y - 62],
      [x + facing * 4, y - 4],
    ]),
    '#bfe0dc',
  )
  sheet.fill(box(x - 10, y, 40, 5), '#39444a')
}

const drawDesk = (sheet, x, y, width) => {
  sheet.fill(box(x, y, width, 9), '#8c5a35')
  sheet.fill(box(x, y + 9, width, 4), '#63402a')
  for (const leg of [x + 8, x + width - 15]) sheet.fill(box(leg, y + 12, 7, 170), '#63402a')
}

const STUDENTS = [
  { skin: '#c88d66', top: '#4d6b70', bottom: '#34404a' },
  { skin: '#d8a27c', top: '#a9543f', bottom: '#3a444c', hairStyle: 'tail' },
  { skin: '#c88d66', top: '#e7dcc2', bottom: '#3a444c', hair: '#6d6a66' },
  { skin: '#d8a27c', top: '#54785f', bottom: '#34404a', hairStyle: 'bob' },
  { skin: '#d8a27c', top: '#37505e', bottom: '#34404a' },
  { skin: '#c88d66', top: '#8a5a44', bottom: '#3a444c', hairStyle: 'bun' },
]
const RIDER = { skin: '#dca983', top: '#d99f3f', bottom: '#34505a', hairStyle: 'tail' }

const drawStudent = (sheet, x, look, pose) => {
  sheet.fill(box(x - 30, 680, 7, 110), '#6b4730')
  sheet.fill(box(x - 30, 736, 60, 8), '#6b4730')
  drawFigure(sheet, { x: x - 4, y: 806, height: 276, facing: 1, hip: 1.8, pose, look })
  drawScreen(sheet, x + 62, 696, 0.8)
  drawDesk(sheet, x + 26, 698, 70)
}

const drawBlackboard = (sheet) => {
  sheet.fill(box(1756, 522, 190, 124, 4), '#6b4730')
  sheet.fill(box(1763, 529, 176, 110), '#2f4f4a')
  const chalk = (points, closed = false) =>
    sheet.line(
      straight(
        points.map(([x, y]) => [1836 + x * 0.72, 536 + y * 0.72]),
        closed,
      ),
      '#e9efe2',
      2.2,
      { opacity: 0.9 },
    )
  chalk(
    [
      [30, 84],
      [74, 62],
      [118, 84],
      [74, 106],
    ],
    true,
  )
  chalk([
    [30, 84],
    [30, 30],
    [74, 8],
    [74, 62],
  ])
  for (const [x, y] of [
    [30, 84],
    [74, 106],
    [118, 84],
  ])
    chalk([
      [x, y],
      [x, y + 26],
    ])
  chalk([
    [12, 30],
    [12, 84],
  ])
  chalk([
    [8, 36],
    [12, 30],
    [16, 36],
  ])
  chalk([
    [8, 78],
    [12, 84],
    [16, 78],
  ])
}

const drawClock = (sheet, x, y) => {
  sheet.fill(disc([x, y], 25), '#5a3f30')
  sheet.fill(disc([x, y], 20), '#fbf4e2')
  sheet.line(
    straight(
      [
        [x, y],
        [x, y - 15],
      ],
      false,
    ),
    '#3b2c28',
    2.6,
  )
  sheet.line(
    straight(
      [
        [x, y],
        [x - 5.5, y + 9.5],
      ],
      false,
    ),
    '#3b2c28',
    3.4,
  )
}

const drawLesson = (sheet) => {
  drawRoom(sheet, 430, 760)
  for (const x of [612, 730, 1016, 1190, 1302, 1480, 1600, 1880]) {
    const shift = x === 612 ? 14 : 0
    if (x % 3 === 0) sheet.fill(box(x - 26, 530 + shift, 54, 70), '#e9c98f')
    else sheet.fill(box(x - 20, 540 + shift, 44, 58), '#cfd6bd')
    sheet.line(
      straight([
        [x - 12, 556 + shift],
        [x + 12, 556 + shift],
        [x + 12, 586 + shift],
        [x - 12, 586 + shift],
      ]),
      '#8a7a5c',
      2,
      { opacity: 0.7 },
    )
  }
  drawClock(sheet, 952, 548)
  const still = {
    ...SEATED,
    arms: [
      [0.55, 0.85],
      [0.65, 0.85],
    ],
  }
  for (const x of [560, 672, 784, 896, 1008, 1120, 1232, 1344, 1456]) {
    const index = (x - 560) / 112
    const look = STUDENTS[(index * 5 + 2) % 6]
    const faded = {
      ...look,
      skin: mix(look.skin, '#f0c27c', 0.45),
      hair: mix(look.hair ?? '#22262b', '#e0a45e', 0.45),
      top: mix(look.top, '#f0c27c', 0.5),
      bottom: '#b98a55',
    }
    drawFigure(sheet, {
      x: x + 34,
      y: 782,
      height: 250,
      facing: 1,
      hip: 1.8,
      pose: { ...still, nod: 0.3 },
      look: faded,
    })
  }
  for (const x of [660, 950, 1240, 1530, 1810]) drawPendant(sheet, x, 496, 70)
  STUDENTS.concat(STUDENTS.slice(0, 4)).forEach((look, index) => {
    const x = 566 + index * 97
    drawStudent(sheet, x, look, { ...still, nod: index % 3 === 1 ? 0.38 : 0.2 })
  })
  const first = 1566
  sheet.fill(limb([first - 36, 690], [first - 28, 692], 21, 17), '#c8452f')
  sheet.fill(limb([first - 44, 682], [first - 38, 678], 5, 3), '#f2d8a8')
  drawStudent(sheet, first, RIDER, { ...still, nod: 0.02 })
  drawBlackboard(sheet)
  drawFigure(sheet, {
    x: 1744,
    y: 812,
    height: 288,
    facing: 1,
    pose: {
      ...STANDING,
      arms: [
        [1.9, 0.3],
        [0.2, 0.6],
      ],
    },
    look: { skin: '#d8a27c', top: '#7d4038', bottom: '#37474f', hairStyle: 'bob', coat: 0.5 },
  })
}

const drawWorkroom = (sheet) => {
  drawRoom(sheet, 130, 380)
  for (const x of [400, 660, 950, 1240, 1530, 1810]) drawPendant(sheet, x, 178, 50)
  const wood = '#8c5a35'
  const carve = (x, look, arms) =>
    drawFigure(sheet, {
      x,
      y: 446,
      height: 254,
      facing: 1,
      pose: { ...STANDING, lean: 0.18, nod: 0.3, arms },
      look,
    })
  for (const [x, tall] of [
    [566, 150],
    [580, 168],
    [593, 140],
    [606, 160],
  ])
    sheet.fill(box(x, 344 - tall, 9, tall), mix(wood, '#e9bd7c', 0.4))
  const sawing = carve(
    642,
    { skin: '#b98059', top: '#5b7b78', bottom: '#3a444c', apron: '#e4d3ac' },
    [
      [0.75, 0.45],
      [0.95, 0.3],
    ],
  )
  sheet.fill(
    straight([
      [700, 322],
      [772, 316],
      [772, 322],
      [704, 332],
    ]),
    '#c9cfc6',
  )
  sheet.fill(box(678, 331, 110, 8), '#c58f55')
  sheet.fill(box(640, 339, 160, 14), wood)
  carve(
    880,
    { skin: '#c08a64', top: '#a9543f', bottom: '#34404a', hairStyle: 'bun', apron: '#d9c69c' },
    [
      [0.7, 0.4],
      [0.85, 0.35],
    ],
  )
  const [planeX] = planing.nearHand
  sheet.fill(box(planeX - 16, 312, 52, 19, 4), '#5d3b29')
  sheet.fill(box(planeX - 10, 302, 9, 14, 3), '#5d3b29')
  sheet.fill(box(900, 331, 150, 8), '#c58f55')
  sheet.fill(box(860, 339, 210, 14), wood)
  for (const [x, long] of [
    [1000, 46],
    [1018, 60],
    [1036, 40],
  ])
    sheet.fill(limb([x, 226], [x, 226 + long], 4, 2.6), wood)
  sheet.fill(box(986, 218, 66, 6), wood)
  const voices = [
    '#5b7b78',
    '#8a5a44',
    '#37505e',
    '#a9543f',
    '#e0d2b4',
    '#54785f',
    '#8f6a3f',
    '#4d6b70',
    '#a9543f',
  ]
  const hairs = ['bob', 'short', 'short', 'short', 'bob', 'short', 'bob', 'short', 'short']
  voices.forEach((top, index) => {
    const x = 1170 + (index % 3) * 66 + Math.floor(index / 3) * 290
    const hands = drawFigure(sheet, {
      x,
      y: 442 + (index % 2) * 14,
      height: 248,
      view: 'front',
      pose: {
        ...STANDING,
        arms: [
          [0.3, -1.9],
          [0.3, -1.9],
        ],
      },
      look: {
        skin: index % 2 === 0 ? '#c08a64' : '#cf9a73',
        hair: index === 7 ? '#8a867e' : '#2b2422',
        top,
        bottom: '#3a444c',
        hairStyle: hairs[index],
        sings: true,
      },
    })
    const [bookX, bookY] = [(hands.nearHand[0] + hands.farHand[0]) / 2, hands.nearHand[1] - 10]
    sheet.fill(
      straight([
        [bookX - 20, bookY - 12],
        [bookX, bookY - 8],
        [bookX, bookY + 16],
        [bookX - 20, bookY + 12],
      ]),
      '#fbf3de',
    )
    sheet.fill(
      straight([
        [bookX + 20, bookY - 12],
        [bookX, bookY - 8],
        [bookX, bookY + 16],
        [bookX + 20, bookY + 12],
      ]),
      '#e6d6b4',
    )
  })
}

/** Bars, sills and the glow at the edges of one floor's windows. */
const drawFrames = (sheet, top, bottom, rise, columns, rows, list) => {
  for (const x of list) {
    const outline = arched(x, top, BAY, bottom, rise)
    sheet.line(outline, '#e7a95b', 20, { opacity: 0.16 })
    sheet.line(outline, mix(WALL, '#caa07e', 0.45), 12)
    sheet.line(outline, FRAME, 5)
    for (let column = 1; column < columns; column += 1)
      sheet.fill(box(x + (BAY * column) / columns - 2.2, top, 4.4, bottom - top), FRAME)
    for (const row of rows) sheet.fill(box(x, top + (bottom - top) * row - 2, BAY, 4), FRAME)
    sheet.fill(box(x - 16, bottom, BAY + 32, 13), '#8d7563')
    sheet.fill(box(x - 16, bottom + 9, BAY + 32, 5), '#3b2c30')
  }
}

const drawDoor = (sheet) => {
  const [x, wide, top] = [396, 104, 520]
  sheet.fill(arched(x - 16, top - 20, wide + 32, FOOT, 14), '#8d7563')
  sheet.fill(
    arched(x, top, wide, FOOT, 12),
    sheet.linear(
      [0, top],
      [0, FOOT],
      [
        [0, '#f9dca0'],
        [1, '#c98a4b'],
      ],
    ),
  )
  sheet.fill(
    straight([
      [x, top + 12],
      [x + 30, top + 34],
      [x + 30, FOOT - 10],
      [x, FOOT],
    ]),
    '#3f5a58',
  )
  for (const [step, grow] of [
    [0, 12],
    [1, 30],
  ])
    sheet.fill(
      box(x - grow, FOOT + step * 13, wide + grow * 2, 13),
      step === 0 ? '#a08f7d' : '#86796d',
    )
  const lamp = [x + wide / 2, 478]
  sheet.fill(
    disc(lamp, 150),
    sheet.radial(lamp, 150, [
      [0, '#ffe6ac', 0.75],
      [0.4, '#ffd88e', 0.25],
      [1, '#ffd88e', 0],
    ]),
  )
  sheet.fill(
    smooth(
      [
        [lamp[0] - 24, 480],
        [lamp[0], 458],
        [lamp[0] + 24, 480],
      ],
      true,
      0.1,
    ),
    '#2c3d45',
  )
  sheet.fill(disc([lamp[0], 483], 11), '#fff3cf')
}

const drawYard = (sheet) => {
  sheet.fill(
    box(0, FOOT, 2000, 170),
    sheet.linear(
      [0, FOOT],
      [0, 1000],
      [
        [0, '#3b4a4f'],
        [0.5, '#2e3d45'],
        [1, '#1f2c34'],
      ],
    ),
  )
  sheet.fill(
    straight([
      [0, 800],
      [LEFT, FOOT],
      [LEFT, 860],
      [0, 860],
    ]),
    '#33464c',
  )
  const soft = sheet.blur(9, 5)
  sheet.group({ filter: soft }, () => {
    for (const x of BAYS) {
      const from = x + BAY / 2
      const lean = (from - 1000) * 0.14
      sheet.fill(
        straight([
          [x + 8, FOOT + 4],
          [x + BAY - 8, FOOT + 4],
          [x + BAY + 26 + lean, 985],
          [x - 26 + lean, 985],
        ]),
        sheet.linear(
          [0, FOOT],
          [0, 985],
          [
            [0, '#f3c77e', 0.75],
            [1, '#e2a75d', 0.12],
          ],
        ),
      )
    }
    sheet.fill(
      straight([
        [396, FOOT + 26],
        [500, FOOT + 26],
        [540, 1000],
        [330, 1000],
      ]),
      sheet.linear(
        [0, FOOT],
        [0, 1000],
        [
          [0, '#f3c77e', 0.8],
          [1, '#e2a75d', 0.1],
        ],
      ),
    )
  })
  const random = randomFrom(21)
  for (let slab = 0; slab < 90; slab += 1) {
    const y = FOOT + 8 + 150 * random()
    const x = 2000 * random()
    sheet.fill(box(x, y, 40 + 70 * random(), 2), '#17252f', { opacity: 0.28 })
  }
  for (let leaf = 0; leaf < 80; leaf += 1) {
    const [x, y] = [random() ** 1.6 * 1500, FOOT + 20 + 136 * random()]
    sheet.fill(disc([x, y], 5 + 4 * random(), 2.4), ['#c98a3f', '#a85a35', '#d9ac5f'][leaf % 3], {
      opacity: 0.8,
    })
  }
}

const drawArrivals = (sheet) => {
  const shade = (x, y, wide) =>
    sheet.fill(disc([x, y], wide, wide * 0.13), '#0f1a21', { opacity: 0.5 })
  shade(352, 950, 74)
  drawFigure(sheet, {
    x: 352,
    y: 948,
    height: 268,
    facing: 1,
    pose: walking(0.16, 0.1),
    look: { skin: '#cf9a73', top: '#b5493a', bottom: '#475a66', hairStyle: 'tail', coat: 0.8 },
  })
  sheet.line(
    smooth(
      [
        [348, 742],
        [336, 800],
        [326, 836],
      ],
      false,
    ),
    '#7a5a34',
    5,
  )
  sheet.fill(box(306, 832, 40, 34, 7), '#d9b06a')
  shade(196, 978, 96)
  drawFigure(sheet, {
    x: 168,
    y: 974,
    height: 276,
    facing: 1,
    pose: walking(0.62),
    look: { skin: '#c08a64', top: '#3f6069', bottom: '#41525c', coat: 0.6 },
  })
  drawFigure(sheet, {
    x: 254,
    y: 976,
    height: 172,
    facing: 1,
    pose: walking(0.3),
    look: {
      skin: '#d8a27c',
      top: '#d9a13c',
      bottom: '#34505a',
      hairStyle: 'bob',
      shoes: '#c8452f',
    },
  })
  sheet.fill(box(222, 852, 24, 34, 7), '#c8452f')
  const paints = ['#37505e', '#b5493a', '#4f7a78', '#c08f3f']
  paints.forEach((frame, index) => {
    const x = 1322 + index * 196
    shade(x + 6, 972, 112)
    drawBicycle(sheet, {
      x,
      y: 970,
      unit: 150,
      facing: -1,
      frame: mix(frame, NIGHT, 0.22),
      tyre: '#0f171d',
    })
  })
}

/** The mill's cat, sitting where the light falls. */
const drawCat = (sheet, x, y, size) => {
  const place = ([px, py]) => [x + px * size, y + py * size]
  const fur = '#20262b'
  sheet.fill(disc(place([0.1, 0]), size * 0.9, size * 0.12), '#0f1a21', { opacity: 0.45 })
  sheet.fill(
    smooth(
      [
        [-0.5, 0],
        [-0.56, -0.5],
        [-0.24, -1.05],
        [0.1, -1.2],
        [0.3, -0.8],
        [0.34, -0.3],
        [0.36, 0],
      ].map(place),
    ),
    fur,
  )
  sheet.fill(
    smooth(
      [
        [-0.14, -1.2],
        [-0.12, -1.62],
        [0.16, -1.72],
        [0.42, -1.56],
        [0.44, -1.26],
        [0.14, -1.08],
      ].map(place),
    ),
    fur,
  )
  sheet.fill(
    straight(
      [
        [-0.1, -1.5],
        [-0.08, -1.92],
        [0.12, -1.66],
      ].map(place),
    ),
    fur,
  )
  sheet.fill(
    straight(
      [
        [0.18, -1.68],
        [0.38, -1.9],
        [0.4, -1.48],
      ].map(place),
    ),
    fur,
  )
  sheet.line(
    smooth(
      [
        [-0.42, -0.08],
        [-0.9, -0.02],
        [-1.02, -0.3],
        [-0.86, -0.5],
      ].map(place),
      false,
    ),
    fur,
    size * 0.15,
  )
}

/** A plane tree at the left edge, dark before the light. */
const drawTree = (sheet) => {
  const bark = '#141f27'
  sheet.fill(
    smooth(
      [
        [22, 1000],
        [44, 800],
        [36, 560],
        [60, 300],
        [86, 300],
        [84, 560],
        [98, 800],
        [132, 1000],
      ],
      true,
      0.14,
    ),
    bark,
  )
  for (const [from, middle, to, thick] of [
    [[60, 420], [170, 300], [330, 210], 17],
    [[66, 340], [60, 190], [110, 40], 18],
    [[52, 480], [-20, 380], [-60, 320], 14],
    [[240, 256], [330, 250], [420, 268], 8],
    [[180, 296], [230, 200], [250, 90], 9],
  ]) {
    sheet.line(smooth([from, middle, to], false), bark, thick)
  }
  const random = randomFrom(505)
  const clumps = [
    [-20, 260],
    [60, 60],
    [140, 20],
    [250, 60],
    [300, 150],
    [390, 230],
    [430, 276],
    [30, 150],
    [-10, 360],
    [200, 130],
    [330, 40],
    [470, 30],
  ]
  for (const [cx, cy] of clumps) {
    for (let leaf = 0; leaf < 34; leaf += 1) {
      const angle = random() * 2 * Math.PI
      const out = 84 * Math.sqrt(random())
      const [x, y] = [cx + out * Math.cos(angle), cy + out * 0.7 * Math.sin(angle)]
      const size = 9 + 9 * random()
      const tilt = random() * 3
      const tip = (turn, share) => [
        x + size * share * Math.cos(tilt + turn),
        y + size * share * Math.sin(tilt + turn),
      ]
      const warm = Math.max(0, Math.min(0.5, (x - 150) / 700)) * random()
      sheet.fill(
        smooth(
          [tip(0, 1.3), tip(1.1, 0.62), tip(2.3, 0.8), tip(3.6, 0.62), tip(5, 0.7)],
          true,
          0.12,
        ),
        mix(['#1b2f33', '#22393a', '#162830', '#2c4640'][leaf % 4], '#d99b55', warm),
      )
    }
  }
}

/** Draws the picture; 2000 × 1000 pixels. */
export const drawNightSchool = () => {
  const sheet = sheetOf(2000, 1000)
  drawNight(sheet)
  drawWall(sheet)
  sheet.group(
    { 'clip-path': sheet.clip(BAYS.map((x) => arched(x, 136, BAY, 366, 20)).join('')) },
    () => drawWorkroom(sheet),
  )
  sheet.group(
    { 'clip-path': sheet.clip(BAYS.map((x) => arched(x, 436, BAY, 736, 24)).join('')) },
    () => drawLesson(sheet),
  )
  drawFrames(sheet, 136, 366, 20, 3, [0.3], BAYS)
  drawFrames(sheet, 436, 736, 24, 3, [0.26], BAYS)
  drawDoor(sheet)
  const glow = sheet.blur(46)
  sheet.group({ filter: glow, opacity: 0.3, style: 'mix-blend-mode:screen' }, () => {
    for (const x of BAYS) sheet.fill(box(x - 10, 430, BAY + 20, 320), '#e9a95a')
    for (const x of BAYS) sheet.fill(box(x - 10, 130, BAY + 20, 240), '#d9974c')
  })
  drawYard(sheet)
  drawArrivals(sheet)
  drawCat(sheet, 940, 940, 36)
  drawTree(sheet)
  sheet.wash(
    sheet.radial([1150, 560], 1350, [
      [0, '#ffe9bd', 0.08],
      [0.5, '#ffe9bd', 0],
      [1, '#0c161d', 0.5],
    ]),
  )
  layGrain(sheet, 0.2)
  return sheet
}
