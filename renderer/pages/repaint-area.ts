import type { PageArea } from '../../engine/layout/composition'
import type { ComposedPage, PageItem } from '../../engine/layout/page'

/** How far the ink of a glyph may reach from its pen, up, down and to either side, in ems. */
const REACH_EMS = 1.5

/**
 * What must be painted anew where one page is shown and another of the same size is to be; nothing
 * where the two look the same. Typing changes a few lines of a page, and seldom more.
 */
export function repaintArea(before: ComposedPage, after: ComposedPage): PageArea | undefined {
  const [old, fresh] = [before.items, after.items]
  const shorter = Math.min(old.length, fresh.length)
  const alike = (a: PageItem | undefined, b: PageItem | undefined): boolean =>
    a !== undefined && b !== undefined && looksAlike(a, b)
  let first = 0
  while (first < shorter && alike(old[first], fresh[first])) first++
  let last = 0
  while (last < shorter - first && alike(old.at(-1 - last), fresh.at(-1 - last))) last++
  const changed = [
    ...old.slice(first, old.length - last),
    ...fresh.slice(first, fresh.length - last),
  ]
  return changed.map(inkArea).reduce<PageArea | undefined>(join, undefined)
}

/** An area that holds all that an item paints. */
export function inkArea(item: PageItem): PageArea {
  switch (item.kind) {
    case 'glyphs': {
      const reach = REACH_EMS * item.sizeMpt
      return around(
        item.xMpt.flatMap((x) => [x - reach, x + reach]),
        [0, ...(item.riseMpt ?? [])].flatMap((rise) => [
          item.baselineMpt - rise - reach,
          item.baselineMpt - rise + reach,
        ]),
      )
    }
    case 'path': {
      const steps = item.steps.filter((step) => step.op !== 'Z')
      return around(
        steps.flatMap((step) =>
          step.op === 'C' ? [step.x1Mpt, step.x2Mpt, step.xMpt] : [step.xMpt],
        ),
        steps.flatMap((step) =>
          step.op === 'C' ? [step.y1Mpt, step.y2Mpt, step.yMpt] : [step.yMpt],
        ),
      )
    }
    default: {
      const { xMpt: leftMpt, yMpt: topMpt, widthMpt, heightMpt } = item
      return { leftMpt, topMpt, widthMpt, heightMpt }
    }
  }
}

/** Whether two areas have a point in common. */
export function meet(a: PageArea, b: PageArea): boolean {
  return (
    a.leftMpt <= b.leftMpt + b.widthMpt &&
    b.leftMpt <= a.leftMpt + a.widthMpt &&
    a.topMpt <= b.topMpt + b.heightMpt &&
    b.topMpt <= a.topMpt + a.heightMpt
  )
}

function looksAlike(a: PageItem, b: PageItem): boolean {
  if (a === b) return true
  return JSON.stringify(looksOf(a)) === JSON.stringify(looksOf(b))
}

/** An item without what is not seen: where it comes from, and what it says. */
function looksOf(item: PageItem): object {
  if (item.kind !== 'glyphs') return { ...item, source: null }
  const { face, sizeMpt, ink, baselineMpt, glyphs, xMpt, riseMpt } = item
  return { face, sizeMpt, ink, baselineMpt, glyphs, xMpt, riseMpt }
}

function join(a: PageArea | undefined, b: PageArea): PageArea {
  if (a === undefined) return b
  return around(
    [a, b].flatMap(({ leftMpt, widthMpt }) => [leftMpt, leftMpt + widthMpt]),
    [a, b].flatMap(({ topMpt, heightMpt }) => [topMpt, topMpt + heightMpt]),
  )
}

function around(across: readonly number[], down: readonly number[]): PageArea {
  const least = (values: readonly number[]): number =>
    values.reduce((a, b) => Math.min(a, b), Infinity)
  const most = (values: readonly number[]): number =>
    values.reduce((a, b) => Math.max(a, b), -Infinity)
  const [leftMpt, topMpt] = [least(across), least(down)]
  return { leftMpt, topMpt, widthMpt: most(across) - leftMpt, heightMpt: most(down) - topMpt }
}
