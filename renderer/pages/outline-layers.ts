/** Left, bottom, right and top of what lies in it, in font units. */
type Box = readonly [left: number, bottom: number, right: number, top: number]

/** A contour with those that cut holes into it, or that the holes have in common with it. */
interface Shape {
  readonly contours: readonly string[]
  readonly box: Box
}

/**
 * Parts an outline (SVG path data of closed contours) into layers that are filled one over the
 * other: in none of them does a contour cross another, but for holes. All together cover what the
 * outline covers by the non-zero rule. Fonts draw strokes that cross as contours that do, and the
 * rasteriser of browsers loses parts of thin ones when it fills these at once.
 */
export function layersOf(outline: string): readonly string[] {
  const contours = outline.split('Z').filter((contour) => contour !== '')
  if (contours.length < 2) return [outline]
  const shapes = shapesOf(contours.map((contour) => `${contour}Z`))
  if (shapes === undefined) return [outline]
  const layers: Shape[][] = []
  for (const shape of shapes) {
    const free = layers.find((layer) => layer.every(({ box }) => !meet(box, shape.box)))
    if (free === undefined) layers.push([shape])
    else free.push(shape)
  }
  return layers.map((layer) => layer.flatMap(({ contours: each }) => each).join(''))
}

/** Each contour with its holes; `undefined` where a hole is in no other contour. */
function shapesOf(contours: readonly string[]): readonly Shape[] | undefined {
  const drawn = contours.map((contour) => ({ contour, ...measure(contour) }))
  // Holes run against what they are cut from, which is larger.
  const direction = Math.sign(drawn.reduce((sum, { area }) => sum + area, 0))
  let shapes: readonly Shape[] = drawn
    .filter(({ area }) => area * direction > 0)
    .map(({ contour, box }) => ({ contours: [contour], box }))
  for (const hole of drawn.filter(({ area }) => area * direction <= 0)) {
    const around = shapes.filter(({ box }) => holds(box, hole.box))
    if (around.length === 0) return undefined
    const joined: Shape = {
      contours: [...around.flatMap(({ contours: each }) => each), hole.contour],
      box: around.map(({ box }) => box).reduce(unite),
    }
    shapes = [...shapes.filter((shape) => !around.includes(shape)), joined]
  }
  return shapes
}

/** What a contour spans, and twice what it encloses: below 0 where it runs clockwise. */
function measure(contour: string): { readonly box: Box; readonly area: number } {
  const numbers = (contour.match(/-?[\d.]+/g) ?? []).map(Number)
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity]
  let area = 0
  let [beforeX = 0, beforeY = 0] = numbers.slice(-2)
  for (let at = 0; at + 1 < numbers.length; at += 2) {
    const [x = 0, y = 0] = [numbers[at], numbers[at + 1]]
    left = Math.min(left, x)
    right = Math.max(right, x)
    bottom = Math.min(bottom, y)
    top = Math.max(top, y)
    area += beforeX * y - x * beforeY
    beforeX = x
    beforeY = y
  }
  return { box: [left, bottom, right, top], area }
}

function meet(one: Box, other: Box): boolean {
  return one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3]
}

function holds(outer: Box, inner: Box): boolean {
  return (
    outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3]
  )
}

function unite(one: Box, other: Box): Box {
  return [
    Math.min(one[0], other[0]),
    Math.min(one[1], other[1]),
    Math.max(one[2], other[2]),
    Math.max(one[3], other[3]),
  ]
}
