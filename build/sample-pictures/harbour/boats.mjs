/** The fishing boats of the harbour. */
import { drawFigure, STANDING } from '../kit/figure.mjs'
import { box, disc, mix, numbers, smooth, straight } from '../kit/sheet.mjs'

const HULL_SHADE = '#1b3640'

/** A trawler under way to the left: `x`, `y` its waterline amidships, `size` pixels a metre. */
export const drawTrawler = (sheet, { x, y, size, hull, haze = 0, crew = false }) => {
  const place = ([px, py]) => [x + px * size, y + py * size]
  const tone = (colour) => mix(colour, '#d9c9ae', haze)
  const shape = (points, paint, more) => sheet.fill(straight(points.map(place)), tone(paint), more)
  const rope = (from, to, width = 0.05) =>
    sheet.line(straight([place(from), place(to)], false), tone('#3a3b3a'), size * width)
  sheet.fill(disc([x, y + size * 0.3], size * 7.4, size * 0.42), '#1d4650', { opacity: 0.4 })
  rope([0.6, -7.6], [-6.4, -1.9])
  rope([0.6, -7.6], [5.9, -1.7])
  shape(numbers('-7.2 -2.2, -4.4 -1.5, 6.2 -1.35, 5.8 0.3, -5.4 0.3'), hull)
  shape(numbers('-7.2 -2.2, -4.4 -1.5, 6.2 -1.35, 6.14 -1.05, -4.5 -1.16, -7 -1.84'), '#f1e6cf')
  shape(numbers('-5.8 -0.14, 5.9 -0.16, 5.8 0.3, -5.4 0.3'), HULL_SHADE)
  shape(numbers('1 -1.4, 1.1 -4, 4.6 -4, 4.8 -1.4'), '#f4ead6')
  shape(numbers('3.5 -1.4, 3.5 -4, 4.6 -4, 4.8 -1.4'), '#d8c8ab')
  shape(numbers('0.7 -4, 0.7 -4.3, 4.9 -4.3, 4.9 -4'), '#c7553b')
  for (const left of [1.4, 2.3, 3.2]) {
    shape(
      [
        [left, -3.6],
        [left + 0.6, -3.6],
        [left + 0.6, -2.9],
        [left, -2.9],
      ],
      '#f7c76c',
    )
  }
  shape(numbers('0.45 -1.4, 0.5 -7.8, 0.72 -7.8, 0.8 -1.4'), '#54453a')
  rope([0.6, -6.6], [-3.6, -3.4], 0.14)
  rope([-3.6, -3.4], [-3.9, -1.6])
  shape(numbers('5 -1.4, 5.1 -3.2, 5.35 -3.2, 5.5 -1.4'), '#54453a')
  shape(numbers('0.72 -7.5, 2.3 -7.2, 0.72 -6.8'), '#c7553b')
  shape(numbers('-2.9 -1.5, -2.6 -2.4, -0.5 -2.3, -0.2 -1.5'), '#4f7f78')
  sheet.fill(disc(place([0.6, -8]), size * 0.22), '#fff3cf')
  sheet.fill(disc(place([0.6, -8]), size * 0.9), '#fff3cf', { opacity: 0.22 })
  sheet.fill(
    smooth(numbers('-6.2 0.2, -8.6 0.42, -6 0.6, 4 0.62, 9.6 0.5, 5 0.26').map(place)),
    '#fbf0da',
    { opacity: 0.5 - haze * 0.4 },
  )
  if (!crew) return
  for (const [px, facing, top] of [
    [-4.1, -1, '#c7553b'],
    [-1.7, 1, '#d99b45'],
  ]) {
    const [fx, fy] = place([px, -1.5])
    drawFigure(sheet, {
      x: fx,
      y: fy,
      height: size * 1.9,
      facing,
      pose: { ...STANDING, arms: numbers('0.6 0.6, 0.3 0.7') },
      look: {
        skin: '#c98d68',
        top,
        bottom: '#2b3a42',
        hat: 'cone',
        hatColour: '#d8b877',
        coat: 0.4,
      },
    })
  }
}

/** Baskets of fish on the quay, in a row. */
export const drawBaskets = (sheet, x, y, count) => {
  for (let index = 0; index < count; index += 1) {
    const left = x + index * 74
    sheet.fill(box(left, y - 44, 64, 44, 8), index % 3 === 1 ? '#44707a' : '#b9603f')
    sheet.fill(disc([left + 32, y - 44], 30, 9), '#dfe6e2')
    for (const at of [14, 28, 44]) sheet.fill(disc([left + at, y - 47], 11, 4), '#a9bcc0')
    sheet.fill(box(left, y - 26, 64, 4), '#22343a', { opacity: 0.3 })
  }
}
