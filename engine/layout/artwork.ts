import type { ArtworkFurniture } from '../document/template-furniture'
import type { Ink } from '../document/ink'
import type { PathItem, PathStep, Source } from './page'

const COMMAND = /([MLHVCZ])([^MLHVCZ]*)/gi
const NUMBER = /[+-]?(?:\d+\.?\d*|\.\d+)/g
const ARGUMENTS: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6 }

/**
 * An SVG path (M L H V C Z in either case, SVG 2 §9.3) scaled from its view box into a frame
 * whose top left corner is at 0. Mirrored artwork faces the other way.
 */
export function drawArtwork(
  artwork: ArtworkFurniture,
  ink: Ink,
  mirrored: boolean,
  source: Source,
): PathItem {
  const [boxX, boxY, boxWidth, boxHeight] = artwork.viewBox
  const scaleX = artwork.width / boxWidth
  const scaleY = artwork.height / boxHeight
  const toX = (x: number): number => {
    const along = Math.round((x - boxX) * scaleX)
    return mirrored ? artwork.width - along : along
  }
  const toY = (y: number): number => Math.round((y - boxY) * scaleY)
  const steps: PathStep[] = []
  let x = 0
  let y = 0
  let startX = 0
  let startY = 0
  for (const [, letter = '', rest = ''] of artwork.path.matchAll(COMMAND)) {
    const op = letter.toUpperCase()
    if (op === 'Z') {
      steps.push({ op: 'Z' })
      x = startX
      y = startY
      continue
    }
    const numbers = (rest.match(NUMBER) ?? []).map(Number)
    const size = ARGUMENTS[op] ?? 2
    for (let at = 0; at + size <= numbers.length; at += size) {
      const [baseX, baseY] = letter === op ? [0, 0] : [x, y]
      const n = (index: number): number => numbers[at + index] ?? 0
      if (op === 'C') {
        steps.push({
          op: 'C',
          x1Mpt: toX(baseX + n(0)),
          y1Mpt: toY(baseY + n(1)),
          x2Mpt: toX(baseX + n(2)),
          y2Mpt: toY(baseY + n(3)),
          xMpt: toX(baseX + n(4)),
          yMpt: toY(baseY + n(5)),
        })
        x = baseX + n(4)
        y = baseY + n(5)
        continue
      }
      x = op === 'V' ? x : baseX + n(0)
      y = op === 'H' ? y : baseY + n(op === 'V' ? 0 : 1)
      const isStart = op === 'M' && at === 0
      if (isStart) [startX, startY] = [x, y]
      steps.push({ op: isStart ? 'M' : 'L', xMpt: toX(x), yMpt: toY(y) })
    }
  }
  return { kind: 'path', steps, ink, source }
}
