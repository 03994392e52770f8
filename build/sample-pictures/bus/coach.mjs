/** The bus, from the people inside outward. */
import { SEATED, STANDING, drawFigure } from '../kit/figure.mjs'
import { box, disc, mix, numbers, polygon, segment, smooth, straight } from '../kit/sheet.mjs'
import { CREAM, NIGHT, NOSE, RED } from './place.mjs'

const RIDERS = [
  { x: 36, look: { skin: '#c98f6a', top: '#4a6b74', bottom: '#33444d' }, nod: 0.1 },
  {
    x: 214,
    look: { skin: '#d8a27c', top: '#8a5a44', bottom: '#33444d', hairStyle: 'bob' },
    nod: 0.15,
  },
  {
    x: 372,
    look: { skin: '#c98f6a', hair: '#9a968e', top: '#54785f', bottom: '#33444d' },
    nod: 0.05,
  },
  {
    x: 552,
    look: { skin: '#dca983', top: '#cfae62', bottom: '#33444d', hairStyle: 'tail' },
    nod: 0.5,
    sleeps: true,
  },
]

/** The lit inside with its passengers, to be covered by the body. */
export const drawInside = (sheet) => {
  sheet.fill(
    box(-20, 322, 980, 260),
    sheet.linear([0, 330], [0, 580], [0, '#fff2cb'], [0.5, '#f6d591'], [1, '#d9a45c']),
  )
  for (const x of [90, 300, 470, 660]) sheet.line(segment([x, 330], [x, 600]), '#d98f3c', 7)
  sheet.line(straight(numbers('-10 366, 780 366'), false), '#b98a4c', 4)
  for (let strap = 0; strap < 9; strap += 1) {
    const x = 20 + strap * 84
    sheet.line(segment([x, 366], [x, 396]), '#8a6a42', 2.4)
    sheet.line(disc([x, 406], 9, 10), '#8a6a42', 3)
  }
  for (const { x, look, nod, sleeps } of RIDERS) {
    sheet.fill(box(x - 46, 474, 26, 120, 9), '#4f7a78')
    drawFigure(sheet, {
      x,
      y: 690,
      height: 316,
      facing: 1,
      hip: 1.9,
      pose: {
        ...SEATED,
        lean: sleeps === true ? 0.06 : -0.02,
        nod,
        arms: numbers('0.3 1.1, 0.35 1'),
      },
      look: { ...look, sleeps },
    })
  }
}

/** The near side of the bus, cut by the left edge, with holes for door and windows. */
export const drawBody = (sheet) => {
  const panes = numbers('-60 118, 132 150, 296 150, 460 176')
  const outline = `M-40 300L948 300Q986 302 992 350L${NOSE} 560L${NOSE} 690Q1002 706 986 706L-40 706Z`
  const holes =
    panes.map(([x, wide]) => box(x, 348, wide, 168, 14)).join('') +
    box(662, 340, 118, 350, 10) +
    'M812 350L944 350Q962 352 966 380L980 516L812 516Z'
  sheet.fill(
    outline + holes,
    sheet.linear(
      [0, 300],
      [0, 706],
      [0, CREAM],
      [0.54, mix(CREAM, '#b9a684', 0.35)],
      [0.545, RED],
      [0.86, mix(RED, NIGHT, 0.2)],
      [1, mix(RED, NIGHT, 0.45)],
    ),
    { 'fill-rule': 'evenodd' },
  )
  sheet.fill(box(-40, 530, 702, 9), '#d5a23f')
  sheet.fill(`M780 530L${NOSE - 3} 530L${NOSE - 2} 539L780 539Z`, '#d5a23f')
  sheet.fill(box(-40, 292, 980, 16, 8), mix(CREAM, '#ffffff', 0.4))
  sheet.fill(box(40, 268, 300, 26, 8), mix(CREAM, NIGHT, 0.24))
  sheet.fill(box(560, 272, 170, 22, 8), mix(CREAM, NIGHT, 0.24))
  for (const [x, wide] of panes) {
    sheet.line(box(x, 348, wide, 168, 14), '#2a3b44', 5)
    sheet.fill(
      polygon(
        [x + wide * 0.55, 352],
        [x + wide * 0.75, 352],
        [x + wide * 0.4, 512],
        [x + wide * 0.2, 512],
      ),
      '#ffffff',
      { opacity: 0.14 },
    )
    sheet.line(segment([x + 6, 396], [x + wide - 6, 396]), '#2a3b44', 3)
  }
  sheet.line('M812 350L944 350Q962 352 966 380L980 516L812 516Z', '#2a3b44', 5)
  sheet.fill(box(356, 312, 250, 26, 6), '#1d2b33')
  for (let dot = 0; dot < 30; dot += 1)
    if (dot % 7 !== 5) sheet.fill(box(366 + dot * 7.8, 319, 4.6, 12), '#f0a53c')
  for (const x of [120, 420]) sheet.line(box(x, 560, 150, 110, 6), mix(RED, NIGHT, 0.35), 2.4)
}

