/** The back-page picture: a street of stone steps down to the river, in the rain, under umbrellas. */
import { cameraAt } from './camera.mjs'
import { drawFigure } from './figure.mjs'
import { drawHill, drawMist, drawRipples, ridgeOf } from './land.mjs'
import { box, disc, layGrain, mix, randomFrom, sheetOf, smooth, straight } from './sheet.mjs'
import { drawFurled, drawUmbrella } from './umbrella.mjs'

const SLOPE = 0.34
const TREAD = 0.62
const HALF = 3.7
const GLOW = '#f6c982'
const NIGHTFALL = '#25404c'
const MIST = '#cfd8d2'
const camera = cameraAt({ eye: [0.5, 2.9, 0], focal: 900, centre: [930, 150] })

const groundAt = (z) => -Math.floor(z / TREAD) * TREAD * SLOPE
const spot = (x, y, z) => camera.project([x, y, z])
const quad = (...corners) => straight(corners.map(([x, y, z]) => spot(x, y, z)))

const drawView = (sheet) => {
  const { width } = sheet
  sheet.wash(
    sheet.linear(
      [0, 0],
      [0, 480],
      [
        [0, '#8ea6ab'],
        [0.5, '#bccac7'],
        [1, '#d9dccf'],
      ],
    ),
  )
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
          [
            [0, '#000', 0.5],
            [1, '#000', 0],
          ],
        ),
      ),
    )
    drawMist(sheet, 30 + index, 6, layer.base - 10, layer.base + 30, MIST, 0.7)
  })
  sheet.fill(
    box(0, 232, width, 768),
    sheet.linear(
      [0, 232],
      [0, 470],
      [
        [0, '#c3cfc8'],
        [0.4, '#8fabac'],
        [1, '#5f858b'],
      ],
    ),
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
        sheet.line(
          straight(
            [
              [px, deck],
              [px, py],
            ],
            false,
          ),
          rust,
          1.8,
        )
        if (step > 0) sheet.line(straight([[px, deck], arch[step - 1]], false), rust, 1.2)
      })
      sheet.fill(
        straight([
          [x - 9, deck + 32],
          [x + 9, deck + 32],
          [x + 12, deck + 62],
          [x - 12, deck + 62],
        ]),
        '#8d9b98',
      )
    }
  })
  drawMist(sheet, 44, 8, 228, 262, MIST, 0.7)
}

const drawSteps = (sheet) => {
  const random = randomFrom(64)
  const count = 76
  for (let step = count; step >= 1; step -= 1) {
    const [near, far] = [step * TREAD, (step + 1) * TREAD]
    const y = groundAt(near + 0.01)
    const mist = Math.min(1, step / 60) ** 1.3
    const stone = mix(['#5d7479', '#667d80', '#566c72'][step % 3], '#a9babb', mist)
    sheet.fill(
      quad([-HALF, y, near], [HALF, y, near], [HALF, y, far + 0.1], [-HALF, y, far + 0.1]),
      stone,
    )
    for (let joint = -HALF + random(); joint < HALF; joint += 0.7 + random() * 0.9) {
      if (step > 34) break
      const tone = random()
      if (tone < 0.4)
        sheet.fill(
          quad([joint, y, near], [joint + 0.7, y, near], [joint + 0.7, y, far], [joint, y, far]),
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
    sheet.fill(
      quad([-HALF, y, far - 0.1], [HALF, y, far - 0.1], [HALF, y, far], [-HALF, y, far]),
      '#d5dfda',
      { opacity: (0.42 * (1 - mist)).toFixed(2) },
    )
    sheet.fill(
      quad([-HALF, y, near], [HALF, y, near], [HALF, y, near + 0.1], [-HALF, y, near + 0.1]),
      NIGHTFALL,
      { opacity: (0.5 * (1 - mist)).toFixed(2) },
    )
  }
}

/** Warm light that falls out of doors and lies, broken by the edges, on wet steps. */
const drawWetLight = (sheet, spills) => {
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
        sheet.linear(
          from,
          [until[0], from[1]],
          [
            [0, GLOW, strength],
            [1, GLOW, 0],
          ],
        ),
        { opacity: (0.35 + 0.65 * fade).toFixed(2) },
      )
    }
  }
}

