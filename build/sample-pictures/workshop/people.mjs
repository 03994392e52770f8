/** The people in front. */
import { drawFigure } from '../kit/figure.mjs'
import { blob, box, curve, disc, mix, numbers, polygon, segment, straight } from '../kit/sheet.mjs'
import { drawValve } from '../kit/valve.mjs'
import { SHADE } from './place.mjs'

const CLOTH = '#3f6478'

/** The turner and the engineer over one small block. */
export const drawPair = (sheet, floor) => {
  sheet.fill(disc([880, floor + 4], 150, 18), SHADE, { opacity: 0.35 })
  const turner = drawFigure(sheet, {
    x: 852,
    y: floor,
    height: 500,
    facing: -1,
    pose: {
      lean: 0.16,
      nod: 0.26,
      arms: numbers('0.5 1.15, 0.6 0.9'),
      legs: numbers('0.1 0.1, -0.16 0.04'),
    },
    look: {
      skin: '#cf9670',
      top: CLOTH,
      bottom: mix(CLOTH, SHADE, 0.2),
      hat: 'cap',
      hatColour: '#34566a',
      coat: 0.36,
      shoes: '#2a2c30',
    },
  })
  drawCoverall(sheet, turner)
  const [handX, handY] = turner.nearHand
  sheet.fill(box(handX - 34, handY - 26, 44, 26, 4), '#c9cfc8')
  sheet.fill(
    blob([handX - 34, handY - 26], [handX - 12, handY - 40], [handX + 10, handY - 26]),
    '#e6e8de',
  )
  sheet.fill(disc([1086, floor + 4], 110, 15), SHADE, { opacity: 0.3 })
  const engineer = drawFigure(sheet, {
    x: 1066,
    y: floor,
    height: 472,
    facing: -1,
    pose: {
      lean: 0.08,
      nod: 0.2,
      arms: numbers('0.42 1.5, 0.35 1.2'),
      legs: numbers('0.08 0.04, -0.1 0.06'),
    },
    look: {
      skin: '#e0ac88',
      top: '#d6d0bd',
      bottom: '#41545c',
      hairStyle: 'tail',
      coat: 0.9,
      shoes: '#2a2c30',
    },
  })
  const [px, py] = engineer.nearHand
  sheet.fill(
    polygon([px + 24, py + 8], [px - 66, py + 22], [px - 84, py - 76], [px + 6, py - 90]),
    '#fbf6e6',
  )
  const line = (text, wide = 2.2) =>
    sheet.line(
      straight(
        numbers(text).map(([x, y]) => [px + x, py + y]),
        false,
      ),
      '#6d8b96',
      wide,
    )
  line('-70 -62, -8 -72, 2 -16, -56 -6, -70 -62')
  line('-56 -48, -18 -54, -12 -26, -48 -20')
  line('-36 -66, -24 -10', 1.4)
  line('-66 -34, 0 -44', 1.4)
  sheet.fill(disc([px + 8, py - 2], 13), '#e0ac88')
  const [headX, headY] = engineer.head
  sheet.line(
    curve([headX - 30, headY - 8], [headX - 4, headY - 16], [headX + 26, headY - 10]),
    '#3a4850',
    5,
  )
  sheet.fill(box(headX - 36, headY - 15, 22, 16, 6), '#9fc0bd', { opacity: 0.9 })
}

/** Collar, pocket and belt that turn a plain figure into one in work clothes. */
const drawCoverall = (sheet, { shoulder, hip, unit }) => {
  const dark = mix(CLOTH, SHADE, 0.45)
  sheet.line(
    segment(
      [hip[0] - 0.4 * unit, hip[1] - 0.2 * unit],
      [hip[0] + 0.42 * unit, hip[1] - 0.2 * unit],
    ),
    dark,
    unit * 0.1,
  )
  sheet.fill(
    polygon(
      [shoulder[0] - 0.36 * unit, shoulder[1] + 0.5 * unit],
      [shoulder[0] - 0.1 * unit, shoulder[1] + 0.5 * unit],
      [shoulder[0] - 0.08 * unit, shoulder[1] + 0.82 * unit],
      [shoulder[0] - 0.34 * unit, shoulder[1] + 0.82 * unit],
    ),
    dark,
    { opacity: 0.55 },
  )
}

/** The old fitter at his bench. */
export const drawBench = (sheet, floor) => {
  const top = floor - 206
  sheet.fill(disc([1640, floor + 6], 420, 24), SHADE, { opacity: 0.3 })
  const master = drawFigure(sheet, {
    x: 1420,
    y: floor - 6,
    height: 486,
    facing: 1,
    pose: {
      lean: 0.24,
      nod: 0.34,
      arms: numbers('0.52 0.72, 0.72 0.5'),
      legs: numbers('0.18 0.06, -0.2 0.1'),
    },
    look: {
      skin: '#c78c66',
      hair: '#b3b1a8',
      top: '#6a7f80',
      bottom: '#3d4d54',
      apron: '#b98a55',
      coat: 0.36,
    },
  })
  const [hx, hy] = master.nearHand
  sheet.line(segment([hx - 26, hy - 8], [hx + 106, hy + 12]), '#c5cac2', 8)
  sheet.line(segment([hx - 34, hy - 9], [hx - 4, hy - 4]), '#8a5a36', 13)
  sheet.fill(box(1470, top, 560, 22), '#9a6a42')
  sheet.fill(box(1470, top + 22, 560, 8), '#6b462e')
  sheet.fill(box(1500, top + 30, 26, 176), '#7d5436')
  sheet.fill(box(1520, top + 40, 500, 90), '#8d6240')
  for (const x of [1690, 1860]) sheet.fill(box(x, top + 40, 5, 90), '#6b462e')
  for (const x of [1590, 1760, 1930]) sheet.fill(box(x, top + 76, 40, 8, 4), '#3f3a36')
  sheet.fill(polygon([1528, top], [1536, top - 44], [1596, top - 44], [1604, top]), '#4d6f83')
  sheet.fill(box(1518, top - 66, 40, 34, 4), '#5a7d91')
  sheet.fill(box(1574, top - 66, 40, 34, 4), '#43667a')
  sheet.fill(box(1556, top - 76, 22, 30), '#c9cfc8')
  sheet.line(segment([1614, top - 48], [1650, top - 48]), '#c9cfc8', 6)
  sheet.line(segment([1650, top - 66], [1650, top - 28]), '#3f4b4c', 6)
  drawValve(sheet, { x: 1742, y: top - 62, size: 74, colour: '#4f7f8b', wheel: '#c4452f' })
  drawValve(sheet, { x: 1900, y: top - 74, size: 88, colour: '#5f8f86', wheel: '#c4452f' })
}
