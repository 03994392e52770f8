import { shallowRef } from 'vue'
import type { Client } from '../../bridge/client'

/** Wide enough for a picture over a whole page on a sharp screen. */
const WIDTH_PX = 1_600

/** The pictures of a document, fetched when they are first wanted. */
export type PictureShelf = ReturnType<typeof createPictureShelf>

/** An empty shelf for a document. */
export function createPictureShelf(client: Client, documentId: string) {
  const bitmaps = new Map<string, ImageBitmap>()
  const asked = new Set<string>()
  /** Counts the pictures that have come, so that what shows them knows. */
  const arrivals = shallowRef(0)

  const fetchPicture = async (assetId: string): Promise<void> => {
    try {
      const { bytes, mediaType } = await client.call('asset.read', {
        documentId,
        assetId,
        widthPx: WIDTH_PX,
      })
      const blob = new Blob([bytes.slice()], { type: mediaType })
      bitmaps.set(assetId, await createImageBitmap(blob))
      arrivals.value += 1
    } catch {
      asked.delete(assetId)
    }
  }

  return {
    arrivals,
    /** The picture of an asset; `undefined` until it has come. */
    picture(assetId: string): ImageBitmap | undefined {
      const known = bitmaps.get(assetId)
      if (known === undefined && !asked.has(assetId)) {
        asked.add(assetId)
        void fetchPicture(assetId)
      }
      return known
    },
  }
}
