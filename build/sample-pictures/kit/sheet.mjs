/**
 * The sheet that a sample picture is drawn on: a small builder of SVG text, with the few shapes and
 * light effects that the pictures share. Everything is decided by code and a seed, so that the same
 * sheet gives the same bytes.
 */

/** A seeded source of numbers in [0, 1): mulberry32. */
export const randomFrom = (seed) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const ROUND = { 'stroke-linecap': 'round', 'stroke-linejoin': 'round' }

const show = (value) => String(Math.round(value * 10) / 10)
const at = ([x, y]) => `${show(x)} ${show(y)}`

/** Rows of numbers written as text, most often points: `numbers('0 0, 10 0, 10 5')`. */
export const numbers = (text) => text.split(',').map((pair) => pair.trim().split(/\s+/).map(Number))

/** The point at `share` of the way from `from` to `to`. */
export const between = (from, to, share) => [
  from[0] + (to[0] - from[0]) * share,
  from[1] + (to[1] - from[1]) * share,
]

const channels = (colour) =>
  [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16))

/** The colour at `share` of the way from one `#rrggbb` to another. */
export const mix = (from, to, share) => {
  const end = channels(to)
  return `#${channels(from)
    .map((part, index) => Math.round(part + (end[index] - part) * share))
    .map((part) => part.toString(16).padStart(2, '0'))
    .join('')}`
}

/** A path of straight lines; closed unless told. */
export const straight = (points, closed = true) =>
  `M${points.map(at).join('L')}${closed ? 'Z' : ''}`

/** A path that runs smoothly through its points (Catmull–Rom); closed unless told. */
export const smooth = (points, closed = true, pull = 1 / 6) => {
  const count = points.length
  const pick = (index) =>
    closed ? points[(index + count) % count] : points[Math.min(count - 1, Math.max(0, index))]
  let path = `M${at(points[0])}`
  for (let index = 0; index < (closed ? count : count - 1); index += 1) {
    const [before, from, to, after] = [-1, 0, 1, 2].map((step) => pick(index + step))
    const leave = [from[0] + (to[0] - before[0]) * pull, from[1] + (to[1] - before[1]) * pull]
    const arrive = [to[0] - (after[0] - from[0]) * pull, to[1] - (after[1] - from[1]) * pull]
    path += `C${at(leave)} ${at(arrive)} ${at(to)}`
  }
  return closed ? `${path}Z` : path
}

/** A straight-sided shape through these corners. */
export const polygon = (...points) => straight(points)

/** A broken line through these points. */
export const chain = (...points) => straight(points, false)

/** The line between two points. */
export const segment = (from, to) => straight([from, to], false)

/** A smooth closed shape through these points. */
export const blob = (...points) => smooth(points)

/** A smooth open line through these points. */
export const curve = (...points) => smooth(points, false)

/** The outline of a limb: two circles and the tangents between them. */
export const limb = (from, to, fromRadius, toRadius) => {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1])
  const big = Math.max(fromRadius, toRadius)
  if (length <= Math.abs(fromRadius - toRadius) + 0.01) {
    return disc(fromRadius >= toRadius ? from : to, big)
  }
  const turn = Math.acos((fromRadius - toRadius) / length)
  const heading = Math.atan2(to[1] - from[1], to[0] - from[0])
  const on = (centre, radius, angle) => [
    centre[0] + radius * Math.cos(angle),
    centre[1] + radius * Math.sin(angle),
  ]
  const [a, b] = [on(from, fromRadius, heading - turn), on(to, toRadius, heading - turn)]
  const [c, d] = [on(to, toRadius, heading + turn), on(from, fromRadius, heading + turn)]
  const wide = fromRadius > toRadius ? 1 : 0
  return (
    `M${at(a)}L${at(b)}A${show(toRadius)} ${show(toRadius)} 0 ${1 - wide} 1 ${at(c)}` +
    `L${at(d)}A${show(fromRadius)} ${show(fromRadius)} 0 ${wide} 1 ${at(a)}Z`
  )
}

/** The outline of an ellipse. */
export const disc = ([x, y], radiusX, radiusY = radiusX) =>
  `M${at([x - radiusX, y])}a${show(radiusX)} ${show(radiusY)} 0 1 1 ${show(radiusX * 2)} 0` +
  `a${show(radiusX)} ${show(radiusY)} 0 1 1 ${show(-radiusX * 2)} 0Z`

/** The outline of an upright rectangle, with rounded corners where asked. */
export const box = (x, y, width, height, radius = 0) =>
  radius === 0
    ? straight([
        [x, y],
        [x + width, y],
        [x + width, y + height],
        [x, y + height],
      ])
    : `M${at([x + radius, y])}h${show(width - 2 * radius)}q${show(radius)} 0 ${show(radius)} ${show(radius)}` +
      `v${show(height - 2 * radius)}q0 ${show(radius)} ${show(-radius)} ${show(radius)}` +
      `h${show(2 * radius - width)}q${show(-radius)} 0 ${show(-radius)} ${show(-radius)}` +
      `v${show(2 * radius - height)}q0 ${show(-radius)} ${show(radius)} ${show(-radius)}Z`

