/** The old man and the plank that he raps. */
import { drawProfileFace } from '../kit/face.mjs'
import { drawFigure } from '../kit/figure.mjs'
import {
  between,
  blob,
  box,
  chain,
  curve,
  disc,
  limb,
  mix,
  numbers,
  polygon,
  randomFrom,
  segment,
  smooth,
} from '../kit/sheet.mjs'
import { DUSK, KNOCK, LIGHT, PLANK, SKIN } from './place.mjs'

/** The plank on its two sawhorses, with the chalk mark across it. */
export const drawPlank = (sheet) => {
  const { left, right, top, deep } = PLANK
  for (const x of [140, 640]) {
    sheet.line(segment([x - 6, top + deep + 14], [x - 62, 900]), '#6b4c34', 24)
    sheet.line(segment([x + 6, top + deep + 14], [x + 62, 900]), '#7d5a3d', 24)
    sheet.fill(box(x - 66, top + deep, 132, 28, 3), '#8a6444')
    sheet.line(segment([x - 36, 800], [x + 36, 800]), '#5a3f2c', 15)
  }
  sheet.fill(
    polygon([left, top], [right, top], [right + 22, top - 24], [left + 60, top - 24]),
    '#ecc98e',
  )
  sheet.fill(
    box(left, top, right - left, deep),
    sheet.linear([left, 0], [right, 0], [0, '#e6bb7c'], [0.6, '#cf9c5e'], [1, '#a87540']),
  )
  const random = randomFrom(8)
  for (let grain = 0; grain < 9; grain += 1) {
    const y = top + 5 + grain * 4.6
    sheet.line(
      curve(
        [left, y],
        [left + 190, y + 3 * random() - 1],
        [left + 300, y - 4 * random()],
        [left + 470, y + 3 * random()],
        [right, y],
      ),
      '#9a6a3a',
      1.3,
      { opacity: 0.6 },
    )
  }
  sheet.line(disc([330, top + 24], 17, 8), '#9a6a3a', 1.8, { opacity: 0.7 })
  sheet.line(disc([330, top + 24], 8, 4), '#8a5a30', 2, { opacity: 0.8 })
  sheet.line(chain([300, top + deep - 4], [306, top + 2], [330, top - 22]), '#fdf8ea', 5)
}

/** A working fist that raps to the left and down: `at` the wrist, `angle` where it points. */
export const drawFist = (sheet, at, angle, size, skin) => {
  const place = (text) =>
    numbers(text).map(([px, py]) => [
      at[0] + size * (px * Math.cos(angle) + py * Math.sin(angle)),
      at[1] + size * (px * Math.sin(angle) - py * Math.cos(angle)),
    ])
  const shade = mix(skin, '#6b3524', 0.45)
  sheet.fill(
    smooth(
      place(
        '-0.3 -0.34, 0.16 -0.44, 0.62 -0.46, 0.94 -0.3, 1.02 0, 0.94 0.28, 0.62 0.42, 0.2 0.44, -0.3 0.32',
      ),
    ),
    skin,
  )
  sheet.fill(
    smooth(place('0.5 0.1, 0.9 0.12, 0.94 0.28, 0.62 0.43, 0.2 0.45, -0.2 0.34, 0.2 0.24')),
    shade,
    { opacity: 0.35 },
  )
  for (const line of [
    '1 -0.16, 0.7 -0.14, 0.54 -0.1',
    '1.02 0.02, 0.72 0.03, 0.56 0.05',
    '0.96 0.2, 0.7 0.2, 0.56 0.19',
  ])
    sheet.line(smooth(place(line), false), shade, size * 0.05)
  sheet.line(smooth(place('0.02 0.3, 0.3 0.32, 0.5 0.2, 0.6 0.02'), false), shade, size * 0.3)
  sheet.line(
    smooth(place('0.02 0.3, 0.3 0.32, 0.5 0.2, 0.6 0.02'), false),
    mix(skin, LIGHT, 0.12),
    size * 0.24,
  )
}

