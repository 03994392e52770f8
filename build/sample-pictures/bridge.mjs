/** The lead picture: dawn over the river, the old iron bridge and the first people to cross it. */
import { cameraAt } from './camera.mjs'
import { drawFigure, walking } from './figure.mjs'
import { drawCyclist, drawCart } from './wheels.mjs'
import { drawGrove, drawHill, drawHouses, drawMist, drawRipples, ridgeOf } from './land.mjs'
import {
  between,
  box,
  disc,
  layGrain,
  mix,
  randomFrom,
  sheetOf,
  smooth,
  straight,
} from './sheet.mjs'

const IRON = '#a8412f'
const IRON_DARK = '#6b2c28'
const IRON_LIGHT = '#d0714f'
const MIST = '#f1dfc6'
const DECK = 8.6
const WIDTH = 6.4
const SPAN = 27
const PANELS = 9
const START = [30.5, 9.5]
const HEADING = Math.atan2(-1.18, 1)

const camera = cameraAt({ eye: [0, 14.2, 0], focal: 1240, centre: [1010, 372] })

/** A place on the bridge: metres along it, across it, and above the water. */
const onBridge = (along, across, height) => [
  START[0] + Math.sin(HEADING) * along + Math.cos(HEADING) * across,
  height,
  START[1] + Math.cos(HEADING) * along - Math.sin(HEADING) * across,
]
const spot = (along, across, height) => camera.project(onBridge(along, across, height))
const scaleAt = (along, across) => camera.scaleAt(onBridge(along, across, 0)[2])

const drawSky = (sheet) => {
  sheet.wash(
    sheet.linear(
      [0, 0],
      [0, 420],
      [
        [0, '#8fb0b3'],
        [0.4, '#cdd2c0'],
        [0.75, '#f2d9b4'],
        [1, '#f4c99b'],
      ],
    ),
  )
  const sun = [1236, 176]
  sheet.wash(
    sheet.radial(sun, 760, [
      [0, '#fdeecb', 0.95],
      [0.25, '#fbdcae', 0.55],
      [1, '#f4c99b', 0],
    ]),
  )
  sheet.fill(disc(sun, 62), '#fff3d9')
  const soft = sheet.blur(10, 3)
  for (const [y, x, reach, thick] of [
    [92, 1500, 420, 12],
    [128, 1280, 300, 9],
    [70, 300, 260, 8],
    [168, 1750, 280, 10],
    [236, 180, 240, 7],
  ]) {
    sheet.fill(
      smooth([
        [x - reach, y],
        [x - reach * 0.3, y - thick],
        [x + reach * 0.5, y - thick * 0.6],
        [x + reach, y + 2],
        [x + reach * 0.2, y + thick * 0.5],
      ]),
      '#fdf0d8',
      { opacity: 0.55, filter: soft },
    )
  }
}

const drawLand = (sheet) => {
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
          [
            [0, '#000', 0.5],
            [1, '#000', 0],
          ],
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
  const towns = [
    [90, 260],
    [560, 330],
    [1010, 240],
    [1420, 210],
    [1800, 240],
  ]
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
  for (const [x, tall] of [
    [1660, 120],
    [1706, 96],
  ]) {
    sheet.fill(
      straight([
        [x - 6, 408],
        [x + 6, 408],
        [x + 4, 408 - tall],
        [x - 4, 408 - tall],
      ]),
      '#9d6a58',
    )
    sheet.fill(box(x - 5, 408 - tall, 10, 8), '#efe2cc')
    sheet.fill(
      smooth([
        [x, 402 - tall],
        [x + 20, 380 - tall],
        [x + 76, 368 - tall],
        [x + 170, 372 - tall],
        [x + 90, 386 - tall],
        [x + 34, 394 - tall],
      ]),
      '#fbf1de',
      { opacity: 0.65, filter: sheet.blur(5) },
    )
  }
  drawMist(sheet, 90, 9, 398, 424, MIST, 0.75)
}

