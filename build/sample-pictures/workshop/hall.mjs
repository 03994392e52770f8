/** The hall: walls, windows, roof, floor and the light. */
import { blob, box, disc, mix, numbers, randomFrom, smooth, straight } from '../kit/sheet.mjs'
import { DEPTH, HALF, TALL, beside, facing, level, quad, scaleAt, spot } from './place.mjs'

/** Floor, walls and roof. */
export const drawShell = (sheet) => {
  sheet.wash('#8a8478')
  sheet.fill(
    level([-HALF, HALF], 0, [1.5, DEPTH]),
    sheet.linear([0, 480], [0, 1000], [0, '#d3c6a9'], [0.4, '#b0a893'], [1, '#7b7f78']),
  )
  sheet.fill(facing([-HALF, HALF], [0, TALL], DEPTH), '#cfae8a')
  sheet.fill(
    beside(-HALF, [0, TALL], [1.5, DEPTH]),
    sheet.linear([0, 0], [720, 0], [0, '#74665a'], [1, '#b3957a']),
  )
  sheet.fill(
    beside(HALF, [0, TALL], [1.5, DEPTH]),
    sheet.linear([1400, 0], [2000, 0], [0, '#c9a583'], [1, '#8d7361']),
  )
  sheet.fill(
    level([-HALF, HALF], TALL, [1.5, DEPTH]),
    sheet.linear([0, 0], [0, 130], [0, '#4d5656'], [1, '#857f72']),
  )
  for (const x of [-6.4, 6.4]) {
    sheet.fill(level([x - 0.9, x + 0.9], TALL - 0.02, [3, DEPTH]), '#f3ead2', { opacity: 0.85 })
  }
}

/** The windows at the far end, hills outside. */
export const drawBackWindows = (sheet) => {
  for (const x of [-8.4, -3.7, 1, 5.7]) {
    const wide = 3.5
    sheet.fill(
      facing([x, x + wide], [1.7, 6.9], DEPTH - 0.1),
      sheet.linear([0, 240], [0, 420], [0, '#fdf7e4'], [0.6, '#e8ecd8'], [1, '#b9cdbb']),
    )
    const [left, right] = [spot(x, 1.7, DEPTH - 0.1), spot(x + wide, 1.7, DEPTH - 0.1)]
    sheet.group(
      { 'clip-path': sheet.clip(box(left[0], 230, right[0] - left[0], left[1] - 230)) },
      () => {
        sheet.fill(
          blob(
            [left[0] - 20, left[1] - 30],
            [left[0] + 30, left[1] - 74],
            [left[0] + 70, left[1] - 54],
            [right[0] + 20, left[1] - 84],
            [right[0] + 20, left[1] + 20],
            [left[0] - 20, left[1] + 20],
          ),
          '#a9c3b4',
        )
        sheet.fill(
          blob(
            [left[0] - 20, left[1] - 12],
            [left[0] + 50, left[1] - 34],
            [right[0] + 20, left[1] - 20],
            [right[0] + 20, left[1] + 20],
            [left[0] - 20, left[1] + 20],
          ),
          '#86a897',
        )
      },
    )
    for (let bar = 0; bar <= 4; bar += 1)
      sheet.line(
        straight(
          [spot(x + (wide * bar) / 4, 1.7, DEPTH), spot(x + (wide * bar) / 4, 6.9, DEPTH)],
          false,
        ),
        '#5a5f58',
        bar % 4 === 0 ? 5 : 2.4,
      )
    for (let bar = 0; bar <= 5; bar += 1)
      sheet.line(
        straight(
          [spot(x, 1.7 + 1.04 * bar, DEPTH), spot(x + wide, 1.7 + 1.04 * bar, DEPTH)],
          false,
        ),
        '#5a5f58',
        bar % 5 === 0 ? 5 : 2.4,
      )
  }
}

/** The windows of one wall: `side` −1 left, 1 right. */
export const drawSideWindows = (sheet, side) => {
  const x = side * (HALF - 0.02)
  for (const z of [3.6, 7.8, 12, 16.2, 20.4, 24.6]) {
    const deep = 3
    sheet.fill(beside(x, [1.9, 6.7], [z, z + deep]), side < 0 ? '#fbf3da' : '#d8dcc8')
    sheet.fill(quad([x, 1.9, z], [x, 1.9, z + deep], [x, 3.1, z + deep], [x, 2.7, z]), '#b4ccb9', {
      opacity: 0.8,
    })
    const thick = 46 / (z + 1)
    for (let bar = 0; bar <= 3; bar += 1)
      sheet.line(
        straight([spot(x, 1.9, z + bar), spot(x, 6.7, z + bar)], false),
        '#565c56',
        thick * (bar % 3 === 0 ? 1.4 : 0.7),
      )
    for (let bar = 0; bar <= 4; bar += 1)
      sheet.line(
        straight([spot(x, 1.9 + 1.2 * bar, z), spot(x, 1.9 + 1.2 * bar, z + deep)], false),
        '#565c56',
        thick * (bar % 4 === 0 ? 1.4 : 0.7),
      )
  }
}

