import type { Handlers } from '../../bridge/dispatcher'
import type { FaceShelf } from './face-shelf'

type FaceChannel = 'font.list' | 'font.read' | 'font.draw'

/** Faces, as bytes and outlines. */
export function createFaceHandlers(shelf: FaceShelf): Pick<Handlers, FaceChannel> {
  return {
    'font.list': async () => ({
      families: (await shelf.library.list()).map((family) => ({
        ...family,
        otherNames: [...family.otherNames],
        weights: [...family.weights],
      })),
    }),

    'font.read': (face) => shelf.read(face),

    'font.draw': async ({ glyphs, ...face }) => ({ bytes: await shelf.draw(face, glyphs) }),
  }
}
