import type { Handlers } from '../../bridge/dispatcher'
import type { DeskRoom } from './desk-room'
import { FaceShelf } from './face-shelf'
import { proofPicture } from './proof-picture'

type AssetChannel = 'asset.add' | 'asset.read' | 'font.list' | 'font.read' | 'font.draw'

/** Pictures and faces, as bytes. */
export function createAssetHandlers({
  documents,
  faces,
  pictures,
}: DeskRoom): Pick<Handlers, AssetChannel> {
  const shelf = new FaceShelf(faces)
  return {
    'asset.add': ({ documentId, name, bytes }) =>
      pictures.run(documents.get(documentId).addAsset(bytes, name)),

    'asset.read': async ({ documentId, assetId, widthPx }) => {
      const { mediaType, bytes } = documents.get(documentId).readAsset(assetId)
      if (widthPx === undefined) return { mediaType, bytes }
      const proof = pictures.run(proofPicture(bytes, widthPx, assetId))
      return { mediaType: 'image/jpeg', bytes: await proof }
    },

    'font.list': async () => ({
      families: (await faces.list()).map((family) => ({
        ...family,
        otherNames: [...family.otherNames],
        weights: [...family.weights],
      })),
    }),

    'font.read': async ({ faces }) => {
      const read = await Promise.all(faces.map((face) => shelf.read(face)))
      void shelf.prepare(faces)
      return {
        faces: read.map(({ bytes, ...face }) => ({ ...face, byteCount: bytes.length })),
        bytes: Buffer.concat(read.map(({ bytes }) => bytes)),
      }
    },

    'font.draw': async ({ faces }) => {
      const drawn = faces.map(({ glyphs, ...face }) => shelf.draw(face, glyphs))
      return { bytes: new TextEncoder().encode((await Promise.all(drawn)).join('')) }
    },
  }
}
