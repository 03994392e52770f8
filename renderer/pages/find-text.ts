import type { ComposedPage, GlyphItem } from '../../engine/layout/page'

/** A place in the text of a story. */
export interface TextPlace {
  readonly storyId: string
  /** A block's id, or the name of a head part. */
  readonly blockId: string
  /** UTF-16 offset in that block. */
  readonly offset: number
}

/** Where a caret stands on a page. */
export interface CaretPlace {
  readonly pageIndex: number
  readonly xMpt: number
  readonly topMpt: number
  readonly heightMpt: number
}

const ASCENT = 0.88

/** The place in the text nearest to a point on a page; a picture or caption leads to its block. */
export function textAt(page: ComposedPage, xMpt: number, yMpt: number): TextPlace | undefined {
  let best: { readonly place: TextPlace; readonly distance: number } | undefined
  for (const item of page.items) {
    if (item.source.kind !== 'story') continue
    const { storyId, blockId, offset } = item.source
    const box = boxOf(item)
    if (box === undefined) continue
    const dx = Math.max(box.left - xMpt, 0, xMpt - box.right)
    const dy = Math.max(box.top - yMpt, 0, yMpt - box.bottom)
    const distance = dx + 2 * dy
    if (best !== undefined && distance >= best.distance) continue
    const within = item.kind === 'glyphs' ? offset + offsetIn(item, xMpt) : offset
    best = { place: { storyId, blockId, offset: within }, distance }
  }
  return best?.place
}

/** Where a place in the text is shown; the first such place, where a story is shown twice. */
export function caretAt(
  pages: readonly ComposedPage[],
  { storyId, blockId, offset }: TextPlace,
): CaretPlace | undefined {
  let best: CaretPlace | undefined
  for (const page of pages) {
    for (const item of page.items) {
      if (item.kind !== 'glyphs' || item.source.kind !== 'story') continue
      if (item.source.storyId !== storyId || item.source.blockId !== blockId) continue
      if (item.source.offset > offset) continue
      const place = caretIn(item, offset - item.source.offset, page.index)
      if (best === undefined || place.within) best = place.caret
      if (place.within) return place.caret
    }
  }
  return best
}

function boxOf(item: ComposedPage['items'][number]) {
  if (item.kind === 'glyphs') {
    const left = item.xMpt[0]
    const last = item.xMpt.at(-1)
    if (left === undefined || last === undefined) return undefined
    const top = item.baselineMpt - item.sizeMpt * ASCENT
    return { left, right: last + item.sizeMpt, top, bottom: top + item.sizeMpt }
  }
  if (item.kind === 'path') return undefined
  const { xMpt, yMpt, widthMpt, heightMpt } = item
  return { left: xMpt, right: xMpt + widthMpt, top: yMpt, bottom: yMpt + heightMpt }
}

function offsetIn(item: GlyphItem, xMpt: number): number {
  for (const [index, left] of item.xMpt.entries()) {
    const right = item.xMpt[index + 1] ?? left + item.sizeMpt
    if (xMpt < (left + right) / 2) return item.clusters[index] ?? 0
  }
  return item.text.length
}

function caretIn(item: GlyphItem, offset: number, pageIndex: number) {
  const at = item.clusters.findIndex((cluster) => cluster >= offset)
  const xMpt = at < 0 ? (item.xMpt.at(-1) ?? 0) + item.sizeMpt : (item.xMpt[at] ?? 0)
  const caret = {
    pageIndex,
    xMpt,
    topMpt: item.baselineMpt - item.sizeMpt * ASCENT,
    heightMpt: item.sizeMpt,
  }
  return { caret, within: offset <= item.text.length }
}
