import { availableParallelism } from 'node:os'
import type { Issue } from '../engine/document/issue'
import type { ComposedPage } from '../engine/layout/page'
import type { Picture } from '../engine/pdf/embed-picture'
import { preparePicture } from './prepare-picture'

/**
 * The pictures that pages show, ready for the press, by asset id; each once, for the largest size
 * at which it is placed; several at a time. `onPicture` is told how many are done.
 */
export async function preparePictures(
  pages: readonly ComposedPage[],
  issue: Issue,
  assets: ReadonlyMap<string, Uint8Array>,
  onPicture: (done: number, total: number) => void,
): Promise<ReadonlyMap<string, Picture>> {
  const widths = [...placedWidths(pages)]
  const pictures = new Map<string, Picture>()
  const waiting = widths.values()
  const work = async (): Promise<void> => {
    for (const [assetId, widthMpt] of waiting) {
      const bytes = assets.get(assetId)
      if (bytes === undefined) throw new Error(`No bytes for asset ${assetId}`)
      onPicture(pictures.size, widths.length)
      const name = issue.assets[assetId]?.name ?? assetId
      pictures.set(assetId, await preparePicture(bytes, widthMpt, name))
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, work))
  return pictures
}

/** The widths that whole pictures would have on paper, were nothing of them cropped. */
function placedWidths(pages: readonly ComposedPage[]): ReadonlyMap<string, number> {
  const widths = new Map<string, number>()
  for (const item of pages.flatMap(({ items }) => items)) {
    if (item.kind !== 'image') continue
    const whole = (item.widthMpt * 1000) / item.crop.width
    widths.set(item.assetId, Math.max(whole, widths.get(item.assetId) ?? 0))
  }
  return widths
}
