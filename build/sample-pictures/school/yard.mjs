/** Outside: night sky, yard, people who arrive, bicycles, the cat and the plane tree. */
import { drawFigure, walking } from '../kit/figure.mjs'
import { drawHill, ridgeOf } from '../kit/land.mjs'
import { box, disc, mix, numbers, polygon, randomFrom, smooth, straight } from '../kit/sheet.mjs'
import { drawBicycle } from '../kit/wheels.mjs'
import { BAY, BAYS, FOOT, LEFT, NIGHT } from './place.mjs'

/** The night sky, hills and lights beyond the wall. */
export const drawNight = (sheet) => {
  sheet.wash(
    sheet.linear(
      [0, 0],
      [0, 760],
      [0, '#1d3243'],
      [0.55, '#35566a'],
      [0.85, '#6c8488'],
      [1, '#8c9690'],
    ),
  )
  const random = randomFrom(77)
  for (let star = 0; star < 60; star += 1) {
    sheet.fill(disc([random() * 420, random() * 360], 0.8 + 1.3 * random()), '#f3ead2', {
      opacity: (0.25 + 0.5 * random()).toFixed(2),
    })
  }
  const moon = [196, 168]
  sheet.fill(disc(moon, 190), sheet.radial(moon, 190, [0, '#f4e6c0', 0.4], [1, '#f4e6c0', 0]))
  sheet.fill(disc(moon, 46), '#f6ead0')
  sheet.fill(disc([182, 160], 12, 9), '#e5d5b2', { opacity: 0.7 })
  sheet.fill(disc([212, 184], 8, 6), '#e5d5b2', { opacity: 0.7 })
  for (const [seed, base, rise, colour] of [
    [12, 560, 210, '#3c5c6c'],
    [40, 610, 170, '#2c4a59'],
    [66, 650, 110, '#223c4a'],
  ]) {
    drawHill(
      sheet,
      ridgeOf({ width: 2000, base, rise, seed, waves: 4.2, rough: 0.4 }),
      720,
      colour,
      '#8c9690',
      0.55,
    )
  }
  sheet.fill(
    box(0, 690, 420, 150),
    sheet.linear([0, 690], [0, 800], [0, '#7f8f8f'], [1, '#2a4654']),
  )
  for (let light = 0; light < 46; light += 1) {
    const x = random() * 400
    const y = 640 + 48 * random()
    sheet.fill(box(x, y, 3, 3.4), '#f7cf86', { opacity: (0.5 + 0.5 * random()).toFixed(2) })
    if (y > 668) sheet.fill(box(x, 694 + 30 * random(), 3, 26), '#f7cf86', { opacity: 0.22 })
  }
}

/** The yard with the light of the windows on it. */
export const drawYard = (sheet) => {
  sheet.fill(
    box(0, FOOT, 2000, 170),
    sheet.linear([0, FOOT], [0, 1000], [0, '#3b4a4f'], [0.5, '#2e3d45'], [1, '#1f2c34']),
  )
  sheet.fill(polygon([0, 800], [LEFT, FOOT], [LEFT, 860], [0, 860]), '#33464c')
  const soft = sheet.blur(9, 5)
  sheet.group({ filter: soft }, () => {
    for (const x of BAYS) {
      const from = x + BAY / 2
      const lean = (from - 1000) * 0.14
      sheet.fill(
        polygon(
          [x + 8, FOOT + 4],
          [x + BAY - 8, FOOT + 4],
          [x + BAY + 26 + lean, 985],
          [x - 26 + lean, 985],
        ),
        sheet.linear([0, FOOT], [0, 985], [0, '#f3c77e', 0.75], [1, '#e2a75d', 0.12]),
      )
    }
    sheet.fill(
      polygon([396, FOOT + 26], [500, FOOT + 26], [540, 1000], [330, 1000]),
      sheet.linear([0, FOOT], [0, 1000], [0, '#f3c77e', 0.8], [1, '#e2a75d', 0.1]),
    )
  })
  const random = randomFrom(21)
  for (let slab = 0; slab < 90; slab += 1) {
    const y = FOOT + 8 + 150 * random()
    const x = 2000 * random()
    sheet.fill(box(x, y, 40 + 70 * random(), 2), '#17252f', { opacity: 0.28 })
  }
  for (let leaf = 0; leaf < 80; leaf += 1) {
    const [x, y] = [random() ** 1.6 * 1500, FOOT + 20 + 136 * random()]
    sheet.fill(disc([x, y], 5 + 4 * random(), 2.4), ['#c98a3f', '#a85a35', '#d9ac5f'][leaf % 3], {
      opacity: 0.8,
    })
  }
}

