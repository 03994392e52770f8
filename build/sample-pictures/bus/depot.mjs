/** The yard at night: hills, the spinning mill, the canopy and its clock, the wet ground. */
import { drawHill, drawRipples, ridgeOf } from '../kit/land.mjs'
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
import { NIGHT, RED } from './place.mjs'

/** The night sky over the lit hills. */
export const drawNight = (sheet) => {
  const { width } = sheet
  sheet.wash(sheet.linear([0, 0], [0, 700], [0, '#152735'], [0.55, '#2d4d60'], [1, '#6d8384']))
  const random = randomFrom(3)
  for (let star = 0; star < 50; star += 1)
    sheet.fill(disc([random() * width, 120 + random() * 220], 0.8 + random()), '#f3ead2', {
      opacity: (0.2 + 0.5 * random()).toFixed(2),
    })
  for (const [seed, base, rise, colour] of [
    [5, 470, 190, '#335464'],
    [8, 530, 150, '#284656'],
    [33, 590, 110, '#1f3a48'],
  ]) {
    drawHill(
      sheet,
      ridgeOf({ width, base, rise, seed, waves: 1.8, rough: 0.5 }),
      700,
      colour,
      '#6d8384',
      0.4,
    )
  }
  for (let light = 0; light < 120; light += 1) {
    const [x, y] = [random() * width, 520 + 130 * random()]
    sheet.fill(box(x, y, 3, 3.4), random() < 0.8 ? '#f7cf86' : '#e9eadb', {
      opacity: (0.3 + 0.6 * random()).toFixed(2),
    })
  }
}

/** The spinning mill on the far side of the yard, its saw-tooth roof lit from inside. */
export const drawMill = (sheet) => {
  const base = 690
  sheet.fill(box(900, 556, 320, base - 556), '#253744')
  for (let tooth = 0; tooth < 4; tooth += 1) {
    const x = 900 + tooth * 78
    sheet.fill(polygon([x, 558], [x, 516], [x + 78, 558]), '#2f4552')
    sheet.fill(polygon([x + 3, 554], [x + 3, 526], [x + 50, 554]), '#f0c277', { opacity: 0.85 })
  }
  for (let pane = 0; pane < 9; pane += 1)
    sheet.fill(box(916 + pane * 33, 590, 22, 40), pane % 4 === 3 ? '#3d5460' : '#f0c277', {
      opacity: 0.9,
    })
  sheet.fill(straight(numbers('1150 520, 1172 520, 1168 372, 1154 372')), '#2a3d49')
  sheet.fill(box(1152, 384, 18, 9), RED)
  sheet.fill(
    smooth(numbers('1160 368, 1176 340, 1150 306, 1096 290, 1122 312, 1140 340')),
    '#8fa3a4',
    { opacity: 0.4, filter: sheet.blur(5) },
  )
}

/** The roof of the depot with its lamps. */
export const drawCanopy = (sheet) => {
  for (const x of [1092]) {
    sheet.fill(box(x, 96, 24, 660), '#31454f')
    sheet.fill(box(x, 96, 8, 660), '#546a72')
    sheet.fill(box(x - 12, 730, 48, 28, 3), '#47545a')
    for (let stripe = 0; stripe < 4; stripe += 1)
      sheet.fill(
        polygon(
          [x, 640 + stripe * 26],
          [x + 24, 628 + stripe * 26],
          [x + 24, 640 + stripe * 26],
          [x, 652 + stripe * 26],
        ),
        '#d5a23f',
      )
  }
  sheet.fill(straight(numbers('0 30, 1200 74, 1200 118, 0 96')), '#223440')
  sheet.fill(straight(numbers('0 96, 1200 118, 1200 128, 0 112')), '#5f757b')
  for (let rib = 0; rib < 16; rib += 1)
    sheet.line(segment([rib * 80, 34 + rib * 2.9], [rib * 80 + 30, 98 + rib * 1.5]), '#16252f', 3)
  sheet.fill(straight(numbers('0 0, 1200 0, 1200 74, 0 30')), '#17252f')
  for (const x of [150, 470, 790, 1160]) {
    const y = 118 + x * 0.015
    sheet.fill(
      polygon([x - 26, y + 18], [x + 26, y + 18], [x + 250, 760], [x - 250, 760]),
      sheet.linear([0, y], [0, 720], [0, '#ffe7ae', 0.34], [1, '#ffe7ae', 0]),
      { filter: sheet.blur(14) },
    )
    sheet.fill(box(x - 34, y, 68, 14, 4), '#3d525b')
    sheet.fill(box(x - 29, y + 12, 58, 6, 3), '#fff4d0')
  }
}

/** The station clock, at a quarter past eleven. */
export const drawClock = (sheet, x, y) => {
  sheet.fill(box(x - 3, 120, 6, y - 150), '#31454f')
  sheet.fill(disc([x, y], 38), '#2a3b44')
  sheet.fill(disc([x, y], 31), '#fbf1d8')
  for (let mark = 0; mark < 12; mark += 1) {
    const angle = (mark / 12) * 2 * Math.PI
    sheet.line(
      segment(
        [x + 25 * Math.cos(angle), y + 25 * Math.sin(angle)],
        [x + 28 * Math.cos(angle), y + 28 * Math.sin(angle)],
      ),
      '#3b4a50',
      mark % 3 === 0 ? 3 : 1.6,
    )
  }
  const hour = ((11.25 - 3) / 12) * 2 * Math.PI
  sheet.line(segment([x, y], [x + 15 * Math.cos(hour), y + 15 * Math.sin(hour)]), '#2a3b44', 4.4)
  sheet.line(segment([x, y], [x + 24, y]), '#2a3b44', 3)
  sheet.fill(disc([x, y], 3), RED)
}

/** The wet ground and what shines in it. */
export const drawGround = (sheet) => {
  sheet.fill(
    box(0, 690, 1200, 210),
    sheet.linear([0, 690], [0, 900], [0, '#2c414b'], [1, '#141f27']),
  )
  const soft = sheet.blur(7, 12)
  sheet.group({ filter: soft }, () => {
    for (const [x, wide] of numbers('0 58, 132 150, 296 150, 460 176'))
      sheet.fill(box(x, 792, wide, 90), '#f0bf70', { opacity: 0.42 })
    sheet.fill(box(660, 716, 120, 170), '#f6cf86', { opacity: 0.75 })
    sheet.fill(box(0, 730, 980, 52), mix(RED, NIGHT, 0.3), { opacity: 0.6 })
    sheet.fill(box(940, 720, 260, 120), '#f9e6b4', { opacity: 0.38 })
    for (const x of [1092]) sheet.fill(box(x, 760, 24, 120), '#5f757b', { opacity: 0.5 })
  })
  drawRipples(sheet, {
    seed: 15,
    count: 90,
    top: 740,
    bottom: 900,
    paints: ['#f3d79a', '#1a2a33', '#0f1a21', '#6d8384'],
    strength: 0.7,
  })
  sheet.fill(straight(numbers('0 852, 1200 838, 1200 850, 0 866')), '#e6dcc0', { opacity: 0.28 })
}
