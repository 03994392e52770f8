/** The stall in front: baskets of mushrooms and the scale. */
import {
  blob,
  box,
  curve,
  disc,
  mix,
  numbers,
  polygon,
  randomFrom,
  segment,
  smooth,
  straight,
} from '../kit/sheet.mjs'
import { DUSK } from './place.mjs'

/** One mushroom: kind 0 a brown cap, 1 a pale trumpet, 2 a yellow button. */
const drawMushroom = (sheet, x, y, size, kind, lean) => {
  const turn = (text) =>
    numbers(text).map(([px, py]) => [
      x + size * (px * Math.cos(lean) - py * Math.sin(lean)),
      y + size * (px * Math.sin(lean) + py * Math.cos(lean)),
    ])
  const [cap, stem] = [
    ['#8a5a3a', '#eadbbd'],
    ['#d9cbb0', '#f6efdf'],
    ['#d99f3f', '#f3dfae'],
  ][kind]
  sheet.fill(smooth(turn('-0.2 0, -0.26 0.6, 0 0.72, 0.26 0.6, 0.2 0')), stem)
  sheet.fill(smooth(turn('0.04 0, 0.04 0.66, 0.22 0.58, 0.18 0')), mix(stem, '#7a5a40', 0.25))
  sheet.fill(smooth(turn('-0.72 0.08, -0.56 -0.36, 0 -0.6, 0.56 -0.36, 0.72 0.08, 0 0.2')), cap)
  sheet.fill(smooth(turn('-0.72 0.08, 0 0.02, 0.72 0.08, 0 0.24')), mix(cap, '#3a2418', 0.4))
  sheet.fill(smooth(turn('-0.42 -0.2, -0.2 -0.44, 0.06 -0.46, -0.16 -0.26')), '#fff6e0', {
    opacity: 0.4,
  })
}

/** A shallow basket heaped with one kind of mushroom. */
const drawHeap = (sheet, x, y, reach, kind, seed) => {
  const random = randomFrom(seed)
  const weave = '#b98a50'
  sheet.fill(disc([x, y + reach * 0.32], reach * 1.08, reach * 0.26), DUSK, { opacity: 0.35 })
  sheet.fill(disc([x, y], reach, reach * 0.34), mix(weave, DUSK, 0.35))
  sheet.fill(
    blob(
      [x - reach * 0.94, y],
      [x - reach * 0.6, y - reach * 0.34],
      [x, y - reach * 0.48],
      [x + reach * 0.6, y - reach * 0.34],
      [x + reach * 0.94, y],
      [x, y + reach * 0.3],
    ),
    ['#6b4330', '#b3a68c', '#a8762e'][kind],
  )
  for (let row = 0; row < 7; row += 1) {
    const half = [0.34, 0.56, 0.74, 0.86, 0.86, 0.74, 0.5][row]
    const count = Math.round(half * 9)
    for (let index = 0; index < count; index += 1) {
      const px = x + reach * half * ((2 * (index + 0.5 + (random() - 0.5) * 0.5)) / count - 1)
      const arc = 1 - ((px - x) / reach) ** 2
      const py = y + reach * (-0.42 * arc + row * 0.1 - 0.06 + 0.05 * random())
      drawMushroom(sheet, px, py, reach * (0.17 + 0.06 * random()), kind, (random() - 0.5) * 1.2)
    }
  }
  sheet.fill(
    smooth(
      [
        [x - reach, y],
        [x - reach * 0.6, y + reach * 0.24],
        [x, y + reach * 0.34],
        [x + reach * 0.6, y + reach * 0.24],
        [x + reach, y],
        [x + reach * 0.84, y + reach * 0.4],
        [x, y + reach * 0.62],
        [x - reach * 0.84, y + reach * 0.4],
      ],
      true,
      0.14,
    ),
    weave,
  )
  for (let strand = -5; strand <= 5; strand += 1) {
    const px = x + (strand / 5.6) * reach
    const sag = reach * 0.34 * Math.sqrt(Math.max(0, 1 - (strand / 5.6) ** 2))
    sheet.line(
      segment([px, y + sag], [px * 0.94 + x * 0.06, y + sag + reach * 0.24]),
      strand % 2 === 0 ? mix(weave, '#fff0cc', 0.3) : mix(weave, DUSK, 0.35),
      reach * 0.07,
    )
  }
  sheet.line(
    curve(
      [x - reach, y],
      [x - reach * 0.6, y + reach * 0.26],
      [x, y + reach * 0.35],
      [x + reach * 0.6, y + reach * 0.26],
      [x + reach, y],
    ),
    mix(weave, '#fff0cc', 0.25),
    reach * 0.07,
  )
}

const drawScale = (sheet, x, y) => {
  sheet.fill(polygon([x - 62, y], [x + 62, y], [x + 46, y - 78], [x - 46, y - 78]), '#3f6a6c')
  sheet.fill(disc([x, y - 40], 30), '#f3ead3')
  sheet.line(disc([x, y - 40], 30), '#2b4a4c', 4)
  for (let mark = 0; mark < 12; mark += 1) {
    const angle = (mark / 12) * 2 * Math.PI
    sheet.line(
      segment(
        [x + 22 * Math.cos(angle), y - 40 + 22 * Math.sin(angle)],
        [x + 26 * Math.cos(angle), y - 40 + 26 * Math.sin(angle)],
      ),
      '#5a5048',
      2,
    )
  }
  sheet.line(segment([x, y - 40], [x + 12, y - 58]), '#b5402e', 3)
  sheet.fill(box(x - 6, y - 94, 12, 18), '#8d9794')
  sheet.fill(
    smooth(
      [
        [x - 84, y - 108],
        [x + 84, y - 108],
        [x + 58, y - 90],
        [x - 58, y - 90],
      ],
      true,
      0.1,
    ),
    '#c9cec4',
  )
  for (const [dx, kind] of numbers('-40 0, -8 0, 26 0, 8 0, -24 0'))
    drawMushroom(sheet, x + dx, y - 122 - Math.abs(dx % 9), 26, kind, dx * 0.02)
}

/** The counter with its three baskets and the scale. */
export const drawCounter = (sheet) => {
  sheet.fill(straight(numbers('0 748, 1200 748, 1200 900, 0 900')), '#7a5538')
  sheet.fill(straight(numbers('0 730, 1200 730, 1200 764, 0 764')), '#a87848')
  drawHeap(sheet, 392, 742, 140, 2, 31)
  drawHeap(sheet, 1064, 752, 176, 1, 32)
  drawHeap(sheet, 598, 784, 186, 0, 33)
  drawScale(sheet, 846, 806)
}
