import type { TextLink } from '../document/text-links'
import type { Face, FaceId } from '../fonts/face'
import type { ComposedPage, GlyphItem, PageItem, PathItem } from '../layout/page'
import type { Box } from './page-boxes'
import type { SheetOrigin } from './shapes'

/** A rectangle on the sheet that leads to an address. */
export interface LinkArea {
  readonly href: string
  readonly box: Box
}

/** A rectangle of the trimmed page, in mpt from its top left corner, y down. */
interface Extent {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** How far a line of type reaches over and under its baseline, in thousandths of its size. */
const ASCENT_MILLI = 880
const DESCENT_MILLI = 120

/** Where the links of an issue are on a page: one area for each piece of a line, and each QR code. */
export function findLinkAreas(
  page: ComposedPage,
  links: readonly TextLink[],
  faces: (id: FaceId) => Face,
  { leftMpt, topMpt }: SheetOrigin,
): readonly LinkArea[] {
  return page.items.flatMap((item) =>
    links.flatMap((link): LinkArea[] => {
      if (!isOfBlock(item, link)) return []
      const extent = extentOf(item, link, faces)
      if (extent === undefined) return []
      const { left, top, right, bottom } = extent
      const box = [leftMpt + left, topMpt - bottom, leftMpt + right, topMpt - top] as const
      return [{ href: link.href, box }]
    }),
  )
}

function isOfBlock({ source }: PageItem, { storyId, blockId }: TextLink): boolean {
  return source.kind === 'story' && source.storyId === storyId && source.blockId === blockId
}

/** A shape among the text of a block is its QR code. */
function extentOf(item: PageItem, link: TextLink, faces: (id: FaceId) => Face): Extent | undefined {
  if (item.kind === 'glyphs') return extentOfText(item, link, faces(item.face))
  return item.kind === 'path' ? extentOfShape(item) : undefined
}

function extentOfText(item: GlyphItem, { from, to }: TextLink, face: Face): Extent | undefined {
  const { source, glyphs, clusters, xMpt, sizeMpt, baselineMpt } = item
  const start = source.kind === 'story' ? source.offset : 0
  const linked = glyphs.flatMap((glyph, index) => {
    const offset = start + (clusters[index] ?? 0)
    if (item.text === '' || offset < from || offset >= to) return []
    const left = xMpt[index] ?? 0
    const advance = Math.round((face.advanceOf(glyph) * sizeMpt) / face.unitsPerEm)
    return [{ left, right: left + advance }]
  })
  if (linked.length === 0) return undefined
  return {
    left: Math.min(...linked.map(({ left }) => left)),
    top: baselineMpt - Math.round((sizeMpt * ASCENT_MILLI) / 1000),
    right: Math.max(...linked.map(({ right }) => right)),
    bottom: baselineMpt + Math.round((sizeMpt * DESCENT_MILLI) / 1000),
  }
}

function extentOfShape({ steps }: PathItem): Extent | undefined {
  const points = steps.flatMap((step) => (step.op === 'Z' ? [] : [step]))
  if (points.length === 0) return undefined
  const xs = points.map(({ xMpt }) => xMpt)
  const ys = points.map(({ yMpt }) => yMpt)
  return {
    left: Math.min(...xs),
    top: Math.min(...ys),
    right: Math.max(...xs),
    bottom: Math.max(...ys),
  }
}
