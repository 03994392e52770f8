/** The hull on its stocks. */
import { between, box, curve, disc, mix, numbers, polygon, smooth } from '../kit/sheet.mjs'
import { DUSK, LIGHT, WOODS } from './place.mjs'

/** The hull on its stocks: strakes that sweep up to the stem, ribs standing bare above. */
export const drawHull = (sheet) => {
  const rows = 7
  const edge = (row) => {
    const share = row / rows
    return Array.from({ length: 15 }, (_, step) => {
      const along = step / 14
      const sweep = 236 * (1 - along) ** 2.4
      return [
        548 + 60 * share * (1 - along) + 720 * along,
        372 + share * 300 - sweep * (1 - share * 0.5) + 26 * Math.sin(along * 2.4),
      ]
    })
  }
  for (let rib = 0; rib < 9; rib += 1) {
    const x = 690 + rib * 66
    const foot = 400 - 30 + rib * 2
    sheet.line(
      curve([x - 6, foot + 60], [x - 2, foot - 40], [x + 10, foot - 112 + rib * 4]),
      mix('#8d6440', DUSK, 0.15),
      19,
    )
    sheet.line(
      curve([x - 11, foot + 60], [x - 7, foot - 40], [x + 5, foot - 110 + rib * 4]),
      '#c4935c',
      6,
    )
  }
  for (let row = rows - 1; row >= 0; row -= 1) {
    const [top, bottom] = [edge(row), edge(row + 1)]
    const wood = mix(WOODS[row % 4], DUSK, 0.05 + row * 0.055)
    sheet.fill(
      smooth(top, false) + smooth([...bottom].reverse(), false).replace('M', 'L') + 'Z',
      sheet.linear(
        [540, 0],
        [1200, 0],
        [0, mix(wood, LIGHT, 0.32)],
        [0.4, wood],
        [1, mix(wood, DUSK, 0.38)],
      ),
    )
  }
  for (let row = 0; row <= rows; row += 1) {
    sheet.line(smooth(edge(row), false), row === 0 ? '#6b4a30' : '#4a3325', row === 0 ? 13 : 4)
    if (row > 0 && row < rows)
      sheet.line(
        smooth(
          edge(row).map(([x, y]) => [x, y + 4]),
          false,
        ),
        '#e0c9a0',
        2,
        { opacity: 0.55 },
      )
    if (row < rows) {
      for (let nail = 2; nail < 14; nail += 1) {
        const [x, y] = between(edge(row)[nail], edge(row + 1)[nail], 0.5)
        sheet.fill(disc([x - 5, y], 3), '#4a3325', { opacity: 0.7 })
        sheet.fill(disc([x + 6, y + 3], 3), '#4a3325', { opacity: 0.7 })
      }
    }
  }
  sheet.line(smooth(numbers('520 84, 546 210, 574 372, 612 560, 640 690'), false), '#7a5334', 30)
  sheet.line(smooth(numbers('512 88, 538 212, 566 374, 604 560, 630 690'), false), '#d3a36a', 8)
  for (const x of [760, 1040]) {
    sheet.fill(polygon([x - 34, 760], [x + 34, 760], [x + 24, 664], [x - 24, 664]), '#6b4c34')
    sheet.fill(box(x - 44, 656, 88, 20), '#8a6444')
  }
}
