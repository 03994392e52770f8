/** The bridge itself: trusses with their rivets, piers, deck, rails and lamps. */
import { disc, mix, numbers, straight } from '../kit/sheet.mjs'
import {
  DECK,
  HEADING,
  IRON,
  IRON_DARK,
  IRON_LIGHT,
  PANELS,
  SPAN,
  WIDTH,
  onBridge,
  scaleAt,
  spot,
} from './place.mjs'

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

/** The piers in the water. */
export const drawReflection = (sheet) => {
  sheet.group({ opacity: 0.3, filter: sheet.blur(9, 5) }, () => {
    for (const index of spansFarFirst) {
      const from = index * SPAN
      drawPier(sheet, from + SPAN, -1, ['#55706f', '#486463', '#55706f'])
    }
  })
}

/** Trusses and piers from the far bank on, then the deck. */
export const drawStructure = (sheet) => {
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
    sheet.linear([200, 0], [2000, 0], [0, '#e6cda6'], [0.5, '#b9ab95'], [1, '#8f9390']),
  )
  for (const [low, high] of numbers('0.06 0.09, 0.74 0.77')) {
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

/** One railing, `across` metres from the near edge. */
export const drawRail = (sheet, across, paint, until = SPANS * SPAN) => {
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

/** A lamp post. */
export const drawLamp = (sheet, along, across) => {
  const unit = scaleAt(along, across)
  const [foot, head] = [spot(along, across, DECK), spot(along, across, DECK + 4.6)]
  sheet.line(straight([foot, head], false), IRON_DARK, unit * 0.12)
  sheet.fill(
    disc(head, unit * 1.6),
    sheet.radial(head, unit * 1.6, [0, '#ffe9b4', 0.75], [1, '#ffe9b4', 0]),
  )
  sheet.fill(disc(head, unit * 0.26), '#fff2cf')
}