/** The open door and the last but one to get on. */
export const drawDoor = (sheet) => {
  sheet.fill(
    box(662, 340, 118, 362),
    sheet.linear([0, 340], [0, 702], [0, '#ffefc2'], [0.6, '#eebd70'], [1, '#a8683a']),
  )
  sheet.line(straight(numbers('752 420, 752 640'), false), '#d98f3c', 6)
  for (const [y, inset] of numbers('622 10, 662 4')) {
    sheet.fill(box(662 + inset, y, 118 - inset, 10), '#6b4a34')
    sheet.fill(box(662 + inset, y, 118 - inset, 3), '#f4d9a0')
  }
  for (const x of [650, 780]) {
    sheet.fill(polygon([x, 338], [x + 18, 332], [x + 18, 706], [x, 700]), '#32454e')
    sheet.fill(polygon([x + 4, 352], [x + 14, 348], [x + 14, 610], [x + 4, 606]), '#7f9aa0')
  }
  drawFigure(sheet, {
    x: 712,
    y: 662,
    height: 236,
    facing: 1,
    view: 'back',
    pose: { ...STANDING, arms: numbers('0.1 0.1, 0.9 1.6'), legs: numbers('-0.02 0, 0.04 0.6') },
    look: {
      skin: '#c98f6a',
      top: '#3f5f6a',
      bottom: '#2b3942',
      hat: 'cap',
      hatColour: '#35505c',
      coat: 0.4,
    },
  })
}

/** The driver behind his window, and the mirror. */
export const drawDriver = (sheet) => {
  const glass = 'M812 350L944 350Q962 352 966 380L980 516L812 516Z'
  sheet.group({ 'clip-path': sheet.clip(glass) }, () => {
    sheet.fill(
      box(806, 340, 190, 190),
      sheet.linear([812, 0], [980, 0], [0, '#f6d591'], [1, '#8fa39b']),
    )
    sheet.fill(box(826, 452, 26, 120, 8), '#4f7a78')
    drawFigure(sheet, {
      x: 872,
      y: 690,
      height: 330,
      facing: 1,
      hip: 2,
      pose: { ...SEATED, lean: 0.02, nod: -0.05, arms: numbers('0.7 0.75, 0.8 0.7') },
      look: {
        skin: '#c98f6a',
        top: '#4b6f86',
        bottom: '#2b3942',
        hat: 'cap',
        hatColour: '#2f4a5c',
      },
    })
    sheet.line(smooth(numbers('962 462, 948 484, 940 512'), false), '#2a3b44', 9)
  })
  sheet.line(smooth(numbers('986 392, 1022 384, 1030 404'), false), '#2a3b44', 7)
  sheet.fill(box(1018, 402, 22, 62, 9), '#2a3b44')
  sheet.fill(box(1022, 407, 12, 50, 6), '#9fb6b4')
}

/** A wheel in its arch, its hub at `x`. */
export const drawWheel = (sheet, x) => {
  sheet.fill(`M${x - 88} 706A88 88 0 0 1 ${x + 88} 706Z`, '#1a262d')
  sheet.fill(disc([x, 690], 66), '#12191e')
  sheet.fill(disc([x, 690], 42), '#9aa6a6')
  sheet.fill(disc([x, 690], 34), '#5c6a6d')
  for (let bolt = 0; bolt < 8; bolt += 1)
    sheet.fill(
      disc([x + 22 * Math.cos(bolt * 0.785), 690 + 22 * Math.sin(bolt * 0.785)], 4),
      '#c9d0cc',
    )
  sheet.fill(disc([x, 690], 10), '#c9d0cc')
}

/** The headlamp and its beam. */
export const drawLamps = (sheet) => {
  const lamp = [990, 628]
  sheet.fill(
    polygon([lamp[0], 616], [1200, 560], [1200, 800], [lamp[0], 642]),
    sheet.linear(lamp, [1200, 660], [0, '#fff3c8', 0.75], [1, '#fff3c8', 0.08]),
    { filter: sheet.blur(10) },
  )
  sheet.fill(
    disc(lamp, 90),
    sheet.radial(lamp, 90, [0, '#fffbe4', 0.95], [0.3, '#ffeeb8', 0.5], [1, '#ffeeb8', 0]),
  )
  sheet.fill(disc(lamp, 15, 20), '#fffdf0')
  sheet.fill(box(984, 664, 22, 14, 4), '#f0a53c')
}
