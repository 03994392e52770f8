import { availableParallelism } from 'node:os'
import type { PictureTreatment } from '../engine/document/export-preset'
import type { Issue } from '../engine/document/issue'
import { BanxinError } from '../engine/document/message'
import type { PictureCrop } from '../engine/document/picture-crop'
import type { ComposedPage } from '../engine/layout/page'
import type { Picture } from '../engine/pdf/embed-picture'
import { makeStandIn, type Placement, preparePicture } from './prepare-picture'

/** How the pictures of an export are made ready. */
export interface PictureChoice {
  readonly treatment: PictureTreatment
  /** Puts a grey area in the place of a picture that cannot be shown. */
  readonly acceptErrors: boolean
}

/**
 * The pictures that pages show, ready for the PDF, by asset id; each once, for the largest size
 * at which it is placed; several at a time. `onPicture` is told how many are done.
 * @throws {BanxinError} `picture-damaged`, unless errors are accepted.
 */
export async function preparePictures(
  pages: readonly ComposedPage[],
  issue: Issue,
  assets: ReadonlyMap<string, Uint8Array>,
  { treatment, acceptErrors }: PictureChoice,
  onPicture: (done: number, total: number) => void,
): Promise<ReadonlyMap<string, Picture>> {
  const placed = [...placementsOf(pages)]
  const pictures = new Map<string, Picture>()
  const waiting = placed.values()
  const prepare = async (assetId: string, placement: Placement): Promise<Picture> => {
    const bytes = assets.get(assetId)
    if (bytes === undefined) throw new Error(`No bytes for asset ${assetId}`)
    const name = issue.assets[assetId]?.name ?? assetId
    try {
      return await preparePicture(bytes, placement, name, treatment)
    } catch (error) {
      if (acceptErrors && error instanceof BanxinError) return makeStandIn()
      throw error
    }
  }
  const work = async (): Promise<void> => {
    for (const [assetId, placement] of waiting) {
      onPicture(pictures.size, placed.length)
      pictures.set(assetId, await prepare(assetId, placement))
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, work))
  return pictures
}

/** How pages place each picture, by asset id. */
function placementsOf(pages: readonly ComposedPage[]): ReadonlyMap<string, Placement> {
  const placements = new Map<string, Placement>()
  for (const item of pages.flatMap(({ items }) => items)) {
    if (item.kind !== 'image') continue
    const widthMpt = (item.widthMpt * 1000) / item.crop.width
    const known = placements.get(item.assetId) ?? { widthMpt, shown: item.crop }
    placements.set(item.assetId, {
      widthMpt: Math.max(widthMpt, known.widthMpt),
      shown: unite(item.crop, known.shown),
    })
  }
  return placements
}

/** The smallest part of a picture that holds two. */
function unite(a: PictureCrop, b: PictureCrop): PictureCrop {
  const left = Math.min(a.left, b.left)
  const top = Math.min(a.top, b.top)
  return {
    left,
    top,
    width: Math.max(a.left + a.width, b.left + b.width) - left,
    height: Math.max(a.top + a.height, b.top + b.height) - top,
  }
}
