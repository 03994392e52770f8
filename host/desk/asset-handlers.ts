import type { Handlers } from '../../bridge/dispatcher'
import { bundledFamilies } from '../font-catalogue'
import { readFace } from '../load-faces'
import type { DeskRoom } from './desk-room'
import { scalePicture } from './scale-picture'

type AssetChannel = 'asset.add' | 'asset.read' | 'font.list' | 'font.read'

/** Pictures and faces, as bytes. */
export function createAssetHandlers({ documents }: DeskRoom): Pick<Handlers, AssetChannel> {
  return {
    'asset.add': ({ documentId, name, bytes }) => documents.get(documentId).addAsset(bytes, name),

    'asset.read': async ({ documentId, assetId, widthPx }) => {
      const { mediaType, bytes } = documents.get(documentId).readAsset(assetId)
      if (widthPx === undefined) return { mediaType, bytes }
      return { mediaType, bytes: await scalePicture(bytes, mediaType, widthPx) }
    },

    'font.list': () => ({
      families: [...bundledFamilies].map(([family, weights]) => ({
        family,
        weights: [...weights],
      })),
    }),

    'font.read': (request) => readFace(request),
  }
}
