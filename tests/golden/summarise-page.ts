import { createHash } from 'node:crypto'
import type { Ink } from '../../engine/document/ink'
import type { ComposedPage, PageItem } from '../../engine/layout/page'

/** A page as short lines of text, one an item, so that a change of layout reads as a diff. */
export interface PageSummary {
  readonly page: string
  readonly items: readonly string[]
  /** SHA-256 of the page as JSON: what the lines above round off counts too. */
  readonly sha256: string
}

/** Thousandths of a point as points, to a hundredth. */
const pt = (mpt: number): string => String(Math.round(mpt / 10) / 100)

const nameInk = ({ cyan, magenta, yellow, black }: Ink): string =>
  [cyan, magenta, yellow, black].map((part) => part / 10).join(' ')

function summariseItem(item: PageItem): string {
  switch (item.kind) {
    case 'glyphs': {
      const place = `${pt(item.xMpt[0] ?? 0)}–${pt(item.xMpt.at(-1) ?? 0)} ${pt(item.baselineMpt)}`
      return `${place} | ${item.face} ${pt(item.sizeMpt)} | ${nameInk(item.ink)} | ${item.text}`
    }
    case 'path': {
      const points = item.steps.flatMap((step) => (step.op === 'Z' ? [] : [step]))
      const xs = points.map((point) => point.xMpt)
      const ys = points.map((point) => point.yMpt)
      const from = `${pt(Math.min(...xs))} ${pt(Math.min(...ys))}`
      const to = `${pt(Math.max(...xs))} ${pt(Math.max(...ys))}`
      return `path ${from} to ${to}, ${item.steps.length} steps | ${nameInk(item.ink)}`
    }
    case 'rect':
    case 'image': {
      const size = `${pt(item.widthMpt)} × ${pt(item.heightMpt)}`
      const place = `${item.kind} ${pt(item.xMpt)} ${pt(item.yMpt)}, ${size}`
      if (item.kind === 'rect') return `${place} | ${nameInk(item.ink)}`
      const { left, top, width, height } = item.crop
      return `${place} | ${item.assetId.slice(0, 8)} ${left} ${top} ${width} ${height} | ${item.alt}`
    }
  }
}

/** A composed page for comparison: every item with its place in points, ink and text. */
export function summarisePage(page: ComposedPage): PageSummary {
  return {
    page: `${page.folio} ${page.side} ${page.parent}`,
    items: page.items.map(summariseItem),
    sha256: createHash('sha256').update(JSON.stringify(page)).digest('hex'),
  }
}
