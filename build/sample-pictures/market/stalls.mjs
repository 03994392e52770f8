/** The rows of stalls and the people in the aisle. */
import { STANDING, STEPPING, drawFigure } from '../kit/figure.mjs'
import { curve, disc, mix, numbers, randomFrom, smooth, straight } from '../kit/sheet.mjs'
import { DUSK, beside, hazed, quad, scaleAt, spot } from './place.mjs'

const GOODS = [
  '#6f8f4e',
  '#c96a35',
  '#a8412f',
  '#e0b04a',
  '#8fa863',
  '#e8dcc0',
  '#7a4a6a',
  '#d9863f',
  '#4f7a4c',
  '#c9b45f',
]

/** A row of stalls down one side, each a slanted bank of crates under a striped awning. */
export const drawStalls = (sheet, side) => {
  const random = randomFrom(side > 0 ? 5 : 6)
  for (let z = 29; z > 4.4; z -= 2.6) {
    const [near, far] = [z, z + 2.3]
    const [front, back] = [side * 1.75, side * 3.5]
    const keeper = spot(side * 4, 0, z + 1.2)
    if (z < 22) {
      drawFigure(sheet, {
        x: keeper[0],
        y: keeper[1],
        height: scaleAt(z + 1.2) * 1.62,
        facing: -side,
        view: 'side',
        pose: { ...STANDING, lean: 0.1, nod: 0.15, arms: numbers('0.5 0.8, 0.7 0.6') },
        look: {
          skin: hazed('#c78f68', z),
          hair: hazed('#2b2422', z),
          top: hazed(['#4d6b70', '#a9543f', '#7d8a5a', '#8a6a4a'][Math.floor(random() * 4)], z),
          bottom: hazed('#3d4648', z),
          apron: hazed('#e9dcc0', z),
          hairStyle: random() < 0.5 ? 'bun' : 'short',
        },
      })
    }
    sheet.fill(beside(front, [0, 0.7], [near, far]), hazed('#6f5138', z))
    sheet.fill(
      quad([front, 0, near], [back, 0, near], [back, 1.1, near], [front, 0.7, near]),
      hazed('#57402e', z),
    )
    for (let row = 0; row < 3; row += 1) {
      for (let column = 0; column < 3; column += 1) {
        const colour = GOODS[Math.floor(random() * GOODS.length)]
        const x0 = front + side * (row * 0.56)
        const x1 = front + side * (row * 0.56 + 0.5)
        const [y0, y1] = [0.72 + row * 0.14, 0.72 + row * 0.14 + 0.12]
        const z0 = near + column * 0.76
        sheet.fill(
          quad([x0, y0, z0], [x1, y1, z0], [x1, y1, z0 + 0.7], [x0, y0, z0 + 0.7]),
          hazed(mix(colour, DUSK, 0.3), z),
        )
        const heaps = z < 15 ? 14 : 4
        for (let piece = 0; piece < heaps; piece += 1) {
          const share = piece / heaps
          const [px, py] = spot(
            x0 + (x1 - x0) * random(),
            y0 + (y1 - y0) * (1 - share) + 0.06,
            z0 + 0.64 * (1 - share),
          )
          sheet.fill(
            disc([px, py], scaleAt(z0) * (z < 15 ? 0.085 : 0.14)),
            hazed(mix(colour, random() < 0.5 ? '#fff3d0' : DUSK, 0.14 * random()), z),
          )
        }
      }
    }
    const stripes = 6
    const cloth = ['#a8412f', '#3f6a6c', '#c08f3f'][Math.abs(Math.round(z / 2.6)) % 3]
    for (let stripe = 0; stripe < stripes; stripe += 1) {
      const z0 = near + ((far - near) * stripe) / stripes
      const z1 = near + ((far - near) * (stripe + 1)) / stripes
      const paint = hazed(stripe % 2 === 0 ? cloth : '#efe4cb', z)
      sheet.fill(
        quad(
          [side * 1.6, 2.35, z0],
          [side * 1.6, 2.35, z1],
          [side * 4.2, 3.1, z1],
          [side * 4.2, 3.1, z0],
        ),
        mix(paint, DUSK, 0.12),
      )
      sheet.fill(beside(side * 1.6, [2.35, 2.13], [z0, z1]), paint)
    }
    sheet.fill(
      straight([
        spot(side * 1.6, 2.35, near),
        spot(side * 4.2, 3.1, near),
        spot(side * 4.2, 2.9, near),
        spot(side * 1.6, 2.13, near),
      ]),
      hazed(mix(cloth, DUSK, 0.35), z),
    )
    const [bulbX, bulbY] = spot(side * 1.9, 2, z + 1)
    const size = scaleAt(z) * 0.09
    sheet.fill(
      disc([bulbX, bulbY], size * 6),
      sheet.radial([bulbX, bulbY], size * 6, [0, '#fff1c2', 0.6], [1, '#fff1c2', 0]),
    )
    sheet.fill(disc([bulbX, bulbY], size), '#fff8e0')
  }
}

