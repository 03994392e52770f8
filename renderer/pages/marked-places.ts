import type { Finding } from '../../engine/document/message'
import type { PageArea } from '../../engine/layout/composition'
import { cellAt, type SearchedPages } from './find-text'
import { textLines } from './text-lines'

/** A place on a page that findings are about. */
export interface MarkedPlace {
  readonly key: string
  readonly pageIndex: number
  /**
   * What is marked and how: a picture by an outline, text by a line under it, the end of the last
   * frame where text goes on beyond it, or the page as a whole.
   */
  readonly shape: 'outline' | 'underline' | 'frame-end' | 'page'
  readonly area: PageArea
  /** All that is to be said of it, the gravest first. */
  readonly findings: readonly Finding[]
}

/** Names a finding, so that it is known again among those of the next pages. */
export function findingKey({ code, storyId, blockId, pageIndex, explanation }: Finding): string {
  return [code, storyId, blockId, pageIndex, explanation.where, explanation.what.zh].join('|')
}

/** What findings are looked for in: pages, and how many of them are printed. */
export interface MarkedPages extends SearchedPages {
  readonly printedCount: number
}

/** The places of all findings that have one; what is said of the same thing is said together. */
export function markPlaces(
  findings: readonly Finding[],
  pages: MarkedPages,
): readonly MarkedPlace[] {
  const places = new Map<string, MarkedPlace>()
  for (const finding of findings) {
    const place = placeOf(finding, pages)
    if (place === undefined) continue
    const { leftMpt, topMpt } = place.area
    const key = [place.pageIndex, place.shape, leftMpt, topMpt].join(' ')
    const before = places.get(key)?.findings ?? []
    places.set(key, { ...place, key, findings: [...before, finding] })
  }
  return [...places.values()]
}

type Place = Pick<MarkedPlace, 'pageIndex' | 'shape' | 'area'>

function placeOf(finding: Finding, pages: MarkedPages): Place | undefined {
  if (finding.code === 'overset') return frameEnd(pages)
  return pictureOf(finding, pages) ?? textOf(finding, pages) ?? pageOf(finding, pages)
}

/** Where text goes on beyond the last page that is printed. */
function frameEnd({ frames, printedCount }: MarkedPages): Place | undefined {
  const pageIndex = printedCount - 1
  const frame = frames[pageIndex]
  if (frame === undefined) return undefined
  const { leftMpt, topMpt, widthMpt, heightMpt } = frame
  const end = { leftMpt: leftMpt + widthMpt, topMpt: topMpt + heightMpt }
  return { pageIndex, shape: 'frame-end', area: { ...end, widthMpt: 0, heightMpt: 0 } }
}

function pictureOf(
  { storyId, blockId, pageIndex }: Finding,
  { pages }: MarkedPages,
): Place | undefined {
  if (blockId === undefined) return undefined
  for (const page of pages) {
    if (pageIndex !== undefined && page.index !== pageIndex) continue
    for (const item of page.items) {
      if (item.kind !== 'image' || item.source.kind !== 'story') continue
      if (item.source.storyId !== storyId || item.source.blockId !== blockId) continue
      const { xMpt: leftMpt, yMpt: topMpt, widthMpt, heightMpt } = item
      const area = { leftMpt, topMpt, widthMpt, heightMpt }
      return { pageIndex: page.index, shape: 'outline', area }
    }
  }
  return undefined
}

/** The character that a finding is about, else the first line of its block, else of its story. */
function textOf({ storyId, blockId, offset }: Finding, searched: MarkedPages): Place | undefined {
  if (storyId === undefined) return undefined
  if (blockId !== undefined && offset !== undefined) {
    const found = cellAt(searched, { storyId, blockId, offset })
    if (found !== undefined) return { ...found, shape: 'underline' }
  }
  for (const page of searched.pages) {
    const frame = searched.frames[page.index]
    if (frame === undefined) continue
    const [line] = textLines(
      page,
      frame,
      searched.advanceOf,
      (source) =>
        source.storyId === storyId && (blockId === undefined || source.blockId === blockId),
    )
    if (line === undefined) continue
    const { leftMpt, topMpt, rightMpt, bottomMpt } = line
    const size = { widthMpt: rightMpt - leftMpt, heightMpt: bottomMpt - topMpt }
    return { pageIndex: page.index, shape: 'underline', area: { leftMpt, topMpt, ...size } }
  }
  return undefined
}

function pageOf({ pageIndex }: Finding, { pages }: MarkedPages): Place | undefined {
  const page = pages.find(({ index }) => index === pageIndex)
  if (page === undefined) return undefined
  const { widthMpt, heightMpt } = page
  const area = { leftMpt: 0, topMpt: 0, widthMpt, heightMpt }
  return { pageIndex: page.index, shape: 'page', area }
}
