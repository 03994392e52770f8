/** Hills, mist, water and trees, as several of the sample pictures share them. */
import { blob, disc, mix, polygon, randomFrom, smooth } from './sheet.mjs'

/** The heights of a ridge at even steps across the sheet: slow waves with seeded roughness. */
export const ridgeOf = ({ width, base, rise, seed, waves = 3, rough = 0.25, steps = 60 }) => {
  const random = randomFrom(seed)
  const parts = Array.from({ length: 5 }, (_, octave) => ({
    turns: waves * (1 + octave * 0.9) * (0.8 + random() * 0.4),
    phase: random() * 2 * Math.PI,
    strength: (octave === 0 ? 1 : rough) / (1 + octave * 0.8),
  }))
  const total = parts.reduce((sum, part) => sum + part.strength, 0)
  return Array.from({ length: steps + 1 }, (_, step) => {
    const share = step / steps
    const height = parts.reduce(
      (sum, part) => sum + part.strength * Math.sin(share * part.turns * 2 * Math.PI + part.phase),
      0,
    )
    return [share * width, base - rise * (0.5 + (0.5 * height) / total)]
  })
}

/** A hill that dissolves into mist at its foot. */
export const drawHill = (sheet, ridge, foot, colour, mist, depth) => {
  const { width } = sheet
  const outline = smooth(ridge, false) + `L${width} ${foot}L0 ${foot}Z`
  const top = Math.min(...ridge.map(([, y]) => y))
  sheet.fill(
    outline,
    sheet.linear(
      [0, top],
      [0, foot],
      [0, colour],
      [0.35, mix(colour, mist, depth * 0.3)],
      [1, mix(colour, mist, depth)],
    ),
  )
  return outline
}

/** A bank of mist: flat lens shapes, soft at the edge. */
export const drawMist = (sheet, seed, count, top, bottom, colour, opacity) => {
  const random = randomFrom(seed)
  const soft = sheet.blur(46, 7)
  sheet.group({ filter: soft }, () => {
    for (let index = 0; index < count; index += 1) {
      const x = random() * sheet.width
      const y = top + (bottom - top) * random()
      const reach = sheet.width * (0.1 + 0.22 * random())
      sheet.fill(disc([x, y], reach, 7 + 13 * random()), colour, {
        opacity: opacity * (0.5 + 0.5 * random()),
      })
    }
  })
}

/** Strokes of light and dark on water, longer and further apart toward the viewer. */
export const drawRipples = (
  sheet,
  { seed, count, top, bottom, left = 0, right, paints, strength = 1 },
) => {
  const random = randomFrom(seed)
  const until = right ?? sheet.width
  for (let index = 0; index < count; index += 1) {
    const near = random() ** 1.6
    const y = top + (bottom - top) * near
    const x = left + (until - left) * random()
    const reach = (14 + 120 * near) * (0.4 + random())
    const thick = (0.8 + 4.4 * near) * (0.5 + 0.5 * random()) * strength
    const sag = thick * (random() - 0.5)
    sheet.fill(
      blob(
        [x - reach, y],
        [x - reach * 0.2, y - thick + sag],
        [x + reach, y + sag * 0.4],
        [x + reach * 0.1, y + thick * 0.7 + sag],
      ),
      paints[Math.floor(random() * paints.length)],
      { opacity: (0.18 + 0.4 * random()).toFixed(2) },
    )
  }
}

/** A clump of round-headed trees standing on a line of points. */
export const drawGrove = (sheet, line, seed, colours, size) => {
  const random = randomFrom(seed)
  for (const [x, y] of line) {
    const radius = size * (0.55 + 0.75 * random())
    const colour = colours[Math.floor(random() * colours.length)]
    sheet.fill(
      blob(
        [x - radius, y + radius * 0.3],
        [x - radius * 0.8, y - radius * (0.7 + 0.3 * random())],
        [x - radius * 0.1, y - radius * (1.25 + 0.5 * random())],
        [x + radius * 0.7, y - radius * (0.7 + 0.4 * random())],
        [x + radius, y + radius * 0.3],
      ),
      colour,
    )
  }
}

/** A hillside of small houses: each a wall, a gable or flat roof and a few windows. */
export const drawHouses = (sheet, spots, seed, { walls, roofs, lamp, size, lit = 0.35 }) => {
  const random = randomFrom(seed)
  const pick = (list) => list[Math.floor(random() * list.length)]
  for (const [x, y] of spots) {
    const wide = size * (0.7 + 0.9 * random())
    const tall = size * (0.7 + 1.1 * random())
    const wall = pick(walls)
    sheet.fill(polygon([x, y], [x + wide, y], [x + wide, y - tall], [x, y - tall]), wall)
    sheet.fill(
      polygon([x, y], [x + wide * 0.3, y], [x + wide * 0.3, y - tall], [x, y - tall]),
      mix(wall, '#24363c', 0.16),
    )
    const roof = pick(roofs)
    if (random() < 0.68) {
      const eave = wide * 0.1
      sheet.fill(
        polygon(
          [x - eave, y - tall],
          [x + wide * 0.2, y - tall - size * 0.34],
          [x + wide * 0.8, y - tall - size * 0.34],
          [x + wide + eave, y - tall],
        ),
        roof,
      )
    } else {
      sheet.fill(
        polygon(
          [x - 1, y - tall - size * 0.08],
          [x + wide + 1, y - tall - size * 0.08],
          [x + wide + 1, y - tall],
          [x - 1, y - tall],
        ),
        roof,
      )
    }
    const columns = Math.max(1, Math.round(wide / (size * 0.34)))
    const rows = Math.max(1, Math.round(tall / (size * 0.42)))
    for (let column = 0; column < columns; column += 1) {
      for (let row = 0; row < rows; row += 1) {
        const glow = random() < lit
        const cell = wide / columns
        const step = tall / rows
        const [wx, wy] = [x + cell * (column + 0.32), y - tall + step * (row + 0.3)]
        sheet.fill(
          polygon(
            [wx, wy],
            [wx + cell * 0.36, wy],
            [wx + cell * 0.36, wy + step * 0.44],
            [wx, wy + step * 0.44],
          ),
          glow ? lamp : mix(wall, '#24363c', 0.34),
        )
      }
    }
  }
}
