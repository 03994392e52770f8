/** Machines and what is made on them. */
import { box, curve, disc, mix, numbers, segment, smooth, straight } from '../kit/sheet.mjs'
import { drawValve } from '../kit/valve.mjs'
import { HALF, LIGHT, SHADE, TALL, beside, facing, level, scaleAt, spot } from './place.mjs'

/** A block standing on the floor: front, top and one side. */
const drawBlock = (sheet, [x0, x1], [y0, y1], [z0, z1], colour) => {
  const side = x0 > 0 ? x0 : x1 < 0 ? x1 : undefined
  sheet.fill(level([x0, x1], y1, [z0, z1]), mix(colour, LIGHT, 0.35))
  if (side !== undefined)
    sheet.fill(beside(side, [y0, y1], [z0, z1]), mix(colour, x0 > 0 ? LIGHT : SHADE, 0.24))
  sheet.fill(facing([x0, x1], [y0, y1], z0), colour)
}

/** The overhead crane and the valve that hangs from it. */
export const drawCrane = (sheet) => {
  const z = 15
  const yellow = '#d29c3d'
  const y = TALL - 2.3
  sheet.fill(facing([-HALF + 0.3, HALF - 0.3], [y, y + 0.75], z), yellow)
  sheet.fill(facing([-HALF + 0.3, HALF - 0.3], [y, y + 0.16], z), '#a87a31')
  const [hookX, hookY] = spot(3.4, 4.3, z)
  const [, beam] = spot(3.4, y, z)
  sheet.fill(box(hookX - 36, beam - 12, 72, 34, 5), '#5a6462')
  for (const aside of [-6, 6])
    sheet.line(segment([hookX + aside, beam + 20], [hookX + aside * 0.6, hookY - 30]), '#3b4545', 2)
  sheet.fill(box(hookX - 13, hookY - 34, 26, 24, 4), yellow)
  sheet.line(
    curve([hookX, hookY - 10], [hookX + 9, hookY], [hookX, hookY + 10], [hookX - 8, hookY + 4]),
    '#3b4545',
    4,
  )
  for (const aside of [-34, 34])
    sheet.line(segment([hookX, hookY + 8], [hookX + aside, hookY + 52]), '#3b4545', 2.4)
  drawValve(sheet, { x: hookX, y: hookY + 86, size: 62, colour: '#5d8590', wheel: '#c4573c' })
}

/** A lathe in the middle distance, with its lamp. */
export const drawLathe = (sheet, x, z, colour) => {
  const haze = Math.min(0.5, z / 44)
  const paint = mix(colour, '#d3c6a9', haze)
  const dark = mix('#3d4a4a', '#d3c6a9', haze)
  const flip = x < 0 ? 1 : -1
  const span = (from, to) => (flip > 0 ? [x + from, x + to] : [x - to, x - from])
  drawBlock(sheet, span(0, 0.8), [0, 0.75], [z, z + 0.9], paint)
  drawBlock(sheet, span(2.3, 3), [0, 0.75], [z, z + 0.9], paint)
  drawBlock(sheet, span(0, 3.1), [0.75, 0.95], [z, z + 0.9], dark)
  drawBlock(sheet, span(0, 0.85), [0.95, 1.6], [z, z + 0.9], paint)
  drawBlock(sheet, span(2.5, 2.95), [0.95, 1.35], [z + 0.1, z + 0.7], paint)
  drawBlock(sheet, span(1.4, 1.9), [0.95, 1.15], [z - 0.1, z + 0.6], paint)
  const unit = scaleAt(z)
  const chuck = spot(x + flip * 0.98, 1.28, z)
  sheet.fill(disc(chuck, unit * 0.12, unit * 0.28), mix('#c9cec6', '#d3c6a9', haze))
  sheet.line(
    straight([chuck, spot(x + flip * 2.4, 1.28, z)], false),
    mix('#e2e2d4', '#d3c6a9', haze),
    unit * 0.14,
  )
  sheet.line(
    smooth(
      [spot(x + flip * 0.4, 1.6, z), spot(x + flip * 0.7, 2.3, z), spot(x + flip * 1.4, 2.2, z)],
      false,
    ),
    dark,
    unit * 0.05,
  )
  sheet.fill(
    disc(spot(x + flip * 1.45, 2.14, z), unit * 0.13, unit * 0.09),
    mix('#f8e6b2', '#d3c6a9', haze * 0.5),
  )
}

