import type { Handlers } from '../../bridge/dispatcher'
import type { DeskRoom } from './desk-room'
import { proofPicture } from './proof-picture'

type AssetChannel = 'asset.add' | 'asset.read'

/** Pictures, as bytes. */
export function createAssetHandlers({
  documents,
  pictures,
}: DeskRoom): Pick<Handlers, AssetChannel> {
  return {
    'asset.add': ({ documentId, name, bytes }) =>
      pictures.run(documents.get(documentId).addAsset(bytes, name)),

    'asset.read': async ({ documentId, assetId, widthPx }) => {
      const { mediaType, bytes } = documents.get(documentId).readAsset(assetId)
      if (widthPx === undefined) return { mediaType, bytes }
      const proof = pictures.run(proofPicture(bytes, widthPx, assetId))
      return { mediaType: 'image/jpeg', bytes: await proof }
    },
  }
}