/** Lines of sound where the knuckles meet the wood. */
export const drawKnock = (sheet, [x, y]) => {
  for (const [reach, opacity] of numbers('26 0.9, 42 0.65, 58 0.4')) {
    sheet.line(
      curve(
        [x - reach * 0.9, y - reach * 0.62],
        [x - reach * 1.08, y - reach * 0.1],
        [x - reach, y + reach * 0.36],
      ),
      '#fff6dd',
      4,
      { opacity },
    )
  }
}

/** The man bent over the plank, all but the hand that raps. */
export const drawMan = (sheet) => {
  const skin = SKIN
  const cloth = '#4f7079'
  const man = drawFigure(sheet, {
    x: 884,
    y: 1190,
    height: 900,
    facing: -1,
    pose: { lean: 0.74, nod: 0.3, arms: [[], []], legs: numbers('0.1 0.06, -0.16 0.04') },
    look: { skin, top: cloth, bottom: '#3b444a', apron: '#8a6a48', coat: 0.5, headless: true },
  })
  const { shoulder, unit, head } = man
  const farHand = [shoulder[0] - unit * 1.75, PLANK.top - 34]
  sheet.fill(
    limb([shoulder[0] - unit * 0.5, PLANK.top - 8], farHand, unit * 0.22, unit * 0.15),
    mix(skin, DUSK, 0.2),
  )
  sheet.fill(
    blob(
      [farHand[0] + 20, farHand[1] - 18],
      [farHand[0] - 22, farHand[1] - 14],
      [farHand[0] - 54, farHand[1] + 10],
      [farHand[0] - 40, farHand[1] + 22],
      [farHand[0] + 16, farHand[1] + 20],
    ),
    mix(skin, DUSK, 0.2),
  )
  sheet.fill(
    limb(shoulder, [head[0] + unit * 0.1, head[1] + unit * 0.32], unit * 0.3, unit * 0.25),
    mix(skin, '#8a4632', 0.25),
  )
  drawProfileFace(sheet, {
    x: head[0] - unit * 0.06,
    y: head[1] + unit * 0.16,
    size: unit * 1.12,
    facing: -1,
    nod: 0.62,
    look: {
      skin,
      hair: '#bdbab0',
      wrinkles: true,
      hairline:
        '31 -38, 20 -50, -4 -57, -34 -45, -44 -14, -37 22, -25 22, -15 6, -12 -14, 2 -27, 20 -34',
    },
  })
  sheet.fill(
    blob(
      [shoulder[0] - unit * 0.42, shoulder[1] + unit * 0.3],
      [shoulder[0] - unit * 0.5, shoulder[1] - unit * 0.02],
      [shoulder[0] - unit * 0.2, shoulder[1] - unit * 0.42],
      [shoulder[0], shoulder[1] - unit * 0.4],
      [shoulder[0] - unit * 0.24, shoulder[1]],
    ),
    mix(cloth, DUSK, 0.3),
  )
  const elbow = [shoulder[0] - unit * 1.02, shoulder[1] + unit * 0.4]
  const wrist = [KNOCK[0] + 62, KNOCK[1] - 44]
  sheet.fill(limb(elbow, wrist, unit * 0.23, unit * 0.16), skin)
  sheet.fill(
    limb(
      [elbow[0], elbow[1] + unit * 0.12],
      [wrist[0], wrist[1] + unit * 0.08],
      unit * 0.1,
      unit * 0.06,
    ),
    mix(skin, '#6b3524', 0.3),
    { opacity: 0.6 },
  )
  sheet.fill(limb(shoulder, elbow, unit * 0.38, unit * 0.27), mix(cloth, LIGHT, 0.1))
  sheet.fill(
    limb(between(elbow, wrist, 0.02), between(elbow, wrist, 0.16), unit * 0.28, unit * 0.26),
    mix(cloth, LIGHT, 0.22),
  )
}
