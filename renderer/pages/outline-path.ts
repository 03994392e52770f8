import type { OutlineStep } from '../../engine/fonts/face'

/** An outline as SVG path data, in the same units and direction. */
export function outlinePath(steps: readonly OutlineStep[]): string {
  return steps
    .map((step) => {
      switch (step.op) {
        case 'Z':
          return 'Z'
        case 'Q':
          return `Q${step.x1} ${step.y1} ${step.x} ${step.y}`
        case 'C':
          return `C${step.x1} ${step.y1} ${step.x2} ${step.y2} ${step.x} ${step.y}`
        default:
          return `${step.op}${step.x} ${step.y}`
      }
    })
    .join('')
}