/** The milling machine in profile: column, head, spindle, table, and the valve body clamped on it. */
export const drawMill = (sheet, x, floor) => {
  const green = '#5a8576'
  const dark = '#3d6459'
  const steel = '#cdd2c8'
  const at = (text) => numbers(text).map(([px, py]) => [x + px, floor + py])
  const shape = (text, paint) => sheet.fill(straight(at(text)), paint)
  sheet.fill(disc([x + 190, floor + 2], 330, 26), SHADE, { opacity: 0.35 })
  shape('-10 0, 330 0, 330 -44, -10 -44', dark)
  shape('-10 -44, 330 -44, 318 -58, 2 -58', mix(green, LIGHT, 0.3))
  sheet.fill(
    smooth(
      at(
        '6 -58, 10 -300, 0 -470, 12 -566, 60 -590, 140 -586, 150 -540, 136 -430, 132 -250, 142 -58',
      ),
      true,
      0.08,
    ),
    sheet.linear([x, 0], [x + 150, 0], [0, mix(green, LIGHT, 0.28)], [0.45, green], [1, dark]),
  )
  shape('28 -250, 100 -250, 100 -110, 28 -110', dark)
  shape('34 -244, 94 -244, 94 -116, 34 -116', mix(green, SHADE, 0.12))
  for (const y of [-226, -206, -186, -166])
    shape(`44 ${y}, 84 ${y}, 84 ${y + 6}, 44 ${y + 6}`, dark)
  sheet.fill(
    smooth(at('96 -584, 330 -590, 356 -566, 356 -504, 330 -484, 130 -478'), true, 0.08),
    sheet.linear([0, floor - 590], [0, floor - 480], [0, mix(green, LIGHT, 0.42)], [1, green]),
  )
  shape('262 -606, 330 -606, 330 -586, 262 -586', dark)
  sheet.fill(box(x + 250, floor - 664, 92, 62, 10), mix(green, SHADE, 0.15))
  for (const y of [-650, -636, -622]) shape(`262 ${y}, 330 ${y}, 330 ${y + 5}, 262 ${y + 5}`, dark)
  sheet.fill(straight(at('268 -488, 336 -488, 326 -420, 278 -420')), dark)
  sheet.fill(box(x + 286, floor - 422, 32, 34), steel)
  sheet.fill(straight(at('292 -388, 312 -388, 308 -350, 296 -350')), '#8f9a98')
  sheet.line(straight(at('354 -530, 402 -512'), false), '#4a5453', 8)
  sheet.fill(disc(at('406 -510')[0], 11), '#c4452f')
  for (const [dx, dy] of numbers('300 -548, 322 -548, 300 -528, 322 -528'))
    sheet.fill(disc([x + dx, floor + dy], 6), dx === 300 && dy === -548 ? '#c4452f' : '#e3c46e')
  shape('136 -226, 300 -226, 300 -120, 136 -120', green)
  shape('136 -120, 300 -120, 250 -58, 136 -58', dark)
  sheet.line(straight(at('208 -120, 208 -58'), false), steel, 18, { 'stroke-linecap': 'butt' })
  shape('112 -258, 430 -258, 430 -226, 112 -226', '#8d9794')
  shape('112 -266, 430 -266, 430 -258, 112 -258', steel)
  for (const px of [150, 210, 330, 390])
    shape(`${px} -246, ${px + 14} -246, ${px + 14} -236, ${px} -236`, '#5f6b69')
  sheet.line(disc(at('446 -242')[0], 26), '#4a5453', 7)
  sheet.line(straight(at('446 -268, 446 -216'), false), '#4a5453', 5)
  sheet.line(straight(at('420 -242, 472 -242'), false), '#4a5453', 5)
  drawValve(sheet, { x: x + 300, y: floor - 302, size: 74, colour: '#7f8f93', wheel: undefined })
  for (const px of [206, 362]) {
    shape(`${px} -266, ${px + 34} -266, ${px + 34} -290, ${px} -290`, '#4a5453')
    shape(`${px - 6} -290, ${px + 42} -290, ${px + 42} -300, ${px - 6} -300`, steel)
    shape(`${px + 13} -326, ${px + 21} -326, ${px + 21} -300, ${px + 13} -300`, '#4a5453')
  }
}

/** A pallet of finished valves. */
export const drawPallet = (sheet, floor) => {
  sheet.fill(disc([190, floor + 40], 260, 22), SHADE, { opacity: 0.35 })
  for (const [x, y, size, colour] of [
    [70, -158, 66, '#4c7a86'],
    [216, -156, 66, '#5a8a80'],
    [338, -150, 62, '#4c7a86'],
    [2, -66, 92, '#5a8a80'],
    [170, -66, 92, '#4f7f8b'],
  ]) {
    drawValve(sheet, {
      x,
      y: floor + y + 44,
      size,
      colour: mix(colour, SHADE, 0.1),
      wheel: '#b5402e',
    })
  }
  sheet.fill(box(-20, floor + 38, 420, 16), '#9a6a42')
  for (const x of [0, 170, 350]) sheet.fill(box(x, floor + 54, 46, 26), '#7d5436')
  sheet.fill(box(-20, floor + 80, 420, 14), '#8d6240')
}

/** A trolley of raw castings waiting in the aisle. */
export const drawTrolley = (sheet, x, floor) => {
  sheet.fill(disc([x + 90, floor + 4], 150, 14), SHADE, { opacity: 0.3 })
  for (const wheel of [x + 18, x + 158]) {
    sheet.fill(disc([wheel, floor - 12], 15), '#33393b')
    sheet.fill(disc([wheel, floor - 12], 6), '#a9aea6')
  }
  sheet.line(segment([x + 176, floor - 34], [x + 214, floor - 150]), '#8a5b32', 7)
  sheet.line(segment([x + 204, floor - 150], [x + 226, floor - 150]), '#33393b', 9)
  const castings = [
    [x + 34, -62],
    [x + 92, -62],
    [x + 148, -62],
    [x + 62, -112],
    [x + 120, -112],
  ]
  for (const [px, py] of castings)
    drawValve(sheet, { x: px, y: floor + py, size: 34, colour: '#8c6a56' })
  sheet.fill(box(x - 6, floor - 38, 192, 14, 3), '#c38a35')
}
