import { shallowRef } from 'vue'
import type { Client } from '../../bridge/client'
import type { PictureCrop } from '../../engine/document/picture-crop'

/** Wide enough for a picture over a whole page on a sharp screen. */
const WIDTH_PX = 1_600
/** Of half a picture's width or less, in thousandths, twice as many pixels are fetched. */
const HALF = 500

/** The pictures of a document, fetched when they are first wanted. */
export type PictureShelf = ReturnType<typeof createPictureShelf>

/** An empty shelf for a document. */
export function createPictureShelf(client: Client, documentId: string) {
  const bitmaps = new Map<string, ImageBitmap>()
  const asked = new Set<string>()
  /** Counts the pictures that have come, so that what shows them knows. */
  const arrivals = shallowRef(0)

  const fetchPicture = async (name: string, assetId: string, widthPx: number): Promise<void> => {
    try {
      const read = await client.call('asset.read', { documentId, assetId, widthPx })
      const blob = new Blob([read.bytes.slice()], { type: read.mediaType })
      bitmaps.set(name, await createImageBitmap(blob))
      arrivals.value += 1
    } catch {
      asked.delete(name)
    }
  }

  const lookUp = (assetId: string, widthPx: number): ImageBitmap | undefined => {
    const name = `${assetId} ${String(widthPx)}`
    const known = bitmaps.get(name)
    if (known === undefined && !asked.has(name)) {
      asked.add(name)
      void fetchPicture(name, assetId, widthPx)
    }
    return known
  }

  return {
    arrivals,
    /**
     * The whole picture of an asset, with pixels enough to show a crop of it; one with fewer until
     * that has come, and `undefined` until any has.
     */
    picture(assetId: string, { width }: PictureCrop): ImageBitmap | undefined {
      const fine = width <= HALF ? lookUp(assetId, 2 * WIDTH_PX) : undefined
      return fine ?? lookUp(assetId, WIDTH_PX)
    },
  }
}
