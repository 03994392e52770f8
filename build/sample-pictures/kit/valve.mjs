/** A gate valve seen from the side, as the valve works makes them. */
import { box, disc, mix, numbers, smooth, straight } from './sheet.mjs'

/**
 * Draws a gate valve whose bore is centred on `x`, `y` and whose body is `size` pixels from bore to
 * flange. Without a `wheel` colour it is a bare body, before the bonnet is bolted on.
 */
export const drawValve = (sheet, { x, y, size, colour, wheel }) => {
  const light = mix(colour, '#fff6e0', 0.34)
  const dark = mix(colour, '#1d2f36', 0.38)
  const at = (text) =>
    numbers(text).map(([px, py]) => [x + (px * size) / 100, y + (py * size) / 100])
  const metal = sheet.linear(
    [0, y - size * 0.5],
    [0, y + size * 0.5],
    [0, light],
    [0.4, colour],
    [1, dark],
  )
  if (wheel !== undefined) {
    sheet.fill(straight(at('-34 -52, -20 -116, 20 -116, 34 -52')), colour)
    sheet.fill(straight(at('-14 -58, -10 -110, 10 -110, 14 -58')), dark)
    sheet.fill(box(x - size * 0.055, y - size * 1.62, size * 0.11, size * 1.05), '#cfd3c8')
    sheet.fill(box(x - size * 0.26, y - size * 1.22, size * 0.52, size * 0.12, size * 0.03), colour)
    sheet.line(disc([x, y - size * 1.44], size * 0.56, size * 0.15), wheel, size * 0.11)
    sheet.line(straight(at('-52 -144, 52 -144'), false), wheel, size * 0.07)
    sheet.line(
      smooth(at('-54 -140, 0 -129, 54 -140'), false),
      mix(wheel, '#3a1512', 0.4),
      size * 0.05,
    )
    sheet.fill(disc([x, y - size * 1.46], size * 0.1, size * 0.06), mix(wheel, '#3a1512', 0.3))
  }
  sheet.fill(
    smooth(
      at('-46 -44, -40 -56, 40 -56, 46 -44, 44 -10, 38 34, 20 52, -20 52, -38 34, -44 -10'),
      true,
      0.12,
    ),
    metal,
  )
  sheet.fill(straight(at('-88 -26, 88 -26, 88 26, -88 26')), metal)
  sheet.fill(box(x - size * 0.54, y - size * 0.64, size * 1.08, size * 0.13, size * 0.02), light)
  sheet.fill(box(x - size * 0.54, y - size * 0.54, size * 1.08, size * 0.05), dark)
  for (const side of [-1, 1]) {
    sheet.fill(
      box(x + side * size * 0.9 - size * 0.1, y - size * 0.5, size * 0.2, size, size * 0.03),
      metal,
    )
    sheet.fill(
      box(
        x + side * size * 0.9 + (side > 0 ? size * 0.04 : -size * 0.1),
        y - size * 0.48,
        size * 0.06,
        size * 0.96,
      ),
      dark,
      { opacity: 0.5 },
    )
    for (const bolt of [-0.36, 0.36])
      sheet.fill(
        box(
          x + side * size * 0.72 - size * 0.06,
          y + bolt * size - size * 0.05,
          size * 0.12,
          size * 0.1,
          size * 0.02,
        ),
        mix(dark, '#d8dcd0', 0.35),
      )
  }
  sheet.fill(smooth(at('-30 -38, -32 0, -22 34, -26 0'), true, 0.16), '#fff6e0', { opacity: 0.35 })
}
