/** A closed contour of an outline. */
interface Contour {
  readonly data: string
  /** In font units. */
  readonly left: number
  readonly right: number
  readonly bottom: number
  readonly top: number
  /** Twice what it encloses; of a hole it has the other sign than of what the hole is in. */
  readonly area: number
  /** Whether it has a long edge that is nearly level, and not quite. */
  readonly isSlanted: boolean
}

const LONG = 150
const LEAST_SLOPE = 0.02
const MOST_SLOPE = 0.5

/**
 * Parts an outline (SVG path data of closed contours, in font units) into one or two layers, which
 * filled one over the other cover what it covers by the non-zero rule. Faces draw strokes that cross
 * as contours that do. Where a thin slanted one is filled together with those that it crosses, the
 * rasteriser of browsers loses parts of it, so that these are a layer of their own.
 */
export function layersOf(outline: string): readonly string[] {
  const parts = outline.split('Z').filter((part) => part !== '')
  if (parts.length < 2) return [outline]
  const contours = parts.map(readContour)
  const direction = Math.sign(contours.reduce((sum, { area }) => sum + area, 0))
  const holes = contours.filter(({ area }) => area * direction <= 0)
  const isApart = (contour: Contour): boolean =>
    contour.isSlanted && contour.area * direction > 0 && !holes.some((hole) => holds(contour, hole))
  const slanted = contours.filter(isApart)
  const others = contours.filter((contour) => !slanted.includes(contour))
  return [others, slanted]
    .filter((layer) => layer.length > 0)
    .map((layer) => layer.map(({ data }) => `${data}Z`).join(''))
}

function readContour(data: string): Contour {
  const numbers = readNumbers(data)
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity]
  let area = 0
  let isSlanted = false
  let [beforeX = 0, beforeY = 0] = numbers.slice(-2)
  for (let at = 0; at + 1 < numbers.length; at += 2) {
    const [x = 0, y = 0] = [numbers[at], numbers[at + 1]]
    left = Math.min(left, x)
    right = Math.max(right, x)
    bottom = Math.min(bottom, y)
    top = Math.max(top, y)
    area += beforeX * y - x * beforeY
    const across = Math.abs(x - beforeX)
    const slope = Math.abs(y - beforeY) / across
    isSlanted ||= across > LONG && slope > LEAST_SLOPE && slope < MOST_SLOPE
    beforeX = x
    beforeY = y
  }
  return { data, left, right, bottom, top, area, isSlanted }
}

const [ZERO, NINE, MINUS, POINT] = [48, 57, 45, 46]

/** The numbers in path data; read by hand, since a page waits for those of a thousand glyphs. */
function readNumbers(data: string): readonly number[] {
  const numbers: number[] = []
  let value = 0
  let sign = 1
  let fraction = 0
  let isWithin = false
  for (let at = 0; at <= data.length; at++) {
    const code = data.charCodeAt(at)
    if (code >= ZERO && code <= NINE) {
      value = value * 10 + code - ZERO
      fraction *= 10
      isWithin = true
    } else if (code === POINT) fraction = 1
    else {
      if (isWithin) numbers.push((sign * value) / (fraction || 1))
      value = fraction = 0
      isWithin = false
      sign = code === MINUS ? -1 : 1
    }
  }
  return numbers
}

function holds(outer: Contour, inner: Contour): boolean {
  return (
    outer.left <= inner.left &&
    outer.right >= inner.right &&
    outer.bottom <= inner.bottom &&
    outer.top >= inner.top
  )
}