/**
 * An empty sheet of `width` × `height` pixels. `fill`, `line` and `group` add to it from back to front;
 * `linear`, `radial`, `blur`, `stipple` and `clip` give a reference to use as a paint or an attribute.
 */
export const sheetOf = (width, height) => {
  const definitions = []
  const body = []
  let named = 0
  const define = (write) => {
    named += 1
    definitions.push(write(`d${named}`))
    return `url(#d${named})`
  }
  const stopsOf = (stops) =>
    stops
      .map(
        ([offset, colour, opacity = 1]) =>
          `<stop offset="${offset}" stop-color="${colour}" stop-opacity="${opacity}"/>`,
      )
      .join('')
  const attributesOf = (more) =>
    Object.entries(more)
      .map(([name, value]) => ` ${name}="${value}"`)
      .join('')
  const sheet = {
    width,
    height,
    define,
    /** A gradient along a line given in pixels: stops are [offset, colour, opacity]. */
    linear: (from, to, ...stops) =>
      define(
        (id) =>
          `<linearGradient id="${id}" gradientUnits="userSpaceOnUse" x1="${from[0]}" y1="${from[1]}" x2="${to[0]}" y2="${to[1]}">${stopsOf(stops)}</linearGradient>`,
      ),
    /** A gradient out of a centre, in pixels. */
    radial: (centre, radius, ...stops) =>
      define(
        (id) =>
          `<radialGradient id="${id}" gradientUnits="userSpaceOnUse" cx="${centre[0]}" cy="${centre[1]}" r="${radius}">${stopsOf(stops)}</radialGradient>`,
      ),
    blur: (radius, radiusY = radius) =>
      define(
        (id) =>
          `<filter id="${id}" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="${radius} ${radiusY}"/></filter>`,
      ),
    /** Turns what it is laid on into dots of one colour, as dense as it was opaque. */
    stipple: (colour, seed = 1, frequency = 0.7) =>
      define(
        (id) =>
          `<filter id="${id}" x="0" y="0" width="100%" height="100%" color-interpolation-filters="sRGB">` +
          `<feTurbulence type="fractalNoise" baseFrequency="${frequency}" numOctaves="2" seed="${seed}"/>` +
          `<feColorMatrix values="0 0 0 0 0  0 0 0 0 0  0 0 0 0 0  2.6 0 0 0 -0.8" result="noise"/>` +
          `<feComposite in="SourceAlpha" in2="noise" operator="arithmetic" k1="0" k2="1" k3="1" k4="-1"/>` +
          `<feComponentTransfer result="dots"><feFuncA type="linear" slope="3"/></feComponentTransfer>` +
          `<feFlood flood-color="${colour}"/><feComposite in2="dots" operator="in"/></filter>`,
      ),
    clip: (path) => define((id) => `<clipPath id="${id}"><path d="${path}"/></clipPath>`),
    fill: (path, paint, more = {}) => {
      body.push(`<path d="${path}" fill="${paint}"${attributesOf(more)}/>`)
    },
    line: (path, paint, lineWidth, more = {}) => {
      body.push(
        `<path d="${path}" fill="none" stroke="${paint}" stroke-width="${show(lineWidth)}"${attributesOf({ ...ROUND, ...more })}/>`,
      )
    },
    /** Runs `draw` with what it adds wrapped in one group with these attributes. */
    group: (more, draw) => {
      body.push(`<g${attributesOf(more)}>`)
      draw()
      body.push('</g>')
    },
    /** A wash over everything: `box` of the whole sheet with a paint. */
    wash: (paint, more = {}) => sheet.fill(box(0, 0, width, height), paint, more),
    toSvg: () =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
      `<defs>${definitions.join('')}</defs>${body.join('')}</svg>`,
  }
  return sheet
}

/** Lays the grain of printed paper over the whole sheet. */
export const layGrain = (sheet, strength = 0.16) => {
  const grain = sheet.define(
    (id) =>
      `<filter id="${id}" x="0" y="0" width="100%" height="100%" color-interpolation-filters="sRGB">` +
      `<feTurbulence type="fractalNoise" baseFrequency="0.55" numOctaves="2" seed="8"/>` +
      `<feColorMatrix values="2.4 0 0 0 -0.7  2.4 0 0 0 -0.7  2.4 0 0 0 -0.7  0 0 0 0 1"/></filter>`,
  )
  sheet.group({ style: 'mix-blend-mode:soft-light', opacity: strength }, () => {
    sheet.wash('#808080', { filter: grain })
  })
}
