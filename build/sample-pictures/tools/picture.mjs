/** A line drawing on nothing: pipe, meter, tap, wrench, plug and soapy water. Its ground is clear. */
import { box, curve, disc, numbers, segment, sheetOf, smooth, straight } from '../kit/sheet.mjs'

const INK = '#26343b'
const RED = '#b8402d'
const TINT = '#ead9b4'
const BLUE = '#a9c4c2'
const STEEL = '#cfd5cd'
const THICK = 7

/** Lays a tint a little off its outline, as on a two-colour press, and then the line. */
const drawShape = (sheet, path, tint, thick = THICK) => {
  if (tint !== undefined) sheet.fill(path, tint, { transform: 'translate(9 8)' })
  sheet.line(path, INK, thick)
}
const stroke = (sheet, text, thick = THICK, paint = INK) =>
  sheet.line(smooth(numbers(text), false), paint, thick)
const bar = (sheet, text, thick = THICK, paint = INK) =>
  sheet.line(straight(numbers(text), false), paint, thick)

/** Cuts `path` out of what lies behind it, so that lines do not show through. */
const drawOver = (sheet, path, tint) => {
  sheet.fill(path, '#fffdf6')
  drawShape(sheet, path, tint)
}

const drawPipe = (sheet) => {
  drawShape(sheet, straight(numbers('128 214, 700 214, 700 262, 128 262')), STEEL)
  bar(sheet, '470 250, 610 250', 3.5)
  for (const x of [158, 476, 640]) {
    drawOver(sheet, box(x, 200, 34, 76, 6), TINT)
    bar(sheet, `${x + 11} 208, ${x + 11} 268`, 3)
    bar(sheet, `${x + 23} 208, ${x + 23} 268`, 3)
  }
}

const drawMeter = (sheet) => {
  drawOver(sheet, straight(numbers('236 196, 430 196, 452 238, 430 280, 236 280, 214 238')), TINT)
  drawOver(sheet, disc([333, 178], 118), STEEL)
  drawOver(sheet, disc([333, 178], 94), '#ffffff')
  for (let mark = 0; mark < 20; mark += 1) {
    const angle = (mark / 20) * 2 * Math.PI
    const from = mark % 5 === 0 ? 70 : 78
    sheet.line(
      segment(
        [333 + from * Math.cos(angle), 178 + from * Math.sin(angle)],
        [333 + 84 * Math.cos(angle), 178 + 84 * Math.sin(angle)],
      ),
      INK,
      mark % 5 === 0 ? 5 : 3,
    )
  }
  for (let wheel = 0; wheel < 5; wheel += 1)
    drawShape(sheet, box(281 + wheel * 21, 132, 19, 28, 3), wheel === 4 ? '#e7b7a6' : undefined, 4)
  sheet.fill(straight(numbers('333 196, 352 224, 333 216, 314 224')), RED, {
    transform: 'rotate(38 333 206)',
  })
  sheet.line(straight(numbers('333 178, 382 150'), false), RED, 6)
  sheet.fill(disc([333, 178], 8), RED)
  drawShape(sheet, smooth(numbers('258 88, 300 44, 366 44, 408 88'), false))
}

const drawTap = (sheet) => {
  drawOver(
    sheet,
    smooth(
      numbers('700 214, 760 214, 800 232, 818 276, 818 356, 770 356, 770 290, 756 266, 700 262'),
      true,
      0.12,
    ),
    STEEL,
  )
  drawOver(sheet, box(758, 352, 72, 30, 6), TINT)
  drawOver(sheet, straight(numbers('730 214, 736 176, 776 176, 784 214')), TINT)
  drawOver(
    sheet,
    smooth(
      numbers('690 150, 708 136, 756 146, 804 136, 824 150, 806 166, 756 160, 706 166'),
      true,
      0.16,
    ),
    '#d9a08e',
  )
  bar(sheet, '756 160, 756 178', 6)
  stroke(sheet, '800 262, 804 300, 804 336', 3.5)
  drawShape(sheet, smooth(numbers('794 414, 818 462, 794 486, 770 462')), BLUE)
  stroke(sheet, '786 456, 788 468', 3.5)
}

const drawWrench = (sheet) => {
  sheet.group({ transform: 'translate(286 586) rotate(-19)' }, () => {
    drawShape(
      sheet,
      smooth(
        numbers('-250 -22, -230 -30, 40 -26, 60 -40, 60 44, 40 28, -230 30, -250 22, -262 0'),
        true,
        0.08,
      ),
      RED,
    )
    sheet.line(box(-206, -9, 190, 18, 9), INK, 5)
    drawShape(sheet, straight(numbers('60 -64, 196 -64, 196 -34, 132 -26, 132 62, 60 62')), STEEL)
    drawShape(sheet, straight(numbers('72 62, 132 62, 132 96, 206 92, 206 126, 86 126')), STEEL)
    for (const x of [142, 158, 174, 190]) bar(sheet, `${x} -34, ${x - 5} -24`, 4)
    for (const x of [146, 162, 178, 194]) bar(sheet, `${x} 92, ${x - 4} 82`, 4)
    drawShape(sheet, box(76, -8, 44, 40, 6), TINT)
    for (const y of [2, 12, 22]) bar(sheet, `78 ${y}, 118 ${y}`, 3.5)
    drawShape(sheet, disc([-236, 0], 10), undefined, 5)
  })
}

