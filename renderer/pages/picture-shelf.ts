import { shallowRef } from 'vue'
import type { Client } from '../../bridge/client'
import type { PictureCrop } from '../../engine/document/picture-crop'
import { firstPainted } from './paint-queue'

/** Wide enough for a picture over a whole page on a sharp screen. */
const WIDTH_PX = 1_600
/** Of half a picture's width or less, in thousandths, twice as many pixels are fetched. */
const HALF = 500

/** Four bytes a pixel: about forty pictures over a column, more than are in view at a time. */
const MOST_BYTES = 320_000_000
/** What was wanted this lately is in view, and stays whatever there is. */
const RECENT_MS = 10_000

/** Decoding pictures keeps a host busy that has to give faces first; but nobody waits for ever. */
const MOST_PATIENCE_MS = 4_000
const pagesFirst = Promise.race([
  firstPainted,
  new Promise<void>((resolve) => setTimeout(resolve, MOST_PATIENCE_MS)),
])

interface Kept {
  readonly bitmap: ImageBitmap
  wantedMs: number
}

/** The pictures of a document, fetched when they are first wanted. */
export type PictureShelf = ReturnType<typeof createPictureShelf>

/** An empty shelf for a document; those wanted least lately make room for others. */
export function createPictureShelf(client: Client, documentId: string) {
  /** In the order in which they were last wanted. */
  const shelf = new Map<string, Kept>()
  const asked = new Set<string>()
  /** Counts the pictures that have come, so that what shows them knows. */
  const arrivals = shallowRef(0)
  let isDisposed = false

  const take = (name: string): void => {
    shelf.get(name)?.bitmap.close()
    shelf.delete(name)
    asked.delete(name)
  }

  const makeRoom = (nowMs: number): void => {
    let bytes = [...shelf.values()].reduce((sum, { bitmap }) => sum + bytesOf(bitmap), 0)
    for (const [name, { bitmap, wantedMs }] of shelf) {
      if (bytes <= MOST_BYTES || nowMs - wantedMs < RECENT_MS) return
      bytes -= bytesOf(bitmap)
      take(name)
    }
  }

  const fetchPicture = async (name: string, assetId: string, widthPx: number): Promise<void> => {
    try {
      await pagesFirst
      const read = await client.call('asset.read', { documentId, assetId, widthPx })
      const blob = new Blob([read.bytes.slice()], { type: read.mediaType })
      const bitmap = await createImageBitmap(blob)
      if (isDisposed) {
        bitmap.close()
        return
      }
      const wantedMs = performance.now()
      shelf.set(name, { bitmap, wantedMs })
      makeRoom(wantedMs)
      arrivals.value += 1
    } catch {
      asked.delete(name)
    }
  }

  const lookUp = (assetId: string, widthPx: number): ImageBitmap | undefined => {
    const name = `${assetId} ${String(widthPx)}`
    const known = shelf.get(name)
    if (known !== undefined) {
      known.wantedMs = performance.now()
      shelf.delete(name)
      shelf.set(name, known)
    } else if (!asked.has(name)) {
      asked.add(name)
      void fetchPicture(name, assetId, widthPx)
    }
    return known?.bitmap
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
    /** Gives back the memory of all of them. */
    dispose(): void {
      isDisposed = true
      for (const name of [...shelf.keys()]) take(name)
    },
  }
}

const bytesOf = ({ width, height }: ImageBitmap): number => 4 * width * height