const drawRiver = (sheet) => {
  sheet.fill(
    box(0, 420, sheet.width, 580),
    sheet.linear(
      [0, 420],
      [0, 1000],
      [
        [0, '#f0d5b0'],
        [0.1, '#dccfb2'],
        [0.32, '#93b0a8'],
        [0.7, '#47777b'],
        [1, '#28535c'],
      ],
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
    straight([
      [1130, 420],
      [1350, 420],
      [1480, 1000],
      [980, 1000],
    ]),
    sheet.linear(
      [0, 420],
      [0, 900],
      [
        [0, '#fff1d2', 0.85],
        [1, '#fbdcae', 0],
      ],
    ),
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

const lowerChord = (share) => DECK - 0.9 - 1.5 - 2.9 * Math.abs(2 * share - 1) ** 2

/** A plate with its ring of rivets where members of the near truss meet. */
const drawGusset = (sheet, along, height, thick) => {
  const [x, y] = spot(along, 0, height)
  const corner = (turn, share) => [
    x + thick * share * Math.cos((turn * Math.PI) / 4 + 0.39),
    y + thick * share * Math.sin((turn * Math.PI) / 4 + 0.39),
  ]
  const turns = [0, 1, 2, 3, 4, 5, 6, 7]
  sheet.fill(straight(turns.map((turn) => corner(turn, 1.45))), mix(IRON, IRON_LIGHT, 0.25))
  for (const turn of turns) {
    const rivet = corner(turn, 1.02)
    sheet.fill(disc([rivet[0], rivet[1] + thick * 0.06], thick * 0.13), IRON_DARK)
    sheet.fill(disc(rivet, thick * 0.11), IRON_LIGHT)
  }
}

/** One face of the trusses. */
const drawTruss = (sheet, from, across, [bright, dull], weight) => {
  const top = DECK - 0.9
  const wide = (along) => Math.max(0.8, scaleAt(along, across) * weight)
  for (let panel = PANELS - 1; panel >= 0; panel -= 1) {
    const [here, there] = [panel / PANELS, (panel + 1) / PANELS]
    const [a, b] = [from + here * SPAN, from + there * SPAN]
    if (a < -4) continue
    const thick = wide((a + b) / 2)
    const join = (one, other, share, paint) =>
      sheet.line(
        straight([spot(one[0], across, one[1]), spot(other[0], across, other[1])], false),
        paint,
        thick * share,
      )
    join([a, top], [b, lowerChord(there)], 0.55, dull)
    join([b, top], [a, lowerChord(here)], 0.55, dull)
    join([a, top], [a, lowerChord(here)], 0.8, bright)
    join([b, top], [b, lowerChord(there)], 0.8, bright)
    join([a, lowerChord(here)], [b, lowerChord(there)], 1.25, bright)
    join([a, top], [b, top], 1.2, bright)
    if (across === 0 && thick > 7)
      for (const node of [top - 0.1, lowerChord(here)]) drawGusset(sheet, a, node, thick)
  }
}

const drawPier = (sheet, along, mirror, tones) => {
  const reach = 1.5
  const top = lowerChord(0) - 0.1
  const face = (corners) => straight(corners.map(([x, y, z]) => spot(along + x, y, z * mirror)))
  const [lean, cap] = [0.5, 0.7]
  const [l, r] = [-0.6, WIDTH + 0.6]
  const [farX, , farZ] = onBridge(along, 0, 0)
  const turned = farX * Math.sin(HEADING) + farZ * Math.cos(HEADING) > reach ? -1 : 1
  const [out, inner] = [turned * (reach + lean), turned * reach]
  sheet.fill(
    face([
      [out, l, 0],
      [out, r, 0],
      [inner, r, top],
      [inner, l, top],
    ]),
    tones[1],
  )
  for (const level of [0.25, 0.5, 0.75]) {
    sheet.line(
      face([
        [out * (1 - level) + inner * level, l, top * level],
        [out * (1 - level) + inner * level, r, top * level],
      ]),
      tones[3] ?? tones[1],
      Math.max(0.6, scaleAt(along, 0) * 0.04),
    )
  }
  sheet.fill(
    face([
      [-reach - lean, l, 0],
      [reach + lean, l, 0],
      [reach, l, top],
      [-reach, l, top],
    ]),
    tones[0],
  )
  sheet.fill(
    face([
      [-reach - 0.3, l - 0.3, top],
      [reach + 0.3, l - 0.3, top],
      [reach + 0.3, l - 0.3, top - cap],
      [-reach - 0.3, l - 0.3, top - cap],
    ]),
    tones[2],
  )
  for (const level of [0.25, 0.5, 0.75]) {
    sheet.line(
      straight(
        [
          spot(along - reach - lean * (1 - level), l, top * level * mirror),
          spot(along + reach + lean * (1 - level), l, top * level * mirror),
        ],
        false,
      ),
      tones[1],
      Math.max(0.6, scaleAt(along, 0) * 0.05),
    )
  }
}

const SPANS = 7
const spansFarFirst = Array.from({ length: SPANS }, (_, index) => SPANS - 1 - index)

const drawReflection = (sheet) => {
  sheet.group({ opacity: 0.3, filter: sheet.blur(9, 5) }, () => {
    for (const index of spansFarFirst) {
      const from = index * SPAN
      drawPier(sheet, from + SPAN, -1, ['#55706f', '#486463', '#55706f'])
    }
  })
}

const drawStructure = (sheet) => {
  const end = SPANS * SPAN
  for (const index of spansFarFirst) {
    const from = index * SPAN
    drawTruss(sheet, from, WIDTH, [IRON_DARK, mix(IRON_DARK, '#2c3338', 0.3)], 0.3)
    drawPier(sheet, from + SPAN, 1, ['#b0ac9c', '#737d78', '#c9c2ad', '#646f6b'])
    drawTruss(sheet, from, 0, [IRON, mix(IRON, IRON_DARK, 0.5)], 0.34)
  }
  const slab = (low, high) =>
    straight([
      spot(-2, -0.35, high),
      spot(end, -0.35, high),
      spot(end, -0.35, low),
      spot(-2, -0.35, low),
    ])
  sheet.fill(
    straight([
      spot(-2, -0.35, DECK),
      spot(end, -0.35, DECK),
      spot(end, WIDTH, DECK),
      spot(-2, WIDTH, DECK),
    ]),
    sheet.linear(
      [200, 0],
      [2000, 0],
      [
        [0, '#e6cda6'],
        [0.5, '#b9ab95'],
        [1, '#8f9390'],
      ],
    ),
  )
  for (const [low, high] of [
    [0.06, 0.09],
    [0.74, 0.77],
  ]) {
    sheet.fill(
      straight([
        spot(-2, WIDTH * low, DECK),
        spot(end, WIDTH * low, DECK),
        spot(end, WIDTH * high, DECK),
        spot(-2, WIDTH * high, DECK),
      ]),
      '#f3e6cd',
      { opacity: 0.6 },
    )
  }
  sheet.fill(slab(DECK - 0.95, DECK), IRON)
  sheet.fill(slab(DECK - 0.18, DECK + 0.02), IRON_LIGHT)
  for (let along = 14; along < 62; along += 0.42) {
    const size = scaleAt(along, 0) * 0.045
    sheet.fill(disc(spot(along, -0.35, DECK - 0.82), size), IRON_DARK, { opacity: 0.75 })
    sheet.fill(disc(spot(along, -0.35, DECK - 0.3), size), IRON_DARK, { opacity: 0.55 })
  }
}

const drawRail = (sheet, across, paint, until = SPANS * SPAN) => {
  for (let along = until; along > -2; along -= 1.8) {
    const thick = scaleAt(along, across) * 0.07
    if (thick < 0.35) continue
    sheet.line(
      straight([spot(along, across, DECK), spot(along, across, DECK + 1.12)], false),
      paint,
      thick,
    )
  }
  for (const height of [0.45, 0.8, 1.12]) {
    const half = height > 1 ? 0.06 : 0.03
    sheet.fill(
      straight([
        spot(-2, across, DECK + height - half),
        spot(until, across, DECK + height - half),
        spot(until, across, DECK + height + half),
        spot(-2, across, DECK + height + half),
      ]),
      paint,
    )
  }
}

const drawLamp = (sheet, along, across) => {
  const unit = scaleAt(along, across)
  const [foot, head] = [spot(along, across, DECK), spot(along, across, DECK + 4.6)]
  sheet.line(straight([foot, head], false), IRON_DARK, unit * 0.12)
  sheet.fill(
    disc(head, unit * 1.6),
    sheet.radial(head, unit * 1.6, [
      [0, '#ffe9b4', 0.75],
      [1, '#ffe9b4', 0],
    ]),
  )
  sheet.fill(disc(head, unit * 0.26), '#fff2cf')
}

const SKINS = ['#d8a17c', '#c98d68', '#e0ae8a']
const TOPS = [
  '#2f5660',
  '#c7553b',
  '#d99b45',
  '#6f8f86',
  '#e8dcc4',
  '#7a4a44',
  '#44707a',
  '#b8a184',
]
const BOTTOMS = ['#2b3a42', '#3c4a50', '#54504a', '#2c4d56']

const drawCrowd = (sheet) => {
  const random = randomFrom(2026)
  const pick = (list) => list[Math.floor(random() * list.length)]
  const dress = () => ({
    skin: pick(SKINS),
    top: pick(TOPS),
    bottom: pick(BOTTOMS),
    hairStyle: pick(['short', 'short', 'bun', 'bob', 'tail']),
    coat: 0.3 + random() * 0.6,
    ...(random() < 0.24
      ? { hat: 'helmet', hatColour: pick(['#e0a63f', '#efe3cb', '#c7553b']) }
      : {}),
  })
  const people = []
  for (let along = 17; along < 170; along += 0.8 + random() * (along < 40 ? 1.5 : 2.2)) {
    people.push({
      along,
      across: 0.7 + (WIDTH - 1.5) * random(),
      rides: random() < 0.3,
      away: random() < 0.72,
    })
  }
  people.push({ along: 27.5, across: 1.7, cart: true })
  people.sort(
    (one, other) =>
      onBridge(other.along, other.across, 0)[2] - onBridge(one.along, one.across, 0)[2],
  )
  for (const one of people) {
    const [x, y] = spot(one.along, one.across, DECK)
    if (Math.abs(one.along - 28) < 3.2 && !one.cart && one.across < 4.4) continue
    const unit = scaleAt(one.along, one.across) * 1.22
    const facing = one.away === false ? 1 : -1
    sheet.fill(disc([x + unit * 0.5, y], unit * 0.7, unit * 0.1), '#3a3a3a', { opacity: 0.3 })
    if (one.cart)
      drawCart(sheet, {
        x,
        y,
        unit,
        facing: -1,
        look: {
          skin: '#d8a17c',
          top: '#c7553b',
          bottom: '#2b3a42',
          hairStyle: 'bun',
          apron: '#efe3cb',
          coat: 0.4,
        },
      })
    else if (one.rides)
      drawCyclist(sheet, {
        x,
        y,
        unit,
        facing,
        look: dress(),
        frame: pick(['#2b3a42', '#b8452f', '#3c6c73']),
      })
    else
      drawFigure(sheet, {
        x,
        y,
        height: unit * (1.62 + 0.16 * random()),
        facing,
        pose: walking(random()),
        look: dress(),
      })
  }
}

const drawFerry = (sheet, x, y, size) => {
  const place = ([px, py]) => [x + px * size, y + py * size]
  const shape = (points, paint) => sheet.fill(straight(points.map(place)), paint)
  sheet.fill(disc([x, y + size * 0.1], size * 4.4, size * 0.24), '#2f5a60', { opacity: 0.5 })
  shape(
    [
      [-3.9, -0.75],
      [3.5, -0.75],
      [4.1, -0.95],
      [3.4, 0.1],
      [-3.5, 0.1],
    ],
    '#2f5660',
  )
  shape(
    [
      [-3.85, -0.62],
      [3.75, -0.66],
      [3.66, -0.46],
      [-3.78, -0.42],
    ],
    '#c7553b',
  )
  shape(
    [
      [-3.1, -0.75],
      [-3.1, -1.85],
      [2.1, -1.85],
      [2.5, -0.8],
    ],
    '#f4ead6',
  )
  for (let pane = 0; pane < 8; pane += 1)
    shape(
      [
        [-2.85 + pane * 0.62, -1.6],
        [-2.4 + pane * 0.62, -1.6],
        [-2.4 + pane * 0.62, -1.1],
        [-2.85 + pane * 0.62, -1.1],
      ],
      '#6c9396',
    )
  shape(
    [
      [-3.4, -1.85],
      [2.5, -1.85],
      [2.5, -2.02],
      [-3.4, -2.02],
    ],
    '#d8cdb6',
  )
  shape(
    [
      [0.2, -2.02],
      [0.2, -2.9],
      [1.5, -2.9],
      [1.8, -2.02],
    ],
    '#f4ead6',
  )
  shape(
    [
      [0.45, -2.7],
      [1.35, -2.7],
      [1.5, -2.3],
      [0.45, -2.3],
    ],
    '#6c9396',
  )
  shape(
    [
      [-1.5, -2.02],
      [-1.4, -2.95],
      [-0.8, -2.95],
      [-0.7, -2.02],
    ],
    '#c7553b',
  )
  sheet.fill(
    smooth(
      [
        [-4, 0.05],
        [-6.4, 0.2],
        [-10, 0.5],
        [-6, 0.42],
        [-3.4, 0.2],
      ].map(place),
    ),
    '#fbf0da',
    { opacity: 0.75 },
  )
  sheet.fill(
    smooth(
      [
        [3.4, 0.02],
        [4.5, 0.14],
        [3, 0.26],
        [-3, 0.22],
      ].map(place),
    ),
    '#fbf0da',
    { opacity: 0.7 },
  )
}

const drawSampan = (sheet, x, y, size) => {
  const place = ([px, py]) => [x + px * size, y + py * size]
  sheet.fill(
    smooth(
      [
        [-3, 0.2],
        [0, 0.5],
        [3, 0.2],
        [0, 0.9],
      ].map(place),
    ),
    '#1f444d',
    { opacity: 0.5 },
  )
  sheet.fill(
    smooth(
      [
        [-3.4, -0.75],
        [-2.4, 0.05],
        [0, 0.26],
        [2.4, 0.05],
        [3.5, -0.85],
        [2.2, -0.3],
        [0, -0.16],
        [-2.2, -0.28],
      ].map(place),
    ),
    '#33302e',
  )
  sheet.fill(
    smooth(
      [
        [-1.3, -0.2],
        [-1, -1.15],
        [0, -1.4],
        [1, -1.15],
        [1.3, -0.2],
      ].map(place),
      true,
      0.2,
    ),
    '#a98a5e',
  )
  sheet.fill(
    smooth(
      [
        [-1.3, -0.2],
        [-1, -1.15],
        [-0.4, -1.34],
        [-0.5, -0.2],
      ].map(place),
      true,
      0.2,
    ),
    '#7f6646',
  )
  const hands = drawFigure(sheet, {
    x: x + size * 2.1,
    y: y - size * 0.2,
    height: size * 3,
    facing: -1,
    pose: {
      ...walking(0.12, 0.2),
      arms: [
        [0.8, 0.5],
        [0.5, 0.6],
      ],
    },
    look: {
      skin: '#c98d68',
      top: '#2f4a54',
      bottom: '#2b2f33',
      hat: 'cone',
      hatColour: '#d8b877',
      coat: 0.4,
    },
  })
  sheet.line(
    straight(
      [
        [x + size * 4.4, y + size * 0.9],
        between(hands.nearHand, [x + size * 0.4, y - size * 3.4], 0.3),
      ],
      false,
    ),
    '#3b3129',
    size * 0.1,
  )
}

const drawBarge = (sheet, x, y, size) => {
  const place = ([px, py]) => [x + px * size, y + py * size]
  sheet.fill(
    straight(
      [
        [-6, -0.4],
        [6.4, -0.5],
        [5.8, 0.3],
        [-5.7, 0.3],
      ].map(place),
    ),
    '#4a5f61',
  )
  sheet.fill(
    smooth(
      [
        [-3.6, -0.4],
        [-2, -1.3],
        [0, -0.5],
        [1.6, -1.2],
        [3.4, -0.4],
      ].map(place),
      true,
      0.12,
    ),
    '#c9ad7e',
  )
  sheet.fill(
    straight(
      [
        [4, -0.4],
        [4, -1.7],
        [5.4, -1.7],
        [5.5, -0.4],
      ].map(place),
    ),
    '#efe3cb',
  )
  sheet.fill(
    smooth(
      [
        [6, 0.2],
        [9, 0.3],
        [13, 0.6],
        [8, 0.6],
        [-5, 0.35],
      ].map(place),
    ),
    '#fff3d8',
    { opacity: 0.7 },
  )
}

const drawBirds = (sheet, spots) => {
  for (const [x, y, size] of spots) {
    sheet.line(
      smooth(
        [
          [x - size, y - size * 0.5],
          [x - size * 0.4, y - size * 0.55],
          [x, y],
          [x + size * 0.45, y - size * 0.6],
          [x + size, y - size * 0.35],
        ],
        false,
      ),
      '#3c565b',
      size * 0.13,
    )
  }
}

const drawReeds = (sheet) => {
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

/** Draws the picture; 2000 × 1000 pixels. */
export const drawBridge = () => {
  const sheet = sheetOf(2000, 1000)
  drawSky(sheet)
  drawLand(sheet)
  drawRiver(sheet)
  drawReflection(sheet)
  drawRipples(sheet, {
    seed: 53,
    count: 260,
    top: 470,
    bottom: 1000,
    paints: ['#dfe0cc', '#c9d6c8', '#35686f', '#4a8084', '#3b6f75'],
  })
  drawFerry(sheet, 560, 640, 17)
  drawBarge(sheet, 1742, 492, 9)
  drawStructure(sheet)
  drawRail(sheet, WIDTH, mix(IRON, IRON_DARK, 0.4))
  for (const along of [120, 102, 84, 66, 48, 30]) drawLamp(sheet, along, WIDTH - 0.1)
  drawCrowd(sheet)
  drawRail(sheet, -0.2, IRON)
  drawSampan(sheet, 560, 800, 31)
  drawReeds(sheet)
  drawMist(sheet, 17, 8, 470, 560, MIST, 0.35)
  drawBirds(sheet, [
    [780, 130, 20],
    [846, 108, 16],
    [900, 150, 13],
    [738, 172, 12],
    [980, 122, 10],
  ])
  sheet.wash(
    sheet.radial([1150, 260], 1600, [
      [0, '#fff0cf', 0.16],
      [0.5, '#fff0cf', 0],
      [1, '#14323c', 0.28],
    ]),
  )
  layGrain(sheet, 0.2)
  return sheet
}
