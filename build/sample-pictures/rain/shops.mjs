/** The shops on both sides: fronts, roofs, eaves and lanterns. */
import { drawFigure } from '../kit/figure.mjs'
import { box, curve, disc, mix, numbers, randomFrom, segment, straight } from '../kit/sheet.mjs'
import { HALF, beside, eyeHeight, facing, focal, groundAt, quad, scaleAt, spot } from './place.mjs'

/** A shop on one side of the steps, `side` −1 left or 1 right, from depth `near` to `far`. */
export const drawShop = (
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
    sheet.fill(beside(x - side * out, [y0, y1], [z0, z1]), paint, more)
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
            [0, tone('#fbdc9f')],
            [0.55, tone('#eeb264')],
            [1, tone('#a9683c')],
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
      const inside = sheet.clip(beside(x, [foot - 0.3, head], [z0, z1]))
      const z = (z0 + z1) / 2 + 0.2
      const [px, py] = spot(x + side * 0.5, foot, z)
      sheet.group({ 'clip-path': inside }, () =>
        drawFigure(sheet, {
          x: px,
          y: py,
          height: scaleAt(z) * 1.62,
          facing: -side,
          view: 'side',
          pose: {
            lean: 0.12,
            nod: 0.2,
            arms: numbers('0.5 0.7, 0.7 0.5'),
            legs: numbers('0 0, 0 0'),
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
      (thick * focal) / near,
      { 'stroke-linecap': 'butt' },
    )
  for (const out of [0.06, 1.15, 2.3, 3.45])
    beam([x + side * out, foot], [x + side * out, y + Math.min(out, 4.6 - out) * 0.45], 0.13)
  for (const level of [0.5, 1.7]) beam([x, y - level], [x + side * 4.6, y - level], 0.11)
  sheet.fill(facing([x + side * 0.3, x + side * 0.95], [y - 1.5, y - 0.72], near), tone('#f1c078'))
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

const drawEave = (sheet, { side, near, far, y, reach, tone }) => {
  const x = side * HALF
  const [inner, outer] = [y, y - reach * 0.42]
  const lip = x - side * reach
  sheet.fill(
    quad([x, inner, near], [x, inner, far], [lip, outer, far], [lip, outer, near]),
    tone(outer > eyeHeight ? '#2f3436' : '#3d5057'),
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

/** A red lantern under the eaves. */
export const drawLantern = (sheet, x, y, z) => {
  const size = scaleAt(z) * 0.24
  const [px, py] = spot(x, y, z)
  sheet.line(segment([px, py - size * 2.2], [px, py - size]), '#2a3338', size * 0.1)
  sheet.fill(
    disc([px, py], size * 5),
    sheet.radial([px, py], size * 5, [0, '#ffd99a', 0.6], [1, '#ffd99a', 0]),
  )
  sheet.fill(
    disc([px, py], size * 1.1, size * 0.95),
    sheet.radial(
      [px - size * 0.2, py],
      size * 1.2,
      [0, '#f0a05c'],
      [0.6, '#cf4f36'],
      [1, '#a63528'],
    ),
  )
  for (const rib of [-0.55, 0, 0.55])
    sheet.line(
      curve(
        [px + rib * size, py - size * 0.85],
        [px + rib * size * 1.5, py],
        [px + rib * size, py + size * 0.85],
      ),
      '#9a2f25',
      size * 0.06,
    )
  sheet.fill(box(px - size * 0.5, py - size * 1.1, size, size * 0.22), '#5a3b26')
  sheet.fill(box(px - size * 0.5, py + size * 0.86, size, size * 0.22), '#5a3b26')
}