/** A shop on one side of the steps, `side` −1 left or 1 right, from depth `near` to `far`. */
const drawShop = (
  sheet,
  { side, near, far, top, wall, seed, upper = true, lit = true, keeper },
) => {
  const random = randomFrom(seed)
  const x = side * HALF
  const haze = Math.min(0.62, far / 60)
  const tone = (colour) => mix(colour, '#a9babb', haze)
  const base = (z) => groundAt(z) - 0.1
  const floor = base((near + far) / 2)
  const pane = (z0, z1, y0, y1, paint, out = 0, more = {}) =>
    sheet.fill(
      quad(
        [x - side * out, y0, z0],
        [x - side * out, y0, z1],
        [x - side * out, y1, z1],
        [x - side * out, y1, z0],
      ),
      paint,
      more,
    )
  sheet.fill(
    quad([x, base(near), near], [x, base(far) - 1, far], [x, top + 0.3, far], [x, top + 0.3, near]),
    tone(wall),
  )
  for (let plank = near; plank < far; plank += 0.42)
    pane(plank, plank + 0.03, floor + 2.9, top, tone('#3b3533'), 0, { opacity: 0.35 })
  const length = far - near
  const bays = Math.max(1, Math.round(length / 2.1))
  const bay = length / bays
  const head = floor + (upper ? 2.75 : 2.55)
  for (let index = 0; index < bays; index += 1) {
    const [z0, z1] = [near + index * bay + bay * 0.1, near + (index + 1) * bay - bay * 0.1]
    const foot = base((z0 + z1) / 2)
    const open = lit && (index + seed) % 3 !== 2
    const [a, b] = [spot(x, foot, z0), spot(x, head, z0)]
    pane(
      z0,
      z1,
      foot - 0.25,
      head,
      open
        ? sheet.linear(
            [0, b[1]],
            [0, a[1]],
            [
              [0, tone('#fbdc9f')],
              [0.55, tone('#eeb264')],
              [1, tone('#a9683c')],
            ],
          )
        : tone('#4e4440'),
    )
    if (open) {
      for (const shelf of [1.3, 1.85]) {
        pane(z0, z1, foot + shelf, foot + shelf + 0.06, tone('#8d5a38'), 0, { opacity: 0.7 })
        for (let jar = 0; jar < 6; jar += 1) {
          const z = z0 + (z1 - z0) * (0.08 + 0.15 * jar)
          if (random() < 0.75)
            pane(
              z,
              z + (z1 - z0) * 0.09,
              foot + shelf + 0.06,
              foot + shelf + 0.2 + 0.2 * random(),
              tone(['#7d4a34', '#5b6a58', '#a5543c', '#c78f4e'][Math.floor(random() * 4)]),
              0,
              { opacity: 0.75 },
            )
        }
      }
    } else {
      for (let plank = 1; plank < 5; plank += 1)
        pane(
          z0 + ((z1 - z0) * plank) / 5,
          z0 + ((z1 - z0) * plank) / 5 + 0.03,
          foot - 0.2,
          head,
          tone('#332f2f'),
        )
    }
    if (open && keeper !== undefined && keeper.bay === index) {
      const inside = sheet.clip(
        quad([x, foot - 0.3, z0], [x, foot - 0.3, z1], [x, head, z1], [x, head, z0]),
      )
      const z = (z0 + z1) / 2 + 0.2
      const [px, py] = spot(x + side * 0.5, foot, z)
      sheet.group({ 'clip-path': inside }, () =>
        drawFigure(sheet, {
          x: px,
          y: py,
          height: camera.scaleAt(z) * 1.62,
          facing: -side,
          view: 'side',
          pose: {
            lean: 0.12,
            nod: 0.2,
            arms: [
              [0.5, 0.7],
              [0.7, 0.5],
            ],
            legs: [
              [0, 0],
              [0, 0],
            ],
          },
          look: keeper.look,
        }),
      )
    }
    if (open) {
      pane(z0, z1, foot - 0.3, foot + 0.86, tone('#6e4630'), 0.03)
      for (let board = 1; board < 6; board += 1)
        pane(
          z0 + ((z1 - z0) * board) / 6,
          z0 + ((z1 - z0) * board) / 6 + 0.02,
          foot - 0.3,
          foot + 0.8,
          tone('#4b2f24'),
          0.03,
        )
      pane(z0 - 0.03, z1 + 0.03, foot + 0.8, foot + 0.9, tone('#c08a52'), 0.1)
    }
    if (open && (index + seed) % 2 === 0) {
      const cloth = tone(seed % 2 === 0 ? '#a8412f' : '#3a5866')
      for (let strip = 0; strip < 4; strip += 1) {
        const [s0, s1] = [z0 + ((z1 - z0) * strip) / 4, z0 + ((z1 - z0) * (strip + 0.93)) / 4]
        pane(s0, s1, head - 0.62, head, mix(cloth, '#1f2f38', (strip % 2) * 0.12), 0.04)
      }
    }
    for (const z of [z0 - bay * 0.1, z1])
      pane(z, z + bay * 0.1, foot - 0.4, head + 0.2, tone('#3b3533'))
    if (upper) {
      const sill = head + 0.95
      if (sill + 1.3 > top) continue
      pane(
        z0 + bay * 0.08,
        z1 - bay * 0.08,
        sill,
        sill + 1.25,
        tone(random() < 0.8 ? '#f1c078' : '#5d7276'),
      )
      for (let bar = 0; bar <= 4; bar += 1) {
        const z = z0 + bay * 0.08 + ((z1 - z0 - bay * 0.16) * bar) / 4
        pane(z, z + 0.05, sill, sill + 1.25, tone('#4a3b34'))
      }
      pane(z0 + bay * 0.08, z1 - bay * 0.08, sill + 0.6, sill + 0.66, tone('#4a3b34'))
    }
  }
  pane(near, far, head, head + 0.34, tone('#4a3b34'), 0.02)
  if (upper) drawEave(sheet, { side, near, far, y: head + 0.62, reach: 1.15, tone })
  if (top < 2.4) drawRoof(sheet, { side, near, far, y: top + 0.2, tone })
  drawEave(sheet, { side, near, far, y: top + 0.2, reach: 0.95, tone })
}

