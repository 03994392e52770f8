import type { OutlineStep } from './face'

/** The outline that SVG path data of `createPathDrawer` has, to the last digit. */
export function readOutlinePath(path: string): readonly OutlineStep[] {
  return (path.match(/[MLQCZ][^MLQCZ]*/g) ?? []).map((step) => {
    const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = step.slice(1).split(' ').map(Number)
    switch (step.charAt(0)) {
      case 'M':
        return { op: 'M', x: a, y: b }
      case 'L':
        return { op: 'L', x: a, y: b }
      case 'Q':
        return { op: 'Q', x1: a, y1: b, x: c, y: d }
      case 'C':
        return { op: 'C', x1: a, y1: b, x2: c, y2: d, x, y }
      default:
        return { op: 'Z' }
    }
  })
}
