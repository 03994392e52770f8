/** Faces near enough to have an expression: for the people whom a picture is about. */
import { disc, mix, numbers, smooth } from './sheet.mjs'

const BLUSH = '#b8523c'

/**
 * A smiling face seen from the front, `size` pixels from chin to crown, centred on `x`, `y`. `look`
 * names skin, hair, and, where worn, a scarf.
 */
export const drawFrontFace = (sheet, { x, y, size, turn = 0, look }) => {
  const at = (text) =>
    numbers(text).map(([px, py]) => [
      x + (size * (px * Math.cos(turn) - py * Math.sin(turn))) / 100,
      y + (size * (px * Math.sin(turn) + py * Math.cos(turn))) / 100,
    ])
  const shape = (text, paint, more) => sheet.fill(smooth(at(text)), paint, more)
  const stroke = (text, paint, wide) =>
    sheet.line(smooth(at(text), false), paint, (wide * size) / 100)
  const { skin, hair } = look
  const shade = mix(skin, '#8a4632', 0.3)
  shape('-44 -8, -42 -38, -20 -56, 20 -56, 42 -38, 44 -8, 38 22, -38 22', hair)
  for (const side of [-1, 1])
    shape(`${side * 36} -4, ${side * 43} -8, ${side * 45} 4, ${side * 38} 14`, shade)
  shape('-38 -14, -30 -44, 0 -52, 30 -44, 38 -14, 36 14, 22 40, 0 50, -22 40, -36 14', skin)
  shape('6 -50, 30 -44, 38 -14, 36 14, 22 40, 4 49, 22 24, 26 -10, 20 -36', shade, {
    opacity: 0.32,
  })
  shape('-40 -6, -38 -36, -8 -56, 26 -52, 42 -24, 40 -6, 30 -26, 8 -38, -14 -36, -32 -20', hair)
  if (look.scarf !== undefined) {
    shape('-46 -18, -44 -46, -16 -66, 20 -65, 44 -46, 47 -18, 36 -34, 6 -46, -24 -43', look.scarf)
    stroke('-45 -20, -24 -44, 6 -47, 36 -35, 46 -20', mix(look.scarf, '#fff4dc', 0.6), 2.6)
    for (const [dx, dy] of numbers('-28 -50, -10 -57, 10 -57, 28 -50, 0 -50'))
      sheet.fill(disc(at(`${dx} ${dy}`)[0], size * 0.022), mix(look.scarf, '#fff4dc', 0.7))
  }
  for (const side of [-1, 1]) {
    stroke(`${side * 24} -1, ${side * 16} -6, ${side * 8} -1`, '#33251f', 3.4)
    stroke(`${side * 26} -15, ${side * 17} -19, ${side * 8} -16`, mix(hair, skin, 0.15), 3)
    sheet.fill(disc(at(`${side * 24} 14`)[0], size * 0.09, size * 0.065), BLUSH, { opacity: 0.3 })
  }
  stroke('2 -4, 5 10, -2 13', shade, 2.6)
  shape('-15 23, 0 27, 15 23, 9 34, 0 36, -9 34', '#8f3a30')
  shape('-12 24, 0 27.5, 12 24, 8 28, 0 30, -8 28', '#fdf3e4')
}

/** A face in profile, turned right when `facing` is 1; measures as in `drawFrontFace`. */
export const drawProfileFace = (sheet, { x, y, size, facing = 1, nod = 0, look }) => {
  const at = (text) =>
    numbers(text).map(([px, py]) => {
      const [turnedX, turnedY] = [
        px * Math.cos(nod) - py * Math.sin(nod),
        px * Math.sin(nod) + py * Math.cos(nod),
      ]
      return [x + (facing * size * turnedX) / 100, y + (size * turnedY) / 100]
    })
  const shape = (text, paint, more) => sheet.fill(smooth(at(text)), paint, more)
  const stroke = (text, paint, wide) =>
    sheet.line(smooth(at(text), false), paint, (wide * size) / 100)
  const { skin, hair } = look
  const shade = mix(skin, '#8a4632', 0.3)
  sheet.fill(
    smooth(
      at(
        '-40 -8, -34 -38, 0 -52, 28 -42, 36 -22, 35 -8, 38 0, 46 12, 44 17, 37 19, 40 25, 37 29, 39 34, 35 42, 24 49, 6 42, -8 34, -30 32',
      ),
      true,
      0.15,
    ),
    skin,
  )
  shape('-8 34, 6 42, 24 49, 14 36, 4 22, -8 10, -20 24', shade, { opacity: 0.35 })
  if (look.style === 'bun') sheet.fill(disc(at('-52 -22')[0], size * 0.19), hair)
  if (look.style === 'bun')
    sheet.fill(disc(at('-55 -26')[0], size * 0.11), mix(hair, '#ffffff', 0.15))
  shape(
    look.hairline ??
      '36 -24, 28 -48, 0 -60, -36 -46, -47 -10, -40 24, -22 26, -10 4, -6 -12, 8 -20, 24 -22',
    hair,
  )
  if (look.hairline === undefined)
    stroke('30 -38, 4 -44, -20 -34, -38 -14', mix(hair, '#ffffff', 0.16), 2.4)
  shape('-12 -4, -2 -6, 2 4, -3 15, -10 12', shade)
  shape('-9 -1, -3 -2, 0 4, -4 11, -8 8', skin)
  stroke('18 0, 25 -5, 32 -1', '#33251f', 3.2)
  stroke('15 -15, 24 -19, 33 -15', mix(hair, skin, 0.15), 3.2)
  stroke('38 27, 31 30, 24 26', '#8f3a30', 3)
  sheet.fill(disc(at('20 14')[0], size * 0.085, size * 0.06), BLUSH, { opacity: 0.28 })
  if (look.wrinkles === true) {
    stroke('12 -1, 8 -4', shade, 1.8)
    stroke('12 3, 7 4', shade, 1.8)
    stroke('28 17, 23 23, 22 31', shade, 2)
    stroke('20 -28, 32 -28', shade, 1.6)
  }
}
