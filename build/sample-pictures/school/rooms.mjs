/** The lit rooms: the drawing class below, carpenters and singers above. */
import { SEATED, STANDING, drawFigure } from '../kit/figure.mjs'
import { box, disc, limb, mix, numbers, polygon, segment, smooth, straight } from '../kit/sheet.mjs'
import { LEFT } from './place.mjs'

/** The light that fills a floor, seen through its windows. */
const drawRoom = (sheet, top, bottom) => {
  sheet.fill(
    box(LEFT, top - 30, 1700, bottom - top + 60),
    sheet.linear([0, top], [0, bottom], [0, '#fbe2a6'], [0.5, '#f5cd83'], [1, '#d99b55']),
  )
  for (let x = LEFT; x < 2000; x += 120)
    sheet.fill(box(x, top - 30, 3, bottom - top + 60), '#e3b267', { opacity: 0.45 })
}

const drawPendant = (sheet, x, y, cord) => {
  sheet.line(segment([x, y - cord], [x, y]), '#6b4a34', 2.4)
  sheet.fill(
    disc([x, y + 8], 92),
    sheet.radial([x, y + 8], 92, [0, '#fffbe6', 0.95], [0.3, '#fff0c2', 0.5], [1, '#fff0c2', 0]),
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
    polygon([x, y], [x + facing * 10, y - 64], [x + facing * 22, y - 64], [x + facing * 14, y]),
    '#39444a',
  )
  sheet.fill(
    polygon(
      [x, y - 4],
      [x + facing * 9, y - 62],
      [x + facing * 12, y - 62],
      [x + facing * 4, y - 4],
    ),
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
  chalk(numbers('30 84, 74 62, 118 84, 74 106'), true)
  chalk(numbers('30 84, 30 30, 74 8, 74 62'))
  for (const [x, y] of numbers('30 84, 74 106, 118 84'))
    chalk([
      [x, y],
      [x, y + 26],
    ])
  chalk(numbers('12 30, 12 84'))
  chalk(numbers('8 36, 12 30, 16 36'))
  chalk(numbers('8 78, 12 84, 16 78'))
}

const drawClock = (sheet, x, y) => {
  sheet.fill(disc([x, y], 25), '#5a3f30')
  sheet.fill(disc([x, y], 20), '#fbf4e2')
  sheet.line(segment([x, y], [x, y - 15]), '#3b2c28', 2.6)
  sheet.line(segment([x, y], [x - 5.5, y + 9.5]), '#3b2c28', 3.4)
}

/** The drawing class on the ground floor. */
export const drawLesson = (sheet) => {
  drawRoom(sheet, 430, 760)
  for (const x of [612, 730, 1016, 1190, 1302, 1480, 1600, 1880]) {
    const shift = x === 612 ? 14 : 0
    if (x % 3 === 0) sheet.fill(box(x - 26, 530 + shift, 54, 70), '#e9c98f')
    else sheet.fill(box(x - 20, 540 + shift, 44, 58), '#cfd6bd')
    sheet.line(
      polygon(
        [x - 12, 556 + shift],
        [x + 12, 556 + shift],
        [x + 12, 586 + shift],
        [x - 12, 586 + shift],
      ),
      '#8a7a5c',
      2,
      { opacity: 0.7 },
    )
  }
  drawClock(sheet, 952, 548)
  const still = {
    ...SEATED,
    arms: numbers('0.55 0.85, 0.65 0.85'),
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
      arms: numbers('1.9 0.3, 0.2 0.6'),
    },
    look: { skin: '#d8a27c', top: '#7d4038', bottom: '#37474f', hairStyle: 'bob', coat: 0.5 },
  })
}

/** Carpenters and the choir on the upper floor. */
export const drawWorkroom = (sheet) => {
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
  for (const [x, tall] of numbers('566 150, 580 168, 593 140, 606 160'))
    sheet.fill(box(x, 344 - tall, 9, tall), mix(wood, '#e9bd7c', 0.4))
  const sawing = carve(
    642,
    { skin: '#b98059', top: '#5b7b78', bottom: '#3a444c', apron: '#e4d3ac' },
    numbers('0.75 0.45, 0.95 0.3'),
  )
  const [sawX, sawY] = sawing.nearHand
  sheet.fill(
    straight(numbers('8 -10, 92 34, 88 41, 2 12').map(([x, y]) => [sawX + x, sawY + y])),
    '#c9cfc6',
  )
  sheet.fill(disc([sawX + 2, sawY + 1], 9), '#5d3b29')
  sheet.fill(box(678, 331, 110, 8), '#c58f55')
  sheet.fill(box(640, 339, 160, 14), wood)
  const planing = carve(
    888,
    { skin: '#c08a64', top: '#a9543f', bottom: '#34404a', hairStyle: 'bun', apron: '#d9c69c' },
    numbers('0.62 0.2, 0.5 0.4'),
  )
  const [planeX] = planing.nearHand
  sheet.fill(box(planeX - 16, 312, 52, 19, 4), '#5d3b29')
  sheet.fill(box(planeX - 10, 302, 9, 14, 3), '#5d3b29')
  sheet.fill(box(900, 331, 150, 8), '#c58f55')
  sheet.fill(box(860, 339, 210, 14), wood)
  for (const [x, long] of numbers('1000 46, 1018 60, 1036 40'))
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
        arms: numbers('0.3 -1.9, 0.3 -1.9'),
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
      polygon(
        [bookX - 20, bookY - 12],
        [bookX, bookY - 8],
        [bookX, bookY + 16],
        [bookX - 20, bookY + 12],
      ),
      '#fbf3de',
    )
    sheet.fill(
      polygon(
        [bookX + 20, bookY - 12],
        [bookX, bookY - 8],
        [bookX, bookY + 16],
        [bookX + 20, bookY + 12],
      ),
      '#e6d6b4',
    )
  })
}
