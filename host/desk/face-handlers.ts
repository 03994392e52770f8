import type { Handlers } from '../../bridge/dispatcher'
import type { FaceLibrary } from '../faces/face-library'
import { FaceShelf } from './face-shelf'

type FaceChannel = 'font.list' | 'font.read' | 'font.draw'

/** Faces, as bytes and outlines. */
export function createFaceHandlers(library: FaceLibrary): Pick<Handlers, FaceChannel> {
  const shelf = new FaceShelf(library)
  return {
    'font.list': async () => ({
      families: (await library.list()).map((family) => ({
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