const drawPlug = (sheet) => {
  drawShape(sheet, box(60, 694, 300, 128, 22), TINT)
  for (const x of [120, 208]) {
    sheet.line(box(x - 30, 722, 64, 72, 12), INK, 5)
    bar(sheet, `${x - 8} 754, ${x - 16} 774`, 6)
    bar(sheet, `${x + 12} 754, ${x + 20} 774`, 6)
    bar(sheet, `${x + 2} 734, ${x + 2} 744`, 6)
  }
  sheet.fill(box(272, 736, 56, 40, 8), RED)
  sheet.line(box(272, 736, 56, 40, 8), INK, 5)
  bar(sheet, '300 748, 300 764', 4.5, '#fffdf6')
  stroke(sheet, '360 770, 420 772, 446 812, 500 826, 560 800, 566 760', 9)
  drawOver(sheet, box(534, 694, 64, 70, 12), STEEL)
  bar(sheet, '550 694, 550 664', 8)
  bar(sheet, '582 694, 582 664', 8)
}

const drawBubbles = (sheet, spots) => {
  for (const [x, y, radius] of spots) {
    drawShape(sheet, disc([x, y], radius), BLUE, 4.5)
    sheet.line(
      curve(
        [x - radius * 0.55, y - radius * 0.1],
        [x - radius * 0.4, y - radius * 0.46],
        [x - radius * 0.05, y - radius * 0.6],
      ),
      '#fffdf6',
      Math.max(3, radius * 0.16),
    )
  }
}

const drawGas = (sheet) => {
  drawShape(sheet, box(930, 60, 70, 150, 8), STEEL)
  drawOver(sheet, box(916, 112, 98, 44, 8), TINT)
  drawOver(
    sheet,
    smooth(numbers('1014 124, 1060 118, 1092 122, 1092 144, 1060 150, 1014 144'), true, 0.1),
    '#d9a08e',
  )
  const hose = smooth(
    numbers('965 214, 960 280, 994 334, 1050 378, 1090 440, 1104 540, 1096 650, 1094 800'),
    false,
  )
  sheet.line(hose, INK, 44)
  sheet.line(hose, '#f0dcae', 30)
  for (const [x, y, turn] of numbers(
    '961 252 0, 972 306 -34, 1018 353 -50, 1066 396 -44, 1092 446 -20, 1103 510 -4, 1103 576 4, 1097 640 4, 1095 704 0',
  )) {
    sheet.line(segment([x - 16, y], [x + 16, y]), INK, 4, {
      transform: `rotate(${turn} ${x} ${y})`,
    })
  }
  drawOver(sheet, box(1064, 752, 62, 40, 6), TINT)
  drawOver(sheet, box(1056, 792, 78, 34, 6), STEEL)
  drawOver(sheet, straight(numbers('934 206, 998 206, 992 232, 940 232')), TINT)
  drawBubbles(sheet, numbers('916 244 24, 890 206 13, 1020 252 17, 1044 214 10, 930 288 12'))
}

const drawBowl = (sheet) => {
  drawBubbles(
    sheet,
    numbers('880 640 26, 936 616 42, 1000 638 28, 1080 644 20, 902 570 14, 968 560 18, 930 530 9'),
  )
  sheet.group({ transform: 'translate(176 0) rotate(15 880 640)' }, () => {
    drawOver(sheet, box(866, 440, 30, 150, 14), TINT)
    drawOver(sheet, box(854, 580, 54, 34, 6), STEEL)
    drawOver(sheet, straight(numbers('856 614, 906 614, 914 664, 848 664')), '#d9a08e')
    for (const x of [864, 876, 888, 899]) bar(sheet, `${x} 622, ${x} 656`, 3.5)
  })
  drawOver(
    sheet,
    smooth(
      numbers('820 650, 832 724, 876 790, 936 816, 1012 816, 1072 790, 1114 724, 1126 650'),
      false,
      0.16,
    ) + 'Z',
    TINT,
  )
  sheet.fill(
    smooth(numbers('826 676, 836 712, 900 730, 974 734, 1046 730, 1108 712, 1120 676'), false) +
      'Z',
    BLUE,
    { opacity: 0.55 },
  )
  stroke(sheet, '848 716, 872 766, 912 792', 4)
  drawOver(sheet, box(910, 814, 128, 24, 6), TINT)
  bar(sheet, '812 650, 1134 650', 9)
}

/** Draws the picture; 1200 × 900 pixels, transparent. */
export const drawHouseholdTools = () => {
  const sheet = sheetOf(1200, 900)
  drawPipe(sheet)
  drawMeter(sheet)
  drawTap(sheet)
  sheet.group({ transform: 'translate(78 0)' }, () => {
    drawWrench(sheet)
    drawPlug(sheet)
  })
  sheet.group({ transform: 'translate(-40 0)' }, () => {
    drawGas(sheet)
  })
  sheet.group({ transform: 'translate(-122 0)' }, () => {
    drawBowl(sheet)
  })
  return sheet
}
