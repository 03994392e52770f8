/** The shed: walls, trusses, skylights and the light that falls through them. */
import { straight } from '../kit/sheet.mjs'
import { DEPTH, EAVES, HALF, RIDGE, beside, facing, hazed, level, quad, spot } from './place.mjs'

/** Floor, walls and roof with their windows. */
export const drawShed = (sheet) => {
  sheet.wash('#b9ab8c')
  sheet.fill(
    level([-HALF, HALF], 0, [1, DEPTH]),
    sheet.linear([0, 430], [0, 900], [0, '#dccba6'], [0.5, '#a99a80'], [1, '#6f6a60']),
  )
  sheet.fill(
    quad(
      [-HALF, 0, DEPTH],
      [HALF, 0, DEPTH],
      [HALF, EAVES, DEPTH],
      [0, RIDGE, DEPTH],
      [-HALF, EAVES, DEPTH],
    ),
    '#f3e6c6',
  )
  for (const side of [-1, 1]) {
    sheet.fill(
      beside(side * HALF, [0, EAVES], [1, DEPTH]),
      sheet.linear([600 - side * 40, 0], [600 + side * 600, 0], [0, '#dccaa4'], [1, '#7b7464']),
    )
    sheet.fill(
      quad([side * HALF, EAVES, 1], [side * HALF, EAVES, DEPTH], [0, RIDGE, DEPTH], [0, RIDGE, 1]),
      sheet.linear([600, 300], [600 + side * 500, 0], [0, '#b8a584'], [1, '#47473f']),
    )
    for (let z = 2.5; z < DEPTH; z += 5.2) {
      const [low, high] = [0.42, 0.8]
      const at = (share, depth) => [
        side * HALF * (1 - share),
        EAVES + (RIDGE - EAVES) * share,
        depth,
      ]
      sheet.fill(quad(at(low, z), at(low, z + 3.4), at(high, z + 3.4), at(high, z)), '#eef2e4')
      for (const bar of [0, 1.13, 2.26, 3.4])
        sheet.line(
          straight([spot(...at(low, z + bar)), spot(...at(high, z + bar))], false),
          hazed('#4f4539', z),
          22 / (z + 2),
        )
      sheet.line(
        straight([spot(...at(0.61, z)), spot(...at(0.61, z + 3.4))], false),
        hazed('#4f4539', z),
        18 / (z + 2),
      )
    }
    for (let z = 3; z < DEPTH; z += 4) {
      sheet.fill(beside(side * HALF * 0.99, [2.5, 3.9], [z, z + 2.2]), hazed('#f2e4bf', z))
      sheet.line(
        straight(
          [spot(side * HALF * 0.99, 2.5, z + 1.1), spot(side * HALF * 0.99, 3.9, z + 1.1)],
          false,
        ),
        hazed('#5b4a3a', z),
        30 / (z + 2),
      )
    }
  }
  sheet.fill(facing([-2.2, 2.2], [0, 3.6], DEPTH - 0.2), '#fffaf0')
}

/** The timber trusses. */
export const drawTrusses = (sheet) => {
  for (let z = 30; z > 2.6; z -= 4.4) {
    const paint = hazed('#5a4432', z)
    const thick = 150 / (z + 1)
    const bar = (from, to, share = 1) =>
      sheet.line(straight([spot(...from, z), spot(...to, z)], false), paint, thick * share, {
        'stroke-linecap': 'butt',
      })
    bar([-HALF, EAVES], [HALF, EAVES], 1.2)
    bar([-HALF, EAVES], [0, RIDGE])
    bar([HALF, EAVES], [0, RIDGE])
    bar([0, EAVES], [0, RIDGE], 0.9)
    for (const side of [-1, 1]) {
      bar([side * HALF * 0.5, EAVES], [side * HALF * 0.5, (EAVES + RIDGE) / 2], 0.7)
      bar([0, EAVES], [side * HALF * 0.5, (EAVES + RIDGE) / 2], 0.7)
      bar([side * HALF * 0.97, 0], [side * HALF * 0.97, EAVES], 1.5)
    }
  }
}

/** The light that slants from the skylights. */
export const drawBeams = (sheet) => {
  sheet.group({ filter: sheet.blur(14), style: 'mix-blend-mode:screen' }, () => {
    for (const z of [24, 18.6, 13.4, 8.2]) {
      const a = spot(HALF * 0.5, RIDGE - 1.5, z)
      const b = spot(HALF * 0.26, RIDGE - 0.8, z + 3)
      const c = spot(-2.4, 0, z + 2.4)
      const d = spot(-1.2, 0, z - 0.4)
      sheet.fill(
        straight([a, b, c, d]),
        sheet.linear([a[0], a[1]], [c[0], c[1]], [0, '#f9e2ac', 0.55], [1, '#f9e2ac', 0.05]),
      )
    }
  })
}
