/** Things on wheels that people ride and push in the sample pictures. */
import { drawFigure } from './figure.mjs'
import { box, disc, limb, mix, numbers, smooth, straight } from './sheet.mjs'

const RIDING = {
  lean: 0.3,
  nod: 0.05,
  arms: numbers('0.75 0.25, 0.8 0.25'),
  legs: numbers('1.1 1.05, 0.65 1.1'),
}

const drawWheel = (sheet, centre, radius, paint) => {
  sheet.line(disc(centre, radius), paint, radius * 0.2)
  sheet.line(disc(centre, radius * 0.12), paint, radius * 0.16)
}

/** A light electric bicycle; `unit` is pixels a metre, `x`, `y` the road under the saddle. */
export const drawBicycle = (sheet, { x, y, unit, facing, frame, tyre = '#23292e' }) => {
  const place = ([px, py]) => [x + facing * px * unit, y - py * unit]
  const bar = (from, to, thick, paint = frame) =>
    sheet.line(straight([place(from), place(to)], false), paint, thick * unit)
  drawWheel(sheet, place([-0.48, 0.3]), 0.27 * unit, tyre)
  drawWheel(sheet, place([0.58, 0.3]), 0.27 * unit, tyre)
  bar([-0.48, 0.3], [-0.16, 0.44], 0.08)
  bar([-0.16, 0.4], [0.3, 0.36], 0.14)
  bar([0.58, 0.3], [0.42, 0.98], 0.07)
  bar([0.3, 0.4], [0.46, 0.86], 0.12)
  bar([-0.2, 0.4], [-0.22, 0.78], 0.06)
  sheet.fill(limb(place([-0.46, 0.8]), place([-0.08, 0.8]), 0.08 * unit, 0.06 * unit), tyre)
  bar([0.42, 1], [0.3, 1.04], 0.05, tyre)
}

/** Someone riding a light electric bicycle; measures as in `drawBicycle`. */
export const drawCyclist = (sheet, { look, ...bicycle }) => {
  const { x, y, unit, facing } = bicycle
  drawBicycle(sheet, bicycle)
  drawFigure(sheet, {
    x: x - facing * 0.24 * unit,
    y: y - 0.74 * unit,
    height: 1.62 * unit,
    facing,
    pose: RIDING,
    look: { ...look, coat: 0.3 },
    hip: 0.2,
  })
}

/** Someone pushing a two-wheeled cart with two lidded wooden pails. */
export const drawCart = (sheet, { x, y, unit, facing, look }) => {
  const place = ([px, py]) => [x + facing * px * unit, y - py * unit]
  const wood = '#b58552'
  const pail = (at) => {
    sheet.fill(
      straight(
        [
          [at - 0.3, 0.62],
          [at + 0.3, 0.62],
          [at + 0.34, 1.16],
          [at - 0.34, 1.16],
        ].map(place),
      ),
      wood,
    )
    sheet.fill(
      straight(
        [
          [at - 0.34, 1.02],
          [at + 0.34, 1.02],
          [at + 0.33, 0.94],
          [at - 0.33, 0.94],
        ].map(place),
      ),
      mix(wood, '#3a2a20', 0.5),
    )
    sheet.fill(disc(place([at, 1.18]), 0.36 * unit, 0.09 * unit), '#e9d7b4')
  }
  const steam = numbers('0.9 1.3, 1.04 1.55, 0.9 1.8, 1.06 2.1').map(place)
  sheet.line(smooth(steam, false), '#fff6e2', 0.1 * unit, { opacity: 0.6 })
  sheet.line(straight([place([0.05, 0.98]), place([0.55, 0.56])], false), '#5a4030', 0.07 * unit)
  sheet.fill(
    box(
      Math.min(place([0.45, 0])[0], place([1.9, 0])[0]),
      y - 0.62 * unit,
      1.45 * unit,
      0.12 * unit,
    ),
    '#5a4030',
  )
  pail(0.82)
  pail(1.5)
  drawWheel(sheet, place([1.15, 0.33]), 0.3 * unit, '#2a2623')
  drawFigure(sheet, {
    x: x - facing * 0.35 * unit,
    y,
    height: 1.62 * unit,
    facing,
    pose: {
      lean: 0.22,
      nod: 0.1,
      arms: numbers('0.45 0.35, 0.5 0.3'),
      legs: numbers('0.5 0.15, -0.35 0.3'),
    },
    look,
  })
}
