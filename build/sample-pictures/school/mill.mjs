/** The brick front of the old mill, its windows and its door. */
import { box, disc, mix, numbers, polygon, randomFrom, segment, smooth } from '../kit/sheet.mjs'
import { BAY, BAYS, FOOT, FRAME, LEFT, NIGHT, WALL, arched } from './place.mjs'

/** The brick wall, its pilasters and its roof. */
export const drawWall = (sheet) => {
  sheet.fill(
    box(LEFT, 84, 1700, FOOT - 84),
    sheet.linear(
      [LEFT, 0],
      [2000, 0],
      [0, mix(WALL, NIGHT, 0.2)],
      [0.5, WALL],
      [1, mix(WALL, NIGHT, 0.35)],
    ),
  )
  const random = randomFrom(9)
  for (let row = 0; row < 63; row += 1) {
    const y = 90 + row * 12
    for (let x = LEFT + (row % 2) * 17; x < 2000; x += 34) {
      const tone = random()
      if (tone > 0.34) continue
      sheet.fill(box(x, y, 31, 9.5), tone < 0.16 ? '#83584c' : '#3f2f33', {
        opacity: (0.2 + 0.25 * random()).toFixed(2),
      })
    }
  }
  for (const y of [392, 404, 98])
    sheet.fill(box(LEFT - 8, y, 1700, 7), y === 404 ? '#3b2c30' : '#84604f')
  sheet.fill(box(LEFT - 8, FOOT - 48, 1700, 48), '#4f5356')
  for (let block = LEFT - 8; block < 2000; block += 86)
    sheet.fill(box(block, FOOT - 48, 2, 48), '#3a3f43')
  for (const x of [LEFT + 4, ...BAYS.map((bay) => bay + BAY + 19)]) {
    sheet.fill(box(x, 104, 26, FOOT - 152), mix(WALL, '#8a6656', 0.35))
    sheet.fill(box(x + 20, 104, 6, FOOT - 152), '#3b2c30', { opacity: 0.6 })
  }
  sheet.fill(polygon([LEFT - 44, 84], [2000, 84], [2000, 0], [LEFT + 60, 0]), '#2a3944')
  for (let tile = 0; tile < 62; tile += 1) {
    const x = LEFT - 40 + tile * 28
    sheet.line(segment([x, 82], [x + 92 - tile * 0.6, 0]), '#1e2b35', 2.4, { opacity: 0.8 })
    sheet.fill(disc([x + 6, 84], 9, 6), '#41525b')
  }
  sheet.fill(box(LEFT - 44, 86, 1720, 7), '#1d282f')
}

/** Bars, sills and the glow at the edges of one floor's windows. */
export const drawFrames = (sheet, top, bottom, rise, columns, rows, list) => {
  for (const x of list) {
    const outline = arched(x, top, BAY, bottom, rise)
    sheet.line(outline, '#e7a95b', 20, { opacity: 0.16 })
    sheet.line(outline, mix(WALL, '#caa07e', 0.45), 12)
    sheet.line(outline, FRAME, 5)
    for (let column = 1; column < columns; column += 1)
      sheet.fill(box(x + (BAY * column) / columns - 2.2, top, 4.4, bottom - top), FRAME)
    for (const row of rows) sheet.fill(box(x, top + (bottom - top) * row - 2, BAY, 4), FRAME)
    sheet.fill(box(x - 16, bottom, BAY + 32, 13), '#8d7563')
    sheet.fill(box(x - 16, bottom + 9, BAY + 32, 5), '#3b2c30')
  }
}

/** The open door and its lamp. */
export const drawDoor = (sheet) => {
  const [x, wide, top] = [396, 104, 520]
  sheet.fill(arched(x - 16, top - 20, wide + 32, FOOT, 14), '#8d7563')
  sheet.fill(
    arched(x, top, wide, FOOT, 12),
    sheet.linear([0, top], [0, FOOT], [0, '#f9dca0'], [1, '#c98a4b']),
  )
  sheet.fill(polygon([x, top + 12], [x + 30, top + 34], [x + 30, FOOT - 10], [x, FOOT]), '#3f5a58')
  for (const [step, grow] of numbers('0 12, 1 30'))
    sheet.fill(
      box(x - grow, FOOT + step * 13, wide + grow * 2, 13),
      step === 0 ? '#a08f7d' : '#86796d',
    )
  const lamp = [x + wide / 2, 478]
  sheet.fill(
    disc(lamp, 150),
    sheet.radial(lamp, 150, [0, '#ffe6ac', 0.75], [0.4, '#ffd88e', 0.25], [1, '#ffd88e', 0]),
  )
  sheet.fill(
    smooth(
      [
        [lamp[0] - 24, 480],
        [lamp[0], 458],
        [lamp[0] + 24, 480],
      ],
      true,
      0.1,
    ),
    '#2c3d45',
  )
  sheet.fill(disc([lamp[0], 483], 11), '#fff3cf')
}