/** The slope above the upper eave, and the gable at its near end. */
const drawRoof = (sheet, { side, near, far, y, tone }) => {
  const x = side * HALF
  const [ridge, crest] = [x + side * 2.3, y + 0.95]
  const foot = groundAt(near)
  sheet.fill(
    quad(
      [x, foot, near],
      [x, y, near],
      [ridge, crest, near],
      [ridge + side * 2.3, y, near],
      [ridge + side * 2.3, foot, near],
    ),
    tone('#b9b1a0'),
  )
  const beam = (from, to, thick) =>
    sheet.line(
      straight([spot(...from, near), spot(...to, near)], false),
      tone('#4a3b34'),
      (thick * camera.focal) / near,
      { 'stroke-linecap': 'butt' },
    )
  for (const out of [0.06, 1.15, 2.3, 3.45])
    beam([x + side * out, foot], [x + side * out, y + Math.min(out, 4.6 - out) * 0.45], 0.13)
  for (const level of [0.5, 1.7]) beam([x, y - level], [x + side * 4.6, y - level], 0.11)
  sheet.fill(
    quad(
      [x + side * 0.3, y - 1.5, near],
      [x + side * 0.95, y - 1.5, near],
      [x + side * 0.95, y - 0.72, near],
      [x + side * 0.3, y - 0.72, near],
    ),
    tone('#f1c078'),
  )
  beam([x + side * 0.62, y - 1.5], [x + side * 0.62, y - 0.72], 0.05)
  sheet.fill(
    quad(
      [x, y - 0.22, near],
      [x, y, near],
      [ridge, crest, near],
      [ridge + side * 2.3, y, near],
      [ridge + side * 2.3, y - 0.22, near],
      [ridge, crest - 0.24, near],
    ),
    tone('#4a3b34'),
  )
  sheet.fill(
    quad([x, y, near - 0.15], [x, y, far], [ridge, crest, far], [ridge, crest, near - 0.15]),
    tone('#44585e'),
  )
  const rows = Math.max(5, Math.round((far - near) / 0.3))
  for (let row = 0; row <= rows; row += 1) {
    const z = near + ((far - near) * row) / rows
    sheet.line(
      straight([spot(x, y, z), spot(ridge, crest, z)], false),
      tone('#2c3b41'),
      Math.max(0.6, 18 / z),
      { opacity: 0.6 },
    )
  }
  sheet.line(
    straight([spot(ridge, crest, near - 0.2), spot(ridge, crest, far)], false),
    tone('#2a3338'),
    Math.max(2, 110 / far),
  )
}

