/** People under umbrellas, and the jar of umbrellas to borrow. */
import { drawFigure } from '../kit/figure.mjs'
import { box, disc, numbers, smooth } from '../kit/sheet.mjs'
import { drawFurled, drawUmbrella } from '../kit/umbrella.mjs'
import { NIGHTFALL, groundAt, scaleAt, spot } from './place.mjs'

/** Someone on the steps under an umbrella; returns where the umbrella is. */
export const drawWalker = (
  sheet,
  { x, z, height = 1.66, view, umbrella, look, step = 0, lean = 0, child = false },
) => {
  const unit = scaleAt(z)
  const [px, py] = spot(x, groundAt(z + 0.01), z)
  sheet.fill(disc([px, py], unit * 0.34, unit * 0.08), NIGHTFALL, { opacity: 0.34 })
  sheet.fill(box(px - unit * 0.2, py, unit * 0.4, unit * 0.6), look.top, {
    opacity: 0.22,
    filter: drips(sheet, unit),
  })
  const figure = drawFigure(sheet, {
    x: px,
    y: py,
    height: unit * height,
    facing: umbrella.hand ?? 1,
    view,
    pose: {
      lean: 0.02,
      nod: 0.08,
      arms:
        view === 'side'
          ? [
              [0.35, 1.9],
              [-0.25 + step, 0.4],
            ]
          : numbers('0.18 -2.6, 0.1 0.05'),
      legs:
        view === 'side'
          ? numbers('0.34 0.12, -0.3 0.25')
          : [
              [-0.03, 0],
              [0.05, 0.5 + step],
            ],
    },
    look,
  })
  const reach = unit * (child ? 0.52 : 0.66)
  const centre = [figure.head[0] + unit * 0.05, figure.head[1] - figure.unit * 0.1]
  const below = 2.9 - (groundAt(z) + height)
  const made = drawUmbrella(sheet, {
    x: centre[0],
    y: centre[1],
    reach,
    tilt: Math.max(0.2, Math.min(0.62, below / z + 0.06)),
    lean,
    ...umbrella,
  })
  return { made, reach, centre }
}

const drips = (sheet, unit) => sheet.blur(unit * 0.03, unit * 0.14)

/** The rabbit with one ear on the child’s umbrella. */
export const drawRabbit = (sheet, { centre, reach }) => {
  const [x, y] = [centre[0] - reach * 0.08, centre[1] - reach * 0.06]
  const size = reach * 0.2
  sheet.fill(disc([x, y], size, size * 0.85), '#fbf4e6')
  sheet.fill(disc([x - size * 0.45, y - size * 1.25], size * 0.26, size * 0.7), '#fbf4e6')
  for (const eye of [-0.38, 0.34])
    sheet.fill(disc([x + eye * size, y - size * 0.05], size * 0.1), '#3b3533')
  sheet.fill(disc([x, y + size * 0.25], size * 0.12, size * 0.08), '#c7553b')
}

