/** The people who cross. */
import { drawFigure, walking } from '../kit/figure.mjs'
import { disc, randomFrom } from '../kit/sheet.mjs'
import { drawCart, drawCyclist } from '../kit/wheels.mjs'
import { DECK, WIDTH, onBridge, scaleAt, spot } from './place.mjs'

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

/** Walkers, riders and the bean-curd cart, the furthest first. */
export const drawCrowd = (sheet) => {
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