const SHOPPERS = [
  { x: 0.5, z: 25, view: 'front', top: '#7d8f8c' },
  { x: -0.6, z: 21, view: 'back', top: '#a9654a' },
  { x: 0.9, z: 17.5, view: 'front', top: '#c0a060', hairStyle: 'bob' },
  { x: -0.9, z: 15, view: 'front', top: '#54777c', hair: '#a8a59c' },
  { x: 0.15, z: 12.5, view: 'back', top: '#8a4f43', hairStyle: 'bun', basket: true },
  { x: 1.05, z: 10.2, view: 'back', top: '#3f5e66' },
  { x: -0.95, z: 8.6, view: 'front', top: '#d0c3a4', hairStyle: 'bob', basket: true },
]

/** The people in the aisle, the furthest first. */
export const drawShoppers = (sheet) => {
  for (const { x, z, view, basket, ...look } of SHOPPERS) {
    const [px, py] = spot(x, 0, z)
    const unit = scaleAt(z)
    sheet.fill(disc([px, py], unit * 0.4, unit * 0.08), DUSK, { opacity: 0.24 })
    const made = drawFigure(sheet, {
      x: px,
      y: py,
      height: unit * 1.66,
      view,
      facing: x < 0 ? 1 : -1,
      pose: STEPPING,
      look: {
        skin: hazed('#cf9a73', z),
        bottom: hazed('#404a4c', z),
        coat: 0.6,
        ...look,
        top: hazed(look.top, z),
        hair: hazed(look.hair ?? '#2b2422', z),
      },
    })
    if (basket)
      drawBasket(
        sheet,
        made.nearHand[0],
        made.nearHand[1] + unit * 0.24,
        unit * 0.22,
        hazed('#b58a52', z),
        hazed('#6f8f4e', z),
      )
  }
}

const drawBasket = (sheet, x, y, size, weave, greens) => {
  sheet.line(
    curve([x - size * 0.8, y - size * 0.2], [x, y - size * 1.3], [x + size * 0.8, y - size * 0.2]),
    mix(weave, DUSK, 0.3),
    size * 0.14,
  )
  for (const [dx, dy] of numbers('-0.5 -0.5, 0 -0.7, 0.5 -0.5, -0.2 -0.3, 0.3 -0.3'))
    sheet.fill(
      disc([x + dx * size, y + dy * size], size * 0.4),
      mix(greens, '#2f4a33', Math.abs(dx) * 0.5),
    )
  sheet.fill(
    smooth(
      [
        [x - size, y - size * 0.3],
        [x + size, y - size * 0.3],
        [x + size * 0.7, y + size * 0.7],
        [x - size * 0.7, y + size * 0.7],
      ],
      true,
      0.08,
    ),
    weave,
  )
}
