/** The rain, in the air and on the stone. */
import { disc, randomFrom, segment } from '../kit/sheet.mjs'
import { HALF, groundAt, scaleAt, spot } from './place.mjs'

/** The rain in the air. */
export const drawRain = (sheet) => {
  const random = randomFrom(400)
  for (let index = 0; index < 620; index += 1) {
    const depth = random()
    const long = 14 + 70 * depth ** 2
    const [x, y] = [random() * 2100 - 50, random() * 1100 - 60]
    sheet.line(segment([x, y], [x - long * 0.16, y + long]), '#f3f6ef', 0.7 + 1.1 * depth, {
      opacity: (0.12 + 0.26 * random()).toFixed(2),
    })
  }
}

/** Rings and sprays where drops meet the steps. */
export const drawSplashes = (sheet) => {
  const random = randomFrom(401)
  for (let index = 0; index < 120; index += 1) {
    const z = 1.8 + random() ** 2 * 16
    const [x, y] = spot((random() * 2 - 1) * HALF, groundAt(z), z)
    const size = scaleAt(z) * 0.05
    sheet.line(disc([x, y], size, size * 0.34), '#eaf0ea', Math.max(0.7, size * 0.14), {
      opacity: 0.5,
    })
    sheet.fill(disc([x, y - size * 0.7], size * 0.12, size * 0.3), '#f6faf4', { opacity: 0.7 })
  }
}
