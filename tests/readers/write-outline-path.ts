import type { OutlineStep } from '../../engine/fonts/face'

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
