import type { PageItem, PathStep } from './page'

/** Items moved by a distance; what a block is made of, set at its place on the page. */
export function translateItems(
  items: readonly PageItem[],
  dxMpt: number,
  dyMpt: number,
): readonly PageItem[] {
  const isMoved = dxMpt !== 0 || dyMpt !== 0
  return isMoved ? items.map((item) => translateItem(item, dxMpt, dyMpt)) : items
}

function translateItem(item: PageItem, dx: number, dy: number): PageItem {
  switch (item.kind) {
    case 'glyphs':
      return {
        ...item,
        baselineMpt: item.baselineMpt + dy,
        xMpt: dx === 0 ? item.xMpt : item.xMpt.map((x) => x + dx),
      }
    case 'path':
      return { ...item, steps: item.steps.map((step) => translateStep(step, dx, dy)) }
    default:
      return { ...item, xMpt: item.xMpt + dx, yMpt: item.yMpt + dy }
  }
}

function translateStep(step: PathStep, dx: number, dy: number): PathStep {
  if (step.op === 'Z') return step
  const end = { xMpt: step.xMpt + dx, yMpt: step.yMpt + dy }
  if (step.op !== 'C') return { op: step.op, ...end }
  return {
    op: 'C',
    x1Mpt: step.x1Mpt + dx,
    y1Mpt: step.y1Mpt + dy,
    x2Mpt: step.x2Mpt + dx,
    y2Mpt: step.y2Mpt + dy,
    ...end,
  }
}