/** Garden terraces beside the steps where no shop stands. */
const drawGarden = (sheet) => {
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
    const unit = camera.scaleAt(z)
    const [px, py] = spot(x, groundAt(z), z)
    const size = unit * (0.45 + 0.55 * random())
    const paint = mix(
      ['#3f675f', '#527a69', '#35584f', '#6b8a6c', '#2f524d'][Math.floor(random() * 5)],
      '#a9babb',
      Math.min(0.5, z / 46),
    )
    sheet.fill(
      smooth([
        [px - size, py + size * 0.3],
        [px - size * 0.8, py - size * 0.7],
        [px, py - size * (1 + 0.5 * random())],
        [px + size * 0.85, py - size * 0.6],
        [px + size, py + size * 0.3],
      ]),
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
    sheet.fill(
      quad([HALF, low, z], [HALF, low, z + TREAD], [HALF, high, z + TREAD], [HALF, high, z]),
      mix('#75858a', '#a9babb', haze),
    )
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

const drawEave = (sheet, { side, near, far, y, reach, tone }) => {
  const x = side * HALF
  const [inner, outer] = [y, y - reach * 0.42]
  const lip = x - side * reach
  sheet.fill(
    quad([x, inner, near], [x, inner, far], [lip, outer, far], [lip, outer, near]),
    tone(outer > camera.eyeHeight ? '#2f3436' : '#3d5057'),
  )
  const rows = Math.max(4, Math.round((far - near) / 0.3))
  for (let row = 0; row <= rows; row += 1) {
    const z = near + ((far - near) * row) / rows
    sheet.line(
      straight([spot(x, inner, z), spot(lip, outer, z)], false),
      tone('#28363c'),
      Math.max(0.6, 22 / z),
      { opacity: 0.7 },
    )
    sheet.fill(disc(spot(lip, outer - 0.02, z), Math.max(0.8, 62 / z)), tone('#566b70'))
  }
  sheet.line(
    straight([spot(lip, outer - 0.1, near), spot(lip, outer - 0.1, far)], false),
    tone('#2a3338'),
    Math.max(1, 70 / far),
  )
}

const drawLantern = (sheet, x, y, z) => {
  const size = camera.scaleAt(z) * 0.24
  const [px, py] = spot(x, y, z)
  sheet.line(
    straight(
      [
        [px, py - size * 2.2],
        [px, py - size],
      ],
      false,
    ),
    '#2a3338',
    size * 0.1,
  )
  sheet.fill(
    disc([px, py], size * 5),
    sheet.radial([px, py], size * 5, [
      [0, '#ffd99a', 0.6],
      [1, '#ffd99a', 0],
    ]),
  )
  sheet.fill(
    disc([px, py], size * 1.1, size * 0.95),
    sheet.radial([px - size * 0.2, py], size * 1.2, [
      [0, '#f0a05c'],
      [0.6, '#cf4f36'],
      [1, '#a63528'],
    ]),
  )
  for (const rib of [-0.55, 0, 0.55])
    sheet.line(
      smooth(
        [
          [px + rib * size, py - size * 0.85],
          [px + rib * size * 1.5, py],
          [px + rib * size, py + size * 0.85],
        ],
        false,
      ),
      '#9a2f25',
      size * 0.06,
    )
  sheet.fill(box(px - size * 0.5, py - size * 1.1, size, size * 0.22), '#5a3b26')
  sheet.fill(box(px - size * 0.5, py + size * 0.86, size, size * 0.22), '#5a3b26')
}

const drawWalker = (
  sheet,
  { x, z, height = 1.66, view, umbrella, look, step = 0, lean = 0, child = false },
) => {
  const unit = camera.scaleAt(z)
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
          : [
              [0.18, -2.6],
              [0.1, 0.05],
            ],
      legs:
        view === 'side'
          ? [
              [0.34, 0.12],
              [-0.3, 0.25],
            ]
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

const drawRabbit = (sheet, { centre, reach }) => {
  const [x, y] = [centre[0] - reach * 0.08, centre[1] - reach * 0.06]
  const size = reach * 0.2
  sheet.fill(disc([x, y], size, size * 0.85), '#fbf4e6')
  sheet.fill(disc([x - size * 0.45, y - size * 1.25], size * 0.26, size * 0.7), '#fbf4e6')
  for (const eye of [-0.38, 0.34])
    sheet.fill(disc([x + eye * size, y - size * 0.05], size * 0.1), '#3b3533')
  sheet.fill(disc([x, y + size * 0.25], size * 0.12, size * 0.08), '#c7553b')
}

const drawJar = (sheet, x, y, size) => {
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
    [
      [-0.5, -0.92],
      [-0.88, -0.5],
      [-0.98, 0],
      [-0.76, 0.7],
      [-0.56, 0.98],
      [0.56, 0.98],
      [0.76, 0.7],
      [0.98, 0],
      [0.88, -0.5],
      [0.5, -0.92],
    ].map(place),
  )
  sheet.fill(
    body,
    sheet.linear(place([-1, 0]), place([1, 0]), [
      [0, '#a8673c'],
      [0.35, '#8a4d2f'],
      [1, '#44261f'],
    ]),
  )
  sheet.fill(
    smooth(
      [
        [-0.78, -0.4],
        [-0.84, 0.1],
        [-0.66, 0.6],
        [-0.6, 0.1],
        [-0.62, -0.34],
      ].map(place),
    ),
    '#f1c78f',
    { opacity: 0.4 },
  )
  sheet.line(
    smooth(
      [
        [-0.95, -0.12],
        [-0.3, 0.06],
        [0.4, 0.06],
        [0.95, -0.12],
      ].map(place),
      false,
    ),
    '#3c211b',
    size * 0.05,
    { opacity: 0.6 },
  )
  sheet.line(
    smooth(
      [
        [-0.97, 0.02],
        [-0.3, 0.2],
        [0.4, 0.2],
        [0.97, 0.02],
      ].map(place),
      false,
    ),
    '#3c211b',
    size * 0.03,
    { opacity: 0.5 },
  )
  sheet.fill(
    smooth(
      [
        [-0.6, -0.98],
        [0, -0.84],
        [0.6, -0.98],
        [0.6, -0.84],
        [0, -0.68],
        [-0.6, -0.84],
      ].map(place),
    ),
    '#7a432b',
  )
}

const drawRain = (sheet) => {
  const random = randomFrom(400)
  for (let index = 0; index < 620; index += 1) {
    const depth = random()
    const long = 14 + 70 * depth ** 2
    const [x, y] = [random() * 2100 - 50, random() * 1100 - 60]
    sheet.line(
      straight(
        [
          [x, y],
          [x - long * 0.16, y + long],
        ],
        false,
      ),
      '#f3f6ef',
      0.7 + 1.1 * depth,
      { opacity: (0.12 + 0.26 * random()).toFixed(2) },
    )
  }
}

/** Rings and sprays where drops meet the steps. */
const drawSplashes = (sheet) => {
  const random = randomFrom(401)
  for (let index = 0; index < 120; index += 1) {
    const z = 1.8 + random() ** 2 * 16
    const [x, y] = spot((random() * 2 - 1) * HALF, groundAt(z), z)
    const size = camera.scaleAt(z) * 0.05
    sheet.line(disc([x, y], size, size * 0.34), '#eaf0ea', Math.max(0.7, size * 0.14), {
      opacity: 0.5,
    })
    sheet.fill(disc([x, y - size * 0.7], size * 0.12, size * 0.3), '#f6faf4', { opacity: 0.7 })
  }
}

const PEOPLE = [
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

/** Draws the picture; 2000 × 1000 pixels. */
export const drawRainyStreet = () => {
  const sheet = sheetOf(2000, 1000)
  drawView(sheet)
  drawSteps(sheet)
  drawMist(sheet, 12, 6, 300, 430, MIST, 0.5)
  const shops = [
    { side: -1, near: 26, far: 40, top: -3.4, wall: '#7c8a88', seed: 3 },
    { side: -1, near: 18, far: 26, top: -1.2, wall: '#6b6f68', seed: 7 },
    { side: 1, near: 17, far: 24, top: -2.6, wall: '#74827f', seed: 11, upper: false },
    { side: -1, near: 11.6, far: 18, top: 1.7, wall: '#77695b', seed: 4 },
    { side: -1, near: 6.2, far: 11.6, top: 3.6, wall: '#5f6a68', seed: 9 },
    {
      side: 1,
      near: 3.6,
      far: 7.2,
      top: 1.2,
      wall: '#6a5d53',
      seed: 6,
      upper: false,
      keeper: {
        bay: 1,
        look: { skin: '#c98d68', hair: '#b9b9b0', top: '#3d5866', bottom: '#2f3a40' },
      },
    },
    {
      side: -1,
      near: 2.3,
      far: 6.2,
      top: 5.4,
      wall: '#6f5e50',
      seed: 12,
      keeper: {
        bay: 1,
        look: {
          skin: '#d8a17c',
          top: '#a8412f',
          bottom: '#2f3a40',
          hairStyle: 'bun',
          apron: '#efe3cb',
        },
      },
    },
  ]
  drawWetLight(sheet, [
    [-HALF, 14, 3, 0.7],
    [-HALF, 9, 3.4, 0.9],
    [-HALF, 4.6, 3.4, 1],
    [HALF, 5, 2.8, 1],
  ])
  const behind = shops.filter((shop) => shop.far > 16 || shop.side < 0)
  for (const shop of behind) drawShop(sheet, shop)
  drawGarden(sheet)
  drawSplashes(sheet)
  drawLantern(sheet, -2.7, groundAt(11) + 2.6, 11)
  for (const person of PEOPLE.slice(0, 6)) drawWalker(sheet, person)
  drawLantern(sheet, -2.62, groundAt(6.6) + 2.7, 6.4)
  drawShop(sheet, shops[5])
  drawLantern(sheet, 2.55, 0.62, 5.6)
  for (const person of PEOPLE.slice(6, 8)) drawWalker(sheet, person)
  drawRabbit(sheet, drawWalker(sheet, PEOPLE[8]))
  drawJar(sheet, 1440, 880, 92)
  drawRain(sheet)
  sheet.wash(
    sheet.radial([960, 420], 1350, [
      [0, '#fff3da', 0.1],
      [0.55, '#fff3da', 0],
      [1, '#10262f', 0.42],
    ]),
  )
  layGrain(sheet, 0.2)
  return sheet
}