/** Those who come late, and the parked bicycles. */
export const drawArrivals = (sheet) => {
  const shade = (x, y, wide) =>
    sheet.fill(disc([x, y], wide, wide * 0.13), '#0f1a21', { opacity: 0.5 })
  shade(352, 950, 74)
  drawFigure(sheet, {
    x: 352,
    y: 948,
    height: 268,
    facing: 1,
    pose: walking(0.16, 0.1),
    look: { skin: '#cf9a73', top: '#b5493a', bottom: '#475a66', hairStyle: 'tail', coat: 0.8 },
  })
  sheet.line(smooth(numbers('348 742, 336 800, 326 836'), false), '#7a5a34', 5)
  sheet.fill(box(306, 832, 40, 34, 7), '#d9b06a')
  shade(196, 978, 96)
  drawFigure(sheet, {
    x: 168,
    y: 974,
    height: 276,
    facing: 1,
    pose: walking(0.62),
    look: { skin: '#c08a64', top: '#3f6069', bottom: '#41525c', coat: 0.6 },
  })
  drawFigure(sheet, {
    x: 254,
    y: 976,
    height: 172,
    facing: 1,
    pose: walking(0.3),
    look: {
      skin: '#d8a27c',
      top: '#d9a13c',
      bottom: '#34505a',
      hairStyle: 'bob',
      shoes: '#c8452f',
    },
  })
  sheet.fill(box(222, 852, 24, 34, 7), '#c8452f')
  const paints = ['#37505e', '#b5493a', '#4f7a78', '#c08f3f']
  paints.forEach((frame, index) => {
    const x = 1322 + index * 196
    shade(x + 6, 972, 112)
    drawBicycle(sheet, {
      x,
      y: 970,
      unit: 150,
      facing: -1,
      frame: mix(frame, NIGHT, 0.22),
      tyre: '#0f171d',
    })
  })
}

/** The mill's cat, sitting where the light falls. */
export const drawCat = (sheet, x, y, size) => {
  const place = ([px, py]) => [x + px * size, y + py * size]
  const fur = '#20262b'
  sheet.fill(disc(place([0.1, 0]), size * 0.9, size * 0.12), '#0f1a21', { opacity: 0.45 })
  sheet.fill(
    smooth(
      numbers('-0.5 0, -0.56 -0.5, -0.24 -1.05, 0.1 -1.2, 0.3 -0.8, 0.34 -0.3, 0.36 0').map(place),
    ),
    fur,
  )
  sheet.fill(
    smooth(
      numbers('-0.14 -1.2, -0.12 -1.62, 0.16 -1.72, 0.42 -1.56, 0.44 -1.26, 0.14 -1.08').map(place),
    ),
    fur,
  )
  sheet.fill(straight(numbers('-0.1 -1.5, -0.08 -1.92, 0.12 -1.66').map(place)), fur)
  sheet.fill(straight(numbers('0.18 -1.68, 0.38 -1.9, 0.4 -1.48').map(place)), fur)
  sheet.line(
    smooth(numbers('-0.42 -0.08, -0.9 -0.02, -1.02 -0.3, -0.86 -0.5').map(place), false),
    fur,
    size * 0.15,
  )
}

/** A plane tree at the left edge, dark before the light. */
export const drawTree = (sheet) => {
  const bark = '#141f27'
  sheet.fill(
    smooth(
      numbers('22 1000, 44 800, 36 560, 60 300, 86 300, 84 560, 98 800, 132 1000'),
      true,
      0.14,
    ),
    bark,
  )
  for (const [from, middle, to, thick] of [
    [[60, 420], [170, 300], [330, 210], 17],
    [[66, 340], [60, 190], [110, 40], 18],
    [[52, 480], [-20, 380], [-60, 320], 14],
    [[240, 256], [330, 250], [420, 268], 8],
    [[180, 296], [230, 200], [250, 90], 9],
  ]) {
    sheet.line(smooth([from, middle, to], false), bark, thick)
  }
  const random = randomFrom(505)
  const clumps = numbers(
    '-20 260, 60 60, 140 20, 250 60, 300 150, 390 230, 430 276, 30 150, -10 360, ' +
      '200 130, 330 40, 470 30',
  )
  for (const [cx, cy] of clumps) {
    for (let leaf = 0; leaf < 34; leaf += 1) {
      const angle = random() * 2 * Math.PI
      const out = 84 * Math.sqrt(random())
      const [x, y] = [cx + out * Math.cos(angle), cy + out * 0.7 * Math.sin(angle)]
      const size = 9 + 9 * random()
      const tilt = random() * 3
      const tip = (turn, share) => [
        x + size * share * Math.cos(tilt + turn),
        y + size * share * Math.sin(tilt + turn),
      ]
      const warm = Math.max(0, Math.min(0.5, (x - 150) / 700)) * random()
      sheet.fill(
        smooth(
          [tip(0, 1.3), tip(1.1, 0.62), tip(2.3, 0.8), tip(3.6, 0.62), tip(5, 0.7)],
          true,
          0.12,
        ),
        mix(['#1b2f33', '#22393a', '#162830', '#2c4640'][leaf % 4], '#d99b55', warm),
      )
    }
  }
}
