import type { Issue } from '../document/issue'
import type { Finding } from '../document/message'
import type { ComposedPage, ImageItem } from '../layout/page'

/** Below this a picture looks soft on a 150 lpi screen; below half of it, pixels show. */
const WANTED_PPI = 250
const LEAST_PPI = 125

const POINTS_PER_INCH_MPT = 72_000

/** How a picture looks in print. */
export type Sharpness = 'sharp' | 'soft' | 'coarse'

/** Pixels per inch of a picture as it is placed and cropped. */
export function effectivePpi(
  { crop, widthMpt }: Pick<ImageItem, 'crop' | 'widthMpt'>,
  pixelWidth: number,
): number {
  return Math.floor((pixelWidth * crop.width * POINTS_PER_INCH_MPT) / (1000 * widthMpt))
}

/** How a picture looks in print at so many pixels per inch. */
export function sharpnessAt(ppi: number): Sharpness {
  if (ppi >= WANTED_PPI) return 'sharp'
  return ppi < LEAST_PPI ? 'coarse' : 'soft'
}

/** Pictures with too few pixels for the size at which they stand. */
export function checkPictures(issue: Issue, pages: readonly ComposedPage[]): readonly Finding[] {
  return pages.flatMap((page) =>
    page.items.flatMap((item): Finding[] => {
      if (item.kind !== 'image') return []
      const asset = issue.assets[item.assetId]
      if (asset === undefined) return []
      const ppi = effectivePpi(item, asset.width)
      const sharpness = sharpnessAt(ppi)
      if (sharpness === 'sharp') return []
      const source =
        item.source.kind === 'story'
          ? { storyId: item.source.storyId, blockId: item.source.blockId }
          : {}
      return [
        {
          code: 'picture-resolution',
          severity: sharpness === 'coarse' ? 'warning' : 'note',
          explanation: {
            what: {
              zh: `第 ${String(page.folio)} 版图片有效分辨率只有 ${String(ppi)} ppi，宜在 ${String(WANTED_PPI)} 以上`,
              en: `On page ${String(page.folio)} a picture has only ${String(ppi)} ppi; ${String(WANTED_PPI)} or more is wanted`,
            },
            where: asset.name,
            mend: {
              zh: '请换一张更大的原图，或把它放小',
              en: 'Use a larger original, or place it smaller',
            },
          },
          pageIndex: page.index,
          ...source,
        },
      ]
    }),
  )
}