/** The steel of the roof. */
export const drawTrusses = (sheet) => {
  for (let z = 27; z > 4; z -= 4.2) {
    const haze = Math.min(0.6, z / 40)
    const paint = mix('#46524f', '#d8c8a6', haze)
    const thick = 120 / z
    const bottom = TALL - 1.5
    const bar = (from, to, share = 1) =>
      sheet.line(straight([spot(...from, z), spot(...to, z)], false), paint, thick * share)
    bar([-HALF, bottom], [HALF, bottom])
    bar([-HALF, TALL - 0.1], [HALF, TALL - 0.1])
    for (let panel = 0; panel < 10; panel += 1) {
      const x = -HALF + panel * 2.1
      bar(
        [x, panel % 2 === 0 ? bottom : TALL - 0.1],
        [x + 2.1, panel % 2 === 0 ? TALL - 0.1 : bottom],
        0.6,
      )
      bar([x, bottom], [x, TALL - 0.1], 0.5)
    }
    for (const side of [-1, 1])
      sheet.line(
        straight([spot(side * (HALF - 0.2), 0, z), spot(side * (HALF - 0.2), TALL, z)], false),
        mix('#5f6a63', '#d8c8a6', haze),
        thick * 2.4,
        { 'stroke-linecap': 'butt' },
      )
  }
}

/** Aisle lines, slabs and patches of sun. */
export const drawFloor = (sheet) => {
  for (const x of [-3.3, 3.3])
    sheet.fill(level([x - 0.09, x + 0.09], 0.01, [1.6, DEPTH]), '#d9a84a', { opacity: 0.85 })
  for (let z = 3; z < DEPTH; z += 2.1)
    sheet.line(straight([spot(-HALF, 0, z), spot(HALF, 0, z)], false), '#6f7069', 0.8 + 4 / z, {
      opacity: 0.35,
    })
  for (const x of [-8, -5.6, -1.1, 1.1, 5.6, 8])
    sheet.line(straight([spot(x, 0, 2), spot(x, 0, DEPTH)], false), '#6f7069', 1.2, {
      opacity: 0.3,
    })
  const soft = sheet.blur(8, 4)
  sheet.group({ filter: soft }, () => {
    for (const z of [4.2, 8.4, 12.6, 16.8, 21])
      sheet.fill(
        quad([-7.4, 0, z], [-1.6, 0, z + 1.6], [-1.6, 0, z + 4.2], [-7.4, 0, z + 2.7]),
        '#fdf2d2',
        { opacity: 0.5 },
      )
  })
}

/** Light that slants in from the left windows, thick with dust. */
export const drawBeams = (sheet) => {
  sheet.group({ filter: sheet.blur(16), style: 'mix-blend-mode:screen' }, () => {
    for (const [z, strength] of numbers('20.4 0.5, 16.2 0.55, 12 0.6, 7.8 0.5')) {
      const [a, b] = [spot(-HALF, 6.7, z), spot(-HALF, 6.7, z + 3)]
      const [c, d] = [spot(-1.2, 0, z + 4.4), spot(-3.6, 0, z + 1.2)]
      sheet.fill(
        straight([a, b, c, d]),
        sheet.linear(
          [a[0], a[1]],
          [c[0], c[1]],
          [0, '#f7e3b0', strength],
          [0.7, '#f7e3b0', strength * 0.4],
          [1, '#f7e3b0', 0.04],
        ),
      )
    }
  })
  const random = randomFrom(61)
  for (let mote = 0; mote < 70; mote += 1)
    sheet.fill(
      disc([120 + 900 * random(), 140 + 520 * random()], 0.9 + 1.4 * random()),
      '#fff6dc',
      { opacity: (0.25 + 0.45 * random()).toFixed(2) },
    )
}

/** Pipes and a fire bucket board that fill the walls. */
export const drawFittings = (sheet) => {
  for (const [height, paint] of [
    [7.25, '#6d7d76'],
    [7.5, '#a8563f'],
  ]) {
    sheet.fill(beside(-HALF + 0.05, [height, height + 0.14], [2, DEPTH]), paint)
    sheet.fill(beside(HALF - 0.05, [height, height + 0.14], [2, DEPTH]), paint)
  }
  for (const x of [-HALF + 0.03, HALF - 0.03])
    sheet.fill(beside(x, [0, 1.5], [2, DEPTH]), '#7f9384', {
      opacity: 0.75,
    })
  sheet.fill(facing([-HALF, HALF], [0, 1.5], DEPTH - 0.05), '#a9b09a', { opacity: 0.8 })
  for (const z of [24, 19, 14, 9]) {
    for (const x of [-3.4, 3.4]) {
      const [px, py] = spot(x, 5.6, z)
      const size = scaleAt(z) * 0.32
      sheet.line(straight([[px, py], spot(x, TALL, z)], false), '#4d5656', size * 0.08)
      sheet.fill(
        disc([px, py + size * 0.3], size * 2.4),
        sheet.radial([px, py + size * 0.3], size * 2.4, [0, '#fff4d2', 0.6], [1, '#fff4d2', 0]),
      )
      sheet.fill(
        smooth(
          [
            [px - size * 0.2, py - size * 0.5],
            [px + size * 0.2, py - size * 0.5],
            [px + size, py + size * 0.2],
            [px - size, py + size * 0.2],
          ],
          true,
          0.1,
        ),
        '#4d6a61',
      )
      sheet.fill(disc([px, py + size * 0.24], size * 0.86, size * 0.16), '#fff7de')
    }
  }
  const dots = sheet.stipple('#4a4a40', 15)
  sheet.group({ filter: dots, opacity: 0.32 }, () => {
    sheet.fill(
      box(0, 560, 2000, 440),
      sheet.linear([0, 560], [0, 1000], [0, '#000', 0], [1, '#000', 0.5]),
    )
    sheet.fill(
      beside(-HALF, [0, TALL], [1.5, DEPTH]),
      sheet.linear([0, 0], [720, 0], [0, '#000', 0.45], [1, '#000', 0]),
    )
    sheet.fill(
      beside(HALF, [0, TALL], [1.5, DEPTH]),
      sheet.linear([1500, 0], [2000, 0], [0, '#000', 0], [1, '#000', 0.4]),
    )
  })
}
