/** The boatyard: its open end on the river, the boards, the tools on the wall, shavings below. */
import { drawHill, drawMist, drawRipples, ridgeOf } from '../kit/land.mjs'
import {
  box,
  disc,
  mix,
  numbers,
  polygon,
  randomFrom,
  segment,
  smooth,
  straight,
} from '../kit/sheet.mjs'
import { LIGHT } from './place.mjs'

/** The open end of the shed, with the river and hills in morning haze. */
export const drawOpening = (sheet) => {
  sheet.wash('#4a3b30')
  const opening = box(-10, 96, 520, 560)
  sheet.group({ 'clip-path': sheet.clip(opening) }, () => {
    sheet.fill(
      opening,
      sheet.linear([0, 96], [0, 520], [0, '#cfdccf'], [0.6, '#f3e3c0'], [1, '#f7dcae']),
    )
    sheet.fill(
      disc([170, 250], 240),
      sheet.radial([170, 250], 240, [0, '#fff7df', 0.95], [1, '#fff7df', 0]),
    )
    for (const [seed, base, rise, colour] of [
      [14, 400, 150, '#b3c6b6'],
      [44, 430, 130, '#8fafa3'],
      [9, 452, 84, '#6d968e'],
    ]) {
      drawHill(
        sheet,
        ridgeOf({ width: 1200, base, rise, seed, waves: 3.4, rough: 0.5 }),
        480,
        colour,
        '#f3e3c0',
        0.75,
      )
    }
    sheet.fill(
      box(-10, 470, 520, 190),
      sheet.linear([0, 470], [0, 656], [0, '#f0dcb2'], [0.4, '#a9c0b2'], [1, '#6b938e']),
    )
    drawRipples(sheet, {
      seed: 12,
      count: 90,
      top: 474,
      bottom: 656,
      left: 0,
      right: 510,
      paints: ['#fff3d4', '#e8e3c6', '#7fa49d'],
      strength: 0.6,
    })
    drawMist(sheet, 3, 3, 456, 488, '#f7e9c8', 0.7)
    sheet.fill(smooth(numbers('60 540, 96 560, 210 562, 262 528, 236 552, 110 554')), '#4a4a44')
    sheet.fill(smooth(numbers('112 548, 118 524, 150 514, 184 522, 192 548')), '#a58a62')
    sheet.line(straight(numbers('232 544, 226 508'), false), '#3d3f3b', 9)
    sheet.fill(disc([225, 500], 7), '#3d3f3b')
    sheet.line(straight(numbers('206 506, 262 574'), false), '#3d3f3b', 3)
  })
}

/** Posts, beams, boards and the floor with the light that falls in. */
export const drawShed = (sheet) => {
  for (const [x, wide] of numbers('498 30, -16 34')) {
    sheet.fill(box(x, 60, wide, 620), '#5f4836')
    sheet.fill(box(x, 60, wide * 0.3, 620), mix('#5f4836', LIGHT, 0.35))
  }
  sheet.fill(box(0, 60, 1200, 40), '#5a4433')
  sheet.fill(box(0, 92, 1200, 8), '#3a2c22')
  sheet.fill(box(0, 0, 1200, 62), '#3a2d24')
  for (let beam = 0; beam < 8; beam += 1)
    sheet.fill(
      polygon(
        [40 + beam * 165, 0],
        [70 + beam * 165, 0],
        [110 + beam * 165, 62],
        [84 + beam * 165, 62],
      ),
      '#54402f',
    )
  sheet.fill(
    box(528, 100, 680, 420),
    sheet.linear([528, 0], [1200, 0], [0, '#86694e'], [1, '#4f3e31']),
  )
  for (let board = 0; board < 14; board += 1)
    sheet.fill(box(528 + board * 50, 100, 3, 420), '#3f3127', { opacity: 0.6 })
  sheet.line(straight(numbers('600 176, 1180 176'), false), '#3a2c22', 9)
  drawTools(sheet)
  sheet.fill(
    box(0, 650, 1200, 260),
    sheet.linear([0, 650], [0, 900], [0, '#b99468'], [0.4, '#8d6d4c'], [1, '#54402f']),
  )
  sheet.fill(
    straight(numbers('0 650, 500 650, 860 900, 0 900')),
    sheet.linear([0, 650], [520, 900], [0, '#fbe2b0', 0.75], [1, '#fbe2b0', 0.05]),
    { filter: sheet.blur(14, 6) },
  )
}

const drawTools = (sheet) => {
  const iron = '#9aa09a'
  const handle = '#c29258'
  sheet.line(straight(numbers('640 180, 640 262'), false), handle, 9)
  sheet.fill(straight(numbers('618 256, 664 250, 668 272, 634 282')), iron)
  sheet.line(straight(numbers('712 180, 712 286'), false), handle, 8)
  sheet.fill(straight(numbers('700 280, 724 280, 728 314, 696 314')), iron)
  sheet.fill(straight(numbers('768 184, 792 184, 812 330, 800 334')), iron)
  sheet.line(smooth(numbers('768 190, 758 206, 772 224, 790 216'), false), handle, 9)
  for (const [x, long] of numbers('858 70, 884 92, 908 60, 934 82')) {
    sheet.line(segment([x, 182], [x, 182 + long * 0.5]), handle, 9)
    sheet.line(segment([x, 182 + long * 0.5], [x, 182 + long]), iron, 6)
  }
  sheet.line(disc([1012, 236], 44, 50), '#d3b27a', 9)
  sheet.line(disc([1014, 238], 34, 40), '#b8935c', 7)
  sheet.line(straight(numbers('1092 180, 1092 300'), false), handle, 8)
  sheet.line(straight(numbers('1068 214, 1116 214'), false), iron, 7)
}

/** Curls that a plane leaves behind. */
export const drawShavings = (sheet, spots) => {
  const random = randomFrom(19)
  for (const [x, y, size] of spots) {
    const turn = random() * 6
    const points = Array.from({ length: 12 }, (_, step) => {
      const angle = turn + step * 0.62
      const out = size * (1 - step / 15)
      return [x + out * Math.cos(angle), y + out * 0.62 * Math.sin(angle)]
    })
    sheet.line(smooth(points, false), '#8a6238', size * 0.42, { opacity: 0.35 })
    sheet.line(
      smooth(
        points.map(([px, py]) => [px, py - 2]),
        false,
      ),
      ['#f0d3a0', '#e3bd82', '#f7e0b4'][Math.floor(random() * 3)],
      size * 0.3,
    )
  }
}
