/** The river at the foot of the steps, the steps themselves, and the garden beside them. */
import { drawHill, drawMist, drawRipples, ridgeOf } from '../kit/land.mjs'
import {
  blob,
  box,
  disc,
  mix,
  polygon,
  randomFrom,
  segment,
  smooth,
  straight,
} from '../kit/sheet.mjs'
import {
  GLOW,
  HALF,
  MIST,
  NIGHTFALL,
  TREAD,
  beside,
  groundAt,
  level,
  quad,
  scaleAt,
  spot,
} from './place.mjs'

/** Hills, river and the far bridge in the rain. */
export const drawView = (sheet) => {
  const { width } = sheet
  sheet.wash(sheet.linear([0, 0], [0, 480], [0, '#8ea6ab'], [0.5, '#bccac7'], [1, '#d9dccf']))
  const dots = sheet.stipple('#4d7077', 6)
  const layers = [
    { base: 176, rise: 168, seed: 71, waves: 1.6, colour: '#9fb6b6', depth: 0.9 },
    { base: 196, rise: 140, seed: 18, waves: 2.2, colour: '#84a1a3', depth: 0.85 },
    { base: 214, rise: 96, seed: 92, waves: 2.4, colour: '#6b8d90', depth: 0.75 },
  ]
  layers.forEach((layer, index) => {
    const outline = drawHill(
      sheet,
      ridgeOf({ width, ...layer, rough: 0.5 }),
      236,
      layer.colour,
      MIST,
      layer.depth,
    )
    sheet.group({ filter: dots, opacity: 0.18 }, () =>
      sheet.fill(
        outline,
        sheet.linear(
          [0, layer.base - layer.rise],
          [0, layer.base],
          [0, '#000', 0.5],
          [1, '#000', 0],
        ),
      ),
    )
    drawMist(sheet, 30 + index, 6, layer.base - 10, layer.base + 30, MIST, 0.7)
  })
  sheet.fill(
    box(0, 232, width, 768),
    sheet.linear([0, 232], [0, 470], [0, '#c3cfc8'], [0.4, '#8fabac'], [1, '#5f858b']),
  )
  drawRipples(sheet, {
    seed: 8,
    count: 130,
    top: 238,
    bottom: 420,
    paints: ['#dfe5da', '#b9cac6', '#668b90'],
    strength: 0.6,
  })
  drawDistantBridge(sheet)
}

const drawDistantBridge = (sheet) => {
  const rust = '#a0665a'
  const [left, right, deck] = [960, 2010, 214]
  sheet.group({ opacity: 0.75 }, () => {
    sheet.fill(box(left, deck - 5, right - left, 9), rust)
    for (let span = 0; span < 7; span += 1) {
      const x = left + span * 150
      const arch = Array.from({ length: 11 }, (_, step) => [
        x + step * 15,
        deck + 8 + 24 * (step / 5 - 1) ** 2,
      ])
      sheet.line(smooth(arch, false), rust, 4)
      arch.forEach(([px, py], step) => {
        sheet.line(segment([px, deck], [px, py]), rust, 1.8)
        if (step > 0) sheet.line(straight([[px, deck], arch[step - 1]], false), rust, 1.2)
      })
      sheet.fill(
        polygon([x - 9, deck + 32], [x + 9, deck + 32], [x + 12, deck + 62], [x - 12, deck + 62]),
        '#8d9b98',
      )
    }
  })
  drawMist(sheet, 44, 8, 228, 262, MIST, 0.7)
}

/** The stone steps, the lowest first. */
export const drawSteps = (sheet) => {
  const random = randomFrom(64)
  const count = 76
  for (let step = count; step >= 1; step -= 1) {
    const [near, far] = [step * TREAD, (step + 1) * TREAD]
    const y = groundAt(near + 0.01)
    const mist = Math.min(1, step / 60) ** 1.3
    const stone = mix(['#5d7479', '#667d80', '#566c72'][step % 3], '#a9babb', mist)
    sheet.fill(level([-HALF, HALF], y, [near, far + 0.1]), stone)
    for (let joint = -HALF + random(); joint < HALF; joint += 0.7 + random() * 0.9) {
      if (step > 34) break
      const tone = random()
      if (tone < 0.4)
        sheet.fill(
          level([joint, joint + 0.7], y, [near, far]),
          tone < 0.2 ? '#80979a' : '#4a6269',
          { opacity: 0.35 },
        )
      sheet.line(
        straight([spot(joint, y, near), spot(joint, y, far)], false),
        '#3f565e',
        Math.max(0.5, 9 / step),
        { opacity: 0.6 },
      )
    }
    sheet.fill(level([-HALF, HALF], y, [far - 0.1, far]), '#d5dfda', {
      opacity: (0.42 * (1 - mist)).toFixed(2),
    })
    sheet.fill(level([-HALF, HALF], y, [near, near + 0.1]), NIGHTFALL, {
      opacity: (0.5 * (1 - mist)).toFixed(2),
    })
  }
}

