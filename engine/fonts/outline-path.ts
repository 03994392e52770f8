import type { OutlineStep } from './face'

/** An outline as SVG path data, in the same units and direction. */
export function writeOutlinePath(steps: readonly OutlineStep[]): string {
  let path = ''
  for (const step of steps) {
    switch (step.op) {
      case 'Z':
        path += 'Z'
        break
      case 'Q':
        path += `Q${step.x1} ${step.y1} ${step.x} ${step.y}`
        break
      case 'C':
        path += `C${step.x1} ${step.y1} ${step.x2} ${step.y2} ${step.x} ${step.y}`
        break
      default:
        path += `${step.op}${step.x} ${step.y}`
    }
  }
  return path
}

/** The outline that `writeOutlinePath` wrote, to the last digit. */
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
