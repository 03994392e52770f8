/** What floats on the river. */
import { drawFigure, walking } from '../kit/figure.mjs'
import { between, disc, numbers, smooth, straight } from '../kit/sheet.mjs'

/** The ferry: `x`, `y` its waterline amidships, `size` pixels a metre. */
export const drawFerry = (sheet, x, y, size) => {
  const place = ([px, py]) => [x + px * size, y + py * size]
  const shape = (points, paint) => sheet.fill(straight(points.map(place)), paint)
  sheet.fill(disc([x, y + size * 0.1], size * 4.4, size * 0.24), '#2f5a60', { opacity: 0.5 })
  shape(numbers('-3.9 -0.75, 3.5 -0.75, 4.1 -0.95, 3.4 0.1, -3.5 0.1'), '#2f5660')
  shape(numbers('-3.85 -0.62, 3.75 -0.66, 3.66 -0.46, -3.78 -0.42'), '#c7553b')
  shape(numbers('-3.1 -0.75, -3.1 -1.85, 2.1 -1.85, 2.5 -0.8'), '#f4ead6')
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
  shape(numbers('-3.4 -1.85, 2.5 -1.85, 2.5 -2.02, -3.4 -2.02'), '#d8cdb6')
  shape(numbers('0.2 -2.02, 0.2 -2.9, 1.5 -2.9, 1.8 -2.02'), '#f4ead6')
  shape(numbers('0.45 -2.7, 1.35 -2.7, 1.5 -2.3, 0.45 -2.3'), '#6c9396')
  shape(numbers('-1.5 -2.02, -1.4 -2.95, -0.8 -2.95, -0.7 -2.02'), '#c7553b')
  sheet.fill(
    smooth(numbers('-4 0.05, -6.4 0.2, -10 0.5, -6 0.42, -3.4 0.2').map(place)),
    '#fbf0da',
    {
      opacity: 0.75,
    },
  )
  sheet.fill(smooth(numbers('3.4 0.02, 4.5 0.14, 3 0.26, -3 0.22').map(place)), '#fbf0da', {
    opacity: 0.7,
  })
}

/** The sampan and the man who sculls it; measures as in `drawFerry`. */
export const drawSampan = (sheet, x, y, size) => {
  const place = ([px, py]) => [x + px * size, y + py * size]
  sheet.fill(smooth(numbers('-3 0.2, 0 0.5, 3 0.2, 0 0.9').map(place)), '#1f444d', { opacity: 0.5 })
  sheet.fill(
    smooth(
      numbers(
        '-3.4 -0.75, -2.4 0.05, 0 0.26, 2.4 0.05, 3.5 -0.85, 2.2 -0.3, 0 -0.16, ' + '-2.2 -0.28',
      ).map(place),
    ),
    '#33302e',
  )
  sheet.fill(
    smooth(numbers('-1.3 -0.2, -1 -1.15, 0 -1.4, 1 -1.15, 1.3 -0.2').map(place), true, 0.2),
    '#a98a5e',
  )
  sheet.fill(
    smooth(numbers('-1.3 -0.2, -1 -1.15, -0.4 -1.34, -0.5 -0.2').map(place), true, 0.2),
    '#7f6646',
  )
  const hands = drawFigure(sheet, {
    x: x + size * 2.1,
    y: y - size * 0.2,
    height: size * 3,
    facing: -1,
    pose: {
      ...walking(0.12, 0.2),
      arms: numbers('0.8 0.5, 0.5 0.6'),
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

/** A laden barge far off; measures as in `drawFerry`. */
export const drawBarge = (sheet, x, y, size) => {
  const place = ([px, py]) => [x + px * size, y + py * size]
  sheet.fill(straight(numbers('-6 -0.4, 6.4 -0.5, 5.8 0.3, -5.7 0.3').map(place)), '#4a5f61')
  sheet.fill(
    smooth(numbers('-3.6 -0.4, -2 -1.3, 0 -0.5, 1.6 -1.2, 3.4 -0.4').map(place), true, 0.12),
    '#c9ad7e',
  )
  sheet.fill(straight(numbers('4 -0.4, 4 -1.7, 5.4 -1.7, 5.5 -0.4').map(place)), '#efe3cb')
  sheet.fill(smooth(numbers('6 0.2, 9 0.3, 13 0.6, 8 0.6, -5 0.35').map(place)), '#fff3d8', {
    opacity: 0.7,
  })
}