/** Warm light that falls out of doors and lies, broken by the edges, on wet steps. */
export const drawWetLight = (sheet, spills) => {
  for (const [x, z, reach, strength] of spills) {
    for (let step = Math.floor((z - reach) / TREAD); step < (z + reach) / TREAD; step += 1) {
      const near = step * TREAD
      if (near < 1.3) continue
      const fade = 1 - Math.abs(near - z) / reach
      if (fade <= 0) continue
      const y = groundAt(near + 0.01)
      const inward = x < 0 ? 1 : -1
      const wide = 2.6 * fade + 0.3
      const from = spot(x, y, near)
      const until = spot(x + inward * wide, y, near)
      sheet.fill(
        quad(
          [x, y, near + 0.12],
          [x + inward * wide, y, near + 0.12],
          [x + inward * wide * 0.8, y, near + TREAD - 0.08],
          [x, y, near + TREAD - 0.08],
        ),
        sheet.linear(from, [until[0], from[1]], [0, GLOW, strength], [1, GLOW, 0]),
        { opacity: (0.35 + 0.65 * fade).toFixed(2) },
      )
    }
  }
}

/** Garden terraces beside the steps where no shop stands. */
export const drawGarden = (sheet) => {
  const random = randomFrom(31)
  sheet.fill(
    quad(
      [HALF, groundAt(7) - 0.2, 7],
      [HALF, groundAt(17) - 0.2, 17],
      [26, groundAt(17) - 1, 17],
      [26, groundAt(7), 7],
    ),
    '#4d6d66',
  )
  const shrubs = Array.from({ length: 210 }, () => [
    HALF + 0.6 + random() ** 1.4 * 12,
    7 + random() * 10.5,
  ])
  for (const [x, z] of shrubs.sort((one, other) => other[1] - one[1])) {
    const unit = scaleAt(z)
    const [px, py] = spot(x, groundAt(z), z)
    const size = unit * (0.45 + 0.55 * random())
    const paint = mix(
      ['#3f675f', '#527a69', '#35584f', '#6b8a6c', '#2f524d'][Math.floor(random() * 5)],
      '#a9babb',
      Math.min(0.5, z / 46),
    )
    sheet.fill(
      blob(
        [px - size, py + size * 0.3],
        [px - size * 0.8, py - size * 0.7],
        [px, py - size * (1 + 0.5 * random())],
        [px + size * 0.85, py - size * 0.6],
        [px + size, py + size * 0.3],
      ),
      paint,
    )
    sheet.fill(
      disc([px - size * 0.3, py - size * 0.55], size * 0.34, size * 0.2),
      mix(paint, '#eef2df', 0.2),
      { opacity: 0.6 },
    )
  }
  for (let z = 16.6; z > 6.6; z -= TREAD) {
    const haze = Math.min(0.5, z / 46)
    const [low, high] = [groundAt(z) - 0.3, groundAt(z) + 0.78]
    sheet.fill(beside(HALF, [low, high], [z, z + TREAD]), mix('#75858a', '#a9babb', haze))
    sheet.fill(
      quad(
        [HALF - 0.08, high, z - 0.04],
        [HALF - 0.08, high, z + TREAD],
        [HALF + 0.42, high, z + TREAD],
        [HALF + 0.42, high, z - 0.04],
      ),
      mix('#c0cac3', '#a9babb', haze),
    )
    sheet.line(straight([spot(HALF, low, z), spot(HALF, high, z)], false), '#4a6269', 10 / z)
  }
}