/** The pickle jar of umbrellas, `size` pixels from middle to side. */
export const drawJar = (sheet, x, y, size) => {
  const place = ([px, py]) => [x + px * size, y + py * size]
  const stems = [
    [[-0.2, -0.6], [-0.74, -2.75], '#c4573c', '#8a5a34'],
    [[0.2, -0.6], [0.72, -2.6], '#d9a04a', '#6b4630'],
    [[-0.05, -0.6], [-0.3, -3.15], '#37505b', '#a06a3a'],
    [[0.1, -0.6], [0.3, -2.95], '#6f8f86', '#4a3527'],
    [[0, -0.6], [0.02, -2.55], '#8a3f3a', '#8a5a34'],
  ]
  for (const [from, to, colour, crook] of stems)
    drawFurled(sheet, place(from), place(to), size * 0.17, colour, crook)
  sheet.fill(disc(place([0.1, 0.98]), size * 1.2, size * 0.2), NIGHTFALL, { opacity: 0.5 })
  const body = smooth(
    numbers(
      '-0.5 -0.92, -0.88 -0.5, -0.98 0, -0.76 0.7, -0.56 0.98, 0.56 0.98, 0.76 0.7, ' +
        '0.98 0, 0.88 -0.5, 0.5 -0.92',
    ).map(place),
  )
  sheet.fill(
    body,
    sheet.linear(place([-1, 0]), place([1, 0]), [0, '#a8673c'], [0.35, '#8a4d2f'], [1, '#44261f']),
  )
  sheet.fill(
    smooth(numbers('-0.78 -0.4, -0.84 0.1, -0.66 0.6, -0.6 0.1, -0.62 -0.34').map(place)),
    '#f1c78f',
    { opacity: 0.4 },
  )
  sheet.line(
    smooth(numbers('-0.95 -0.12, -0.3 0.06, 0.4 0.06, 0.95 -0.12').map(place), false),
    '#3c211b',
    size * 0.05,
    { opacity: 0.6 },
  )
  sheet.line(
    smooth(numbers('-0.97 0.02, -0.3 0.2, 0.4 0.2, 0.97 0.02').map(place), false),
    '#3c211b',
    size * 0.03,
    { opacity: 0.5 },
  )
  sheet.fill(
    smooth(numbers('-0.6 -0.98, 0 -0.84, 0.6 -0.98, 0.6 -0.84, 0 -0.68, -0.6 -0.84').map(place)),
    '#7a432b',
  )
}

/** Everyone on the steps, the furthest first. */
export const PEOPLE = [
  {
    x: -0.7,
    z: 25,
    view: 'back',
    umbrella: { colour: '#8aa29d' },
    look: { skin: '#c98d68', top: '#6d848a', bottom: '#5c7078', coat: 1 },
  },
  {
    x: 1.3,
    z: 21,
    view: 'front',
    umbrella: { colour: '#c9805f' },
    look: { skin: '#d8a17c', top: '#8d8a80', bottom: '#5c7078' },
  },
  {
    x: -1.9,
    z: 16.5,
    view: 'front',
    umbrella: { colour: '#d8ae62', trim: '#efe0bd' },
    look: { skin: '#d8a17c', top: '#567079', bottom: '#47585f', coat: 0.8 },
  },
  {
    x: 0.7,
    z: 13.4,
    view: 'back',
    umbrella: { colour: '#41606b', other: '#55747d' },
    look: { skin: '#c98d68', top: '#8b6a58', bottom: '#3f4f57', coat: 0.5 },
  },
  {
    x: -0.5,
    z: 10.6,
    view: 'back',
    umbrella: { colour: '#e4d8bf', trim: '#b5563f', hand: -1 },
    look: { skin: '#d8a17c', top: '#b98a4c', bottom: '#34464e', hairStyle: 'bob', coat: 1 },
  },
  {
    x: 2.2,
    z: 9.3,
    view: 'front',
    umbrella: { colour: '#6d8f84', other: '#e6dcc4' },
    look: { skin: '#d8a17c', top: '#34505c', bottom: '#2d3a42', coat: 0.5 },
  },
  {
    x: -2.0,
    z: 7.4,
    view: 'front',
    step: 0.05,
    umbrella: { colour: '#c4452f' },
    look: { skin: '#dba882', top: '#e2d5ba', bottom: '#3a5561', hairStyle: 'bob', coat: 1.1 },
  },
  {
    x: 0.9,
    z: 6.1,
    view: 'back',
    umbrella: { colour: '#23343e', other: '#2b3f4a' },
    look: { skin: '#c98d68', top: '#476a72', bottom: '#2b363d', coat: 0.6 },
  },
  {
    x: 0.12,
    z: 5.7,
    height: 1.12,
    child: true,
    view: 'back',
    umbrella: { colour: '#e0ab4a', hand: -1 },
    look: { skin: '#dba882', top: '#c9573d', bottom: '#3a5561', shoes: '#d9a13c', coat: 0.9 },
  },
]
