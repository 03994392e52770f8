/** Umbrellas, open and furled, for the rainy picture. */
import { limb, mix, smooth } from './sheet.mjs'

const SHADE = '#1d2f3a'

/**
 * An open umbrella whose rim is centred on `x`, `y`: `reach` is half its width in pixels, `tilt` how
 * much of its top is seen (0 level with the eye, 1 from right above). `trim` colours a band at the rim.
 */
export const drawUmbrella = (sheet, { x, y, reach, tilt, colour, other, trim, lean = 0 }) => {
  const ribs = 8
  const turn = ([px, py]) => [
    x + px * Math.cos(lean) - py * Math.sin(lean),
    y + px * Math.sin(lean) + py * Math.cos(lean),
  ]
  const rim = (index, share = 1) => {
    const angle = ((index + 0.35) / ribs) * 2 * Math.PI
    return [reach * share * Math.cos(angle), reach * share * tilt * Math.sin(angle)]
  }
  const rise = reach * 0.62 * (1 - tilt * 0.45)
  const apex = [0, -rise]
  const at = (point) =>
    turn(point)
      .map((value) => value.toFixed(1))
      .join(' ')
  const dome = (index, share) => {
    const [px, py] = rim(index, Math.sin(share * 1.57))
    return [px, py - rise * Math.cos(share * 1.57)]
  }
  const outline = Array.from({ length: 25 }, (_, step) => {
    const angle = Math.PI + (step / 24) * Math.PI
    const height = Math.atan2(-reach * tilt * Math.sin(angle), rise)
    return turn([
      reach * Math.cos(angle) * Math.max(Math.sin(height), Math.abs(Math.cos(angle))),
      reach * tilt * Math.sin(angle) * Math.sin(height) -
        rise * Math.cos(height) * Math.abs(Math.sin(angle)),
    ])
  })
  sheet.fill(smooth(outline, false) + 'Z', mix(colour, SHADE, 0.1))
  const order = Array.from({ length: ribs }, (_, index) => index).sort(
    (one, two) =>
      Math.sin(((one + 0.85) / ribs) * 2 * Math.PI) - Math.sin(((two + 0.85) / ribs) * 2 * Math.PI),
  )
  for (const index of order) {
    const middle = ((index + 0.85) / ribs) * 2 * Math.PI
    const light = 0.5 - 0.5 * Math.cos(middle - 0.6)
    const base = other !== undefined && index % 2 === 1 ? other : colour
    const paint = mix(
      base,
      light > 0.5 ? '#fff6e4' : SHADE,
      light > 0.5 ? (light - 0.5) * 0.34 : (0.5 - light) * 0.62,
    )
    const panel = (inner) => {
      const sag = rim(index + 0.5, 0.9)
      const curve = (step) =>
        `L${at(dome(step, inner + (1 - inner) * 0.35))}L${at(dome(step, inner + (1 - inner) * 0.7))}`
      return (
        `M${at(inner === 0 ? apex : dome(index, inner))}${curve(index)}L${at(rim(index))}` +
        `Q${at(sag)} ${at(rim(index + 1))}L${at(dome(index + 1, inner + (1 - inner) * 0.7))}L${at(dome(index + 1, inner + (1 - inner) * 0.35))}` +
        (inner === 0 ? 'Z' : `L${at(dome(index + 1, inner))}Z`)
      )
    }
    sheet.fill(panel(0), paint)
    if (trim !== undefined) sheet.fill(panel(0.8), mix(trim, SHADE, Math.max(0, 0.5 - light) * 0.6))
  }
  const edge = Array.from({ length: 9 }, (_, step) => turn(dome(5.2, step / 8)))
  sheet.line(smooth(edge, false), '#fff6e4', reach * 0.012, { opacity: 0.4 })
  sheet.fill(limb(turn(apex), turn([0, -rise - reach * 0.16]), reach * 0.025, reach * 0.012), SHADE)
  return { handle: turn([0, 0]), top: turn(apex), dome: (index, share) => turn(dome(index, share)) }
}

/** A furled umbrella standing with its handle up, from its tip at `from` to its crook at `to`. */
export const drawFurled = (sheet, from, to, thick, colour, crook = '#7a5232') => {
  const share = (value) => [
    from[0] + (to[0] - from[0]) * value,
    from[1] + (to[1] - from[1]) * value,
  ]
  const side = to[0] >= from[0] ? 1 : -1
  sheet.fill(limb(share(0.05), share(0.62), thick * 0.3, thick), colour)
  sheet.fill(limb(share(0.1), share(0.6), thick * 0.1, thick * 0.34), mix(colour, '#fff2da', 0.22))
  sheet.line(smooth([share(0.62), share(0.94)], false), '#39332e', thick * 0.34)
  sheet.line(
    smooth(
      [
        share(0.84),
        share(1),
        [to[0] + side * thick * 0.9, to[1] - thick * 1.1],
        [to[0] + side * thick * 2, to[1] - thick * 0.2],
        [to[0] + side * thick * 1.9, to[1] + thick],
      ],
      false,
    ),
    crook,
    thick * 0.6,
  )
  const band = [share(0.9), share(0.95)]
  sheet.line(smooth(band, false), '#f4ecdc', thick * 0.7, { 'stroke-linecap': 'butt' })
}
